// Sums an array in parts. No goroutine touches what another one writes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"sync"
	"time"
)

func main() {
	size := flag.Int("size", 4_000_000, "elements")
	parts := flag.Int("parts", 8, "parts")
	deadline := flag.Float64("deadline", 0, "deadline in ms, 0 for none")
	flag.Parse()

	numbers := make([]int, *size)
	for i := range numbers {
		numbers[i] = (i * 7919) & 1023
	}
	began := time.Now()
	sums := make([]int, *parts)
	var summed sync.WaitGroup
	summed.Add(*parts)
	for part := 0; part < *parts; part++ {
		go func(part int) {
			defer summed.Done()
			sum := 0
			for _, number := range numbers[*size*part / *parts : *size*(part+1) / *parts] {
				sum += number
			}
			sums[part] = sum
		}(part)
	}
	summed.Wait()
	total := 0
	for _, sum := range sums {
		total += sum
	}
	result := map[string]any{"sum": total}
	if *deadline > 0 {
		result["deadlineNanos"] = ms(*deadline).Nanoseconds()
		result["deadlineMet"] = time.Since(began) <= ms(*deadline)
	}
	printResult(result)
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
