// A channel with no room in it: a sender waits until its value has been received.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"sync/atomic"
	"time"
)

func main() {
	count := flag.Int("jobs", 8, "jobs")
	produce := flag.Float64("produce", 10, "making a job, in ms")
	consume := flag.Float64("consume", 30, "doing a job, in ms")
	flag.Parse()

	jobs := make(chan int)
	sending := make(chan time.Duration, 1)
	done := make(chan int, 1)
	go func() {
		var waited time.Duration
		for job := 1; job <= *count; job++ {
			compute(ms(*produce))
			before := time.Now()
			jobs <- job
			waited += time.Since(before)
		}
		close(jobs)
		sending <- waited
	}()
	go func() {
		received := 0
		for range jobs {
			compute(ms(*consume))
			received++
		}
		done <- received
	}()
	printResult(map[string]any{"sendingNanos": (<-sending).Nanoseconds(), "received": <-done})
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
