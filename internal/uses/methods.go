package uses

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/catalog"
)

// method records a reference to a binding method, or to an interface method like one, and reports whether fn is one.
func (f *finder) method(id *ast.Ident, fn *types.Func) bool {
	named := bindings.Receiver(fn)
	if named == nil {
		return f.interfaceMethod(id, fn)
	}
	if types.IsInterface(named) {
		return f.interfaceMethod(id, fn)
	}
	function, ok := f.bindings.Method(fn)
	if !ok {
		return false
	}
	required := f.catalog.Function(function.Contract, function.Selector)
	if required == nil {
		return true
	}
	f.reference(id, fn, []*catalog.Required{required})
	return true
}

func (f *finder) interfaceMethod(id *ast.Ident, fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) {
		return false
	}
	candidates := f.bindings.InterfaceMethod(fn, f.pkg)
	if len(candidates) == 0 {
		return false
	}
	f.reference(id, fn, candidates)
	return true
}

// reference records the call of a method, or the selector expression where it is not called.
func (f *finder) reference(id *ast.Ident, fn *types.Func, candidates []*catalog.Required) {
	cursor, ok := f.cursorAt(id)
	if !ok {
		return
	}
	expr := wholeReference(cursor)
	if call, ok := calledBy(expr); ok {
		f.addRequired(callForm(fn), call, candidates)
		return
	}
	if !assertion(expr) {
		f.addRequired(Value, expr, candidates)
	}
}

func callForm(fn *types.Func) Form {
	switch {
	case types.IsInterface(fn.Signature().Recv().Type()):
		return Interface
	case strings.HasPrefix(fn.Name(), "Pack") || strings.HasPrefix(fn.Name(), "TryPack"):
		if optless(fn) {
			return Pack
		}
	}
	return Call
}

// optless tells PackM of abigen v2 from a contract function that is itself called pack…: that one takes options first.
func optless(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	slice, ok := types.Unalias(results.At(0).Type()).(*types.Slice)
	return ok && types.Identical(slice.Elem(), types.Typ[types.Byte]) && !takesOpts(fn)
}

func takesOpts(fn *types.Func) bool {
	params := fn.Signature().Params()
	return params.Len() > 0 && strings.HasSuffix(params.At(0).Type().String(), "Opts")
}

// wholeReference climbs from an identifier to the expression that denotes the function: "x.M", "(x.M)", "F[int]".
func wholeReference(cursor inspector.Cursor) inspector.Cursor {
	for {
		switch kind, _ := cursor.ParentEdge(); kind {
		case edge.SelectorExpr_Sel, edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cursor = cursor.Parent()
		default:
			return cursor
		}
	}
}

func calledBy(expr inspector.Cursor) (call inspector.Cursor, ok bool) {
	if kind, _ := expr.ParentEdge(); kind == edge.CallExpr_Fun {
		return expr.Parent(), true
	}
	return inspector.Cursor{}, false
}

// assertion recognises "var _ = T.M" and "_ = T.M": the compiler checks that the method is there, and nothing is ever sent.
func assertion(expr inspector.Cursor) bool {
	var names []ast.Expr
	switch kind, _ := expr.ParentEdge(); kind {
	case edge.ValueSpec_Values:
		for _, name := range expr.Parent().Node().(*ast.ValueSpec).Names {
			names = append(names, name)
		}
	case edge.AssignStmt_Rhs:
		names = expr.Parent().Node().(*ast.AssignStmt).Lhs
	default:
		return false
	}
	for _, name := range names {
		if id, ok := name.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}

// duty records the call (or any other mention) of a function whose callers have to guard.
func (f *finder) duty(id *ast.Ident, fn *types.Func) {
	for _, name := range f.symbols.Requires(fn) {
		feature := f.catalog.Registry.Feature(name)
		if feature == nil || !feature.NeedsGuard() {
			continue // an unknown or retired name is a finding of featurekey
		}
		cursor, ok := f.cursorAt(id)
		if !ok {
			return
		}
		expr := wholeReference(cursor)
		if assertion(expr) {
			continue
		}
		if call, ok := calledBy(expr); ok {
			expr = call
		}
		f.add(&Use{Form: Duty, Node: expr.Node(), Cursor: expr, Features: []*compatregistry.Feature{feature}, Callee: fn.Origin()})
	}
}
