package bench_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"path"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/uses"
)

// BenchmarkAnalysis compares finding and judging the uses of one package with type-checking it, in this process and
// with the registry already read. guard requires uses, so its time holds that of uses.
func BenchmarkAnalysis(b *testing.B) {
	service := writeService(b)
	for name, value := range map[string]string{"registry": small.write(b, service), "today": today} {
		set(b, name, value)
	}
	pkgs, err := packages.Load(&packages.Config{Context: b.Context(), Mode: driver.LoadMode, Dir: service}, "./...")
	if err != nil {
		b.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		b.Fatal("the service does not compile")
	}
	for _, pkg := range pkgs {
		for _, a := range []*analysis.Analyzer{uses.Analyzer, guard.Analyzer} {
			b.Run(path.Base(pkg.PkgPath)+"/"+a.Name, func(b *testing.B) { compareWithTypes(b, pkg, a) })
		}
	}
}

// set sets a flag that all analyzers share, until the end of the benchmark.
func set(b *testing.B, name, value string) {
	b.Helper()
	old := analyzers.Flags().Lookup(name).Value.String()
	if err := analyzers.Flags().Set(name, value); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := analyzers.Flags().Set(name, old); err != nil {
			b.Error(err)
		}
	})
}

// compareWithTypes does both in turn, and reports the ratio of the medians.
func compareWithTypes(b *testing.B, pkg *packages.Package, a *analysis.Analyzer) {
	var checking, analysing []time.Duration
	for b.Loop() {
		start := time.Now()
		typeCheck(b, pkg)
		checked := time.Now()
		analyse(b, pkg, a)
		checking, analysing = append(checking, checked.Sub(start)), append(analysing, time.Since(checked))
	}
	self := func(d time.Duration) time.Duration { return d }
	checked, analysed := median(checking, self), median(analysing, self)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(checked)/1e3, "types-µs")
	b.ReportMetric(float64(analysed)/1e3, "µs")
	b.ReportMetric(float64(analysed)/float64(checked), "ratio")
}

// typeCheck checks the parsed files of a package once more, against the packages it was loaded with.
func typeCheck(tb testing.TB, pkg *packages.Package) {
	tb.Helper()
	config := types.Config{Importer: importer{pkg}, Sizes: pkg.TypesSizes}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	if _, err := config.Check(pkg.PkgPath, pkg.Fset, pkg.Syntax, info); err != nil {
		tb.Fatal(err)
	}
}

func analyse(tb testing.TB, pkg *packages.Package, a *analysis.Analyzer) {
	tb.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, []*packages.Package{pkg}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			tb.Fatal(root.Err)
		}
	}
}

// An importer knows the packages that a loaded package imports.
type importer struct{ pkg *packages.Package }

func (i importer) Import(importPath string) (*types.Package, error) {
	for _, imported := range i.pkg.Types.Imports() {
		if imported.Path() == importPath {
			return imported, nil
		}
	}
	return nil, fmt.Errorf("%s does not import %s", i.pkg.PkgPath, importPath)
}
