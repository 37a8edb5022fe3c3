package bench_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A vetTool is a program that go vet runs, and the exit code of go vet with it.
type vetTool struct {
	path string
	exit int
}

// BenchmarkVet compares go vet with compatlint to go vet with a tool that has no analyzers. "cold" is the first run with a tool, when
// dependencies are compiled but nothing is known of any package; "warm" is a run after which nothing has changed. The service is clean for
// "clean", which is what a repeated run mostly sees, and has findings for "findings".
func BenchmarkVet(b *testing.B) {
	f := newBench(b)
	dir := b.TempDir()
	noop := vetTool{path: filepath.Join(dir, "noopvet")}
	goCommand(b, repository, "build", "-o", noop.path, "./internal/bench/noopvet")
	registry := string(read(b, small.write(b, b.TempDir())))
	for _, state := range []struct {
		name, registry string
		exit           int
	}{
		{"findings", registry, 1},
		{"clean", strings.ReplaceAll(registry, "state: grace", "state: strict"), 0},
	} {
		write(b, filepath.Join(f.service, "compat.yaml"), []byte(state.registry))
		subject := vetTool{path: f.linter, exit: state.exit}
		b.Run("base=noop/cold/"+state.name, func(b *testing.B) { f.vetCold(b, noop, subject) })
		b.Run("base=noop/warm/"+state.name, func(b *testing.B) { compare(b, f.vet(noop), f.vet(subject)) })
	}
}

// vet runs go vet over the service.
func (f *bench) vet(tool vetTool) program {
	return program{path: "go", args: []string{"-C", f.service, "vet", "-vettool=" + tool.path, "./..."}, exit: tool.exit}
}

// vetCold runs the tools in turn, each time under an identity that the go command has not seen.
func (f *bench) vetCold(b *testing.B, base, subject vetTool) {
	var bases, subjects []sample
	f.vet(base).run(b) // compiles the dependencies
	for b.Loop() {
		for range 3 {
			bases = append(bases, f.vet(base.renewed(b)).run(b))
			subjects = append(subjects, f.vet(subject.renewed(b)).run(b))
		}
	}
	report(b, medians(bases), medians(subjects))
}

var renewals int

// renewed is the tool with other bytes behind its end, which do nothing but tell the go command that it is another one.
func (t vetTool) renewed(tb testing.TB) vetTool {
	tb.Helper()
	renewals++
	path := filepath.Join(tb.TempDir(), filepath.Base(t.path))
	if err := copyFile(path, t.path, fmt.Sprintf("%s %d", tb.TempDir(), renewals)); err != nil {
		tb.Fatal(err)
	}
	return vetTool{path, t.exit}
}

// copyFile copies a program piece by piece, since the memory of this process limits what it can see of others'.
func copyFile(to, from, end string) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	_, err = io.Copy(target, io.MultiReader(source, strings.NewReader(end)))
	return err
}
