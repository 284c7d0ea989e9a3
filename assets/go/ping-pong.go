// Two goroutines that play one ball back and forth over two channels.
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

const hit = time.Millisecond

// score counts the hits. The mutex stays in here, so that nobody can forget to lock it.
type score struct {
	mutex sync.Mutex
	count int
}

func (s *score) hit() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.count++
}

func (s *score) hits() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.count
}

func main() {
	rounds := flag.Int("rounds", 100, "rounds")
	capacity := flag.Int("capacity", 0, "channel capacity")
	flag.Parse()

	pings := make(chan int, *capacity)
	pongs := make(chan int, *capacity)
	var counted score
	var players sync.WaitGroup
	players.Add(2)
	go func() {
		defer players.Done()
		for ball := 1; ball <= *rounds; ball++ {
			compute(hit)
			counted.hit()
			pings <- ball
			<-pongs
		}
		close(pings)
	}()
	go func() {
		defer players.Done()
		for ball := range pings {
			compute(hit)
			counted.hit()
			pongs <- ball
		}
	}()
	players.Wait()
	printResult(map[string]any{"hits": counted.hits()})
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
