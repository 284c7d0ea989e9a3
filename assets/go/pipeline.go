// Stages with channels between them, which compose; beside them, if wanted, two accounts with a lock each, which don't.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	items := flag.Int("items", 12, "items")
	stages := flag.String("stages", "10,30,20", "work of each stage, in ms")
	capacity := flag.Int("capacity", 1, "capacity of each channel")
	locking := flag.String("accounts", "none", "none, separate, nested, ordered or owner")
	flag.Parse()

	costs := durations(*stages)
	composed := source(*items, costs[0], *capacity)
	for _, cost := range costs[1:] {
		composed = stage(composed, cost, *capacity)
	}
	result := map[string]any{}
	closed := make(chan bool)
	go func() {
		if *locking != "none" {
			openAccounts(*locking, result)
		}
		close(closed)
	}()
	sum := 0
	for item := range composed {
		sum += item
	}
	<-closed
	result["sum"] = sum
	printResult(result)
}

func source(items int, cost time.Duration, capacity int) <-chan int {
	out := make(chan int, capacity)
	go func() {
		defer close(out)
		for item := 1; item <= items; item++ {
			compute(cost)
			out <- item
		}
	}()
	return out
}

func stage(in <-chan int, cost time.Duration, capacity int) <-chan int {
	out := make(chan int, capacity)
	go func() {
		defer close(out)
		for item := range in {
			compute(cost)
			out <- item
		}
	}()
	return out
}

const (
	opening  = 100
	moved    = 10
	counting = 20 * time.Millisecond
)

// account locks itself, or leaves that to others; that is all it can promise.
type account struct {
	mutex       sync.Mutex
	balance     int
	locksItself bool
}

func (a *account) add(amount int) {
	if a.locksItself {
		a.mutex.Lock()
		defer a.mutex.Unlock()
	}
	a.balance += amount
}

func (a *account) read() int {
	if a.locksItself {
		a.mutex.Lock()
		defer a.mutex.Unlock()
	}
	return a.balance
}

func openAccounts(locking string, result map[string]any) {
	a := &account{balance: opening, locksItself: locking == "separate"}
	b := &account{balance: opening, locksItself: locking == "separate"}
	requests := make(chan func())
	var customers sync.WaitGroup
	customers.Add(3)
	withBoth := func(first, second *account, work func()) {
		first.mutex.Lock()
		defer first.mutex.Unlock()
		compute(counting)
		second.mutex.Lock()
		defer second.mutex.Unlock()
		work()
	}
	customer := func(first, second *account, work func()) {
		counted := func() {
			work()
			customers.Done()
		}
		switch locking {
		case "separate":
			counted()
		case "nested":
			withBoth(first, second, counted)
		case "ordered":
			withBoth(a, b, counted)
		case "owner":
			requests <- counted
		default:
			log.Fatalf("unknown accounts '%s': choose one of none, separate, nested, ordered, owner", locking)
		}
	}
	move := func(from, to *account) func() {
		return func() {
			from.add(-moved)
			compute(counting)
			to.add(moved)
		}
	}
	seen := 0
	go customer(a, b, move(a, b))
	go customer(b, a, move(b, a))
	go customer(a, b, func() {
		compute(counting / 4)
		seen = a.read() + b.read()
	})
	if locking == "owner" {
		go func() {
			for work := range requests {
				work()
			}
		}()
	}
	customers.Wait()
	close(requests)
	result["seenByAuditor"] = seen
	result["total"] = a.read() + b.read()
}

var sink atomic.Uint64

// compute keeps a core busy for about that long: rounds of a sum that no compiler can leave out.
func compute(d time.Duration) {
	x := uint64(88172645463325252)
	for rounds := int64(float64(d) / 1.64); rounds > 0; rounds-- {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	sink.Store(x)
}

func ms(value float64) time.Duration {
	return time.Duration(value * float64(time.Millisecond))
}

// durations reads decimals in milliseconds with commas between them.
func durations(text string) []time.Duration {
	var list []time.Duration
	for _, part := range strings.Split(text, ",") {
		value, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || value < 0 {
			log.Fatalf("a duration must be 0 or more, in ms, but was '%s'", part)
		}
		list = append(list, ms(value))
	}
	return list
}

func printResult(result map[string]any) {
	line, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}
