// Two goroutines that do one operation after the other. Whether an operation is atomic depends on the context.
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

// operation is one from its first step to its last.
type operation struct {
	start, end time.Duration
}

func main() {
	count := flag.Int("operations", 100, "operations of each task")
	length := flag.Float64("operation", 8, "an operation, in ms")
	between := flag.Float64("between", 2, "between two operations, in ms")
	context := flag.Float64("context", 0, "the context, a window of so many ms")
	flag.Parse()

	began := time.Now()
	var tasks sync.WaitGroup
	operate := func(operations *[]operation) {
		defer tasks.Done()
		for i := 0; i < *count; i++ {
			compute(ms(*between))
			start := time.Since(began)
			compute(ms(*length))
			*operations = append(*operations, operation{start, time.Since(began)})
		}
	}
	var ofA, ofB []operation
	tasks.Add(2)
	go operate(&ofA)
	go operate(&ofB)
	tasks.Wait()
	printResult(map[string]any{
		"operations": 2 * *count,
		"atomic":     atomicOnes(ofA, ofB, ms(*context)) + atomicOnes(ofB, ofA, ms(*context)),
	})
}

// atomicOnes counts the operations that have none of the other task's nearer than half a window.
func atomicOnes(operations, others []operation, context time.Duration) int {
	count, next := 0, 0
	for _, one := range operations {
		from, to := one.start-context/2, one.end+context/2
		for next < len(others) && others[next].end <= from {
			next++
		}
		if next == len(others) || others[next].start >= to {
			count++
		}
	}
	return count
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
