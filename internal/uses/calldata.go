package uses

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// sends reports whether calldata that is made at site goes, in the same function, into a call whose error tells of the contract. Calldata that
// is returned or kept is sent by somebody else, if at all.
func (c *code) sends(site inspector.Cursor) bool {
	f := &calldata{code: c, seen: map[types.Object]bool{}}
	f.follow(site)
	return f.sent && !f.leaves
}

// A calldata follows bytes through a function and the closures in it.
type calldata struct {
	*code
	seen   map[types.Object]bool
	sent   bool // a call with an error takes them
	leaves bool // they are returned, or kept where other functions see them
}

// follow climbs from an expression that holds the bytes to what becomes of them. Where they are only looked at, nothing does.
func (f *calldata) follow(cursor inspector.Cursor) {
	for {
		kind, i := cursor.ParentEdge()
		parent := cursor.Parent()
		switch kind {
		case edge.ParenExpr_X, edge.SliceExpr_X, edge.UnaryExpr_X, edge.KeyValueExpr_Value, edge.StarExpr_X:
		case edge.SelectorExpr_X:
			if !f.holdsBytes(parent.Node().(*ast.SelectorExpr)) {
				return
			}
		case edge.CompositeLit_Elts:
			if isList(f.info.TypeOf(parent.Node().(*ast.CompositeLit))) {
				f.leaves = true // the error of a batch is not that of its elements
				return
			}
		case edge.CallExpr_Args:
			if !f.taken(parent) {
				return
			}
		case edge.AssignStmt_Rhs:
			assign := parent.Node().(*ast.AssignStmt)
			if len(assign.Rhs) == 1 {
				i = 0 // of (data, err), the first is the calldata
			}
			f.assigned(assign.Lhs[i])
			return
		case edge.ValueSpec_Values:
			f.variableOf(parent.Node().(*ast.ValueSpec).Names[min(i, len(parent.Node().(*ast.ValueSpec).Names)-1)])
			return
		case edge.ReturnStmt_Results, edge.SendStmt_Value:
			f.leaves = true
			return
		default:
			return
		}
		cursor = parent
	}
}

// taken notes what a call does with the bytes, and reports whether it returns them in another form.
func (f *calldata) taken(call inspector.Cursor) bool {
	node := call.Node().(*ast.CallExpr)
	t := f.info.TypeOf(node)
	switch {
	case f.info.Types[node.Fun].IsType():
		return true
	case makesError(node):
	case f.returnsError(call, t):
		f.sent = true
	case isByteSlice(t), !isKnown(t), isString(t):
		return true // hexadecimal, say
	case f.isAppend(node):
		f.leaves = true // of a list of calls
	}
	return false
}

// makesError knows fmt.Errorf and its like, which put the bytes into a message.
func makesError(call *ast.CallExpr) bool {
	selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && selector.Sel.Name == "Errorf"
}

func (f *calldata) isAppend(call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	builtin, ok := f.info.Uses[id].(*types.Builtin)
	return ok && builtin.Name() == "append"
}

// returnsError reports whether a call's last result is an error. The type of a call into a package that was not read is not known: then it is
// taken to have one where its results are assigned to several variables, or returned as those of a function that has one.
func (f *calldata) returnsError(call inspector.Cursor, t types.Type) bool {
	if isKnown(t) {
		if tuple, ok := t.(*types.Tuple); ok {
			return tuple.Len() > 0 && isError(tuple.At(tuple.Len()-1).Type())
		}
		return isError(t)
	}
	switch kind, _ := call.ParentEdge(); kind {
	case edge.AssignStmt_Rhs:
		assign := call.Parent().Node().(*ast.AssignStmt)
		return len(assign.Rhs) == 1 && (len(assign.Lhs) > 1 || isError(f.info.TypeOf(assign.Lhs[0])))
	case edge.ReturnStmt_Results:
		return len(call.Parent().Node().(*ast.ReturnStmt).Results) == 1 && f.enclosingFails(call)
	}
	return false
}

func (f *calldata) enclosingFails(cursor inspector.Cursor) bool {
	for enclosing := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var signature *ast.FuncType
		switch node := enclosing.Node().(type) {
		case *ast.FuncDecl:
			signature = node.Type
		case *ast.FuncLit:
			signature = node.Type
		}
		results := signature.Results
		return results.NumFields() > 0 && isError(f.info.TypeOf(results.List[len(results.List)-1].Type))
	}
	return false
}

// assigned follows the bytes into a local variable, or into a field of one. Anything else outlives the function.
func (f *calldata) assigned(lhs ast.Expr) {
	for {
		switch e := ast.Unparen(lhs).(type) {
		case *ast.SelectorExpr:
			lhs = e.X
			continue
		case *ast.Ident:
			f.variableOf(e)
			return
		}
		f.leaves = true
		return
	}
}

// variableOf follows the bytes in a variable that the function declares in its body.
func (f *calldata) variableOf(id *ast.Ident) {
	obj := f.info.ObjectOf(id)
	if obj == nil || id.Name == "_" || f.seen[obj] {
		return
	}
	f.seen[obj] = true
	if !f.isLocal(obj) {
		f.leaves = true
		return
	}
	for _, mention := range f.mentions(obj) {
		if !isAssigned(mention) {
			f.follow(mention)
		}
	}
}

// isLocal tells a variable of a function's body from its parameters and results, and from those of the package.
func (f *calldata) isLocal(obj types.Object) bool {
	cursor, ok := f.root.FindByPos(obj.Pos(), obj.Pos()+token.Pos(len(obj.Name())))
	if !ok {
		return false
	}
	for range cursor.Enclosing((*ast.FieldList)(nil)) {
		return false
	}
	for range cursor.Enclosing((*ast.BlockStmt)(nil)) {
		return true
	}
	return false
}

func isAssigned(mention inspector.Cursor) bool {
	kind, _ := mention.ParentEdge()
	return kind == edge.AssignStmt_Lhs
}

// holdsBytes tells the field of a message, or of an abi.Method, that is the calldata from its others.
func (f *calldata) holdsBytes(selector *ast.SelectorExpr) bool {
	field, ok := f.info.Uses[selector.Sel].(*types.Var)
	return ok && isByteSlice(field.Type())
}

// isList tells a list of calls from one call, which may be a struct or a map.
func isList(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Slice:
		return !isByte(t.Elem())
	case *types.Array:
		return !isByte(t.Elem())
	}
	return false
}

func isByteSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	slice, ok := t.Underlying().(*types.Slice)
	return ok && isByte(slice.Elem())
}

func isByte(t types.Type) bool { return types.Identical(t.Underlying(), types.Typ[types.Byte]) }

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// isKnown reports whether the type checker found out what an expression's type is.
func isKnown(t types.Type) bool { return t != nil && t != types.Typ[types.Invalid] }
