// Command run checks every function of package generated and prints what each did wrong: one JSON object a line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"example.com/lint/guards/generated"
)

// A Report is what one function did.
type Report struct {
	Name   string
	Runs   int
	Faults []generated.Fault
}

// hangs is how long a function may take for all its runs together; they take microseconds.
const hangs = 30 * time.Second

func main() {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	if err := check(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "run:", err)
		os.Exit(1)
	}
}

func check(out io.Writer) error {
	reports := make([]Report, len(generated.Functions))
	var (
		next    atomic.Int64
		workers sync.WaitGroup
	)
	failures := make(chan error, runtime.NumCPU())
	for range runtime.NumCPU() {
		workers.Go(func() {
			e, err := generated.NewEnv()
			if err != nil {
				failures <- err
				return
			}
			for i := next.Add(1) - 1; int(i) < len(reports); i = next.Add(1) - 1 {
				reports[i] = report(e, generated.Functions[i])
			}
		})
	}
	workers.Wait()
	close(failures)
	if err := <-failures; err != nil {
		return err
	}
	buffer := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffer)
	for _, r := range reports {
		if err := encoder.Encode(r); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

func report(e *generated.Env, entry generated.Entry) Report {
	watch := time.AfterFunc(hangs, func() {
		fmt.Fprintln(os.Stderr, "run:", entry.Name, "does not end")
		os.Exit(1)
	})
	defer watch.Stop()
	faults, runs := e.Check(entry.Func)
	return Report{entry.Name, runs, faults}
}
