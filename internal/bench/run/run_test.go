package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestRun measures two suites, once: the smallest run of the whole script.
func TestRun(t *testing.T) {
	needs(t, "hyperfine", "time")
	t.Chdir(filepath.Join("..", "..", ".."))
	o := &options{rounds: 1, only: regexp.MustCompile("^(startup|standalone)$"), work: t.TempDir(), json: filepath.Join(t.TempDir(), "out.json")}
	var out bytes.Buffer
	if err := run(t.Context(), o, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| compatlint -V=full, in an empty folder | hashself -V=full | ", "| compatlint | `packages.Load` | ", " MB | 1 | ≤ 1.1×, < 120 MB: ",
	} {
		if strings.Count(out.String(), want) != 1 {
			t.Errorf("want %q once in\n%s", want, &out)
		}
	}
	data, err := os.ReadFile(o.json)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(data, []byte(`"subjects"`)); n != 3 {
		t.Errorf("%d comparisons in the JSON, want 3:\n%s", n, data)
	}
}

// needs skips a test without these programs. In CI they have to be there.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
}

// TestStopwatchChecks: a program that did not do its work has no cost.
func TestStopwatchChecks(t *testing.T) {
	needs(t, "hyperfine", "time")
	s, err := newStopwatch(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	script := func(text string) []string { return []string{"sh", "-c", text} }
	for name, test := range map[string]struct {
		program program
		wrong   string // in the error; "" for none
	}{
		"right":         {program{args: script("echo it\\'s done; exit 1"), exit: 1, prints: "it's done"}, ""},
		"on stderr":     {program{args: script("echo done >&2"), prints: "done"}, ""},
		"repeated":      {program{args: script("echo done"), prints: "done", repeat: 3}, ""},
		"environment":   {program{args: script("echo $VARIABLE"), prints: "value", env: []string{"VARIABLE=value"}}, ""},
		"folder":        {program{args: script("pwd"), prints: s.dir, dir: s.dir}, ""},
		"made fresh":    {program{args: script("exit 9"), fresh: func(p *program) error { p.args[2] = "exit 0"; return nil }}, ""},
		"exit code":     {program{args: script("echo done; exit 2"), exit: 1, prints: "done"}, `want exit code 1 and "done" in the output, got exit code 2`},
		"output":        {program{args: script("echo doing; exit 1"), exit: 1, prints: "done"}, `want exit code 1 and "done" in the output, got exit code 1 and` + "\ndoing"},
		"no such thing": {program{args: []string{filepath.Join(s.dir, "absent")}}, "got exit code 127"},
	} {
		before := strings.Join(test.program.args, " ")
		taken, err := s.run(t.Context(), test.program)
		switch {
		case test.wrong == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)):
			t.Errorf("%s: got the error %v, want %q in it", name, err, test.wrong)
		case test.wrong == "" && (taken.Wall <= 0 || (taken.Memory > 0) != (test.program.repeat == 0)):
			t.Errorf("%s: got %+v", name, taken)
		}
		if after := strings.Join(test.program.args, " "); after != before {
			t.Errorf("%s: the program became %q", name, after)
		}
	}
}

func TestTable(t *testing.T) {
	results := []*result{
		{
			Suite: "One", Name: "cold", Base: "tool", Subject: "compatlint", Goal: "≤ 0.4×", Met: true,
			Bases:    []sample{{Wall: 10, CPU: 20, Memory: 100}, {Wall: 12, CPU: 22, Memory: 99}, {Wall: 11, CPU: 30, Memory: 98}},
			Subjects: []sample{{Wall: 2, CPU: 4, Memory: 50}, {Wall: 3, CPU: 5, Memory: 51}, {Wall: 1, CPU: 6, Memory: 52}},
		},
		{
			Suite: "One", Base: "tool", Subject: "compatlint", Goal: "≤ 0.4×",
			Bases: []sample{{Wall: 0.01, CPU: 0.02}, {Wall: 0.012, CPU: 0.02}}, Subjects: []sample{{Wall: 0.02, CPU: 0.001}, {Wall: 0.2, CPU: 0.002}},
		},
		{Suite: "Two", Base: "tool", Subject: "compatlint", Bases: []sample{{Wall: 0.5, CPU: 0.75}}, Subjects: []sample{{Wall: 0.25, CPU: 0.25}}},
	}
	var out bytes.Buffer
	writeTable(&out, results)
	golden := filepath.Join("testdata", "table.golden")
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
}

func TestGoals(t *testing.T) {
	base := sample{Wall: 1, CPU: 10, Memory: 1000}
	for _, test := range []struct {
		goal goal
		got  sample
		met  bool
	}{
		{cpuAtMost(0.4), sample{CPU: 4}, true},
		{cpuAtMost(0.4), sample{CPU: 4.01}, false},
		{cpuAtMost(1.1).lean(), sample{CPU: 11, Memory: 119}, true},
		{cpuAtMost(1.1).lean(), sample{CPU: 11, Memory: 120}, false},
		{cpuAtMost(1.1).lean(), sample{CPU: 12, Memory: 119}, false},
		{tenTimes(), sample{CPU: 1, Memory: 100}, true},
		{tenTimes(), sample{CPU: 1.1, Memory: 100}, false},
		{tenTimes(), sample{CPU: 1, Memory: 101}, false},
		{laterBy(0.003), sample{CPU: 10.002}, true},
		{laterBy(0.003), sample{CPU: 10.004}, false},
	} {
		if got := test.goal.met(base, test.got); got != test.met {
			t.Errorf("%s with %+v: met is %t", test.goal.text, test.got, got)
		}
	}
}

func TestParse(t *testing.T) {
	for args, want := range map[string]string{
		"-rounds 0": "at least", "-areas 0": "at least", "-selectors 10": "at least", "vet": "no arguments", "-only (": "missing closing",
	} {
		if _, err := parse(strings.Fields(args)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got the error %v, want %q in it", args, err, want)
		}
	}
	o, err := parse([]string{"-rounds", "3", "-only", "^vet$"})
	if err != nil || o.rounds != 3 || !o.only.MatchString("vet") || o.only.MatchString("standalone") {
		t.Errorf("got %+v, %v", o, err)
	}
}
