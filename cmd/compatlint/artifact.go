package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/driver"
)

// An artifact is a file that a command makes from the registry, and how the user wants it.
type artifact struct {
	*shared
	out   string
	check bool

	command string // what writes it, without flags: "compatlint matrix"
	mark    string // what its beginning holds, so that no other file is overwritten
}

func (a *artifact) register(fs *flag.FlagSet, usual string) {
	a.shared.register(fs)
	fs.StringVar(&a.out, "out", a.out, "write to `FILE` (default: "+usual+"); - is stdout")
}

func (a *artifact) registerCheck(fs *flag.FlagSet) {
	fs.BoolVar(&a.check, "check", false, "write nothing, and fail if the file is out of date")
}

// toStdout reports whether there is no file.
func (a *artifact) toStdout() bool { return a.out == "" || a.out == "-" }

// valid refuses what cannot be done.
func (a *artifact) valid(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("%s takes no arguments: name the registry with -registry and the file with -out", strings.TrimPrefix(a.command, "compatlint "))
	case a.check && a.toStdout():
		return errors.New("-check compares a file: name it with -out")
	}
	return nil
}

// finishArtifact writes the text where the user wants it, or compares it with what is there.
func (cl *commandLine) finishArtifact(a *artifact, text []byte, flags ...string) error {
	if a.toStdout() {
		_, err := cl.stdout.Write(text)
		return err
	}
	if a.check {
		return cl.checkArtifact(a, text, flags)
	}
	if err := a.overwritable(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.out), 0o777); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	if err := atomicfile.Write(a.out, text); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	fmt.Fprintf(cl.stderr, "compatlint: wrote %s\n", driver.Relative(cl.dir, a.out))
	return nil
}

// overwritable refuses to replace a file that somebody else wrote, be it the registry itself.
func (a *artifact) overwritable() error {
	info, err := os.Stat(a.out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	if info.IsDir() {
		return fmt.Errorf("-out: %s is a folder: name a file in it", a.out)
	}
	if !info.Mode().IsRegular() || info.Size() == 0 {
		return nil
	}
	beginning, err := readBeginning(a.out, 1024)
	if err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	if !bytes.Contains(beginning, []byte(a.mark)) {
		return fmt.Errorf("-out: %s was not written by %s: remove it, or name another file", a.out, a.command)
	}
	return nil
}

func readBeginning(name string, limit int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() // it was only read
	return io.ReadAll(io.LimitReader(file, limit))
}

// checkArtifact compares the file with what would be written. Version control may have changed its line ends.
func (cl *commandLine) checkArtifact(a *artifact, text []byte, flags []string) error {
	run := strings.Join(append([]string{a.command}, flags...), " ")
	name := driver.Relative(cl.dir, a.out)
	committed, err := os.ReadFile(a.out)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(cl.stdout, "%s:1: missing: there is no such file: run %q and commit it\n", name, run)
		return errFindings
	}
	if err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	if line := firstDifference(committed, text); line > 0 {
		fmt.Fprintf(cl.stdout, "%s:%d: out-of-date: the registry says something else from this line on: run %q and commit the file\n", name, line, run)
		return errFindings
	}
	return nil
}

// firstDifference is the number of the first line that differs, or 0.
func firstDifference(a, b []byte) int {
	left, right := lines(a), lines(b)
	for i := range max(len(left), len(right)) {
		if i >= len(left) || i >= len(right) || left[i] != right[i] {
			return i + 1
		}
	}
	return 0
}

func lines(text []byte) []string {
	return strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
}

// outFlag is the flag that names the file, as a user has to write it.
func (a *artifact) outFlag() []string { return flagOf("out", a.out) }

func flagOf(name, value string) []string {
	if value == "" {
		return nil
	}
	if strings.ContainsAny(value, " \t'\"\\$&;|<>()*?") {
		value = "'" + strings.ReplaceAll(value, "'", `'\''`) + "'"
	}
	return []string{"-" + name, value}
}
