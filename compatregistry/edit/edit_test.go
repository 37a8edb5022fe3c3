package edit_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/edit"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const archivePath = "testdata/edit.txtar"

// TestEdit makes the change in each .do to the .yaml before it and compares with the .want after it.
func TestEdit(t *testing.T) {
	archive, err := txtar.ParseFile(archivePath)
	if err != nil || len(archive.Files)%3 != 0 {
		t.Fatalf("%v: %d files", err, len(archive.Files))
	}
	for i := 0; i < len(archive.Files); i += 3 {
		input, do, want := archive.Files[i], archive.Files[i+1], &archive.Files[i+2]
		name := strings.TrimSuffix(input.Name, ".yaml")
		t.Run(name, func(t *testing.T) {
			got, err := change(input.Data, strings.Fields(string(do.Data)))
			if err != nil {
				got = []byte(err.Error() + "\n")
			}
			if *update {
				want.Data = got
			}
			if diff := cmp.Diff(string(want.Data), string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(archivePath, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func change(data []byte, do []string) ([]byte, error) {
	f, err := edit.Parse("compat.yaml", data)
	if err != nil {
		return nil, err
	}
	switch do[0] {
	case "extend":
		to, err := grace.ParseDate(do[2])
		if err != nil {
			return nil, err
		}
		return f.Extend(do[1], compatregistry.Extension{To: to, Reason: "two clients: still on v0.2", ApprovedBy: "@lead"})
	case "retire":
		return f.Retire(do[1])
	case "add":
		return f.Add(draft(do[1]))
	}
	return nil, errors.New("unknown change")
}

// draft returns a feature that is to be added. Some names ask for more than a plain one.
func draft(name string) *compatregistry.Feature {
	f := &compatregistry.Feature{
		Name: name, Contracts: []string{"A"}, State: compatregistry.Grace, Change: compatregistry.ChangeAdded,
		Detect: compatregistry.DetectSelector, Criticality: compatregistry.Critical, Ticket: "T-3",
		Selectors: []compatregistry.RequiredSelector{{Signature: "fresh(uint256,(address,bool))"}},
	}
	f.Introduced.Version = "v1"
	f.Introduced.Date, _ = grace.ParseDate("2026-05-01")
	f.GraceEnd, _ = grace.ParseDate("2026-09-01")
	switch name {
	case "quotes":
		f.Ticket, f.Owner, f.Legacy = "123", "@team", "line: one\n# line <two>"
		f.Components, f.Introduced.Version = []string{"a, b", "no", "c d"}, "1.0"
		f.Criticality = compatregistry.Warning
	case "long":
		f.Change, f.Detect = compatregistry.ChangeReturns, compatregistry.DetectReturns
		f.Selectors = append(f.Selectors, compatregistry.RequiredSelector{Signature: "other(bytes32,bytes)"})
		for i := range f.Selectors {
			f.Selectors[i].Returns = []string{"uint256", "(address,bool)[]"}
		}
	case "unknown":
		f.Contracts = []string{"A", "B"}
	}
	return f
}

// TestLineEndings checks what a golden file would not keep.
func TestLineEndings(t *testing.T) {
	const text = "version: 1\ncontracts: {A: {rollout: grace}}\nfeatures:\n  f:\n    contract: A\n    selectors: [\"a()\"]\n" +
		"    introduced: {version: v1, date: 2026-04-15}\n    state: grace # ä\n    grace_end: 2026-08-01\n    ticket: T-1\n"
	for name, style := range map[string]func(string) string{
		"CRLF":              func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"byte order mark":   func(s string) string { return "\ufeff" + s },
		"no last line end":  func(s string) string { return strings.TrimSuffix(s, "\n") },
		"paragraph comment": func(s string) string { return strings.Replace(s, "version: 1\n", "version: 1 # a\u2029", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			before := style(text)
			for _, do := range [][]string{{"extend", "f", "2026-09-01"}, {"retire", "f"}, {"add", "h"}} {
				got, err := change([]byte(before), do)
				if err != nil {
					t.Fatalf("%v: %v", do, err)
				}
				want, err := change([]byte(text), do)
				if err != nil {
					t.Fatal(err)
				}
				if styled := style(string(want)); strings.TrimSuffix(string(got), "\n") != strings.TrimSuffix(styled, "\n") {
					t.Errorf("%v: (-want +got):\n%s", do, cmp.Diff(styled, string(got)))
				}
			}
		})
	}
}

func TestWriteKeepsWhatSomebodyElseWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.yaml")
	archive, err := txtar.ParseFile(archivePath)
	if err != nil {
		t.Fatal(err)
	}
	before := archive.Files[0].Data
	if err := os.WriteFile(path, before, 0o640); err != nil {
		t.Fatal(err)
	}
	f, err := edit.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	after, err := f.Retire("f")
	if err != nil {
		t.Fatal(err)
	}
	theirs := slices.Concat(before, []byte("# more\n"))
	if err := os.WriteFile(path, theirs, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(after); err == nil || !strings.Contains(err.Error(), "changed by somebody else") {
		t.Errorf("error is %v", err)
	}
	checkFile(t, path, theirs)
	if err := os.WriteFile(path, before, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(after); err != nil {
		t.Fatal(err)
	}
	checkFile(t, path, after)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file is %v, %v", info, err)
	}
}

// TestLargeFile has a file of 100 MB, which takes no space on the disk.
func TestLargeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.yaml")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(file.Truncate(100<<20), file.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := edit.Open(path); err == nil || !strings.Contains(err.Error(), "compat.yaml:1:1: file is too large") {
		t.Errorf("error is %v", err)
	}
}

func checkFile(t *testing.T, path string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != string(want) {
		t.Errorf("%v: (-want +got):\n%s", err, cmp.Diff(string(want), string(got)))
	}
}

// FuzzEdit checks that no registry makes a change panic, and that a change loses no line but the one or two with the values that it replaces.
func FuzzEdit(f *testing.F) {
	archive, err := txtar.ParseFile(archivePath)
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 3 {
		f.Add(archive.Files[i].Data)
	}
	valid, err := os.ReadFile("../testdata/valid/compat.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(valid)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := edit.Parse("../testdata/valid/compat.yaml", data)
		if err != nil {
			return
		}
		for _, feature := range file.Registry.Features {
			for _, do := range [][]string{{"extend", feature.Name, feature.GraceEnd.AddDays(1).String()}, {"retire", feature.Name}} {
				if after, err := change(data, do); err == nil {
					checkLines(t, data, after)
				}
			}
		}
		if after, err := change(data, []string{"add", "fresh"}); err == nil {
			checkLines(t, data, after)
		}
	})
}

func checkLines(t *testing.T, before, after []byte) {
	kept := map[string]int{}
	for line := range strings.Lines(string(after)) {
		kept[strings.TrimSpace(line)]++
	}
	lost := 0
	for line := range strings.Lines(string(before)) {
		if kept[strings.TrimSpace(line)]--; kept[strings.TrimSpace(line)] < 0 {
			lost++
		}
	}
	if lost > 2 {
		t.Errorf("%d lines are lost:\n%s\nbecomes\n%s", lost, before, after)
	}
}
