package symbols_test

import (
	"fmt"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/symbols"
)

var moduleDir = filepath.Join("..", "..", "analyzers", "testdata", "mod")

func load(t *testing.T) *packages.Package { return loadPackage(t, "example.com/lint/symbols") }

func loadPackage(t *testing.T, path string) *packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: moduleDir}, path)
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
		t.Fatalf("loading the test package: %v", pkgs)
	}
	return pkgs[0]
}

func catalogOf(t *testing.T, lock *compatregistry.Lock) *catalog.Catalog {
	t.Helper()
	registry, err := compatregistry.Load(filepath.Join(moduleDir, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Of(registry, lock)
}

// directives prints what the table knows of every function that the package mentions.
func directives(table *symbols.Table, pkg *packages.Package) map[string]string {
	found := map[string]string{}
	for _, used := range pkg.TypesInfo.Uses {
		fn, ok := used.(*types.Func)
		if !ok {
			continue
		}
		var parts []string
		for _, d := range table.Of(fn) {
			parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s %s", d.Verb, d.Kind, strings.Join(d.Features, ","))))
		}
		found[fn.Name()] = strings.Join(parts, "; ")
	}
	return found
}

var (
	ofOthers = map[string]string{
		"Requires": "requires  policy_code_hash", "Guard": "guard selector-miss", "Supports": "guard supports policy_code_hash",
		"Plain": "", "Malformed": "", "Above": "requires  policy_code_hash", "Beside": "passthrough", "Neither": "",
	}
	own = "requires  policy_code_hash"
	// Method is the name of a method of other.Type and of one of Local; both require the same.
	method = "requires  policy_metadata"
)

func want() map[string]string {
	all := map[string]string{"Own": own, "Method": method}
	for name, d := range ofOthers {
		all[name] = d
	}
	return all
}

func TestOf(t *testing.T) {
	pkg := load(t)
	root, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	table := symbols.New(pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo, catalogOf(t, nil), root)
	if diff := cmp.Diff(want(), directives(table, pkg)); diff != "" {
		t.Errorf("directives by source (-want +got):\n%s", diff)
	}
}

// TestOfLock has no root below which sources are the user's own: the lock file answers for other packages.
func TestOfLock(t *testing.T) {
	const other = "example.com/lint/symbols/other"
	lock := &compatregistry.Lock{Directives: []compatregistry.LockedDirective{
		{Verb: "requires", Symbol: other + ".Requires", Features: []string{"policy_code_hash"}},
		{Verb: "guard:selector-miss", Symbol: other + ".Guard"},
		{Verb: "guard:supports", Symbol: other + ".Supports", Features: []string{"policy_code_hash"}},
		{Verb: "requires", Symbol: "(*" + other + ".Type[T]).Method", Features: []string{"policy_metadata"}},
		{Verb: "requires", Symbol: "(" + other + ".Interface).Above", Features: []string{"policy_code_hash"}},
		{Verb: "passthrough", Symbol: "(" + other + ".Interface).Beside"},
		{Verb: "requires", Symbol: "example.com/lint/symbols.Own", Features: []string{"ignored: the package's own syntax is at hand"}},
	}}
	pkg := load(t)
	table := symbols.New(pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo, catalogOf(t, lock), "")
	if diff := cmp.Diff(want(), directives(table, pkg)); diff != "" {
		t.Errorf("directives by lock file (-want +got):\n%s", diff)
	}
}

// TestOfForeign has neither: a dependency's directives are none of the user's.
func TestOfForeign(t *testing.T) {
	pkg := load(t)
	for _, root := range []string{"", t.TempDir()} {
		got := directives(symbols.New(pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo, catalogOf(t, nil), root), pkg)
		for name := range ofOthers {
			if got[name] != "" {
				t.Errorf("root %q: %s carries %q, want nothing", root, name, got[name])
			}
		}
		if got["Own"] != own {
			t.Errorf("root %q: Own carries %q, want %q", root, got["Own"], own)
		}
	}
}

// TestWraps asks for helpers of another package: by their source, by the lock file, and with neither.
func TestWraps(t *testing.T) {
	const helpers = "example.com/lint/helpers/errs."
	pkg := loadPackage(t, "example.com/lint/guards/wrapped")
	root, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	lock := &compatregistry.Lock{Directives: []compatregistry.LockedDirective{
		{Verb: "wraps:1", Symbol: helpers + "Wrap"},
		{Verb: "wraps:x", Symbol: helpers + "Cut"},
		{Verb: "passthrough", Symbol: helpers + "Settle"},
	}}
	wrap := map[string]int{helpers + "Wrap": 1}
	for _, test := range []struct {
		name string
		lock *compatregistry.Lock
		root string
		want map[string]int
	}{
		{"source", nil, root, wrap},
		{"lock file", lock, "", wrap},
		{"neither", nil, "", map[string]int{}},
	} {
		table := symbols.New(pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo, catalogOf(t, test.lock), test.root)
		got := map[string]int{}
		for _, used := range pkg.TypesInfo.Uses {
			fn, ok := used.(*types.Func)
			if !ok || !strings.HasPrefix(fn.FullName(), helpers) {
				continue
			}
			if param, ok := table.Wraps(fn); ok {
				got[fn.FullName()] = param
			}
			if d := table.Of(fn); test.root == "" && test.lock != nil && fn.Name() == "Wrap" && len(d) > 0 {
				t.Errorf("%s carries %v: what was inferred is no directive", fn, d)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestIsGuard(t *testing.T) {
	pkg := load(t)
	root, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	table := symbols.New(pkg.Fset, pkg.Syntax, pkg.Types, pkg.TypesInfo, catalogOf(t, nil), root)
	byName := map[string]*types.Func{}
	for _, used := range pkg.TypesInfo.Uses {
		if fn, ok := used.(*types.Func); ok {
			byName[fn.Name()] = fn
		}
	}
	for _, test := range []struct {
		name, kind, feature string
		want                bool
	}{
		{"Guard", directive.GuardSelectorMiss, "", true},
		{"Guard", directive.GuardSelectorMiss, "policy_code_hash", true},
		{"Guard", directive.GuardSupports, "policy_code_hash", false},
		{"Supports", directive.GuardSupports, "policy_code_hash", true},
		{"Supports", directive.GuardSupports, "policy_metadata", false},
		{"Supports", directive.GuardSelectorMiss, "policy_code_hash", false},
		{"Requires", directive.GuardSupports, "policy_code_hash", false},
		{"Plain", directive.GuardSelectorMiss, "", false},
	} {
		if got := table.IsGuard(byName[test.name], test.kind, test.feature); got != test.want {
			t.Errorf("IsGuard(%s, %s, %q) = %t, want %t", test.name, test.kind, test.feature, got, test.want)
		}
	}
	if got := table.Requires(byName["Requires"]); !cmp.Equal(got, []string{"policy_code_hash"}) {
		t.Errorf("Requires = %q", got)
	}
	for _, file := range pkg.Syntax {
		if got := len(table.File(file).All); got != 2 {
			t.Errorf("the package has %d directives, want 2", got)
		}
	}
}
