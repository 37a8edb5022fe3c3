package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/uses"
)

// A Promise is a directive of a function that is visibly not kept, where no use shows it.
type Promise struct {
	Fault   Fault
	Func    *types.Func
	Feature *compatregistry.Feature // nil for //compat:passthrough
	// Interface is the method of an interface behind which nothing is known of Func's duty, for DutyBehindInterface.
	Interface *types.Func

	Pos, End token.Pos // what is reported: the function's name, or the conversion where that stands in another package
	Converts token.Pos // the conversion to the interface; NoPos for other faults
}

// The faults that only promises have.
const (
	DutyBehindInterface Fault = "duty-behind-interface" // //compat:requires on a method that is called through an interface without it
	NoPassthrough       Fault = "no-passthrough"        // //compat:passthrough on a function that returns none of its func's errors
	NoProbe             Fault = "no-probe"              // //compat:guard supports on a function that cannot answer
)

// A promiser checks the promises of one package.
type promiser struct {
	*judge
	lost map[conversion][]Promise
}

// A conversion is a type and the interface that a value of it becomes.
type conversion struct{ from, to types.Type }

// promises checks the directives of the package's functions, and the interfaces behind which methods with a duty disappear.
func (j *judge) promises() []Promise {
	p := &promiser{judge: j, lost: map[conversion][]Promise{}}
	var found []Promise
	for file := range j.root.Children() {
		if j.unjudged(file.Node().(*ast.File)) {
			continue
		}
		for _, decl := range file.Node().(*ast.File).Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				found = append(found, p.declaredPromises(decl)...)
			}
		}
		found = append(found, p.hiddenDuties(file)...)
	}
	return distinctPromises(found)
}

// unjudged reports whether nothing in a file is reported.
func (j *judge) unjudged(file *ast.File) bool {
	return inputs.IsGenerated(file) || !j.result.Inputs.Options.Tests && inputs.IsTestFile(j.pass.Fset, file.Package)
}

// distinctPromises keeps one of several conversions of the same method to the same interface: the first.
func distinctPromises(all []Promise) []Promise {
	type key struct {
		fault     Fault
		fn, iface *types.Func
		feature   *compatregistry.Feature
	}
	seen := map[key]bool{}
	return slices.DeleteFunc(all, func(p Promise) bool {
		k := key{p.Fault, p.Func, p.Interface, p.Feature}
		known := seen[k]
		seen[k] = true
		return known
	})
}

// declaredPromises judges a function by its directives, its type and, for //compat:passthrough, its body.
func (p *promiser) declaredPromises(decl *ast.FuncDecl) []Promise {
	fn, ok := p.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return nil
	}
	var found []Promise
	add := func(fault Fault, feature *compatregistry.Feature) {
		found = append(found, Promise{Fault: fault, Func: fn, Feature: feature, Pos: decl.Name.Pos(), End: decl.Name.End()})
	}
	for _, d := range p.result.Symbols.Of(fn) {
		switch {
		case d.Verb == directive.Passthrough && !guardapi.PassesErrors(p.info, fn, decl):
			add(NoPassthrough, nil)
		case d.Verb == directive.Guard && d.Kind == directive.GuardSupports && !guardapi.AnswersBool(fn):
			p.eachFeature(d, func(feature *compatregistry.Feature) { add(NoProbe, feature) })
		case d.Verb == directive.Requires:
			p.eachFeature(d, func(feature *compatregistry.Feature) {
				if fault, broken := p.brokenDuty(fn, decl, feature); broken {
					add(fault, feature)
				}
			})
		}
	}
	return found
}

// eachFeature visits the features of a directive that ask for a guard. What else it names is for package featurekey.
func (p *promiser) eachFeature(d *directive.Directive, visit func(*compatregistry.Feature)) {
	for _, name := range d.Features {
		if feature := p.result.Inputs.Registry.Feature(name); feature != nil && feature.NeedsGuard() {
			visit(feature)
		}
	}
}

// brokenDuty judges a duty by the function's type. Where a use of the feature stands in the function, the use is reported instead.
func (p *promiser) brokenDuty(fn *types.Func, decl *ast.FuncDecl, feature *compatregistry.Feature) (Fault, bool) {
	for _, use := range p.result.Uses {
		if use.Needs(feature.Name) && decl.Pos() <= use.Node.Pos() && use.Node.End() <= decl.End() {
			return "", false
		}
	}
	switch {
	case entryPoint(fn):
		return DutyWithoutCallers, true
	case !returnsError(fn.Signature()):
		return DutyHidden, true
	}
	return "", false
}

// hiddenDuties finds the values in a file that become an interface which says less of their methods than the methods do.
func (p *promiser) hiddenDuties(file inspector.Cursor) []Promise {
	var found []Promise
	eachConversion(p.info, file, func(at ast.Expr, from, to types.Type) {
		for _, promise := range p.lostDuties(from, to) {
			if p.excused(promise, at) {
				continue
			}
			promise.Pos, promise.End, promise.Converts = at.Pos(), at.End(), at.Pos()
			if decl := p.body(promise.Func); decl != nil {
				promise.Pos, promise.End = decl.Name.Pos(), decl.Name.End()
			}
			found = append(found, promise)
		}
	})
	return found
}

// excused reports whether a directive or the registry stops the finding, at the conversion or at the method.
func (p *promiser) excused(promise Promise, at ast.Expr) bool {
	places := []ast.Node{at}
	if decl := p.body(promise.Func); decl != nil {
		places = append(places, decl)
	}
	return slices.ContainsFunc(places, func(place ast.Node) bool {
		cursor, ok := p.root.FindNode(place)
		return ok && (p.exempted.covers(p.judge, cursor) || p.ignoredHere(cursor, promise.Feature))
	})
}

func (p *promiser) ignoredHere(cursor inspector.Cursor, feature *compatregistry.Feature) bool {
	return p.ignored(&uses.Use{Node: cursor.Node(), Cursor: cursor, Features: []*compatregistry.Feature{feature}})
}

// lostDuties lists the duties that methods of a type have, and that the methods of the interface it becomes do not tell of.
func (p *promiser) lostDuties(from, to types.Type) []Promise {
	iface, ok := to.Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 || types.Identical(from, to) {
		return nil
	}
	pair := conversion{types.Unalias(from), types.Unalias(to)}
	if known, ok := p.lost[pair]; ok {
		return known
	}
	var found []Promise
	for method := range iface.Methods() {
		found = append(found, p.lostDuty(from, method)...)
	}
	p.lost[pair] = found
	return found
}

func (p *promiser) lostDuty(from types.Type, method *types.Func) []Promise {
	obj, _, _ := types.LookupFieldOrMethod(from, true, method.Pkg(), method.Name())
	fn, ok := obj.(*types.Func)
	if !ok || fn.Origin() == method.Origin() {
		return nil
	}
	var found []Promise
	for _, name := range p.result.Symbols.Requires(fn) {
		feature := p.result.Inputs.Registry.Feature(name)
		if feature != nil && feature.NeedsGuard() && !p.tells(method, name) {
			found = append(found, Promise{Fault: DutyBehindInterface, Func: fn.Origin(), Feature: feature, Interface: method.Origin()})
		}
	}
	return found
}

// tells reports whether a call of an interface's method is a use of the feature: by its directive, or as a method of a binding.
func (p *promiser) tells(method *types.Func, feature string) bool {
	if slices.Contains(p.result.Symbols.Requires(method), feature) {
		return true
	}
	for _, required := range p.result.Bindings.InterfaceMethod(method, p.pass.Pkg) {
		if slices.ContainsFunc(required.Features, func(f *compatregistry.Feature) bool { return f.Name == feature }) {
			return true
		}
	}
	return false
}
