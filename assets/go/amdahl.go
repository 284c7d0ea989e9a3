// Work of which a share must be done by one goroutine alone before the rest can be done by many.
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

func main() {
	serial := flag.Int("serial", 10, "serial share, in percent")
	work := flag.Float64("work", 1000, "all the work, in ms")
	parts := flag.Int("parts", 64, "parts of the rest")
	flag.Parse()

	alone := ms(*work) * time.Duration(*serial) / 100
	part := (ms(*work) - alone) / time.Duration(*parts)
	compute(alone)
	var done sync.WaitGroup
	done.Add(*parts)
	for i := 0; i < *parts; i++ {
		go func() {
			defer done.Done()
			compute(part)
		}()
	}
	done.Wait()
	printResult(map[string]any{"parts": *parts})
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
