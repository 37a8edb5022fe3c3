package staleguard

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/inputs"
)

// A leftovers collects what is left of the features that need no guard any more. Names of retired features are featurekey's where they are
// written; here are the places that only lead to such a name.
type leftovers struct {
	*guard.Result
	pass     *analysis.Pass
	findings []finding.Finding
	found    map[place]bool // functions that have a finding about a feature
}

type place struct {
	decl    ast.Node
	feature string
}

func leftover(pass *analysis.Pass, result *guard.Result) []finding.Finding {
	l := &leftovers{Result: result, pass: pass, found: map[place]bool{}}
	if !l.any() {
		return nil
	}
	for _, w := range l.Wrappers {
		l.guard(w.Feature, w.Literal.Pos(), w.TypeEnd(), w.Type)
	}
	for _, read := range l.Reads {
		l.guard(read.Feature, read.Call.Pos(), read.Call.End(), guardapi.CallName(read.Call))
	}
	l.probes()
	for _, file := range pass.Files {
		if l.skip(file.Package) {
			continue
		}
		l.directives(file)
		l.constants(file)
	}
	l.classifiers()
	return l.findings
}

// any keeps the cost away from registries in which every feature is alive.
func (l *leftovers) any() bool {
	for _, feature := range l.Inputs.Registry.Features {
		if over(feature) {
			return true
		}
	}
	return false
}

func over(feature *compatregistry.Feature) bool {
	return feature.State == compatregistry.Strict || feature.State == compatregistry.Retired
}

func (l *leftovers) skip(pos token.Pos) bool {
	return !l.Inputs.Options.Tests && inputs.IsTestFile(l.pass.Fset, pos)
}

// guard reports a wrapper or a flag read by the expression that names its feature.
func (l *leftovers) guard(name ast.Expr, pos, end token.Pos, what string) {
	text, ok := l.API.Constant(name)
	if !ok {
		return
	}
	feature := l.Inputs.Registry.Feature(text)
	if feature == nil || !over(feature) {
		return
	}
	if feature.State == compatregistry.Retired && !l.declaredHere(name) {
		l.note(pos, feature) // featurekey reports the name at this place
		return
	}
	l.add("stale-guard", pos, end, feature, stale(what, feature))
}

// declaredHere reports whether a name is a constant of type compat.Feature that the package declares elsewhere.
func (l *leftovers) declaredHere(name ast.Expr) bool {
	id, ok := ast.Unparen(name).(*ast.Ident)
	if !ok {
		return false
	}
	constant, ok := l.pass.TypesInfo.Uses[id].(*types.Const)
	return ok && constant.Pkg() == l.pass.Pkg && guardapi.IsFeature(constant.Type())
}

// probes reports calls of functions that stand for a strict feature without being given its name.
func (l *leftovers) probes() {
	for _, probe := range l.Probes {
		for _, name := range probe.Features {
			feature := l.Inputs.Registry.Feature(name)
			switch {
			case feature == nil || !over(feature):
			case feature.State == compatregistry.Retired:
				l.note(probe.Call.Pos(), feature) // featurekey's
			default:
				l.add("stale-guard", probe.Call.Pos(), probe.Call.End(), feature, stale(guardapi.CallName(probe.Call), feature))
			}
		}
	}
}

// directives reports //compat: comments of strict features. An ignore that stops nothing is reported as such.
func (l *leftovers) directives(file *ast.File) {
	for _, d := range l.Symbols.File(file).All {
		if d.Problem != "" || d.Verb == directive.Ignore {
			continue
		}
		for _, name := range d.Features {
			feature := l.Inputs.Registry.Feature(name)
			switch {
			case feature == nil || !over(feature):
			case feature.State == compatregistry.Retired:
				l.note(d.Pos, feature) // featurekey's
			default:
				l.add("stale-directive", d.Pos, d.End, feature, staleDirective(written(d, name), feature))
			}
		}
	}
}

// written is a directive as messages name it.
func written(d *directive.Directive, feature string) string {
	if d.Kind != "" {
		return fmt.Sprintf("//compat:%s %s %s", d.Verb, d.Kind, feature)
	}
	return fmt.Sprintf("//compat:%s %s", d.Verb, feature)
}

// constants reports declared names of strict features. A generated list has all names of the registry.
func (l *leftovers) constants(file *ast.File) {
	if inputs.IsGenerated(file) {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			constant, ok := l.pass.TypesInfo.Defs[name].(*types.Const)
			if !ok || !guardapi.IsFeature(constant.Type()) || i >= len(spec.Values) {
				continue
			}
			text, ok := l.API.Constant(spec.Values[i])
			if feature := l.Inputs.Registry.Feature(text); ok && feature != nil && feature.State == compatregistry.Strict {
				l.add("stale-constant", name.Pos(), name.End(), feature, staleConstant(name.Name, feature))
			}
		}
		return true
	})
}

func (l *leftovers) add(category string, pos, end token.Pos, feature *compatregistry.Feature, message string) {
	severity := finding.Error
	if feature.State == compatregistry.Strict {
		severity = finding.Warning
	}
	l.note(pos, feature)
	l.findings = append(l.findings, finding.Finding{
		Category: category, Severity: severity, Pos: pos, End: end, Feature: feature.Name, Message: message,
	})
}

// note remembers that the function around pos has a finding about the feature.
func (l *leftovers) note(pos token.Pos, feature *compatregistry.Feature) {
	if decl := l.around(pos); decl != nil {
		l.found[place{decl, feature.Name}] = true
	}
}

// around returns the declared function that pos lies in, its doc comment included.
func (l *leftovers) around(pos token.Pos) ast.Node {
	for _, file := range l.pass.Files {
		if pos < file.FileStart || pos >= file.FileEnd {
			continue
		}
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			start := fn.Pos()
			if fn.Doc != nil {
				start = fn.Doc.Pos()
			}
			if start <= pos && pos < fn.End() {
				return fn
			}
		}
	}
	return nil
}
