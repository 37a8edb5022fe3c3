package abidiff_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/abidiff"
)

// TestReadFolder says which files of a folder are read.
func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	one := abiJSON(t, "foo()")
	for name, text := range map[string]string{
		"A.json": one, "sub/B.json": one, "C.abi": one, "D.abi.json": one,
		".hidden/X.json": one, "node_modules/X.json": one, "build-info/X.json": one,
		"_old/X.json": one, "testdata/X.json": one, "vendor/X.json": one,
		"list.json": `["function"]`, "numbers.json": "[1]", "config.json": `{"type": "function"}`,
		"entries.json": `[{"type": "module"}]`, "null.json": "null",
		"X.txt": one, "X_test.go": "package x",
	} {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	var names []string
	for _, c := range read(t, dir, ".").Contracts {
		names = append(names, c.Name)
	}
	if diff := cmp.Diff([]string{"A", "C", "D", "B"}, names); diff != "" {
		t.Errorf("contracts (-want +got):\n%s", diff)
	}
}

// TestBindingsAreTheirABI reads real bindings of both generators and the artifact that they were generated from: there is no difference.
func TestBindingsAreTheirABI(t *testing.T) {
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata", "avs"))
	if err != nil {
		t.Fatal(err)
	}
	sources := []string{"contracts/artifacts/NewtonPolicy.json", "bindings/policy", "bindings/policy/policy.go", "bindings/policyv2"}
	for _, old := range sources {
		for _, updated := range sources {
			if report := compare(t, dir, old, updated, abidiff.Options{}); !report.IsEmpty() || report.Compared != 1 {
				t.Errorf("%s and %s: %s", old, updated, report.Summary())
			}
		}
	}
}

// TestReadLinks: links to files are followed, and a link to nothing is not passed over.
func TestReadLinks(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "elsewhere", "A.json"), abiJSON(t, "foo()"))
	folder := filepath.Join(dir, "abi")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("..", "elsewhere", "A.json"), filepath.Join(folder, "B.json")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	if source := read(t, dir, "abi"); len(source.Contracts) != 1 || source.Contracts[0].Name != "B" {
		t.Errorf("contracts are %+v, want B", source.Contracts)
	}
	if err := os.Symlink("nowhere.json", filepath.Join(folder, "C.json")); err != nil {
		t.Fatal(err)
	}
	if _, err := abidiff.Read(t.Context(), dir, "abi"); err == nil || !strings.Contains(err.Error(), "C.json") {
		t.Errorf("error is %v, want one about C.json", err)
	}
}

// TestReadPipe: shells give the output of a command as the name of a pipe.
func TestReadPipe(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("pipes have no names here")
	}
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if _, err := in.WriteString(abiJSON(t, "foo()")); err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("/proc/self/fd", strconv.FormatUint(uint64(out.Fd()), 10))
	if source := read(t, t.TempDir(), name); len(source.Contracts) != 1 || len(source.Contracts[0].Version.ABI.Methods) != 1 {
		t.Errorf("contracts are %+v, want the one in the pipe", source.Contracts)
	}
}

// TestErrorsAreBounded: a folder of something else does not print thousands of lines.
func TestErrorsAreBounded(t *testing.T) {
	dir := t.TempDir()
	for _, name := range strings.Split("abcdefghijklmnopqrstuvwxyz", "") {
		writeFile(t, filepath.Join(dir, name+".json"), "{")
	}
	_, err := abidiff.Read(t.Context(), dir, dir)
	var list compatregistry.ErrorList
	if !errors.As(err, &list) || len(list) != 20 {
		t.Errorf("error is %v, want 20", err)
	}
}

// FuzzRead reads files of any content: contracts with an ABI, or errors that have a place in the file.
func FuzzRead(f *testing.F) {
	f.Add("A.json", []byte(`{"contractName": "A", "abi": [{"type": "function", "name": "foo"}]}`))
	f.Add("A.go", []byte("package a\n\nvar AMetaData = &bind.MetaData{ABI: \"[]\" + (`x`)}\n"))
	f.Add("A.go", []byte("package a\n\nvar AMetaData, BMetaData = &bind.MetaData{ABI: `[{\"type\":\"event\",\"name\":\"E\"}]`}, f()\n"))
	f.Add("A.abi", []byte("version https://git-lfs.github.com/spec/v1"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if extension := filepath.Ext(name); extension != ".json" && extension != ".go" && extension != ".abi" {
			return
		}
		dir := t.TempDir()
		path := filepath.Join(dir, "A"+filepath.Ext(name))
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		for _, read := range []string{path, dir} {
			source, err := abidiff.Read(t.Context(), dir, read)
			var list compatregistry.ErrorList
			switch {
			case errors.As(err, &list):
				for _, e := range list {
					if e.File != path || e.Line < 1 || e.Line > strings.Count(string(data), "\n")+1 || e.Column < 1 {
						t.Fatalf("%v is no place in the file", e)
					}
				}
			case err != nil && read == path:
				t.Fatalf("error %v has no place", err)
			case err == nil:
				checkSelf(t, source)
			}
		}
	})
}

// checkSelf compares a source with itself.
func checkSelf(t *testing.T, source *abidiff.Source) {
	if len(source.Contracts) == 0 {
		t.Fatal("nothing was read, and there is no error")
	}
	report, err := abidiff.Compare(source, source, abidiff.Options{AdditiveOnly: true})
	if err != nil || !report.IsEmpty() || len(report.Violations()) > 0 {
		t.Fatalf("a source differs from itself: %+v, %v", report, err)
	}
}
