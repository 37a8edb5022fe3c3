// Package uses finds every expression that sends or encodes a registered selector, in all the forms Go code has for it.
//
// It works on types and constants of one package at a time and reports nothing itself: whether a use is guarded is for package guard.
package uses

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/symbols"
)

// A Form is the way in which a selector is reached.
type Form string

// The forms of a use.
const (
	Call      Form = "call"              // a binding method is called
	Value     Form = "method value"      // a binding method is taken as a value or expression
	Interface Form = "interface call"    // through an interface that a binding satisfies
	Pack      Form = "pack"              // PackM or TryPackM of abigen v2
	Named     Form = "string-named"      // by the method's name, directly or through a forwarder
	Literal   Form = "selector"          // the four bytes themselves
	Duty      Form = "//compat:requires" // a function that moved its duty to its callers
)

// A Use is one expression that needs a guard.
type Use struct {
	Form     Form
	Node     ast.Node                  // what is reported: a call, a selector expression, an index expression or a literal
	Cursor   inspector.Cursor          // Node's place in the tree
	Features []*compatregistry.Feature // each stands for a guard that would do; more than one only where the contract cannot be told

	// Function is what is sent; its Contract is "" for a Duty.
	Function catalog.Function
	// Callee is the function whose duty is moved here, for a Duty.
	Callee *types.Func
	// References are the places at which a declared selector literal is sent, when it is not sent where it stands.
	References []inspector.Cursor
}

// Feature is the feature that messages name.
func (u *Use) Feature() *compatregistry.Feature { return u.Features[0] }

// Needs reports whether guarding the feature guards the use.
func (u *Use) Needs(feature string) bool {
	return slices.ContainsFunc(u.Features, func(f *compatregistry.Feature) bool { return f.Name == feature })
}

// Subject is how messages name the use.
func (u *Use) Subject() string {
	if u.Callee != nil {
		return FunctionName(u.Callee)
	}
	return u.Function.String()
}

// FunctionName is a function's name as its own package writes it: "fetchHash" or "Reader.Hash".
func FunctionName(fn *types.Func) string {
	if named := bindings.Receiver(fn); named != nil {
		return named.Obj().Name() + "." + fn.Name()
	}
	return fn.Name()
}

// Result is what the analyzer found.
type Result struct {
	Uses      []*Use // in order of position
	Inputs    *inputs.Inputs
	Catalog   *catalog.Catalog
	Symbols   *symbols.Table
	Bindings  *bindings.Resolver
	InTests   int // uses not judged because they stand in _test.go files
	Generated int // uses not judged because they stand in generated files

	names *names
}

// Analyzer finds the uses of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "compatuses",
	Doc:        "find the uses of registered selectors for the other compatlint analyzers",
	Requires:   []*analysis.Analyzer{inspect.Analyzer, inputs.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
}

func run(pass *analysis.Pass) (any, error) {
	return Find(pass, pass.ResultOf[inputs.Analyzer].(*inputs.Inputs)), nil
}

// Find finds the uses of a package by other inputs than the host's: those of a registry that asks what would be a use if it had an entry more.
// The analyzer that calls it has to require the inspector.
func Find(pass *analysis.Pass, in *inputs.Inputs) *Result {
	c := catalog.Of(in.Registry, in.Lock)
	f := &finder{
		symbols:   symbols.New(pass.Fset, pass.Files, pass.Pkg, pass.TypesInfo, c, in.Root),
		seen:      map[seenKey]bool{},
		generated: map[*token.File]bool{},
		tests:     in.Options.Tests,
	}
	f.names = newNames(&code{
		fset: pass.Fset, pkg: pass.Pkg, info: pass.TypesInfo,
		root: pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
	}, pass.Files, c, func(fn *types.Func) []compatregistry.LockedForwarder {
		return elsewhere(f.symbols, c, in.Root, pass.Fset, fn)
	})
	for _, file := range pass.Files {
		f.generated[pass.Fset.File(file.FileStart)] = inputs.IsGenerated(file)
	}
	f.find()
	slices.SortStableFunc(f.uses, func(a, b *Use) int { return int(a.Node.Pos() - b.Node.Pos()) })
	return &Result{
		Uses: f.uses, Inputs: in, Catalog: c, Symbols: f.symbols, Bindings: f.bindings,
		InTests: f.inTests, Generated: f.inGenerated, names: f.names,
	}
}

// A finder collects the uses of one package.
type finder struct {
	*names
	symbols *symbols.Table
	tests   bool

	generated map[*token.File]bool

	seen        map[seenKey]bool
	uses        []*Use
	inTests     int
	inGenerated int
}

// seenKey has the node and not its position: in a chain of calls, a.Call("x").Call("y"), all of them start at the same place.
type seenKey struct {
	node    ast.Node
	feature string
}

func (f *finder) find() {
	methods := map[*ast.Ident]bool{}
	for id, obj := range f.info.Uses {
		if fn, ok := obj.(*types.Func); ok {
			methods[id] = f.method(id, fn)
			f.duty(id, fn)
		}
	}
	f.named(f.takers(func(id *ast.Ident) bool { return !methods[id] }))
	f.literals()
}

// add records a use unless its place makes it none. The same expression is one use however many ways lead to it.
func (f *finder) add(u *Use) {
	k := seenKey{u.Node, u.Feature().Name}
	if f.seen[k] {
		return
	}
	f.seen[k] = true
	switch {
	case f.generated[f.fset.File(u.Node.Pos())]:
		f.inGenerated++
	case !f.tests && inputs.IsTestFile(f.fset, u.Node.Pos()):
		f.inTests++
	case f.insideBinding(u):
	default:
		f.uses = append(f.uses, u)
	}
}

// insideBinding reports whether the use is the body of a binding method: a binding without a "generated" header must not report itself.
func (f *finder) insideBinding(u *Use) bool {
	for cursor := range u.Cursor.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := f.info.Defs[cursor.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return false
		}
		function, ok := f.bindings.Method(fn)
		return ok && function.Selector == u.Function.Selector
	}
	return false
}

// needy keeps the features that ask for a guard, and drops functions that have none.
func needy(required *catalog.Required) []*compatregistry.Feature {
	var features []*compatregistry.Feature
	for _, feature := range required.Features {
		if feature.NeedsGuard() {
			features = append(features, feature)
		}
	}
	return features
}

// addRequired records a use of one of several functions that the expression may send.
func (f *finder) addRequired(form Form, cursor inspector.Cursor, candidates []*catalog.Required) *Use {
	u := &Use{Form: form, Node: cursor.Node(), Cursor: cursor}
	for _, required := range candidates {
		features := needy(required)
		if len(features) == 0 {
			continue
		}
		if len(u.Features) == 0 {
			u.Function = required.Function
		}
		for _, feature := range features {
			if !slices.Contains(u.Features, feature) {
				u.Features = append(u.Features, feature)
			}
		}
	}
	if len(u.Features) == 0 {
		return nil
	}
	f.add(u)
	return u
}
