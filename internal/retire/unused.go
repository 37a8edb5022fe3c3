package retire

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// unused takes out the variables that nothing reads any more, until none is left: what one was made from may have been read there alone.
func (f *function) unused() {
	for f.failed == "" {
		unread := f.unread()
		if len(unread) == 0 {
			return
		}
		for _, declared := range unread {
			f.undeclare(declared)
		}
	}
}

// A mention is an identifier of a variable, and what it does there.
type mention struct {
	id     inspector.Cursor
	reads  bool
	gone   bool // an edit takes it out
	states bool // it declares the variable
}

// unread lists the declarations of local variables that are read now, and no longer after the edits.
func (f *function) unread() []inspector.Cursor {
	mentions := map[*types.Var][]mention{}
	var order []*types.Var
	for cursor := range f.cursor.Preorder((*ast.Ident)(nil)) {
		id := cursor.Node().(*ast.Ident)
		v, ok := f.pass.TypesInfo.ObjectOf(id).(*types.Var)
		if !ok || id.Name == "_" || v.IsField() || v.Parent() == f.pass.Pkg.Scope() || f.isParameter(v) {
			continue
		}
		if mentions[v] == nil {
			order = append(order, v)
		}
		_, _, assigns := assignment(cursor)
		mentions[v] = append(mentions[v], mention{
			id: cursor, reads: !assigns, gone: f.edits.removed(id.Pos()), states: f.pass.TypesInfo.Defs[id] == v,
		})
	}
	var found []inspector.Cursor
	for _, v := range order {
		if declared, ok := f.orphan(v, mentions[v]); ok {
			found = append(found, declared)
		}
	}
	return found
}

// orphan reports whether a variable that stays declared is read no more, and fails where it is still set.
func (f *function) orphan(v *types.Var, all []mention) (declared inspector.Cursor, ok bool) {
	reads, set := f.extra[v], false
	for _, m := range all {
		switch {
		case m.states && m.gone:
			return declared, false
		case m.states:
			declared, ok = m.id, true
		case m.gone:
		case m.reads:
			reads = true
		default:
			set = true
		}
	}
	if reads || !ok {
		return declared, false
	}
	if set {
		f.fail(fmt.Sprintf("the variable %s would be set and never read", v.Name()))
		return declared, false
	}
	return declared, true
}

// isParameter recognises parameters and results, which may stay unread.
func (f *function) isParameter(v *types.Var) bool {
	return v.Kind() == types.ParamVar || v.Kind() == types.ResultVar || v.Kind() == types.RecvVar
}

// undeclare takes out a declaration, or the name out of one that does more.
func (f *function) undeclare(declared inspector.Cursor) {
	id := declared.Node().(*ast.Ident)
	kind, _ := declared.ParentEdge()
	switch {
	case kind == edge.AssignStmt_Lhs:
		f.undefine(declared.Parent(), id)
	case kind == edge.ValueSpec_Names && f.alone(declared.Parent()):
		statement := declared.Parent().Parent().Parent().Node()
		f.removeLine(statement.Pos(), statement.End())
	default:
		f.fail(fmt.Sprintf("the variable %s would be left without use", id.Name))
	}
}

// alone recognises a declaration of one variable whose value does nothing.
func (f *function) alone(spec inspector.Cursor) bool {
	node := spec.Node().(*ast.ValueSpec)
	decl, ok := spec.Parent().Node().(*ast.GenDecl)
	_, statement := spec.Parent().Parent().Node().(*ast.DeclStmt)
	return ok && statement && len(decl.Specs) == 1 && len(node.Names) == 1 &&
		!slices.ContainsFunc(node.Values, func(e ast.Expr) bool { return !f.idle(e) })
}

// undefine takes a name out of x, y := f(), and the whole statement where it does nothing else.
func (f *function) undefine(statement inspector.Cursor, id *ast.Ident) {
	assign := statement.Node().(*ast.AssignStmt)
	kind, _ := statement.ParentEdge()
	listed := kind == edge.BlockStmt_List || kind == edge.CaseClause_Body || kind == edge.CommClause_Body
	if listed && len(assign.Lhs) == 1 && f.idle(assign.Rhs[0]) {
		f.removeLine(assign.Pos(), assign.End())
		return
	}
	if isError(f.pass.TypesInfo.Defs[id].Type()) && !f.idle(assign.Rhs[0]) {
		f.fail(fmt.Sprintf("the error %s would be read no more", id.Name))
		return
	}
	if kind == edge.CommClause_Comm || kind == edge.TypeSwitchStmt_Assign {
		f.fail(fmt.Sprintf("the variable %s would be left without use", id.Name))
		return
	}
	f.edits.replace(id.Pos(), id.End(), "_")
	if listed && len(assign.Lhs) == len(assign.Rhs) && f.nameless(assign) {
		f.removeLine(assign.Pos(), assign.End())
		return
	}
	for _, other := range assign.Lhs {
		name, ok := other.(*ast.Ident)
		if ok && name.Name != "_" && f.pass.TypesInfo.Defs[name] != nil && !f.edits.removed(name.Pos()) {
			return // it still declares something
		}
	}
	f.edits.replace(assign.TokPos, assign.TokPos+token.Pos(len(assign.Tok.String())), "=")
}

// nameless reports whether a statement assigns to nothing any more, and does nothing else.
func (f *function) nameless(assign *ast.AssignStmt) bool {
	for i, target := range assign.Lhs {
		name, ok := target.(*ast.Ident)
		if !ok || name.Name != "_" && !f.edits.removed(name.Pos()) || !f.idle(assign.Rhs[i]) {
			return false
		}
	}
	return true
}
