package retire

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/guard"
)

// wrappers puts the call that New makes in place of each wrapper of the feature that is resolved where it stands.
func (f *function) wrappers() {
	for _, w := range f.Wrappers {
		if w.Literal.Pos() < f.decl.Pos() || w.Literal.Pos() >= f.decl.End() || !f.isFeature(w.Feature) {
			continue
		}
		if why := f.wrapper(w); why != "" {
			f.why[w.Literal] = why
		}
	}
}

// wrapper unwraps one, or says why it cannot.
func (f *function) wrapper(w *guard.WrapperLiteral) (why string) {
	resolve, ok := resolved(w.Cursor)
	if !ok || w.Type != "compat.BackwardCompat" {
		return "it is not resolved where it stands"
	}
	u, why := f.unwrapping(w, resolve.Node().(*ast.CallExpr))
	if why != "" {
		return why
	}
	switch kind, _ := resolve.ParentEdge(); kind {
	case edge.ExprStmt_X:
	case edge.AssignStmt_Rhs:
		if why := f.result(resolve.Parent().Node().(*ast.AssignStmt), u.convert); why != "" {
			return why
		}
	default:
		return "its result is used as a whole"
	}
	u.apply(f)
	return ""
}

// resolved climbs from a wrapper's literal to the call of its Resolve.
func resolved(literal inspector.Cursor) (call inspector.Cursor, ok bool) {
	cursor := literal
	for kind, _ := cursor.ParentEdge(); kind == edge.ParenExpr_X; kind, _ = cursor.ParentEdge() {
		cursor = cursor.Parent()
	}
	if kind, _ := cursor.ParentEdge(); kind != edge.SelectorExpr_X {
		return call, false
	}
	selector := cursor.Parent()
	kind, _ := selector.ParentEdge()
	return selector.Parent(), kind == edge.CallExpr_Fun && selector.Node().(*ast.SelectorExpr).Sel.Name == "Resolve" &&
		len(selector.Parent().Node().(*ast.CallExpr).Args) == 2
}

// An unwrapping is the call that stays of a wrapper.
type unwrapping struct {
	resolve *ast.CallExpr
	keep    ast.Expr     // the call that New makes, or New itself
	context ast.Expr     // what Resolve is given
	adds    bool         // keep is a function, to be called with the context
	uses    []*ast.Ident // where keep mentions New's own parameter
	convert ast.Expr     // the type that the result has to be converted to; nil for none
}

func (f *function) unwrapping(w *guard.WrapperLiteral, resolve *ast.CallExpr) (*unwrapping, string) {
	u := &unwrapping{resolve: resolve, context: resolve.Args[0]}
	if w.Current == nil {
		return nil, "it has no New"
	}
	lit, ok := ast.Unparen(w.Current).(*ast.FuncLit)
	if !ok {
		u.keep, u.adds = w.Current, true
		signature, ok := f.pass.TypesInfo.TypeOf(w.Current).Underlying().(*types.Signature)
		if !ok {
			return nil, "it has no New"
		}
		return u, f.sameResult(u, w, signature.Results())
	}
	call, ok := onlyCall(lit)
	if !ok {
		return nil, "its New does more than return one call"
	}
	u.keep = call
	u.uses = f.parameterUses(lit, call)
	if len(u.uses) > 0 && !f.simple(u.context) {
		return nil, "the context that Resolve is given cannot be written in its New"
	}
	if len(u.uses) > 0 && hasClosure(call) {
		return nil, "its New hands its context to a function literal"
	}
	results, _ := f.pass.TypesInfo.TypeOf(call).(*types.Tuple)
	return u, f.sameResult(u, w, results)
}

// onlyCall returns the call of a function literal that does nothing but return it.
func onlyCall(lit *ast.FuncLit) (*ast.CallExpr, bool) {
	if len(lit.Body.List) != 1 {
		return nil, false
	}
	ret, ok := lit.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil, false
	}
	call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr)
	return call, ok
}

// sameResult holds the results of what is called against the wrapper's own type: the value has to keep its type.
func (f *function) sameResult(u *unwrapping, w *guard.WrapperLiteral, results *types.Tuple) string {
	const differs = "its New returns another type than the wrapper has"
	named, ok := types.Unalias(f.pass.TypesInfo.TypeOf(w.Literal)).(*types.Named)
	if !ok || named.TypeArgs().Len() != 1 || results.Len() != 2 || !isError(results.At(1).Type()) {
		return differs
	}
	if types.Identical(results.At(0).Type(), named.TypeArgs().At(0)) {
		return ""
	}
	index, ok := w.Literal.Type.(*ast.IndexExpr)
	if !ok {
		return differs
	}
	switch index.Index.(type) {
	case *ast.Ident, *ast.SelectorExpr: // a type that is written like a function
		u.convert = index.Index
		return ""
	}
	return differs
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// parameterUses are the places where a call mentions the context that its function literal is given, if that is called otherwise outside.
func (f *function) parameterUses(lit *ast.FuncLit, call *ast.CallExpr) []*ast.Ident {
	params := lit.Type.Params.List
	if len(params) != 1 || len(params[0].Names) != 1 {
		return nil
	}
	param := f.pass.TypesInfo.Defs[params[0].Names[0]]
	var found []*ast.Ident
	ast.Inspect(call, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && param != nil && f.pass.TypesInfo.Uses[id] == param {
			found = append(found, id)
		}
		return true
	})
	return found
}

// simple recognises what can be written once more: a variable, or a field of one.
func (f *function) simple(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return f.variable(e) != nil
	case *ast.SelectorExpr:
		selection := f.pass.TypesInfo.Selections[e]
		return selection != nil && selection.Kind() == types.FieldVal && f.simple(e.X)
	}
	return false
}

func hasClosure(expr ast.Expr) bool {
	found := false
	ast.Inspect(expr, func(n ast.Node) bool {
		_, ok := n.(*ast.FuncLit)
		found = found || ok
		return !found
	})
	return found
}

// apply leaves nothing of the wrapper but the call.
func (u *unwrapping) apply(f *function) {
	f.edits.remove(u.resolve.Pos(), u.keep.Pos())
	context := f.text(u.context.Pos(), u.context.End())
	for _, id := range u.uses {
		f.edits.replace(id.Pos(), id.End(), context)
	}
	end := ""
	if u.adds {
		end = "(" + context + ")"
	}
	f.edits.replace(u.keep.End(), u.resolve.End(), end)
	if !u.adds && len(u.uses) == 0 {
		return
	}
	f.mention(u.context)
}

// mention notes that the edits write an expression once more.
func (f *function) mention(expr ast.Expr) {
	ast.Inspect(expr, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := f.pass.TypesInfo.Uses[id]; obj != nil {
				f.extra[obj] = true
			}
		}
		return true
	})
}

// result makes the variable that holds what was resolved hold the value itself, which is converted where it has another type.
func (f *function) result(assign *ast.AssignStmt, convert ast.Expr) (why string) {
	if len(assign.Lhs) != 2 {
		return "its result is used as a whole"
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if ok && id.Name == "_" {
		return ""
	}
	if !ok || f.pass.TypesInfo.Defs[id] == nil {
		return "its result goes to a variable that is declared elsewhere"
	}
	var values, flags []*ast.SelectorExpr
	for cursor := range f.cursor.Preorder((*ast.Ident)(nil)) {
		mention := cursor.Node().(*ast.Ident)
		if f.pass.TypesInfo.Uses[mention] != f.pass.TypesInfo.Defs[id] {
			continue
		}
		selector, ok := cursor.Parent().Node().(*ast.SelectorExpr)
		switch {
		case ok && selector.Sel.Name == "Value" && (convert == nil || !assigned(cursor.Parent())):
			values = append(values, selector)
		case ok && selector.Sel.Name == "Legacy" && !assigned(cursor.Parent()):
			flags = append(flags, selector)
		default:
			return "its result is used as a whole"
		}
	}
	for _, selector := range values {
		if convert == nil {
			f.edits.remove(selector.X.End(), selector.End())
			continue
		}
		f.edits.replace(selector.Pos(), selector.End(), f.text(convert.Pos(), convert.End())+"("+id.Name+")")
		f.mention(convert)
		f.extra[f.pass.TypesInfo.Defs[id]] = true
	}
	for _, selector := range flags {
		f.known[selector] = false
	}
	return ""
}

func assigned(cursor inspector.Cursor) bool {
	kind, _ := cursor.ParentEdge()
	return slices.Contains([]edge.Kind{edge.AssignStmt_Lhs, edge.UnaryExpr_X}, kind) && !isNot(cursor)
}

func isNot(cursor inspector.Cursor) bool {
	unary, ok := cursor.Parent().Node().(*ast.UnaryExpr)
	return ok && unary.Op.String() == "!"
}
