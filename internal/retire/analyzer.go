package retire

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/uses"
)

const analyzerName = "retire"

// Categories of what is found.
const (
	done = "done" // the fix of the file takes it out
	left = "left" // it has to be done by hand
)

// newAnalyzer returns the analyzer that retires one feature.
func newAnalyzer(feature string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       analyzerName,
		Doc:        "retire: take what guards a feature out of the code",
		Requires:   []*analysis.Analyzer{inspect.Analyzer, guard.Analyzer},
		ResultType: reflect.TypeFor[[]finding.Finding](),
		Run: func(pass *analysis.Pass) (any, error) {
			result := pass.ResultOf[guard.Analyzer].(*guard.Result)
			known := result.Inputs.Registry.Feature(feature)
			if known == nil {
				return []finding.Finding(nil), nil // the package has another registry
			}
			return finding.Report(pass, newPackage(pass, result, known).retire()), nil
		},
	}
}

// A pkg is one package out of which the feature is taken.
type pkg struct {
	*guard.Result
	pass    *analysis.Pass
	root    inspector.Cursor
	feature *compatregistry.Feature
	sends   map[ast.Node]bool // calls that need the feature's selectors, and return the error of that
	sources map[string][]byte
}

func newPackage(pass *analysis.Pass, result *guard.Result, feature *compatregistry.Feature) *pkg {
	p := &pkg{
		Result: result, pass: pass, feature: feature,
		root:    pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		sends:   map[ast.Node]bool{},
		sources: map[string][]byte{},
	}
	p.findSends()
	return p
}

// findSends finds the calls as if the feature were still in its window: a feature that is strict has no uses any more.
func (p *pkg) findSends() {
	reopened := *p.feature
	reopened.State = compatregistry.Planned
	for _, use := range uses.Find(p.pass, uses.Suppose(p.Inputs, []*compatregistry.Feature{&reopened})).Uses {
		switch use.Form {
		case uses.Call, uses.Interface, uses.Named:
			if use.Feature().Name == p.feature.Name {
				p.sends[use.Node] = true
			}
		}
	}
	for cursor := range p.root.Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		if fn := p.API.Callee(call); fn != nil && slices.Contains(p.Symbols.Requires(fn), p.feature.Name) {
			p.sends[call] = true // its duty was the feature's alone, or it can miss another one's selectors
			for _, other := range p.Symbols.Requires(fn) {
				if f := p.Inputs.Registry.Feature(other); other != p.feature.Name && f != nil && f.NeedsGuard() {
					delete(p.sends, call)
				}
			}
		}
	}
}

func (p *pkg) retire() []finding.Finding {
	var findings []finding.Finding
	for cursor := range p.root.Children() {
		file, ok := cursor.Node().(*ast.File)
		if !ok || !p.concerns(file) {
			continue
		}
		findings = append(findings, p.file(file, cursor)...)
	}
	return findings
}

// concerns keeps files of which the text cannot be had out.
func (p *pkg) concerns(file *ast.File) bool { return p.source(file.Package) != nil }

func (p *pkg) source(pos token.Pos) []byte {
	name := p.pass.Fset.File(pos).Name()
	if src, ok := p.sources[name]; ok {
		return src
	}
	src, err := inputs.ReadFile(p.pass, name)
	if err != nil || len(src) != p.pass.Fset.File(pos).Size() {
		src = nil // not what was parsed, such as what cgo makes of a file
	}
	p.sources[name] = src
	return src
}

// text is the source between two positions of a file.
func (p *pkg) text(from, to token.Pos) string {
	file := p.pass.Fset.File(from)
	return string(p.source(from)[file.Offset(from):file.Offset(to)])
}

// isFeature reports whether an expression is the constant name of the feature.
func (p *pkg) isFeature(expr ast.Expr) bool {
	name, ok := p.API.Constant(expr)
	return ok && name == p.feature.Name
}
