package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A program is a command line and what it must do. One that fails early is fast, so every run is checked.
type program struct {
	name   string // in the table
	dir    string
	env    []string // beside the environment of this process
	args   []string
	exit   int
	prints string                 // must be in what it prints, on stdout and stderr
	fresh  func(p *program) error // makes the next run one of which no cache knows anything; nil for a run with warm caches
	repeat int                    // runs that one sample is taken of, for programs of a few milliseconds; 0 means 1, with the memory
}

// A sample is what a run cost, with all processes that it started: wall time and processor time (user and system) in seconds, and the peak
// resident memory of the biggest process in megabytes, 0 if it was not measured.
type sample struct {
	Wall   float64 `json:"wall"`
	CPU    float64 `json:"cpu"`
	Memory float64 `json:"memory,omitempty"`
}

// A stopwatch runs programs under hyperfine, and under GNU time for the memory, which hyperfine does not tell.
type stopwatch struct {
	hyperfine, time, shell string // paths
	dir                    string // for what they write
}

func newStopwatch(dir string) (*stopwatch, error) {
	s := &stopwatch{dir: dir}
	for name, path := range map[string]*string{"hyperfine": &s.hyperfine, "time": &s.time, "sh": &s.shell} {
		var err error
		if *path, err = exec.LookPath(name); err != nil {
			return nil, fmt.Errorf("%w\nhyperfine and GNU time are needed, on Debian: apt-get install hyperfine time", err)
		}
	}
	return s, nil
}

// run takes one sample.
func (s *stopwatch) run(ctx context.Context, p program) (sample, error) {
	if p.fresh != nil {
		p.args, p.env = slices.Clone(p.args), slices.Clone(p.env)
		if err := p.fresh(&p); err != nil {
			return sample{}, err
		}
	}
	results, output, memory := filepath.Join(s.dir, "results.json"), filepath.Join(s.dir, "output.txt"), filepath.Join(s.dir, "memory.txt")
	command := append([]string{s.shell, "-c", `exec "$@" 2>&1`, "sh"}, p.args...) // hyperfine keeps stdout only
	if p.repeat == 0 {
		command = append([]string{s.time, "--quiet", "--format=%M", "--output=" + memory}, command...)
	}
	// With -i, as programs exit with 1 when they have found something.
	cmd := exec.CommandContext(ctx, s.hyperfine, "--shell=none", "-i", "--style=none", "--runs="+strconv.Itoa(max(p.repeat, 1)),
		"--export-json="+results, "--output="+output, quote(command))
	cmd.Dir, cmd.Env = p.dir, append(os.Environ(), p.env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return sample{}, fmt.Errorf("hyperfine %s: %w\n%s", quote(p.args), err, &stderr)
	}
	if err := p.check(results, output); err != nil {
		return sample{}, err
	}
	return p.read(results, memory)
}

// quote writes a command line as hyperfine takes it apart.
func quote(args []string) string {
	quoted := make([]string, len(args))
	for i, arg := range args {
		quoted[i] = "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
	}
	return strings.Join(quoted, " ")
}

// export is what is read of hyperfine's JSON.
type export struct {
	Results []struct {
		Median, User, System float64
		ExitCodes            []int `json:"exit_codes"`
	}
}

func readExport(name string) (*export, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var e export
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(e.Results) != 1 {
		return nil, fmt.Errorf("%s: %d results of one command", name, len(e.Results))
	}
	return &e, nil
}

// check makes sure that the program did its work.
func (p *program) check(results, output string) error {
	e, err := readExport(results)
	if err != nil {
		return err
	}
	printed, err := os.ReadFile(output)
	if err != nil {
		return err
	}
	for _, code := range e.Results[0].ExitCodes {
		if code != p.exit || !strings.Contains(string(printed), p.prints) {
			return fmt.Errorf("%s in %s: want exit code %d and %q in the output, got exit code %d and\n%s",
				quote(p.args), p.dir, p.exit, p.prints, code, printed[:min(len(printed), 2000)])
		}
	}
	return nil
}

func (p *program) read(results, memory string) (sample, error) {
	e, err := readExport(results)
	if err != nil {
		return sample{}, err
	}
	r := e.Results[0]
	taken := sample{Wall: r.Median, CPU: r.User + r.System}
	if p.repeat > 0 {
		return taken, nil
	}
	text, err := os.ReadFile(memory)
	if err != nil {
		return sample{}, err
	}
	kilobytes, err := strconv.ParseFloat(strings.TrimSpace(string(text)), 64)
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w", memory, err)
	}
	taken.Memory = kilobytes / 1024
	return taken, nil
}
