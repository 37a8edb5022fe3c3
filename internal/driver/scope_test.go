package driver_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/driver"
)

func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestRoot(t *testing.T) {
	root := writeTree(t, map[string]string{"repository/.git/HEAD": "", "repository/a/b/c.go": "", "worktree/.git": "", "worktree/a/b.go": "", "none/a/b.go": ""})
	for dir, want := range map[string]string{
		"repository/a/b": "repository", "repository": "repository", "worktree/a": "worktree", "none/a": "none/a",
	} {
		r := driver.NewReport(filepath.Join(root, dir), nil, nil)
		if got := r.Root(); got != filepath.Join(root, want) {
			t.Errorf("the root of %s is %s, want %s", dir, got, want)
		}
	}
}

// TestMissing checks which packages a run knows to be gone.
func TestMissing(t *testing.T) {
	root := writeTree(t, map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n", "a/a.go": "package a\n", "b/b.go": "package b\n", "c/README": "",
		"[d]/d.go":    "package d\n",
		"compat.yaml": "version: 1\ncontracts:\n  Policy: {rollout: lockstep}\nfeatures: {}\n",
	})
	r, err := driver.Run(context.Background(), driver.Options{Analyzers: analyzers.All(), Dir: root, Patterns: []string{"./a"}})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]struct{ analysed, missing bool }{
		"":                     {true, false}, // the registry
		"example.com/m/a":      {true, false},
		"example.com/m/b":      {false, false},
		"example.com/m/b_test": {false, false},
		"example.com/m/c":      {false, true},
		"example.com/m/gone":   {false, true},
		"example.com/m/[d]":    {false, false},
		"example.com/other":    {false, false}, // of a module that this run knows nothing of
		"example.com/mx/gone":  {false, false},
	} {
		if r.Analysed(path) != want.analysed || r.Missing(path) != want.missing {
			t.Errorf("%q: analysed %t, missing %t; want %+v", path, r.Analysed(path), r.Missing(path), want)
		}
	}
	for i, name := range []string{"loading", "analysing", "checking bindings"} {
		if len(r.Stats.Phases) != 3 || r.Stats.Phases[i].Name != name {
			t.Errorf("the phases are %+v, want %s at %d", r.Stats.Phases, name, i)
		}
	}
}

func TestLine(t *testing.T) {
	r := driver.NewReport(writeTree(t, map[string]string{"a.go": "one\n\r\nthree\r\nlast", "empty.go": ""}), nil, nil)
	for number, want := range map[int]string{1: "one", 2: "", 3: "three", 4: "last"} {
		if got, ok := r.Line("a.go", number); got != want || !ok {
			t.Errorf("line %d is %q, %t; want %q", number, got, ok, want)
		}
	}
	for file, number := range map[string]int{"a.go": 5, "empty.go": 1, "missing.go": 1} {
		if got, ok := r.Line(file, number); ok {
			t.Errorf("%s has a line %d: %q", file, number, got)
		}
	}
	if got, ok := r.Line("a.go", 0); ok {
		t.Errorf("a.go has a line 0: %q", got)
	}
}
