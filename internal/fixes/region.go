package fixes

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/guard"
)

// A region is the statements, up to the end of their list, that serve legacy.
type region struct {
	statements []ast.Stmt
	known      facts
}

// facts are what is known wherever the region is reached.
type facts struct {
	failed  bool // the use returned an error
	miss    bool // and that is a selector miss
	lenient bool // the flag is off
}

func (f facts) and(g facts) facts {
	return facts{failed: f.failed || g.failed, miss: f.miss || g.miss, lenient: f.lenient || g.lenient}
}

func (f facts) any() bool { return f != facts{} }

// servesLegacy finds the region around the place where a defect shows: the list of statements that is reached only because of what was asked
// about the error.
func (c *completion) servesLegacy() (region, bool) {
	pos := token.NoPos
	for _, d := range c.verdict.Defects {
		switch d.Fault {
		case guard.EveryError, guard.StrictNotAsked, guard.NotRecorded:
			if !pos.IsValid() {
				pos = d.Pos
			}
		}
	}
	if !pos.IsValid() {
		return region{}, false
	}
	cursor, ok := c.statementAt(pos)
	if !ok {
		return region{}, false
	}
	return c.regionAround(cursor)
}

// statementAt finds the statement of the function that begins at pos.
func (c *completion) statementAt(pos token.Pos) (inspector.Cursor, bool) {
	for function := range c.at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		for cursor := range function.Preorder((*ast.ReturnStmt)(nil)) {
			if cursor.Node().Pos() == pos {
				return cursor, true
			}
		}
		break
	}
	return inspector.Cursor{}, false
}

// regionAround climbs from a statement to the function's body and collects facts on the way. The innermost list of statements whose being
// reached says something about the error is the region; what is known further out is known there too.
func (c *completion) regionAround(stmt inspector.Cursor) (region, bool) {
	var r region
	for cursor := stmt; ; cursor = cursor.Parent() {
		if cursor.Node() == c.function || cursor.Node() == nil {
			return r, r.known.any()
		}
		if c.runsAgain(cursor.Node()) {
			return region{}, false
		}
		list, i := listOf(cursor)
		first, known := c.fallenThrough(list, i)
		if known.any() && r.statements == nil {
			r.statements = list[first:]
		}
		r.known = r.known.and(known)
		if known := c.branch(cursor); known.any() {
			if r.statements == nil {
				r.statements = bodyOf(cursor)
			}
			r.known = r.known.and(known)
		}
	}
}

// runsAgain reports whether a node is a closure, or a loop in which another error than the use's may be looked at.
func (c *completion) runsAgain(n ast.Node) bool {
	switch n.(type) {
	case *ast.FuncLit:
		return true
	case *ast.ForStmt, *ast.RangeStmt:
		return c.stmt.Pos() < n.Pos() || c.stmt.Pos() >= n.End()
	}
	return false
}

// listOf returns the list that a statement stands in, and its place there.
func listOf(cursor inspector.Cursor) ([]ast.Stmt, int) {
	kind, i := cursor.ParentEdge()
	switch parent := cursor.Parent().Node().(type) {
	case *ast.BlockStmt:
		if kind == edge.BlockStmt_List {
			return parent.List, i
		}
	case *ast.CaseClause:
		if kind == edge.CaseClause_Body {
			return parent.Body, i
		}
	}
	return nil, 0
}

// bodyOf returns the statements that a branch runs.
func bodyOf(cursor inspector.Cursor) []ast.Stmt {
	switch node := cursor.Node().(type) {
	case *ast.BlockStmt:
		return node.List
	case *ast.CaseClause:
		return node.Body
	}
	return nil
}

// fallenThrough collects what is known behind statements that end the path in certain cases, down to the use itself. first is the place of the
// statement behind the last of them.
func (c *completion) fallenThrough(list []ast.Stmt, i int) (first int, known facts) {
	for j := i - 1; j >= 0; j-- {
		if list[j] == c.stmt {
			break
		}
		var passed facts
		switch stmt := list[j].(type) {
		case *ast.IfStmt:
			if stmt.Else == nil && (stmt.Init == nil || stmt.Init == c.stmt) && terminates(stmt.Body.List) {
				passed = c.whenFalse(stmt.Cond)
			}
		case *ast.SwitchStmt:
			passed = c.pastSwitch(stmt)
		}
		if passed.any() && !known.any() {
			first = j + 1
		}
		known = known.and(passed)
	}
	return first, known
}

// pastSwitch is what is known behind a switch without a tag each of whose clauses ends the path.
func (c *completion) pastSwitch(stmt *ast.SwitchStmt) facts {
	if stmt.Tag != nil || stmt.Init != nil && stmt.Init != c.stmt {
		return facts{}
	}
	var known facts
	for _, clause := range stmt.Body.List {
		clause := clause.(*ast.CaseClause)
		if clause.List == nil || !terminates(clause.Body) {
			return facts{}
		}
		for _, condition := range clause.List {
			known = known.and(c.whenFalse(condition))
		}
	}
	return known
}

// branch is what is known in a branch of an if or a clause of a switch without a tag.
func (c *completion) branch(cursor inspector.Cursor) facts {
	switch kind, _ := cursor.ParentEdge(); kind {
	case edge.IfStmt_Body:
		return c.whenTrue(cursor.Parent().Node().(*ast.IfStmt).Cond)
	case edge.IfStmt_Else:
		return c.whenFalse(cursor.Parent().Node().(*ast.IfStmt).Cond)
	}
	clause, ok := cursor.Node().(*ast.CaseClause)
	if !ok {
		return facts{}
	}
	stmt, ok := cursor.Parent().Parent().Node().(*ast.SwitchStmt)
	if !ok || stmt.Tag != nil {
		return facts{}
	}
	return c.inClause(stmt, clause)
}

// inClause is what is known in a clause: that its condition holds, and that those before it do not. A clause that is fallen into is left alone.
func (c *completion) inClause(stmt *ast.SwitchStmt, clause *ast.CaseClause) facts {
	var known facts
	if len(clause.List) == 1 {
		known = c.whenTrue(clause.List[0])
	}
	for _, before := range stmt.Body.List {
		before := before.(*ast.CaseClause)
		if n := len(before.Body); n > 0 {
			if jump, ok := before.Body[n-1].(*ast.BranchStmt); ok && jump.Tok == token.FALLTHROUGH {
				return facts{}
			}
		}
		if before == clause {
			break
		}
		for _, condition := range before.List {
			known = known.and(c.whenFalse(condition))
		}
	}
	return known
}

// whenTrue is what a condition says about the error and the flag where it holds.
func (c *completion) whenTrue(condition ast.Expr) facts {
	if c.lookalike != nil && ast.Unparen(condition) == c.lookalike {
		return facts{failed: true, miss: true}
	}
	switch e := ast.Unparen(condition).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return c.whenFalse(e.X)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return c.whenTrue(e.X).and(c.whenTrue(e.Y))
		case token.NEQ:
			return facts{failed: c.isFailure(e.X) && c.isNil(e.Y)}
		}
	case *ast.CallExpr:
		if arg, ok := c.result.API.IsClassifier(e); ok && c.isFailure(arg) {
			return facts{failed: true, miss: true}
		}
	}
	return facts{}
}

// whenFalse is what a condition says where it does not hold.
func (c *completion) whenFalse(condition ast.Expr) facts {
	switch e := ast.Unparen(condition).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return c.whenTrue(e.X)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LOR:
			return c.whenFalse(e.X).and(c.whenFalse(e.Y))
		case token.EQL:
			return facts{failed: c.isFailure(e.X) && c.isNil(e.Y)}
		}
	case *ast.CallExpr:
		return facts{lenient: c.asksFor(e)}
	}
	return facts{}
}

func (c *completion) isFailure(expr ast.Expr) bool {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	return ok && c.pass.TypesInfo.Uses[id] == c.failure
}

func (c *completion) isNil(expr ast.Expr) bool { return c.pass.TypesInfo.Types[expr].IsNil() }

// terminates reports whether a list of statements surely ends the path, or at least its part of a loop.
func terminates(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch stmt := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return stmt.Tok == token.CONTINUE
	}
	return false
}
