// Jobs that compute, wait for I/O in between, and arrive at given times. Go has one scheduler, which knows neither priorities
// nor tickets: those two are read and change nothing.
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
	lengths := flag.String("lengths", "24,3,3", "lengths in ms")
	bursts := flag.String("bursts", "", "compute/I/O/compute in ms, in place of lengths")
	arrivals := flag.String("arrivals", "0,0,0", "arrivals in ms; if not given all are 0, however many jobs there are")
	flag.String("priorities", "0,0,0", "of no meaning in Go")
	flag.String("tickets", "1,1,1", "of no meaning in Go")
	flag.Parse()

	var jobs [][]time.Duration
	if *bursts == "" {
		for _, length := range durations(*lengths) {
			jobs = append(jobs, []time.Duration{length})
		}
	} else {
		for _, job := range strings.Split(*bursts, ",") {
			jobs = append(jobs, durations(strings.ReplaceAll(job, "/", ",")))
		}
	}
	at := make([]time.Duration, len(jobs))
	flag.Visit(func(given *flag.Flag) {
		if given.Name == "arrivals" {
			at = durations(*arrivals)
		}
	})
	if len(at) != len(jobs) {
		log.Fatalf("arrivals must have as many values as there are jobs, %d, but has %d", len(jobs), len(at))
	}
	var done sync.WaitGroup
	done.Add(len(jobs))
	for i := range jobs {
		go func(arrival time.Duration, parts []time.Duration) {
			defer done.Done()
			time.Sleep(arrival)
			for i, part := range parts {
				if i%2 == 0 {
					compute(part)
				} else {
					time.Sleep(part)
				}
			}
		}(at[i], jobs[i])
	}
	done.Wait()
	printResult(map[string]any{"jobs": len(jobs)})
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
