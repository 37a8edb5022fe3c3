package uses_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/uses"
)

var update = flag.Bool("update", false, "write the golden files")

var moduleDir = filepath.Join("..", "..", "analyzers", "testdata", "mod")

// analyze finds the uses of packages of the analyzers' test module, by package.
func analyze(t *testing.T, pattern string) map[*packages.Package]*uses.Result {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: moduleDir, Tests: true}, "example.com/lint/"+pattern)
	if err != nil {
		t.Fatal(err)
	}
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return strings.HasSuffix(p.PkgPath, ".test") })
	return run(t, pkgs)
}

// TestUses lists every use in the packages that directcall is tested with: its form, guarded or not. What is a use and what is none is
// annotated there; this pins the forms, and that no use is found twice.
func TestUses(t *testing.T) {
	var lines []string
	for pkg, result := range analyze(t, "directcall/...") {
		if pkg.ID != pkg.PkgPath {
			continue // the variant with tests has the same uses
		}
		for _, u := range result.Uses {
			position := pkg.Fset.Position(u.Node.Pos())
			var features []string
			for _, f := range u.Features {
				features = append(features, f.Name)
			}
			lines = append(lines, fmt.Sprintf("%s/%s:%04d:%03d: %s: %s (%s)", filepath.Base(filepath.Dir(position.Filename)),
				filepath.Base(position.Filename), position.Line, position.Column, u.Form, u.Subject(), strings.Join(features, ", ")))
		}
	}
	slices.Sort(lines)
	if unique := slices.Compact(slices.Clone(lines)); len(unique) != len(lines) {
		t.Error("a use is listed twice")
	}
	golden(t, "uses.golden", strings.Join(lines, "\n")+"\n")
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path+".tmp", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".tmp", path); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// TestCounts has what statistics say about uses that nobody judges.
func TestCounts(t *testing.T) {
	for pkg, result := range analyze(t, "directcall/testfiles") {
		want := 0
		if pkg.ID != pkg.PkgPath {
			want = 2
		}
		if result.InTests != want || result.Generated != 0 || len(result.Uses) != 1 {
			t.Errorf("%s: %d in tests, %d generated, %d uses; want %d, 0, 1", pkg.ID, result.InTests, result.Generated, len(result.Uses), want)
		}
	}
	for pkg, result := range analyze(t, "directcall/generated") {
		if result.InTests != 0 || result.Generated != 1 || len(result.Uses) != 2 {
			t.Errorf("%s: %d in tests, %d generated, %d uses; want 0, 1, 2", pkg.ID, result.InTests, result.Generated, len(result.Uses))
		}
	}
}
