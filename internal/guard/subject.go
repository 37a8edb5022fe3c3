package guard

import (
	"go/ast"
	"go/types"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/uses"
)

// subject returns the variables that tell which contract a call reaches: those of a method's receiver, and of the arguments where there is
// none or where the callee only moved its duty. A loop that assigns to one of them goes on to another contract; one that does not, retries.
func (j *judge) subject(n ast.Node) map[*types.Var]bool {
	vars := map[*types.Var]bool{}
	receiver := j.receiver(n)
	if receiver != nil {
		j.mentioned(receiver, vars)
	}
	call, ok := n.(*ast.CallExpr)
	if use := j.byNode[n]; !ok || receiver != nil && (use == nil || use.Form != uses.Duty) {
		return vars
	}
	for _, arg := range call.Args {
		j.mentioned(arg, vars)
	}
	return vars
}

// receiver returns the value whose method an expression calls or takes, or nil.
func (j *judge) receiver(n ast.Node) ast.Expr {
	expr, _ := n.(ast.Expr)
	if call, ok := n.(*ast.CallExpr); ok {
		expr = ast.Unparen(call.Fun)
	}
	selector, ok := expr.(*ast.SelectorExpr)
	if !ok || j.info.Selections[selector] == nil {
		return nil
	}
	return selector.X
}

func (j *judge) mentioned(expr ast.Expr, vars map[*types.Var]bool) {
	ast.Inspect(expr, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := j.info.Uses[id].(*types.Var); ok && !v.IsField() && !incidental(v.Type()) {
				vars[v] = true
			}
		}
		return true
	})
}

// incidental knows the types of arguments that change from attempt to attempt without another contract being meant.
func incidental(t types.Type) bool {
	if types.Identical(t, errorType) {
		return true
	}
	switch underlying := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Slice:
		return types.Identical(underlying.Elem(), types.Typ[types.Byte])
	}
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	switch named.Obj().Name() {
	case "Context":
		return named.Obj().Pkg().Path() == "context"
	case "CallOpts", "TransactOpts", "FilterOpts", "WatchOpts":
		return bindings.IsBindPath(named.Obj().Pkg().Path())
	}
	return false
}

// sameSubject reports whether two uses can be taken to reach the same contract. Two values of one type are two contracts; two handles of
// different types, such as a caller and a session, are views of one.
func (j *judge) sameSubject(a, b ast.Node) bool {
	x, y := j.receiver(a), j.receiver(b)
	if x == nil || y == nil {
		return true
	}
	if !types.Identical(j.info.TypeOf(x), j.info.TypeOf(y)) {
		return true
	}
	return types.ExprString(x) == types.ExprString(y) && j.rootOf(x) == j.rootOf(y)
}

// rootOf returns the variable that an operand begins with: s of s.clients[i].policy.
func (j *judge) rootOf(expr ast.Expr) types.Object {
	for {
		switch e := ast.Unparen(expr).(type) {
		case *ast.Ident:
			return j.info.ObjectOf(e)
		case *ast.SelectorExpr:
			expr = e.X
		case *ast.IndexExpr:
			expr = e.X
		case *ast.StarExpr:
			expr = e.X
		default:
			return nil
		}
	}
}
