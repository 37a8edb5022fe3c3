package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCommittedBindingsAreUpToDate(t *testing.T) {
	if err := run(filepath.Join("..", ".."), true); err != nil {
		t.Error(err)
	}
}

func TestCheckReportsEveryDriftedFile(t *testing.T) {
	root := t.TempDir()
	if err := run(root, false); err != nil {
		t.Fatal(err)
	}
	if err := run(root, true); err != nil {
		t.Fatalf("what was just written is reported: %v", err)
	}
	changed := filepath.Join(root, "bindings", "policy", "policy.go")
	if err := os.WriteFile(changed, []byte("package policy\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(root, "bindings", "taskmanager", "taskmanager.go")
	if err := os.Remove(missing); err != nil {
		t.Fatal(err)
	}
	err := run(root, true)
	if err == nil {
		t.Fatal("drift is not reported")
	}
	for _, want := range []string{changed + " is out of date", missing + " is missing"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error is %q, want %q in it", err, want)
		}
	}
}
