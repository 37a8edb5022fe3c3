package uses_test

import (
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/uses"
)

// records are the lines of a lock file with the forwarders and directives of packages, without what comes before them.
func records(sources *uses.Sources, dirs map[string]string) string {
	lock := &compatregistry.Lock{}
	for importPath, dir := range dirs {
		lock.Forwarders = append(lock.Forwarders, sources.Forwarders(importPath, dir)...)
		lock.Directives = append(lock.Directives, sources.Directives(importPath, dir)...)
	}
	_, text, _ := strings.Cut(string(lock.Encode()), "version 1\n")
	return text
}

// sourcesIn returns the sources of the module in dir, for the registry of the analyzers' test module and one more caller.
func sourcesIn(t *testing.T, root, dir string) *uses.Sources {
	t.Helper()
	registry, err := compatregistry.Load(filepath.Join(moduleDir, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	registry.Guards.Callers = append(registry.Guards.Callers, "(example.com/lint/ports.Caller).Call")
	return uses.SourcesOf(catalog.Of(registry, nil), root, dir)
}

// TestForwarders pins what is known of the forwarders that directcall is tested with, as the lock file has it.
func TestForwarders(t *testing.T) {
	root, err := filepath.Abs(moduleDir)
	if err != nil {
		t.Fatal(err)
	}
	dirs := map[string]string{}
	for _, name := range []string{"contract", "reader", "batch", "app"} {
		dirs["example.com/lint/directcall/crossing/"+name] = filepath.Join(root, "directcall", "crossing", name)
	}
	golden(t, "forwarders.golden", records(sourcesIn(t, root, root), dirs))
}

const policyRegistry = `version: 1
contracts:
  Policy: {rollout: grace}
features:
  attest:
    contract: Policy
    selectors: ["attest(bytes32,bytes)"]
    introduced: {version: v1.0.0, date: 2026-08-01}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
`

const bound = `import "github.com/ethereum/go-ethereum/accounts/abi/bind"

type C struct{ bound *bind.BoundContract }

func (c *C) Call(method string) error { return c.bound.Call(nil, nil, method) }
`

// TestSources has what keeps packages from being read as the compiler reads them.
func TestSources(t *testing.T) {
	tests := map[string]struct {
		files map[string]string
		dirs  map[string]string // import path -> folder
		want  string
	}{
		"variants for different builds": {
			files: map[string]string{
				"go.mod":              "module example.com/a\n",
				"a.go":                "package a\n" + bound,
				"call.go":             "package a\nfunc Call(c *C, note, method string) error { return c.Call(method) }\n",
				"call_special.go":     "//go:build special && !linux\n\npackage a\nfunc Special(c *C, note, method string) error { return c.Call(method) }\n",
				"call_other.go":       "//go:build !special\n\npackage a\nfunc Special(c *C, note, method string) error { return c.Call(note) }\n",
				"tool.go":             "//go:build ignore && linux\n\npackage main\nfunc Tool(c *C, method string) error { return c.Call(method) }\n",
				"not_ignored.go":      "//go:build !ignore\n\npackage a\nfunc Plain(c *C, method string) error { return c.Call(method) }\n",
				"call_test.go":        "package a\nfunc Test(c *C, method string) error { return c.Call(method) }\n",
				"_old.go":             "package a\nfunc Old(c *C, method string) error { return c.Call(method) }\n",
				"testdata/ignored.go": "package b\n",
			},
			dirs: map[string]string{"example.com/a": "."},
			want: "forwarder (*example.com/a.C).Call 0\nforwarder example.com/a.Call 2\nforwarder example.com/a.Plain 1\n" +
				"forwarder example.com/a.Special 1\nforwarder example.com/a.Special 2\n",
		},
		"code that does not compile": {
			files: map[string]string{
				"go.mod":    "module example.com/a\n",
				"a.go":      "package a\n" + bound + "func Wrong(c *C, method string) error { var x int = \"\"; return c.Call(method, undefined) }\n",
				"broken.go": "package a\nfunc Broken(c *C, method string) error { return c.Call(method\n",
				"b/b.go": "package b\nimport \"example.com/a\"\nimport \"example.com/a/c\"\n" +
					"func B(x *a.C, method string) error { return c.C(x, method) }\n",
				"c/c.go": "package c\nimport \"example.com/a\"\nimport \"example.com/a/b\"\n" +
					"func C(x *a.C, method string) error { _ = b.B; return x.Call(method) }\n",
			},
			dirs: map[string]string{"example.com/a": ".", "example.com/a/c": "c", "example.com/a/gone": "gone"},
			want: "forwarder (*example.com/a.C).Call 0\nforwarder example.com/a.Wrong 1\nforwarder example.com/a/c.C 1\n",
		},
		"modules": {
			files: map[string]string{
				".git/HEAD":     "",
				"app/go.mod":    "module example.com/app\nreplace (\n\texample.com/lib v1.0.0 => ../lib // beside it\n\texample.com/far => example.com/fork v1.0.0\n)\n",
				"app/app.go":    "package app\nimport \"example.com/lib\"\nimport \"example.com/far\"\nfunc Near(c *lib.C, m string) { c.Call(m) }\nfunc Far(c *far.C, m string) { c.Call(m) }\n",
				"lib/go.mod":    "module example.com/lib\n",
				"lib/lib.go":    "package lib\n" + bound,
				"far/go.mod":    "module example.com/far\n",
				"far/far.go":    "package far\n" + bound,
				"lib/lib_it.go": "package lib\n",
			},
			dirs: map[string]string{"example.com/app": "app"},
			want: "forwarder example.com/app.Near 1\n",
		},
		"a workspace": {
			files: map[string]string{
				"go.work":    "go 1.26\nuse (\n\t./app\n\t./lib\n)\n",
				"app/go.mod": "module example.com/app\n",
				"app/app.go": "package app\nimport \"example.com/lib/v2/sub\"\nfunc Near(c *sub.C, m string) { c.Call(m) }\n",
				"lib/go.mod": "module example.com/lib/v2\n", "lib/sub/sub.go": "package sub\n" + bound,
			},
			dirs: map[string]string{"example.com/app": "app"},
			want: "forwarder example.com/app.Near 1\n",
		},
		"guards.callers": {
			files: map[string]string{
				"go.mod":         "module example.com/lint\n",
				"ports/ports.go": "package ports\ntype Caller interface{ Call(method string) }\ntype Other interface{ Call(method string) }\n",
				"a.go": "package lint\nimport \"example.com/lint/ports\"\n" +
					"func A(c ports.Caller, m string) { c.Call(m) }\nfunc B(c ports.Other, m string) { c.Call(m) }\n",
			},
			dirs: map[string]string{"example.com/lint": "."},
			want: "forwarder example.com/lint.A 1\n",
		},
		"what nobody can call from elsewhere": {
			files: map[string]string{
				"go.mod": "module example.com/a\n",
				"a.go": "package a\n" + bound + "func call(c *C, m string) { c.Call(m) }\ntype t struct{ *C }\nfunc (t) Exported(m string) { t{}.Call(m) }\n" +
					"//compat:requires f\nfunc requires() error\n//compat:requires f,g\nfunc Requires() error\n" +
					"//compat:ignore f until=2027-01-01 -- why\nfunc Ignored() error\n//compat:guard\nfunc Malformed() error\n" +
					"type I[K any] interface{\n//compat:guard supports f\nHas() bool\n}\nvar V interface{\n//compat:passthrough\nM()\n}\n",
				"cmd/main.go": "package main\nimport \"example.com/a\"\n//compat:requires f\nfunc Main(c *a.C, m string) { c.Call(m) }\n",
			},
			dirs: map[string]string{"example.com/a": ".", "example.com/a/cmd": "cmd"},
			want: "directive guard:supports \"(example.com/a.I[K any]).Has\" f\ndirective requires example.com/a.Requires f,g\n" +
				"forwarder (*example.com/a.C).Call 0\nforwarder (example.com/a.t).Exported 0\n",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			write(t, root, test.files)
			dirs := map[string]string{}
			home := root
			for importPath, dir := range test.dirs {
				dirs[importPath] = filepath.Join(root, dir)
				home = dirs[importPath]
			}
			if diff := cmp.Diff(test.want, records(sourcesIn(t, root, home), dirs)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestPacksOnly asks about the functions that the app calls, as the export data has them.
func TestPacksOnly(t *testing.T) {
	want := map[string]bool{
		"Pack": true, "Add": true, "AddAt": true, "Named": true, "AddAll": true, "Transaction": true,
		"Send": false, "SendLater": false, "SendRaw": false, "SendPlain": false, "Both": false, "aggregate": false,
	}
	for pkg, result := range analyze(t, "directcall/crossing/...") {
		for _, imported := range append(pkg.Types.Imports(), pkg.Types) {
			if imported.Name() != "batch" {
				continue
			}
			batch := imported.Scope().Lookup("Batch").Type().(*types.Named)
			for method := range batch.Methods() {
				if got := result.PacksOnly(method); got != want[method.Name()] {
					t.Errorf("in %s, PacksOnly(%s) = %t", pkg.PkgPath, method.Name(), got)
				}
			}
		}
	}
}

// TestLockedForwarders builds without the paths of sources in export data, as hermetic hosts do: then the lock file answers.
func TestLockedForwarders(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, root, map[string]string{
		"go.mod": "module example.com/a\n\ngo 1.26\n",
		"lib/lib.go": "package lib\n\nfunc Call(note, method string) {}\n\nfunc Other(method string) {}\n\n" +
			"type Box[T any] struct{}\n\nfunc (b *Box[U]) Get(method string, values ...any) {}\n",
		"app.go": `package a

import "example.com/a/lib"

func first() { lib.Call("attest", "owner") }

func second() { lib.Call("owner", "attest") }

func passed() { pass("attest") }

func pass(method string) { lib.Call("", method) }

func other() { lib.Other("attest") }

func counted(b *lib.Box[int]) { b.Get("attest", 1, 2) }

func more(b *lib.Box[int]) { b.Get("attest", 1, 2, 3) }
`,
		"compat.yaml": policyRegistry,
		"compat.lock": "version 1\nforwarder example.com/a/lib.Call 1\nforwarder (*example.com/a/lib.Box[U]).Get 0 values=1\n",
	})
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: root, BuildFlags: []string{"-trimpath"}}, ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, result := range run(t, pkgs) {
		for _, u := range result.Uses {
			for cursor := range u.Cursor.Enclosing((*ast.FuncDecl)(nil)) {
				got = append(got, cursor.Node().(*ast.FuncDecl).Name.Name)
			}
		}
	}
	slices.Sort(got)
	if want := []string{"counted", "passed", "second"}; !slices.Equal(got, want) {
		t.Errorf("uses in %v, want %v", got, want)
	}
}

// TestWrappingDirectives: what a function does for one build only is not in the lock file, which is the same for all.
func TestWrappingDirectives(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, root, map[string]string{
		"go.mod":      "module example.com/a\n\ngo 1.26\n",
		"compat.yaml": policyRegistry,
		"lib/lib.go": `package lib

import "fmt"

type Box[T any] struct{}

func (*Box[T]) Wrap(err error) error { return fmt.Errorf("box: %w", err) }

func Wrap(what string, err error) error { return fmt.Errorf("%s: %w", what, err) }

func Cut(what string, err error) error { return fmt.Errorf("%s: %v", what, err) }

func wrap(err error) error { return fmt.Errorf("lib: %w", err) }
`,
		"lib/lib_linux.go": "package lib\n\nfunc Both(err error) error { return err }\n\nfunc One(err error) error { return err }\n",
		"lib/lib_other.go": "//go:build !linux\n\npackage lib\n\nfunc Both(err error) error { return err }\n\nfunc One(err error) error { return nil }\n",
	})
	registry, err := compatregistry.Load(filepath.Join(root, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "lib")
	var got []string
	for _, d := range uses.SourcesOf(catalog.Of(registry, nil), root, dir).Directives("example.com/a/lib", dir) {
		got = append(got, d.Verb+" "+d.Symbol)
	}
	slices.Sort(got)
	want := []string{"wraps:0 (*example.com/a/lib.Box[T]).Wrap", "wraps:0 example.com/a/lib.Both", "wraps:1 example.com/a/lib.Wrap"}
	if !slices.Equal(got, want) {
		t.Errorf("the lock file would have %q, want %q", got, want)
	}
}

// TestReadsNothing: other packages are read only for one that names a registered method to them.
func TestReadsNothing(t *testing.T) {
	for name, want := range map[string]int{"attest": 1, "owner": 0} {
		root, err := filepath.EvalSymlinks(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		write(t, root, map[string]string{
			"go.mod":      "module example.com/a\n\ngo 1.26\n",
			"lib/lib.go":  "package lib\n\nfunc Log(text string) {}\n",
			"app.go":      "package a\n\nimport \"example.com/a/lib\"\n\nfunc F(text string) { lib.Log(text); lib.Log(\"" + name + "\") }\n",
			"compat.yaml": policyRegistry,
		})
		pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: root}, ".")
		if err != nil {
			t.Fatal(err)
		}
		for _, result := range run(t, pkgs) {
			if n := uses.FoldersRead(result.Catalog); n != want {
				t.Errorf("for a package that names %s, %d folders were read, want %d", name, n, want)
			}
		}
	}
}

// run finds the uses of packages, by package.
func run(t *testing.T, pkgs []*packages.Package) map[*packages.Package]*uses.Result {
	t.Helper()
	if err := inputs.Analyzer.Flags.Set("today", "2026-09-01"); err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{uses.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	results := map[*packages.Package]*uses.Result{}
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Fatal(action.Err)
		}
		results[action.Package] = action.Result.(*uses.Result)
	}
	return results
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
