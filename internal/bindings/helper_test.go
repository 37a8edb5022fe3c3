package bindings_test

import (
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/driver"
)

const module = "example.com/lint"

// moduleDir is the root of the analyzers' test module, whose bindings abigen has written.
var moduleDir = filepath.Join("..", "..", "analyzers", "testdata", "mod")

// load type-checks the packages of the test module that the tests look at, once.
var load = sync.OnceValues(func() (map[string]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: moduleDir}, module+"/bindings/...")
	if err != nil {
		return nil, err
	}
	byName := map[string]*packages.Package{}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
		byName[p.Name] = p
	}
	return byName, nil
})

func loaded(t *testing.T, name string) *packages.Package {
	t.Helper()
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if pkgs[name] == nil {
		t.Fatalf("the test module has no binding %s", name)
	}
	return pkgs[name]
}

// registryOf makes a registry with one contract, all of whose signatures are one feature. abi may be "".
func registryOf(t *testing.T, contract, abi string, signatures ...string) *compatregistry.Registry {
	t.Helper()
	var text strings.Builder
	fmt.Fprintf(&text, "version: 1\ncontracts:\n  %s:\n    rollout: grace\n", contract)
	if abi != "" {
		fmt.Fprintf(&text, "    abi: %s\n", abi)
	}
	fmt.Fprintf(&text, "features:\n  everything:\n    contract: %s\n    selectors:\n", contract)
	for _, signature := range signatures {
		fmt.Fprintf(&text, "      - %q\n", signature)
	}
	text.WriteString("    introduced: {version: v1.0.0, date: 2026-04-15}\n    state: grace\n    grace_end: 2026-10-01\n    ticket: T-1\n")
	registry, err := compatregistry.Parse(filepath.Join(moduleDir, "compat.yaml"), []byte(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	return registry
}

// noSources is a file set in which no position leads to a file, as under a build system that ships export data alone.
func noSources() *token.FileSet { return token.NewFileSet() }

// sentBy returns what a method of a type of the package sends, or "".
func sentBy(t *testing.T, pkg *packages.Package, r *bindings.Resolver, typeName, method string) string {
	t.Helper()
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(pkg.Types.Scope().Lookup(typeName).Type()), true, pkg.Types, method)
	fn, ok := obj.(*types.Func)
	if !ok {
		t.Fatalf("%s has no method %s", typeName, method)
	}
	function, ok := r.Method(fn)
	if !ok {
		return ""
	}
	return function.String()
}
