package retire

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// calls notes what the calls in the function answer: classifiers of the errors at hand, flags and probes of the feature; and the records that
// are never made.
func (f *function) calls() {
	for cursor := range f.cursor.Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		kind, _ := cursor.ParentEdge()
		answer, known := f.answer(call, cursor)
		_, records := f.records(call)
		switch {
		case !known && !records:
		case kind == edge.GoStmt_Call || kind == edge.DeferStmt_Call:
			f.why[call] = "it is the call of a go or defer statement"
		case kind == edge.ExprStmt_X:
			f.drop[cursor.Parent().Node().(*ast.ExprStmt)] = true
		case known && f.inHeader(cursor):
			f.why[call] = "the statement that its condition follows would be left alone"
		case known:
			f.known[call] = answer
		}
	}
}

// answer is what a call that returns a bool says under the premise.
func (f *function) answer(call *ast.CallExpr, cursor inspector.Cursor) (value, known bool) {
	if err, ok := f.API.IsClassifier(call); ok {
		from, why := f.origin(err, cursor)
		if why != "" {
			f.why[call] = why
		}
		return false, from
	}
	if read, ok := f.API.Strict(call); ok && f.isFeature(read.Feature) {
		if read.HasError {
			f.why[call] = "it returns an error beside the flag"
		}
		return true, !read.HasError
	}
	read, ok := f.API.Supports(call)
	if !ok || !f.isFeature(read.Feature) && !(len(read.Features) == 1 && read.Features[0] == f.feature.Name) {
		return false, false
	}
	if read.HasError {
		f.why[call] = "it returns an error beside the answer"
	}
	return true, !read.HasError
}

// records recognises the record of a legacy detection of the feature.
func (f *function) records(call *ast.CallExpr) (ast.Expr, bool) {
	feature, ok := f.API.Record(call)
	return feature, ok && feature != nil && f.isFeature(feature)
}

// inHeader reports whether a call decides about an if whose init statement would lose its place.
func (f *function) inHeader(cursor inspector.Cursor) bool {
	for up := cursor; ; up = up.Parent() {
		switch node := up.Parent().Node().(type) {
		case *ast.IfStmt:
			kind, _ := up.ParentEdge()
			return kind == edge.IfStmt_Cond && node.Init != nil
		case ast.Expr:
			if _, ok := node.(*ast.FuncLit); ok {
				return false
			}
		default:
			return false
		}
	}
}

// origin reports whether an error is surely that of a call that needs the feature's selectors. why says what keeps the classifier of such an
// error from being taken out.
func (f *function) origin(err ast.Expr, classifier inspector.Cursor) (from bool, why string) {
	v := f.variable(err)
	if v == nil || v.IsField() || v.Parent() == f.pass.Pkg.Scope() {
		return false, ""
	}
	last, ours, trouble := f.lastAssignment(v, classifier)
	switch {
	case !ours:
		return false, ""
	case trouble != "":
		return false, trouble
	case !precedes(last, classifier):
		return false, "its error does not come from the feature's call on every path"
	case f.assignedAround(v, last, classifier):
		return false, "its error is assigned again in the loop around it"
	}
	return true, ""
}

// lastAssignment finds the statement above the classifier that sets the error. ours says that it calls something that needs the feature.
func (f *function) lastAssignment(v *types.Var, classifier inspector.Cursor) (last inspector.Cursor, ours bool, trouble string) {
	pos := token.NoPos
	for cursor := range f.cursor.Preorder((*ast.Ident)(nil)) {
		id := cursor.Node().(*ast.Ident)
		if f.pass.TypesInfo.ObjectOf(id) != v {
			continue
		}
		if kind, _ := cursor.ParentEdge(); kind == edge.UnaryExpr_X && cursor.Parent().Node().(*ast.UnaryExpr).Op == token.AND {
			trouble = "the address of its error is taken"
		}
		statement, value, ok := assignment(cursor)
		switch {
		case !ok:
		case innermost(cursor) != innermost(classifier):
			trouble = "its error is assigned in another function"
			ours = ours || f.sends[value]
		case id.Pos() < classifier.Node().Pos() && id.Pos() > pos:
			pos, last, ours = id.Pos(), statement, f.sends[value]
		}
	}
	return last, ours, trouble
}

// assignment returns the statement that assigns to an identifier, and the only value it assigns, or nil.
func assignment(id inspector.Cursor) (statement inspector.Cursor, value ast.Node, ok bool) {
	var values []ast.Expr
	switch kind, _ := id.ParentEdge(); kind {
	case edge.AssignStmt_Lhs:
		statement = id.Parent()
		values = statement.Node().(*ast.AssignStmt).Rhs
	case edge.ValueSpec_Names:
		values = id.Parent().Node().(*ast.ValueSpec).Values
		statement = id.Parent().Parent().Parent()
	default:
		return statement, nil, false
	}
	if len(values) != 1 {
		return statement, nil, true
	}
	return statement, ast.Unparen(values[0]), true
}

// innermost is the function around a place.
func innermost(cursor inspector.Cursor) ast.Node {
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return function.Node()
	}
	return nil
}

// precedes reports whether a statement runs whenever the other place is reached: it stands above it in a list around it, or is the init of a
// statement around it.
func precedes(stmt, at inspector.Cursor) bool {
	parent := stmt.Parent().Node()
	for up := at; up.Node() != nil; up = up.Parent() {
		if up.Parent().Node() == parent {
			return true
		}
	}
	return false
}

// assignedAround reports whether a loop around the classifier, and not around the call, sets the error as well.
func (f *function) assignedAround(v *types.Var, call, classifier inspector.Cursor) bool {
	for loop := range classifier.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if loop.Node().Pos() <= call.Node().Pos() {
			return false
		}
		for cursor := range loop.Preorder((*ast.Ident)(nil)) {
			kind, _ := cursor.ParentEdge()
			if kind == edge.AssignStmt_Lhs && f.pass.TypesInfo.ObjectOf(cursor.Node().(*ast.Ident)) == v {
				return true
			}
		}
	}
	return false
}

// variables notes variables that are set once, to something that is known, such as miss := compat.IsSelectorMiss(err).
func (f *function) variables() {
	for cursor := range f.cursor.Preorder((*ast.AssignStmt)(nil)) {
		assign := cursor.Node().(*ast.AssignStmt)
		if assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
			continue
		}
		value := f.value(assign.Rhs[0])
		v := f.variable(assign.Lhs[0])
		if value == open || v == nil || f.setAgain(v, assign) {
			continue
		}
		f.bound[v] = value == yes
	}
	for cursor := range f.cursor.Preorder((*ast.Ident)(nil)) {
		id := cursor.Node().(*ast.Ident)
		if v, ok := f.pass.TypesInfo.Uses[id].(*types.Var); ok {
			if value, ok := f.bound[v]; ok {
				f.known[id] = value
			}
		}
	}
}

// setAgain reports whether a variable may get another value than its first.
func (f *function) setAgain(v *types.Var, first *ast.AssignStmt) bool {
	for cursor := range f.cursor.Preorder((*ast.Ident)(nil)) {
		if f.pass.TypesInfo.ObjectOf(cursor.Node().(*ast.Ident)) != v || cursor.Node() == first.Lhs[0] {
			continue
		}
		switch kind, _ := cursor.ParentEdge(); kind {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return true
		case edge.UnaryExpr_X:
			if cursor.Parent().Node().(*ast.UnaryExpr).Op == token.AND {
				return true
			}
		}
	}
	return false
}
