// Several sources and one goroutine that listens to them all: who is ready first goes first, and silence ends the wait.
// The number of sources isn't known when it is compiled, so the select is reflect's.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"reflect"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

const work = 2 * time.Millisecond

func main() {
	intervals := flag.String("intervals", "70,30,110", "intervals of the sources, in ms")
	messages := flag.Int("messages", 4, "messages of each")
	timeout := flag.Float64("timeout", 150, "timeout in ms")
	quitAt := flag.Float64("quit", 0, "quit at so many ms, 0 for never")
	flag.Parse()

	quit := make(chan string)
	over := make(chan string)
	var cases []reflect.SelectCase
	for i, interval := range durations(*intervals) {
		out := make(chan string)
		go source(strconv.Itoa(i+1), *messages, interval, out, over)
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(out)})
	}
	sources := len(cases)
	if *quitAt > 0 {
		time.AfterFunc(ms(*quitAt), func() { close(quit) })
	}
	cases = append(cases,
		reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(quit)},
		reflect.SelectCase{Dir: reflect.SelectRecv})
	var heard []string
	endedBy := ""
	for endedBy == "" {
		cases[sources+1].Chan = reflect.ValueOf(time.After(ms(*timeout)))
		chosen, message, _ := reflect.Select(cases)
		switch chosen {
		case sources:
			endedBy = "quit"
		case sources + 1:
			endedBy = "timeout"
		default:
			heard = append(heard, message.String())
			compute(work)
		}
	}
	// Sources that still have something to say must not wait for ever.
	close(over)
	printResult(map[string]any{
		"received": len(heard),
		"order":    strings.Join(heard, " "),
		"endedBy":  endedBy,
	})
}

func source(name string, messages int, interval time.Duration, out, over chan string) {
	for i := 0; i < messages; i++ {
		time.Sleep(interval)
		compute(work)
		select {
		case out <- name:
		case <-over:
			return
		}
	}
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
