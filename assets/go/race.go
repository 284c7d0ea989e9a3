// Runners who all do the same work, and wait after each lap for as long as luck will have it.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

const draws = 4

func main() {
	runners := flag.Int("runners", 4, "runners")
	laps := flag.Int("laps", 5, "laps")
	lap := flag.Float64("lap", 10, "a lap, in ms")
	wait := flag.Float64("wait", 30, "longest wait after a lap, in ms")
	flag.Parse()

	rand.Seed(time.Now().UnixNano())
	finish := make(chan int, *runners)
	for runner := 1; runner <= *runners; runner++ {
		go func(runner int) {
			for i := 0; i < *laps; i++ {
				compute(ms(*lap))
				time.Sleep(ms(*wait) * time.Duration(rand.Intn(draws)) / (draws - 1))
			}
			finish <- runner
		}(runner)
	}
	var order []string
	for i := 0; i < *runners; i++ {
		order = append(order, strconv.Itoa(<-finish))
	}
	printResult(map[string]any{"laps": *runners * *laps, "order": strings.Join(order, " ")})
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
