// Goroutines that add to one counter, with nothing to guard it or with one of the usual guards.
// Build it with -race: the race detector finds "none", and can't find "exposed".
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

const addition = 50 * time.Microsecond

// tally is a counter that goroutines add to.
type tally interface {
	addOne()
	total() int64
}

// unguarded reads, adds and writes.
type unguarded struct{ count int64 }

func (t *unguarded) addOne() {
	seen := t.count
	compute(addition)
	t.count = seen + 1
}
func (t *unguarded) total() int64 { return t.count }

// locked does the same behind a mutex.
type locked struct {
	mutex sync.Mutex
	unguarded
}

func (t *locked) addOne() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.unguarded.addOne()
}

// indivisible adds in one step.
type indivisible struct{ count atomic.Int64 }

func (t *indivisible) addOne() {
	compute(addition)
	t.count.Add(1)
}
func (t *indivisible) total() int64 { return t.count.Load() }

// owned leaves it to one goroutine, to which the others send.
type owned struct {
	additions chan int64
	done      chan int64
}

func newOwned() *owned {
	t := &owned{make(chan int64), make(chan int64)}
	go func() {
		var count int64
		for one := range t.additions {
			compute(addition)
			count += one
		}
		t.done <- count
	}()
	return t
}
func (t *owned) addOne() { t.additions <- 1 }
func (t *owned) total() int64 {
	close(t.additions)
	return <-t.done
}

// channelLocked uses a channel with room for one value as a lock.
type channelLocked struct {
	lock chan string
	unguarded
}

func (t *channelLocked) addOne() {
	t.lock <- "mine"
	t.unguarded.addOne()
	<-t.lock
}

// exposed gives its mutex away: each read and each write is guarded, and the two together are not.
type exposed struct {
	mutex sync.Mutex
	count int64
}

func (t *exposed) addOne() {
	t.mutex.Lock()
	seen := t.count
	t.mutex.Unlock()
	compute(addition)
	t.mutex.Lock()
	t.count = seen + 1
	t.mutex.Unlock()
}
func (t *exposed) total() int64 { return t.count }

func newTally(guard string) tally {
	switch guard {
	case "none":
		return &unguarded{}
	case "mutex":
		return &locked{}
	case "atomic":
		return &indivisible{}
	case "owner":
		return newOwned()
	case "channel-lock":
		return &channelLocked{lock: make(chan string, 1)}
	case "exposed":
		return &exposed{}
	}
	log.Fatalf("unknown guard '%s': choose one of none, mutex, atomic, owner, channel-lock, exposed", guard)
	return nil
}

func main() {
	tasks := flag.Int("tasks", 2, "tasks")
	increments := flag.Int("increments", 1000, "additions of each")
	guard := flag.String("guard", "none", "none, mutex, atomic, owner, channel-lock or exposed")
	flag.Parse()

	count := newTally(*guard)
	var adders sync.WaitGroup
	adders.Add(*tasks)
	for i := 0; i < *tasks; i++ {
		go func() {
			defer adders.Done()
			for n := 0; n < *increments; n++ {
				count.addOne()
			}
		}()
	}
	adders.Wait()
	printResult(map[string]any{"counter": count.total()})
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

func printResult(result map[string]any) {
	line, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}
