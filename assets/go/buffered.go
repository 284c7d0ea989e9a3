// A channel with room in it, between a producer of bursts and a steady consumer.
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
	capacity := flag.Int("capacity", 9, "channel capacity")
	bursts := flag.Int("bursts", 8, "bursts")
	burst := flag.Int("burst", 9, "jobs in a burst")
	produce := flag.Float64("produce", 0.1, "making a job, in ms")
	pause := flag.Float64("pause", 25, "pause after a burst, in ms")
	consume := flag.Float64("consume", 2, "doing a job, in ms")
	flag.Parse()

	jobs := make(chan int, *capacity)
	full := make(chan int, 1)
	done := make(chan int, 1)
	go func() {
		foundFull := 0
		for i := 0; i < *bursts**burst; i++ {
			compute(ms(*produce))
			select {
			case jobs <- i:
			default:
				foundFull++
				jobs <- i
			}
			if (i+1)%*burst == 0 {
				time.Sleep(ms(*pause))
			}
		}
		close(jobs)
		full <- foundFull
	}()
	go func() {
		received := 0
		for range jobs {
			compute(ms(*consume))
			received++
		}
		done <- received
	}()
	printResult(map[string]any{"foundFull": <-full, "received": <-done})
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
