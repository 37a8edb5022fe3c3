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

func TestCheckReportsEveryDifference(t *testing.T) {
	root := t.TempDir()
	if err := run(root, false); err != nil {
		t.Fatal(err)
	}
	if err := run(root, true); err != nil {
		t.Fatalf("what was just written is reported: %v", err)
	}
	changed := filepath.Join(root, "bindings", "strictnessregistry", "strictnessregistry.go")
	if err := os.WriteFile(changed, []byte("package strictnessregistry\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(root, "bindings", "strictnessregistryv2", "strictnessregistryv2.go")
	if err := os.Remove(missing); err != nil {
		t.Fatal(err)
	}
	err := run(root, true)
	if err == nil {
		t.Fatal("differences are not reported")
	}
	for _, want := range []string{changed + " is out of date", missing + ": no such file"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error is %q, want %q in it", err, want)
		}
	}
}
