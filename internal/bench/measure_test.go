package bench_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// A program is a command line and what it must do. One that fails early is fast, so every run is checked.
type program struct {
	path   string
	args   []string
	exit   int
	stdout string // must be in what it prints
	forget string // folder that is removed before each run; "" for none
}

// A sample is what one run cost, the go command that it started included: wall time, processor time (user and system),
// and the peak resident memory of the biggest process, 0 where the system does not tell.
type sample struct {
	wall, cpu time.Duration
	peak      int64
}

func (p program) run(tb testing.TB) sample {
	tb.Helper()
	if p.forget != "" {
		if err := os.RemoveAll(p.forget); err != nil {
			tb.Fatal(err)
		}
	}
	cmd := exec.CommandContext(tb.Context(), p.path, p.args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		tb.Fatal(err)
	}
	if cmd.ProcessState.ExitCode() != p.exit || !strings.Contains(stdout.String(), p.stdout) {
		tb.Fatalf("%v: want exit code %d and %q in the output, got %v\n%s%s",
			cmd.Args, p.exit, p.stdout, cmd.ProcessState, &stdout, &stderr)
	}
	peak := peakMemory(cmd.ProcessState)
	if own := ownPeakMemory(); peak > 0 && own >= peak {
		tb.Fatalf("cannot see the peak memory of %s: this process itself has had %d MB; run benchmarks alone, with -run '^$'",
			p.path, own>>20)
	}
	return sample{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak: peak}
}

// pairs is how many times each of two programs runs in one operation of a benchmark.
const pairs = 15

// compare runs two programs in turn, the first one of a pair changing from pair to pair, and reports the ratios of the
// medians.
func compare(b *testing.B, base, subject program) {
	b.Helper()
	var bases, subjects []sample
	base.run(b) // fills the build cache, the page cache, and the cache of compiled registries
	subject.run(b)
	for b.Loop() {
		for i := range pairs {
			if i%2 == 0 {
				bases = append(bases, base.run(b))
			}
			subjects = append(subjects, subject.run(b))
			if i%2 == 1 {
				bases = append(bases, base.run(b))
			}
		}
	}
	report(b, medians(bases), medians(subjects))
}

func report(b *testing.B, base, subject sample) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(base.wall.Milliseconds()), "base-wall-ms")
	b.ReportMetric(float64(subject.wall.Milliseconds()), "wall-ms")
	b.ReportMetric(float64(subject.wall)/float64(base.wall), "wall-ratio")
	b.ReportMetric(float64(base.cpu.Milliseconds()), "base-cpu-ms")
	b.ReportMetric(float64(subject.cpu.Milliseconds()), "cpu-ms")
	b.ReportMetric(float64(subject.cpu)/float64(base.cpu), "cpu-ratio")
	if base.peak > 0 && subject.peak > 0 {
		b.ReportMetric(float64(base.peak)/(1<<20), "base-MB")
		b.ReportMetric(float64(subject.peak)/(1<<20), "MB")
	}
}

// medians takes the median of each figure by itself.
func medians(samples []sample) sample {
	return sample{
		wall: median(samples, func(s sample) time.Duration { return s.wall }),
		cpu:  median(samples, func(s sample) time.Duration { return s.cpu }),
		peak: median(samples, func(s sample) int64 { return s.peak }),
	}
}

// median is the middle one of an odd number of values, and the upper one of the two in the middle of an even number.
func median[T any, V int64 | time.Duration](list []T, value func(T) V) V {
	values := make([]V, len(list))
	for i, item := range list {
		values[i] = value(item)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func TestMedians(t *testing.T) {
	got := medians([]sample{{wall: 9, cpu: 1, peak: 4}, {wall: 1, cpu: 3, peak: 5}, {wall: 2, cpu: 2, peak: 6}})
	if want := (sample{wall: 2, cpu: 2, peak: 5}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
