package featurekey

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// maxHelpers bounds how many functions a feature name is followed through to the constants it comes from.
const maxHelpers = 4

// passedOn reports whether a name that is no constant comes from where it is checked: from the field of a wrapper, or from a parameter of a
// function that stands for a flag read itself, or all of whose calls give it a checked name.
func (c *checker) passedOn(expr ast.Expr, at inspector.Cursor, helpers int) bool {
	if c.API.IsWrapperField(expr) {
		return true
	}
	for cursor := range at.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := c.pass.TypesInfo.Defs[cursor.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return false
		}
		param, ok := c.parameter(expr, fn)
		if !ok || c.assigned(cursor, fn.Signature().Params().At(param)) {
			return false
		}
		return c.API.TakesFeature(fn) || helpers > 0 && c.calledWithNames(fn, param, helpers-1)
	}
	return false
}

// parameter returns which parameter of fn the expression is, through conversions.
func (c *checker) parameter(expr ast.Expr, fn *types.Func) (int, bool) {
	for {
		call, ok := ast.Unparen(expr).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.pass.TypesInfo.Types[call.Fun].IsType() {
			break
		}
		expr = call.Args[0]
	}
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		return 0, false
	}
	for i := range fn.Signature().Params().Len() {
		if c.pass.TypesInfo.Uses[id] == fn.Signature().Params().At(i) {
			return i, true
		}
	}
	return 0, false
}

// assigned reports whether a parameter may hold something else than what its function was given.
func (c *checker) assigned(decl inspector.Cursor, param *types.Var) bool {
	for cursor := range decl.Preorder((*ast.Ident)(nil)) {
		if c.pass.TypesInfo.Uses[cursor.Node().(*ast.Ident)] != param {
			continue
		}
		switch kind, _ := cursor.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return true
		case edge.UnaryExpr_X: // its address is taken: no other unary operator takes text
			return true
		}
	}
	return false
}

// calledWithNames reports whether every mention of an unexported function is a call that gives the parameter a name that is checked.
func (c *checker) calledWithNames(fn *types.Func, param, helpers int) bool {
	if fn.Exported() || fn.Signature().Variadic() {
		return false
	}
	calls := 0
	for cursor := range c.root.Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		if c.API.Callee(call) != fn || param >= len(call.Args) || c.skip(call.Pos()) {
			continue
		}
		calls++
		name, ok := c.API.Constant(call.Args[param])
		switch {
		case ok && c.isFeature(call.Args[param]):
			// checked where it is written
		case ok:
			c.name(name, call.Args[param].Pos(), call.Args[param].End())
		case !c.passedOn(call.Args[param], cursor, helpers):
			return false
		}
	}
	return calls > 0 && calls == c.mentions(fn)
}

// mentions counts what may call fn. A method of an interface that has its name may be fn.
func (c *checker) mentions(fn *types.Func) int {
	n := 0
	for id, used := range c.pass.TypesInfo.Uses {
		if f, ok := used.(*types.Func); ok && (f.Origin() == fn || mayCall(f, fn)) && !c.skip(id.Pos()) {
			n++
		}
	}
	return n
}

func mayCall(method, fn *types.Func) bool {
	recv := method.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type()) && fn.Signature().Recv() != nil && method.Id() == fn.Id()
}
