package compatregistry

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestIdentify changes one thing at a time by which builds differ.
func TestIdentify(t *testing.T) {
	dir := t.TempDir()
	noon := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	write := func(name, content string, written time.Time) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, written, written); err != nil {
			t.Fatal(err)
		}
		id, err := identify(path)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	first := write("a", "build 1", noon)
	for what, id := range map[string]string{
		"path": write("b", "build 1", noon), "build ID": write("a", "build 2", noon), "size": write("a", "build 10", noon),
		"time": write("a", "build 1", noon.Add(time.Second)),
	} {
		if id == first {
			t.Errorf("executables that differ in their %s are taken for one", what)
		}
	}
	if write("a", "build 1", noon) != first {
		t.Error("one executable is taken for two")
	}
	if _, err := identify(filepath.Join(dir, "missing")); err == nil {
		t.Error("an executable that is not there is identified")
	}
}
