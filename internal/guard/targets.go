package guard

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/uses"
)

// targets finds the calls whose error tells whether the selector was there. For a call of the contract that is the use itself; for packed
// calldata it is the call in the same function that the bytes flow into. It reports false where there is none: the calldata leaves the
// function, or what is called has no error.
func (j *judge) targets(use *uses.Use, cursor inspector.Cursor) ([]inspector.Cursor, bool) {
	if call, ok := cursor.Node().(*ast.CallExpr); ok && !j.encodes(use, call) {
		return []inspector.Cursor{cursor}, j.hasError(call)
	}
	f := &flow{judge: j, function: innermost(cursor), seen: map[types.Object]bool{}}
	ok := f.follow(cursor)
	return f.targets, ok && len(f.targets) > 0
}

// encodes reports whether the use makes calldata instead of sending it.
func (j *judge) encodes(use *uses.Use, call *ast.CallExpr) bool {
	if use.Form == uses.Pack || use.Form == uses.Literal {
		return true
	}
	if use.Form != uses.Named && use.Form != uses.Interface {
		return false
	}
	if fn := j.callee(call); fn != nil && j.result.PacksOnly(fn) {
		return true
	}
	t := j.info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return false
		}
		t = tuple.At(0).Type()
	}
	if t == nil { // the code does not type-check
		return false
	}
	slice, ok := t.Underlying().(*types.Slice)
	return ok && isByte(slice.Elem())
}

func (j *judge) hasError(call *ast.CallExpr) bool {
	switch t := j.info.TypeOf(call).(type) {
	case *types.Tuple:
		return t.Len() > 0 && types.Identical(t.At(t.Len()-1).Type(), errorType)
	case nil:
		return false
	default:
		return types.Identical(t, errorType)
	}
}

func innermost(cursor inspector.Cursor) ast.Node {
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return function.Node()
	}
	return nil
}

// A flow follows calldata through one function.
type flow struct {
	*judge
	function ast.Node
	seen     map[types.Object]bool
	targets  []inspector.Cursor
}

// follow climbs from an expression that holds the calldata to the call that takes it, and reports false when the bytes go anywhere else.
func (f *flow) follow(cursor inspector.Cursor) bool {
	for {
		if innermost(cursor) != f.function {
			return false
		}
		kind, i := cursor.ParentEdge()
		parent := cursor.Parent()
		switch kind {
		case edge.ParenExpr_X, edge.SliceExpr_X, edge.UnaryExpr_X, edge.KeyValueExpr_Value:
			cursor = parent
		case edge.CompositeLit_Elts:
			if f.isBatch(parent.Node().(*ast.CompositeLit)) {
				return false // the error of a batch is not that of its elements
			}
			cursor = parent
		case edge.CallExpr_Args:
			call := parent.Node().(*ast.CallExpr)
			switch {
			case f.hasError(call):
				f.targets = append(f.targets, parent)
				return true
			case f.harmless(call):
				return true
			case f.info.Types[call.Fun].IsType(), f.makesBytes(call):
				cursor = parent
			default:
				return false
			}
		case edge.AssignStmt_Rhs:
			assign := parent.Node().(*ast.AssignStmt)
			if len(assign.Rhs) == 1 {
				i = 0 // of (data, err), the first is the calldata
			}
			return assign.Tok == token.DEFINE && f.variable(assign.Lhs[i])
		case edge.ValueSpec_Values:
			return f.variable(parent.Node().(*ast.ValueSpec).Names[i])
		case edge.ExprStmt_X:
			return true // thrown away: nothing is sent
		default:
			return false
		}
	}
}

func (f *flow) isBatch(lit *ast.CompositeLit) bool {
	switch t := f.info.TypeOf(lit).Underlying().(type) {
	case *types.Slice:
		return !isByte(t.Elem())
	case *types.Array:
		return !isByte(t.Elem())
	case *types.Map:
		return true
	}
	return false
}

func isByte(t types.Type) bool { return types.Identical(t.Underlying(), types.Typ[types.Byte]) }

// harmless knows calls that only look at bytes.
func (f *flow) harmless(call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	builtin, ok := f.info.Uses[id].(*types.Builtin)
	return ok && (builtin.Name() == "len" || builtin.Name() == "cap")
}

// makesBytes recognises calls that return their argument's bytes in another form: append, common.FromHex and the like.
func (f *flow) makesBytes(call *ast.CallExpr) bool {
	t := f.info.TypeOf(call)
	if t == nil {
		return false
	}
	slice, ok := t.Underlying().(*types.Slice)
	return ok && isByte(slice.Elem())
}

// otherField reports whether a selector of a message that holds the bytes reads or sets a field that is not them.
func (f *flow) otherField(selector inspector.Cursor) bool {
	if kind, _ := selector.ParentEdge(); kind == edge.AssignStmt_Lhs {
		return true
	}
	field, ok := f.info.Uses[selector.Node().(*ast.SelectorExpr).Sel].(*types.Var)
	if !ok {
		return false
	}
	slice, ok := field.Type().Underlying().(*types.Slice)
	return !ok || !isByte(slice.Elem())
}

func (f *flow) variable(name ast.Expr) bool {
	id, ok := name.(*ast.Ident)
	if !ok {
		return false
	}
	obj := f.info.ObjectOf(id)
	if obj == nil || f.seen[obj] {
		return id.Name == "_" || obj != nil
	}
	f.seen[obj] = true
	for _, ref := range f.referencesTo(obj) {
		cursor, ok := f.root.FindByPos(ref.Pos(), ref.End())
		if !ok {
			return false
		}
		if kind, _ := cursor.ParentEdge(); kind == edge.SelectorExpr_X && f.otherField(cursor.Parent()) {
			continue
		}
		if !f.follow(cursor) {
			return false
		}
	}
	return true
}
