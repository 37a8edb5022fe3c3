package guardapi

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

var errorType = types.Universe.Lookup("error").Type()

func returnsError(signature *types.Signature) bool {
	results := signature.Results()
	return results.Len() > 0 && types.Identical(results.At(results.Len()-1).Type(), errorType)
}

// AnswersBool reports whether a function returns bool or (bool, error), as one that stands for a flag or a probe must.
func AnswersBool(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && types.Identical(results.At(0).Type().Underlying(), types.Typ[types.Bool]) &&
		(results.Len() == 1 || results.Len() == 2 && returnsError(fn.Signature()))
}

// PassesErrors reports whether a declared function can return the error of a function it is given. It follows where the error may go without
// regard to order or conditions, so that false is certain: the function is given none, or nothing of the error gets into a return.
func PassesErrors(info *types.Info, fn *types.Func, decl *ast.FuncDecl) bool {
	if !returnsError(fn.Signature()) {
		return false
	}
	t := &trail{info: info, given: map[types.Object]bool{}, holds: map[types.Object]bool{}}
	for param := range fn.Signature().Params().Variables() {
		of := param.Type()
		if slice, ok := of.Underlying().(*types.Slice); ok {
			of = slice.Elem()
		}
		if signature, ok := typeparamCore(of).(*types.Signature); ok && returnsError(signature) {
			t.given[param] = true
		}
	}
	if len(t.given) == 0 {
		return false
	}
	return decl.Body == nil || t.returned(fn, decl)
}

// typeparamCore is the underlying type, of a type parameter that of its constraint's only type.
func typeparamCore(t types.Type) types.Type {
	if param, ok := types.Unalias(t).(*types.TypeParam); ok {
		if union, ok := param.Constraint().Underlying().(*types.Interface); ok && union.NumEmbeddeds() == 1 {
			if u, ok := union.EmbeddedType(0).(*types.Union); ok && u.Len() == 1 {
				return u.Term(0).Type().Underlying()
			}
			return union.EmbeddedType(0).Underlying()
		}
	}
	return t.Underlying()
}

// A trail follows what a function is given: the functions themselves, and what holds their errors.
type trail struct {
	info  *types.Info
	given map[types.Object]bool // the parameters
	holds map[types.Object]bool // variables that may hold one of their errors, or something made of it
}

func (t *trail) returned(fn *types.Func, decl *ast.FuncDecl) bool {
	for known := -1; known < len(t.holds); {
		known = len(t.holds)
		ast.Inspect(decl.Body, t.step)
	}
	found := false
	results := fn.Signature().Results()
	named := results.At(results.Len() - 1)
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			last := len(n.Results) - 1
			found = found || t.holds[named] || last >= 0 && t.mentions(n.Results[last])
		}
		return !found
	})
	return found
}

// step notes what one statement may store an error in.
func (t *trail) step(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, target := range n.Lhs {
			if t.mentions(n.Rhs[min(i, len(n.Rhs)-1)]) {
				t.hold(target)
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) > 0 && t.mentions(n.Values[min(i, len(n.Values)-1)]) {
				t.hold(name)
			}
		}
	case *ast.SendStmt:
		if t.mentions(n.Value) {
			t.hold(n.Chan)
		}
	case *ast.RangeStmt:
		if t.mentions(n.X) {
			t.hold(n.Key)
			t.hold(n.Value)
		}
	case *ast.CallExpr:
		t.call(n)
	}
	return true
}

// call takes anything an error, or a function that has one, is handed to for a holder of it: a receiver, and other arguments.
func (t *trail) call(call *ast.CallExpr) {
	handed := false
	for _, arg := range call.Args {
		handed = handed || t.mentions(arg)
	}
	if !handed {
		return
	}
	if selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		t.hold(selector.X)
	}
	for _, arg := range call.Args {
		t.hold(arg)
	}
}

// hold marks the variable at the root of an expression.
func (t *trail) hold(expr ast.Expr) {
	for {
		switch e := expr.(type) {
		case *ast.ParenExpr:
			expr = e.X
		case *ast.SelectorExpr:
			expr = e.X
		case *ast.IndexExpr:
			expr = e.X
		case *ast.StarExpr:
			expr = e.X
		case *ast.UnaryExpr:
			if e.Op != token.AND {
				return
			}
			expr = e.X
		case *ast.Ident:
			if v, ok := t.info.ObjectOf(e).(*types.Var); ok && !t.given[v] {
				t.holds[v] = true
			}
			return
		default:
			return
		}
	}
}

// mentions reports whether an expression has an error of the functions in it, or hands one of them on. The text of an error is not the error,
// and nor is what fmt.Errorf makes of it without %w.
func (t *trail) mentions(expr ast.Expr) bool {
	found := false
	ast.Inspect(expr, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if t.cuts(n) {
				return false
			}
		case *ast.Ident:
			if v, ok := t.info.ObjectOf(n).(*types.Var); ok && (t.given[v] || t.holds[v]) {
				found = true
			}
		}
		return !found
	})
	return found
}

func (t *trail) cuts(call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(t.info, call).(*types.Func)
	switch {
	case !ok:
		return false
	case fn.FullName() == "(error).Error":
		return true
	case fn.FullName() != "fmt.Errorf" || len(call.Args) == 0:
		return false
	}
	format := t.info.Types[call.Args[0]].Value
	return format != nil && !strings.Contains(format.ExactString(), "%w")
}
