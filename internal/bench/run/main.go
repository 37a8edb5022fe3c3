// Command run measures compatlint beside other programs and prints a table of ratios, as docs/performance.md has it.
//
//	go run ./internal/bench/run [flags] > table.md
//
// It needs hyperfine and GNU time, and network the first time, for the tools that it compares with. It is run at the root of the repository.
// Both sides of a comparison run in turn; what their runs cost is measured by hyperfine, and their peak memory by GNU time.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// options are the flags.
type options struct {
	rounds    int
	only      *regexp.Regexp
	areas     int
	selectors int
	json      string
	work      string
	golangci  string
	nilaway   string
}

func main() {
	o, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "run:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err = run(ctx, o, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "run:", err)
		os.Exit(1)
	}
}

func parse(args []string) (*options, error) {
	o := &options{}
	fs := flag.NewFlagSet("run", flag.ExitOnError)
	fs.IntVar(&o.rounds, "rounds", 11, "pairs of runs; comparisons that take long get a quarter")
	only := fs.String("only", "", "only the suites whose name this `regexp` matches: vet, startup, standalone, linters, golangci, packages, selectors")
	fs.IntVar(&o.areas, "areas", 10, "size of the monorepo, in areas of 500 packages")
	fs.IntVar(&o.selectors, "selectors", 100_000, "selectors of the largest registries")
	fs.StringVar(&o.json, "json", "", "also write every sample to this `file`")
	fs.StringVar(&o.work, "work", "", "build tools and modules in this `folder` and keep them; default: a temporary one")
	fs.StringVar(&o.golangci, "golangci", os.Getenv("COMPATLINT_GOLANGCI"), "a built golangci-lint-compat; default: build it, which takes minutes")
	fs.StringVar(&o.nilaway, "nilaway", "", "a built nilaway; default: install it")
	_ = fs.Parse(args) // exits
	if fs.NArg() > 0 {
		return nil, fmt.Errorf("there are no arguments: %q", fs.Args())
	}
	if o.rounds < 1 || o.areas < 1 || o.selectors < 1000 {
		return nil, fmt.Errorf("-rounds and -areas are at least 1, -selectors at least 1000")
	}
	var err error
	o.only, err = regexp.Compile(*only)
	return o, err
}

func run(ctx context.Context, o *options, stdout io.Writer) error {
	work, err := workFolder(o)
	if err != nil {
		return err
	}
	if o.work == "" {
		defer os.RemoveAll(work)
	}
	watch, err := newStopwatch(work)
	if err != nil {
		return err
	}
	before := load()
	b := &builder{ctx: ctx, options: o, work: work}
	comparisons, err := b.comparisons()
	if err != nil {
		return err
	}
	var results []*result
	var failed []error
	for i, c := range comparisons {
		fmt.Fprintf(os.Stderr, "%d of %d: %s\n", i+1, len(comparisons), c.title())
		r, err := c.run(ctx, watch, o.rounds)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		results = append(results, r)
	}
	fmt.Fprintf(stdout, "%s, %s, %s, %d processors, load average %s before and %s after.\n", time.Now().Format(time.DateOnly), runtime.Version(),
		processor(), runtime.NumCPU(), before, load())
	writeTable(stdout, results)
	return errors.Join(append(failed, writeJSON(o.json, results))...)
}

func workFolder(o *options) (string, error) {
	if o.work == "" {
		dir, err := os.MkdirTemp("", "compatlint-bench-")
		if err != nil {
			return "", err
		}
		return filepath.EvalSymlinks(dir)
	}
	if err := os.MkdirAll(o.work, 0o755); err != nil {
		return "", err
	}
	dir, err := filepath.Abs(o.work)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

// load is the load average of the last minute, where Linux tells.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	one, _, _ := strings.Cut(string(text), " ")
	return one
}

// processor is the name of the processor, where Linux tells.
func processor() string {
	text, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			return strings.TrimSpace(strings.TrimLeft(name, "\t :"))
		}
	}
	return runtime.GOARCH
}

func writeJSON(name string, results []*result) error {
	if name == "" {
		return nil
	}
	data, err := json.MarshalIndent(results, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(data, '\n'), 0o644)
}
