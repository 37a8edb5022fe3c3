package generate_test

import (
	"flag"
	"go/ast"
	"go/constant"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/generate"
)

var update = flag.Bool("update", false, "write the golden files")

// states has a feature in every state.
const states = "../matrix/testdata/states.yaml"

func load(t *testing.T, path string) *compatregistry.Registry {
	t.Helper()
	r, err := compatregistry.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func constants(t *testing.T, r *compatregistry.Registry) string {
	t.Helper()
	text, err := generate.Constants(r, "features")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestGolden(t *testing.T) {
	for name, path := range map[string]string{
		"avs": "../../testdata/avs/compat.yaml", "states": states, "empty": "../matrix/testdata/empty.yaml",
	} {
		t.Run(name, func(t *testing.T) {
			got := constants(t, load(t, path))
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("constants (-want +got):\n%s", diff)
			}
			if formatted, err := format.Source([]byte(got)); err != nil || string(formatted) != got {
				t.Errorf("gofmt would change the file (%v)", err)
			}
		})
	}
}

// check type-checks a file against a stand-in for package compat.
func check(t *testing.T, text string) (*ast.File, *types.Package) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "features.go", text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: standIn{}}).Check("example.com/features", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return file, pkg
}

type standIn struct{}

func (standIn) Import(path string) (*types.Package, error) {
	if path != "github.com/compatlint/compatlint/compat" {
		return importer.Default().Import(path)
	}
	pkg := types.NewPackage(path, "compat")
	for _, name := range []string{"Feature", "Date"} {
		object := types.NewTypeName(token.NoPos, pkg, name, nil)
		types.NewNamed(object, types.Typ[types.String], nil)
		pkg.Scope().Insert(object)
	}
	pkg.MarkComplete()
	return pkg, nil
}

// TestConstants reads the values back through the type checker.
func TestConstants(t *testing.T) {
	r := load(t, states)
	r.Feature("windows").Ticket = "a \"quoted\" `ticket`\\\nwith 🦆"
	file, pkg := check(t, constants(t, r))
	got := map[string]string{}
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name).(*types.Const)
		got[name+" "+types.TypeString(object.Type(), func(p *types.Package) string { return p.Name() })] = constant.StringVal(object.Val())
	}
	want := map[string]string{
		"Windows compat.Feature": "windows", "WindowsGraceEnd compat.Date": "2026-10-01", "WindowsTicket untyped string": r.Feature("windows").Ticket,
		"Contracts compat.Feature": "contracts", "ContractsGraceEnd compat.Date": "2027-04-01", "ContractsTicket untyped string": "NEWT-1002",
		"SameDay compat.Feature": "same_day", "SameDayGraceEnd compat.Date": "2027-04-01", "SameDayTicket untyped string": "NEWT-1002",
		"TaskBatches compat.Feature": "task_batches", "TaskBatchesTicket untyped string": "NEWT-1003",
		"ClientEnumeration compat.Feature": "client_enumeration", "ClientEnumerationGraceEnd compat.Date": "2026-01-01",
		"ClientEnumerationTicket untyped string": "NEWT-0640",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("constants (-want +got):\n%s", diff)
	}
	if !ast.IsGenerated(file) {
		t.Error("the file does not say that it is generated")
	}
}

// TestCommentsStayComments has texts with line ends.
func TestCommentsStayComments(t *testing.T) {
	r := load(t, states)
	r.Feature("windows").Introduced.Version = "v1\nvar X = 1\r\x00"
	r.Feature("windows").Contracts = []string{"A\u2028B", "*/"}
	_, pkg := check(t, constants(t, r))
	if pkg.Scope().Lookup("X") != nil {
		t.Error("the version has become code")
	}
}

func TestSameNames(t *testing.T) {
	const text = `version: 1
contracts: {A: {rollout: lockstep}}
features:
  a_ticket: {contract: A, selectors: ["f()"], introduced: {version: v1, date: 2026-01-01}, state: strict, ticket: T}
  a: {contract: A, selectors: ["g()"], introduced: {version: v1, date: 2026-01-01}, state: strict, ticket: T}
`
	r, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	_, err = generate.Constants(r, "features")
	const want = `compat.yaml:5:3: feature "a" and feature "a_ticket" would both have a Go constant ATicket: rename one of them`
	if err == nil || err.Error() != want {
		t.Errorf("error is %v, want %s", err, want)
	}
	r.Feature("a").State = compatregistry.Retired // its constants are gone
	if _, err := generate.Constants(r, "features"); err != nil {
		t.Error(err)
	}
}

func TestName(t *testing.T) {
	for feature, want := range map[string]string{"policy_code_hash": "PolicyCodeHash", "a": "A", "v2_3x": "V23x", "abc": "Abc"} {
		if got := generate.Name(feature); got != want {
			t.Errorf("Name(%q) = %s, want %s", feature, got, want)
		}
	}
}

func TestPackageName(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"flags/flags_test.go": "package flags_test\n", "other/z.go": "package names\n", "other/a.go": "not Go",
		"go-features/README.md": "", "main/features.go": "package old\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for file, want := range map[string]string{
		"flags/features.go": "flags", "other/features.go": "names", "new/features.go": "new", "main/features.go": "main",
	} {
		if got, err := generate.PackageName(filepath.Join(dir, file)); err != nil || got != want {
			t.Errorf("%s is in package %s (%v), want %s", file, got, err, want)
		}
	}
	if _, err := generate.PackageName(filepath.Join(dir, "go-features", "f.go")); err == nil || !strings.HasSuffix(err.Error(), "name it with -package") {
		t.Errorf("error is %v", err)
	}
}

func TestCheckPackageName(t *testing.T) {
	for _, name := range []string{"features", "x1", "main"} {
		if err := generate.CheckPackageName(name); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"", "_", "func", "a-b", "1a", "a.b", "a b"} {
		if generate.CheckPackageName(name) == nil {
			t.Errorf("%q is taken for a package's name", name)
		}
	}
}
