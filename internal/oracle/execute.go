package oracle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Fault is what a function did wrong in one run: package generated has the same type.
type Fault struct {
	Kind     string
	Strict   bool
	Scenario []string
	Got      string
}

// A Report is what the runs of one function came to.
type Report struct {
	Name   string
	Runs   int
	Faults []Fault
}

// A toolchain compiles and runs chunks. It calls the compiler and the linker itself: every chunk is another program, and the build cache
// would keep them all.
type toolchain struct {
	dir     string // the analyzers' test module
	scratch string
	exports string // the importcfg of everything but the chunk
	sources []string
}

// newToolchain finds out where the compiled packages are that chunks import.
func newToolchain(dir, scratch string, sources []string) (*toolchain, error) {
	t := &toolchain{dir: dir, scratch: scratch, sources: sources}
	format := "{{if .Export}}{{.ImportPath}}={{.Export}}{{end}}"
	out, err := t.run("go", "list", "-export", "-deps", "-f", format, runPackage)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for line := range strings.Lines(string(out)) {
		path, _, _ := strings.Cut(line, "=")
		if strings.TrimSpace(line) != "" && path != generatedPackage && path != runPackage {
			b.WriteString("packagefile " + line)
		}
	}
	t.exports = b.String()
	return t, nil
}

func (t *toolchain) run(name string, args ...string) ([]byte, error) {
	var failure bytes.Buffer
	command := exec.Command(name, args...)
	command.Dir = t.dir
	command.Stderr = &failure
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s%s", command, err, failure.String(), out)
	}
	return out, nil
}

// execute runs the units of a chunk in every scenario.
func (t *toolchain) execute(c *chunk) (reports map[string]Report, err error) {
	work, err := os.MkdirTemp(t.scratch, "chunk")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	program, err := t.build(c, work)
	if err != nil {
		return nil, err
	}
	out, err := t.run(program)
	if err != nil {
		return nil, err
	}
	reports = map[string]Report{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var r Report
		if err := decoder.Decode(&r); errors.Is(err, io.EOF) {
			return reports, nil
		} else if err != nil {
			return nil, err
		}
		reports[r.Name] = r
	}
}

// build compiles a chunk without optimization, which takes a third of the time, and links it with the command that runs it.
func (t *toolchain) build(c *chunk, work string) (string, error) {
	inWork := func(name string) string { return filepath.Join(work, name) }
	sources := append([]string{}, t.sources...)
	for _, file := range c.files {
		name := inWork(filepath.Base(file.path))
		if err := os.WriteFile(name, file.source, 0o600); err != nil {
			return "", err
		}
		sources = append(sources, name)
	}
	config, archive, command, program := inWork("importcfg"), inWork("generated.a"), inWork("main.a"), inWork("run")
	text := t.exports + "packagefile " + generatedPackage + "=" + archive + "\n"
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		return "", err
	}
	compile := []string{"tool", "compile", "-importcfg", config, "-N", "-l", "-dwarf=false", "-c", "2"}
	if _, err := t.run("go", append(append(compile, "-p", generatedPackage, "-o", archive), sources...)...); err != nil {
		return "", err
	}
	main := filepath.Join(t.dir, "guards", "generated", "run", "main.go")
	if _, err := t.run("go", append(compile, "-p", "main", "-o", command, main)...); err != nil {
		return "", err
	}
	_, err := t.run("go", "tool", "link", "-importcfg", config, "-s", "-w", "-o", program, command)
	return program, err
}
