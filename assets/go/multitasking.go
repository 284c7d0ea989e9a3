// A video, audio and a download want a core all the time, and somebody types.
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

const key = time.Millisecond

func main() {
	pieces := flag.Int("pieces", 12, "frames, blocks, keys and chunks")
	frame := flag.Float64("frame", 20, "a frame of video, in ms")
	block := flag.Float64("block", 5, "a block of audio, in ms")
	chunk := flag.Float64("chunk", 10, "a chunk of the download, in ms")
	every := flag.Float64("key-every", 30, "a key is pressed every so many ms")
	flag.Parse()

	var tasks sync.WaitGroup
	var partialResults atomic.Int64
	work := func(piece time.Duration) {
		defer tasks.Done()
		for i := 0; i < *pieces; i++ {
			compute(piece)
			partialResults.Add(1)
		}
	}
	var slowest time.Duration
	typing := func() {
		defer tasks.Done()
		began := time.Now()
		for i := 1; i <= *pieces; i++ {
			pressed := began.Add(time.Duration(i) * ms(*every))
			time.Sleep(time.Until(pressed))
			compute(key)
			partialResults.Add(1)
			if waited := time.Since(pressed); waited > slowest {
				slowest = waited
			}
		}
	}
	tasks.Add(4)
	go work(ms(*frame))
	go work(ms(*block))
	go typing()
	go work(ms(*chunk))
	tasks.Wait()
	printResult(map[string]any{
		"partialResults":  partialResults.Load(),
		"slowestKeyNanos": slowest.Nanoseconds(),
	})
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
