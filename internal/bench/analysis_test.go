package bench_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
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

// BenchmarkAnalysis compares finding the uses of one package, and judging them, with type-checking it, in this process and with the registry
// already read. Type-checking is what a host does for one package: parse it, decode the export data of what it imports, check it.
func BenchmarkAnalysis(b *testing.B) {
	service := writeService(b)
	for name, value := range map[string]string{"registry": small.write(b, service), "today": today} {
		set(b, name, value)
	}
	pkgs := load(b, service, driver.LoadMode)
	exports := map[string]string{}
	packages.Visit(load(b, service, packages.NeedName|packages.NeedImports|packages.NeedDeps|packages.NeedExportFile), nil,
		func(p *packages.Package) { exports[p.PkgPath] = p.ExportFile })
	for _, pkg := range pkgs {
		b.Run(path.Base(pkg.PkgPath), func(b *testing.B) { compareWithTypes(b, pkg, exports) })
	}
}

func load(b *testing.B, dir string, mode packages.LoadMode) []*packages.Package {
	b.Helper()
	pkgs, err := packages.Load(&packages.Config{Context: b.Context(), Mode: mode, Dir: dir}, "./...")
	if err != nil {
		b.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		b.Fatal("the service does not compile")
	}
	return pkgs
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

// compareWithTypes does all in turn, and reports the medians and their ratios.
func compareWithTypes(b *testing.B, pkg *packages.Package, exports map[string]string) {
	finding, judging := passOf(b, pkg, uses.Analyzer), passOf(b, pkg, guard.Analyzer)
	var types, found, judged []time.Duration
	for b.Loop() {
		types = append(types, timed(func() { typeCheck(b, pkg, exports) }))
		found = append(found, timed(func() { run(b, finding) }))
		judged = append(judged, timed(func() { run(b, judging) }))
	}
	self := func(d time.Duration) time.Duration { return d }
	whole := median(types, self)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(whole)/1e3, "types-µs")
	b.ReportMetric(float64(median(found, self))/1e3, "uses-µs")
	b.ReportMetric(float64(median(judged, self))/1e3, "guards-µs")
	b.ReportMetric(100*float64(median(found, self))/float64(whole), "uses-%")
	b.ReportMetric(100*float64(median(judged, self))/float64(whole), "guards-%")
}

func timed(work func()) time.Duration {
	start := time.Now()
	work()
	return time.Since(start)
}

// typeCheck does what a host does before it can run an analyzer.
func typeCheck(tb testing.TB, pkg *packages.Package, exports map[string]string) {
	tb.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range pkg.CompiledGoFiles {
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, file)
	}
	open := func(importPath string) (io.ReadCloser, error) { return os.Open(exports[importPath]) }
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", open), Sizes: pkg.TypesSizes}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	if _, err := config.Check(pkg.PkgPath, fset, files, info); err != nil {
		tb.Fatal(err)
	}
}

// passOf returns a pass that runs an analyzer by itself, again and again: what it requires has run.
func passOf(tb testing.TB, pkg *packages.Package, a *analysis.Analyzer) *analysis.Pass {
	tb.Helper()
	graph, err := checker.Analyze(a.Requires, []*packages.Package{pkg}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	pass := &analysis.Pass{
		Analyzer: a, Fset: pkg.Fset, Files: pkg.Syntax, OtherFiles: pkg.OtherFiles, IgnoredFiles: pkg.IgnoredFiles,
		Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
		Report:   func(d analysis.Diagnostic) { tb.Errorf("%s reports on its own: %s", a.Name, d.Message) },
		ReadFile: os.ReadFile, ResultOf: map[*analysis.Analyzer]any{},
	}
	for _, required := range graph.Roots { // the results of others are dropped
		if required.Err != nil {
			tb.Fatal(required.Err)
		}
		pass.ResultOf[required.Analyzer] = required.Result
	}
	return pass
}

func run(tb testing.TB, pass *analysis.Pass) {
	tb.Helper()
	if _, err := pass.Analyzer.Run(pass); err != nil {
		tb.Fatal(err)
	}
}
