package dualpath_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/analyzers/featurekey"
	"github.com/compatlint/compatlint/analyzers/gracedate"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/staleguard"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/inputs"
)

var fixing = []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer}

// judging are fixing and the analyzers that a fix must not give anything to find.
var judging = append(slices.Clone(fixing), gracedate.Analyzer, featurekey.Analyzer, staleguard.Analyzer)

// TestFixesHold applies every fix that is suggested anywhere in the test module, one at a time, and looks at the package again: it compiles, it
// is formatted, the finding is gone, and no other has come. Callers of a function that is annotated are found instead of it, and nothing else.
func TestFixesHold(t *testing.T) {
	fixable := loadFixable(t)
	before := fixable.lint(t, fixable.pkgs)
	kinds := map[string]int{}
	for _, pkg := range fixable.pkgs {
		for _, f := range before[pkg.PkgPath] {
			if len(f.Fixes) == 0 {
				continue
			}
			if len(f.Fixes) > 1 {
				t.Errorf("%s: %d fixes", fixable.where(f), len(f.Fixes))
			}
			kinds[kindOf(f.Fixes[0])]++
			changed, ok := fixable.apply(t, pkg, f.Fixes[:1])
			if !ok {
				t.Errorf("%s: %s: cannot be applied", fixable.where(f), f.Fixes[0].Message)
				continue
			}
			fixable.compare(t, f, before[pkg.PkgPath], fixable.lint(t, []*packages.Package{changed})[pkg.PkgPath])
		}
	}
	for _, kind := range []string{"Call", "Annotate", "Complete", "Add"} {
		if kinds[kind] == 0 {
			t.Errorf("no fix begins with %q", kind)
		}
	}
	t.Log(kinds)
}

// TestFixesTogether applies all fixes of a package at once: it still compiles. The packages below fixes show what users get.
func TestFixesTogether(t *testing.T) {
	analyzertest.RunTogether(t, fixing, "fixes/...")
	fixable := loadFixable(t)
	before := fixable.lint(t, fixable.pkgs)
	for _, pkg := range fixable.pkgs {
		var all []analysis.SuggestedFix
		for _, f := range before[pkg.PkgPath] {
			all = append(all, f.Fixes...)
		}
		all = compatible(all)
		fixable.apply(t, pkg, all)
		if strings.HasPrefix(pkg.PkgPath, analyzertest.Module+"/fixes/") {
			for name, edits := range editsOf(pkg, all) {
				clean, err := format.Source(edited(t, pkg, name, edits))
				if err != nil {
					t.Error(err)
				}
				analyzertest.Golden(t, name+".golden", clean)
			}
		}
	}
}

// compatible leaves out fixes that change what another one changes, as every tool that applies fixes does.
func compatible(all []analysis.SuggestedFix) []analysis.SuggestedFix {
	var kept []analysis.SuggestedFix
	var edits []analysis.TextEdit
	for _, fix := range all {
		if !slices.ContainsFunc(fix.TextEdits, func(e analysis.TextEdit) bool { return overlaps(e, edits) }) {
			kept, edits = append(kept, fix), append(edits, fix.TextEdits...)
		}
	}
	return kept
}

func overlaps(e analysis.TextEdit, edits []analysis.TextEdit) bool {
	return slices.ContainsFunc(edits, func(other analysis.TextEdit) bool { return e.Pos < other.End && other.Pos < e.End })
}

func kindOf(fix analysis.SuggestedFix) string {
	kind, _, _ := strings.Cut(fix.Message, " ")
	return kind
}

// A fixableModule is the packages of the test module that fixes are tried on.
type fixableModule struct {
	pkgs    []*packages.Package
	imports map[string]*types.Package
}

func loadFixable(t *testing.T) *fixableModule {
	t.Helper()
	var patterns []string
	for _, folder := range []string{"directcall", "guards", "fixes"} {
		patterns = append(patterns, analyzertest.Module+"/"+folder+"/...")
	}
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: analyzertest.Dir()}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	m := &fixableModule{pkgs: pkgs, imports: map[string]*types.Package{}}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Fatal(err)
		}
		for path, imported := range pkg.Imports {
			m.imports[path] = imported.Types
		}
	}
	for name, value := range map[string]string{"today": analyzertest.DefaultToday, "registry": "", "tests": "false", "standalone": "false"} {
		if err := inputs.Analyzer.Flags.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// Import makes every package that one of the module's packages imports available to all.
func (m *fixableModule) Import(path string) (*types.Package, error) {
	if pkg := m.imports[path]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("package %s is not imported by the test module", path)
}

// lint returns the findings of each package, warnings included.
func (m *fixableModule) lint(t *testing.T, pkgs []*packages.Package) map[string][]finding.Finding {
	t.Helper()
	graph, err := checker.Analyze(judging, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]finding.Finding{}
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Fatalf("%s: %v", action, action.Err)
		}
		found[action.Package.PkgPath] = append(found[action.Package.PkgPath], action.Result.([]finding.Finding)...)
	}
	return found
}

// editsOf lists the edits of each file; one that two fixes share is made once.
func editsOf(pkg *packages.Package, fixes []analysis.SuggestedFix) map[string][]analysis.TextEdit {
	edits := map[string][]analysis.TextEdit{}
	for _, fix := range fixes {
		for _, edit := range fix.TextEdits {
			name := pkg.Fset.Position(edit.Pos).Filename
			if !slices.ContainsFunc(edits[name], func(other analysis.TextEdit) bool { return same(edit, other) }) {
				edits[name] = append(edits[name], edit)
			}
		}
	}
	return edits
}

func same(a, b analysis.TextEdit) bool {
	return a.Pos == b.Pos && a.End == b.End && bytes.Equal(a.NewText, b.NewText)
}

// edited returns a file's text after edits. Those at the same place are made in their order.
func edited(t *testing.T, pkg *packages.Package, name string, edits []analysis.TextEdit) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	for _, edit := range slices.Backward(edits) {
		start, end := pkg.Fset.Position(edit.Pos).Offset, pkg.Fset.Position(edit.End).Offset
		src = slices.Concat(src[:start], edit.NewText, src[end:])
	}
	return src
}

// apply returns the package as it is after the fixes.
func (m *fixableModule) apply(t *testing.T, pkg *packages.Package, fixes []analysis.SuggestedFix) (*packages.Package, bool) {
	t.Helper()
	edits := editsOf(pkg, fixes)
	changed := &packages.Package{
		ID: pkg.ID, Name: pkg.Name, PkgPath: pkg.PkgPath, Fset: pkg.Fset, Module: pkg.Module, TypesSizes: pkg.TypesSizes,
		GoFiles: pkg.GoFiles, CompiledGoFiles: pkg.CompiledGoFiles, Imports: pkg.Imports, Syntax: slices.Clone(pkg.Syntax),
	}
	for i, file := range pkg.Syntax {
		name := pkg.Fset.Position(file.Package).Filename
		if len(edits[name]) > 0 {
			changed.Syntax[i] = m.reparse(t, pkg, name, edits[name], len(fixes) == 1)
		}
	}
	return changed, m.check(t, changed)
}

// reparse reads a file after its edits. One fix by itself leaves a formatted file formatted.
func (m *fixableModule) reparse(t *testing.T, pkg *packages.Package, name string, edits []analysis.TextEdit, formatted bool) *ast.File {
	t.Helper()
	src := edited(t, pkg, name, edits)
	file, err := parser.ParseFile(pkg.Fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	clean, err := format.Source(src)
	if err != nil || formatted && !bytes.Equal(clean, src) {
		t.Errorf("%s is not formatted (%v):\n%s", name, err, firstDifference(src, clean))
	}
	return file
}

func firstDifference(got, want []byte) string {
	gots, wants := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(gots), len(wants)) {
		if gots[i] != wants[i] {
			return fmt.Sprintf("line %d:\n%q\n%q", i+1, gots[i], wants[i])
		}
	}
	return "at the end"
}

// check type-checks a changed package.
func (m *fixableModule) check(t *testing.T, pkg *packages.Package) bool {
	t.Helper()
	pkg.TypesInfo = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	ok := true
	config := types.Config{Importer: m, Sizes: pkg.TypesSizes, Error: func(err error) {
		t.Errorf("after the fix: %v", err)
		ok = false
	}}
	pkg.Types, _ = config.Check(pkg.PkgPath, pkg.Fset, pkg.Syntax, pkg.TypesInfo) // its errors have gone to config.Error
	return ok
}

// compare reports findings that a fix did not take away, and such as it brought.
func (m *fixableModule) compare(t *testing.T, fixed finding.Finding, before, after []finding.Finding) {
	t.Helper()
	was, is := count(before), count(after)
	for _, f := range before {
		if f.Analyzer == fixed.Analyzer && f.Pos == fixed.Pos && f.End == fixed.End && f.Feature == fixed.Feature && is[keyOf(f)] >= was[keyOf(f)] {
			t.Errorf("%s: %s: still there: %s", m.where(fixed), fixed.Fixes[0].Message, f.Message)
		}
	}
	for key, n := range is {
		callers := kindOf(fixed.Fixes[0]) == "Annotate" && strings.HasPrefix(key.message, fixed.Function+" (feature ")
		if n > was[key] && !callers {
			t.Errorf("%s: %s: new: %s: %s", m.where(fixed), fixed.Fixes[0].Message, key.function, key.message)
		}
	}
}

// A findingKey is a finding without its place, which a fix moves.
type findingKey struct{ message, function string }

func keyOf(f finding.Finding) findingKey {
	return findingKey{fmt.Sprintf("%s [%s/%s]", f.Message, f.Analyzer, f.Category), f.Function}
}

func count(findings []finding.Finding) map[findingKey]int {
	counts := map[findingKey]int{}
	for _, f := range findings {
		counts[keyOf(f)]++
	}
	return counts
}

func (m *fixableModule) where(f finding.Finding) token.Position {
	return m.pkgs[0].Fset.Position(f.Pos)
}
