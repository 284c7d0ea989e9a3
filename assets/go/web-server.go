// A server whose requests compute a little and wait a lot. Go has goroutines only: "thread" locks each to a thread of the
// operating system, and "task" doesn't. What a start costs is real here, so thread-spawn and task-spawn change nothing.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	mode := flag.String("mode", "pool", "thread, pool or task")
	workers := flag.Int("workers", 8, "threads in the pool")
	requests := flag.Int("requests", 60, "requests")
	computing := flag.Float64("compute", 5, "a request computes, in ms")
	waiting := flag.Float64("wait", 15, "a request waits, in ms")
	flag.Float64("thread-spawn", 0.6, "to start a thread, in ms; real here")
	threadBytes := flag.Int64("thread-bytes", 22_700, "bytes of a thread")
	flag.Float64("task-spawn", 0.0004, "to start a task, in ms; real here")
	taskBytes := flag.Int64("task-bytes", 1_150, "bytes of a task")
	flag.Parse()

	serve := func() {
		compute(ms(*computing) / 2)
		time.Sleep(ms(*waiting))
		compute(ms(*computing) / 2)
	}
	mostAlive, bytes := int64(*workers), *threadBytes
	switch *mode {
	case "thread":
		mostAlive = oneEach(*requests, func() {
			runtime.LockOSThread()
			serve()
		})
	case "task":
		mostAlive, bytes = oneEach(*requests, serve), *taskBytes
	case "pool":
		pool(*workers, *requests, serve)
	default:
		log.Fatalf("unknown mode '%s': choose one of thread, pool, task", *mode)
	}
	printResult(map[string]any{
		"served":        *requests,
		"mostAlive":     mostAlive,
		"declaredBytes": mostAlive * bytes,
	})
}

// oneEach starts a goroutine for each request, and tells how many there were at once.
func oneEach(requests int, serve func()) int64 {
	var served sync.WaitGroup
	var mutex sync.Mutex
	var alive, most int64
	served.Add(requests)
	for i := 0; i < requests; i++ {
		mutex.Lock()
		alive++
		if alive > most {
			most = alive
		}
		mutex.Unlock()
		go func() {
			defer served.Done()
			serve()
			mutex.Lock()
			alive--
			mutex.Unlock()
		}()
	}
	served.Wait()
	return most
}

// pool starts some goroutines, and gives the next request to the first one that is free.
func pool(workers, requests int, serve func()) {
	waiting := make(chan int, requests)
	for i := 0; i < requests; i++ {
		waiting <- i
	}
	close(waiting)
	var served sync.WaitGroup
	served.Add(requests)
	for i := 0; i < workers; i++ {
		go func() {
			for range waiting {
				serve()
				served.Done()
			}
		}()
	}
	served.Wait()
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
