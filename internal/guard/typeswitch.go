package guard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// subjectOf returns the expression whose type a type switch asks for.
func subjectOf(n *ast.TypeSwitchStmt) ast.Expr {
	var expr ast.Expr
	switch assign := n.Assign.(type) {
	case *ast.AssignStmt:
		expr = assign.Rhs[0]
	case *ast.ExprStmt:
		expr = assign.X
	}
	assertion, ok := ast.Unparen(expr).(*ast.TypeAssertExpr)
	if !ok {
		return expr
	}
	return assertion.X
}

// typeSwitched gives the variable of a type switch, switch e := err.(type), the error. Each clause has one of its own, all of them at one
// position.
func (s *simulation) typeSwitched(assign *ast.AssignStmt, st *state) {
	assertion, ok := ast.Unparen(assign.Rhs[0]).(*ast.TypeAssertExpr)
	if !ok || assertion.Type != nil {
		return
	}
	for clause, n := range s.top().graph.typeCases {
		if v, ok := s.info.Implicits[clause].(*types.Var); ok && n.Assign == assign {
			st.set(v, s.value(assertion.X, st))
			return
		}
	}
}

// typeCase enters a clause of a type switch. The type of an error does not tell whether it is a miss.
func (s *simulation) typeCase(n *ast.TypeSwitchStmt, clause *ast.CaseClause, st *state) {
	known := s.value(subjectOf(n), st)
	if known.own && known.kind != isNilError && slices.ContainsFunc(clause.List, func(t ast.Expr) bool { return !isNil(s.info, t) }) {
		s.look(st, "a type switch", n.Pos())
	}
}

// excluded reports whether a path cannot go on to a block, because the block is for an error that is nil, and this one is not, or the other
// way round.
func (s *simulation) excluded(next *cfg.Block, successor int, st *state) bool {
	clause, ok := next.Stmt.(*ast.CaseClause)
	if !ok {
		return false
	}
	n, ok := s.top().graph.typeCases[clause]
	if !ok || len(clause.List) == 0 {
		return false
	}
	forNil := slices.ContainsFunc(clause.List, func(t ast.Expr) bool { return isNil(s.info, t) })
	switch s.value(subjectOf(n), st).kind {
	case isNilError:
		if successor == 0 {
			return !forNil
		}
		return forNil && len(clause.List) == 1
	case isMiss, isOther, isNonNil:
		return successor == 0 && forNil && len(clause.List) == 1
	}
	return false
}
