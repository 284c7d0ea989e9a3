// Philosophers who need both forks beside them. Without a cure Go itself finds the deadlock, and says that all goroutines are
// asleep.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"sync"
	"sync/atomic"
	"time"
)

type table struct {
	forks   []sync.Mutex
	reach   time.Duration
	waiter  sync.Mutex
	putBack *sync.Cond
	inUse   []bool
}

func newTable(seats int, reach time.Duration) *table {
	t := &table{forks: make([]sync.Mutex, seats), reach: reach, inUse: make([]bool, seats)}
	t.putBack = sync.NewCond(&t.waiter)
	return t
}

func (t *table) take(cure string, left int) {
	right := (left + 1) % len(t.forks)
	switch cure {
	case "none":
		t.oneByOne(left, right)
	case "order":
		if left < right {
			t.oneByOne(left, right)
		} else {
			t.oneByOne(right, left)
		}
	case "timeout":
		t.orPutBack(left, right)
	case "waiter":
		t.waiter.Lock()
		for t.inUse[left] || t.inUse[right] {
			t.putBack.Wait()
		}
		t.inUse[left], t.inUse[right] = true, true
		t.waiter.Unlock()
		compute(t.reach)
	case "own":
		compute(t.reach)
	default:
		log.Fatalf("unknown cure '%s': choose one of none, own, waiter, timeout, order", cure)
	}
}

func (t *table) oneByOne(first, second int) {
	t.forks[first].Lock()
	compute(t.reach)
	t.forks[second].Lock()
}

// orPutBack waits for the second fork for a while only. Each seat has its own patience.
func (t *table) orPutBack(first, second int) {
	patience := time.Duration(first+1) * time.Millisecond
	t.forks[first].Lock()
	compute(t.reach)
	for !t.forks[second].TryLock() {
		time.Sleep(patience)
		if t.forks[second].TryLock() {
			return
		}
		t.forks[first].Unlock()
		time.Sleep(patience)
		t.forks[first].Lock()
	}
}

func (t *table) giveBack(cure string, left int) {
	right := (left + 1) % len(t.forks)
	switch cure {
	case "waiter":
		t.waiter.Lock()
		t.inUse[left], t.inUse[right] = false, false
		t.putBack.Broadcast()
		t.waiter.Unlock()
	case "own":
	default:
		t.forks[left].Unlock()
		t.forks[right].Unlock()
	}
}

func main() {
	cure := flag.String("cure", "none", "none, own, waiter, timeout or order")
	seats := flag.Int("seats", 5, "philosophers")
	meals := flag.Int("meals", 3, "meals of each")
	think := flag.Float64("think", 5, "thinking, in ms")
	reach := flag.Float64("reach", 30, "reaching for a fork, in ms")
	eat := flag.Float64("eat", 10, "eating, in ms")
	flag.Parse()

	t := newTable(*seats, ms(*reach))
	var philosophers sync.WaitGroup
	philosophers.Add(*seats)
	for seat := 0; seat < *seats; seat++ {
		go func(seat int) {
			defer philosophers.Done()
			for i := 0; i < *meals; i++ {
				compute(ms(*think))
				t.take(*cure, seat)
				compute(ms(*eat))
				t.giveBack(*cure, seat)
			}
		}(seat)
	}
	philosophers.Wait()
	printResult(map[string]any{"meals": *seats * *meals})
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

func printResult(result map[string]any) {
	line, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}
