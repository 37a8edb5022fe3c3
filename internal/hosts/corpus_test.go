package hosts_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A module is a copy of a test module, to be linted on one day.
type module struct {
	dir      string
	today    string
	patterns []string
}

// A source is a test module of the repository.
type source struct {
	dir      string
	today    string // the day its expectations are about
	patterns []string
	data     []string // folders of the files that its registries name

	once sync.Once
	copy module
}

// example is the service that the README lints; guards has every way to guard a use, and to fail at that.
var (
	example = &source{
		dir: "testdata/avs", today: "2026-12-01", patterns: []string{"./..."}, data: []string{"contracts/artifacts"},
	}
	guards = &source{
		dir: "analyzers/testdata/mod", today: "2026-09-01", patterns: []string{"./guards/..."}, data: []string{"abi"},
	}
)

// module returns the copy that hosts may share, as they change nothing in it. Each registry has a lock file beside it.
func (s *source) module(t *testing.T) module {
	t.Helper()
	s.once.Do(func() { s.copy = s.copyTo(t, filepath.Join(scratch, filepath.Base(s.dir))) })
	if s.copy.dir == "" {
		t.Fatalf("%s could not be copied", s.dir)
	}
	return s.copy
}

// copyTo makes a copy that a test may change.
func (s *source) copyTo(t *testing.T, dir string) module {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(repository, s.dir))); err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	command{dir: dir, args: []string{"go", "mod", "edit", "-replace=github.com/compatlint/compatlint=" + root}}.run(t)
	m := module{dir: dir, today: s.today, patterns: s.patterns}
	for _, registry := range m.registries(t) {
		folder := filepath.Dir(filepath.Join(dir, registry))
		if _, err := os.Stat(filepath.Join(folder, "compat.lock")); errors.Is(err, fs.ErrNotExist) {
			command{dir: folder, args: []string{compatlint(t), "lock"}}.run(t)
		}
	}
	return m
}

// registries returns the registries that the module's packages are linted against, as paths below its folder.
func (m module) registries(t *testing.T) []string {
	t.Helper()
	out, _ := command{dir: m.dir, args: append([]string{"go", "list", "-f", "{{.Dir}}"}, m.patterns...)}.run(t)
	found := map[string]bool{}
	for _, dir := range strings.Fields(out) {
		found[m.registryOf(t, dir)] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// registryOf returns the nearest registry of a package's folder, as a path below the module's folder.
func (m module) registryOf(t *testing.T, dir string) string {
	t.Helper()
	for ; strings.HasPrefix(dir, m.dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "compat.yaml")
		if _, err := os.Stat(path); err == nil {
			return m.relative(t, path)
		}
	}
	t.Fatalf("%s has no registry", m.dir)
	return ""
}

func (m module) relative(t *testing.T, path string) string {
	t.Helper()
	name, err := filepath.Rel(m.dir, path)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(name)
}
