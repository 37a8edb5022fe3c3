package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/cli"
)

// TestProgress checks that a terminal is told what takes time, that the line is gone at the end, and that anything else sees none of it.
func TestProgress(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var stderr bytes.Buffer
		cl := &commandLine{stderr: &stderr, terminal: terminal}
		done := cl.progress("loading packages")
		if terminal != strings.Contains(stderr.String(), "loading packages") {
			t.Errorf("terminal %t: progress is %q", terminal, stderr.String())
		}
		stderr.Reset()
		done()
		if want := map[bool]string{true: "\r\x1b[K"}[terminal]; stderr.String() != want {
			t.Errorf("terminal %t: the end is %q, want %q", terminal, stderr.String(), want)
		}
	}
}

// TestProgressBeforeErrors checks that the line is gone before an error is printed.
func TestProgressBeforeErrors(t *testing.T) {
	t.Setenv("COMPATLINT_TODAY", "")
	t.Chdir(t.TempDir())
	var stdout, stderr bytes.Buffer
	cl := &commandLine{stdout: &stdout, stderr: &stderr, terminal: true}
	if code := cl.run(context.Background(), []string{"./..."}); code != exitUnusable {
		t.Errorf("exit code %d in an empty folder, want %d", code, exitUnusable)
	}
	_, after, erased := strings.Cut(stderr.String(), "\r\x1b[K")
	if !erased || !strings.Contains(after, "nothing was analysed") {
		t.Errorf("the error does not stand on a line of its own: %q", stderr.String())
	}
	if stdout.Len() > 0 {
		t.Errorf("stdout has %q", stdout.String())
	}
}

func TestIsTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if cli.IsTerminal(file) {
		t.Error("a file is taken for a terminal")
	}
}
