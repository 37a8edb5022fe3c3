package featurekey

import (
	_ "embed"
	"go/ast"
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/report"
)

//go:embed doc.go
var source string

// Analyzer reports names that the registry does not have. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "featurekey",
	Doc:        docs.MustExtract(source, "featurekey"),
	URL:        finding.URL("featurekey"),
	Requires:   []*analysis.Analyzer{inspect.Analyzer, guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		pass:   pass,
		Result: pass.ResultOf[guard.Analyzer].(*guard.Result),
		root:   pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		seen:   map[place]bool{},
	}
	c.constants()
	for _, w := range c.Wrappers {
		if w.Feature == nil {
			c.nameless(w)
			continue
		}
		c.argument(w.Feature, w.Cursor, "compat.BackwardCompat.Feature")
	}
	for _, read := range c.Reads {
		c.argument(read.Feature, read.Cursor, guardapi.CallName(read.Call))
	}
	c.probes()
	c.assignments()
	c.directives()
	return finding.Report(pass, c.findings), nil
}

type checker struct {
	*guard.Result
	pass     *analysis.Pass
	root     inspector.Cursor
	seen     map[place]bool
	findings []finding.Finding
}

// A place can have one finding about each name: a directive may list several.
type place struct {
	pos     token.Pos
	feature string
}

func (c *checker) skip(pos token.Pos) bool {
	return !c.Inputs.Options.Tests && inputs.IsTestFile(c.pass.Fset, pos)
}

// nameless reports a wrapper without a feature. The zero value beside an error is none.
func (c *checker) nameless(w *guard.WrapperLiteral) {
	if kind, _ := w.Cursor.ParentEdge(); kind == edge.ReturnStmt_Results && len(w.Literal.Elts) == 0 {
		return
	}
	c.add(w.Literal.Pos(), w.TypeEnd(), "missing", report.NoFeature(w.Type, w.FeatureField), "")
}

// argument checks an expression that names a feature. A constant of type compat.Feature is checked where it is written.
func (c *checker) argument(expr ast.Expr, at inspector.Cursor, function string) {
	name, ok := c.API.Constant(expr)
	switch {
	case !ok && !c.passedOn(expr, at, maxHelpers):
		c.add(expr.Pos(), expr.End(), "not-constant", report.VariableFeature(function), "")
	case ok && !c.isFeature(expr):
		c.name(name, expr.Pos(), expr.End())
	}
}

// probes reports calls of functions that stand for a retired feature without being given its name. A wrong name is reported where the
// function is declared.
func (c *checker) probes() {
	for _, probe := range c.Probes {
		for _, name := range probe.Features {
			if c.Inputs.Registry.Feature(name) != nil {
				c.name(name, probe.Call.Pos(), probe.Call.End())
			}
		}
	}
}

func (c *checker) name(name string, pos, end token.Pos) {
	feature := c.Inputs.Registry.Feature(name)
	switch {
	case feature == nil:
		c.add(pos, end, "unknown", report.UnknownFeature(name, c.Inputs.Registry.Suggest(name)), name)
	case feature.State == compatregistry.Retired:
		c.add(pos, end, "retired", report.RetiredFeature(name), name)
	}
}

func (c *checker) add(pos, end token.Pos, category, message, feature string) {
	if c.seen[place{pos, feature}] {
		return
	}
	c.seen[place{pos, feature}] = true
	c.findings = append(c.findings, finding.Finding{Category: category, Pos: pos, End: end, Message: message, Feature: feature})
}

// directives checks the names in //compat: comments, and reports the comments that say nothing.
func (c *checker) directives() {
	for _, file := range c.pass.Files {
		if c.skip(file.Package) {
			continue
		}
		for _, d := range c.Symbols.File(file).All {
			switch {
			case d.Verb == directive.Ignore && d.Problem != "":
				// staleguard keeps the ignores
			case d.Problem != "":
				c.add(d.Pos, d.End, "directive", d.Problem, "")
			default:
				for _, name := range d.Features {
					c.name(name, d.Pos, d.End)
				}
			}
		}
	}
}

// assignments reports features that are set after a wrapper's literal: its guard would be judged by another name.
func (c *checker) assignments() {
	for _, set := range c.SetLater {
		if set.Field == "Feature" {
			c.add(set.Target.Pos(), set.Target.End(), "set-later", report.SetLater(set.Wrapper, set.Field), "")
		}
	}
}
