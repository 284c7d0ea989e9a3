// Two goroutines that count and have nothing to do with each other.
// Run it with GOMAXPROCS=1 and with GOMAXPROCS=2.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"sync"
)

func main() {
	count := flag.Int64("count", 1_000_000_000, "count of each loop")
	busy := flag.String("busy", "off", "off or on: whether another program's two loops want the cores too")
	flag.Parse()

	var loops, others sync.WaitGroup
	loop := func(group *sync.WaitGroup) {
		defer group.Done()
		for i := int64(0); i < *count; i++ {
		}
	}
	loops.Add(2)
	go loop(&loops)
	if *busy == "on" {
		others.Add(2)
		go loop(&others)
		go loop(&others)
	}
	go loop(&loops)
	loops.Wait()
	// The run ends when all have ended, as in Coreograph; Go itself would end with main.
	others.Wait()
	printResult(map[string]any{"counted": 2 * *count})
}

func printResult(result map[string]any) {
	line, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}
