package retire

import (
	"go/ast"
	"go/token"
	"strings"
)

// choice simplifies a switch without a tag whose cases are conditions: those that never hold go, and what stands behind one that always holds.
func (f *function) choice(s *ast.SwitchStmt) (ends bool) {
	if s.Init != nil && f.says(s.Init) {
		f.edits.remove(s.Init.Pos(), s.Init.End())
	}
	if s.Tag != nil || !f.decided(s) || fallsThrough(s) {
		f.clauses(s.Body)
		return false
	}
	kept, certain := f.cases(s)
	if len(kept) == 0 && !certain {
		if s.Init != nil && !f.says(s.Init) {
			f.fail("the init statement of a switch would be left alone")
		}
		f.removeLine(s.Pos(), s.End())
		return false
	}
	ends = certain
	for _, clause := range kept {
		if !f.list(clause.Body) || leaves(clause) {
			ends = false
		}
	}
	return ends
}

// decided reports whether anything is known about a case.
func (f *function) decided(s *ast.SwitchStmt) bool {
	for _, clause := range s.Body.List {
		for _, expr := range clause.(*ast.CaseClause).List {
			if f.value(expr) != open {
				return true
			}
		}
	}
	return false
}

func fallsThrough(s *ast.SwitchStmt) bool {
	for _, clause := range s.Body.List {
		body := clause.(*ast.CaseClause).Body
		if len(body) == 0 {
			continue
		}
		if jump, ok := body[len(body)-1].(*ast.BranchStmt); ok && jump.Tok == token.FALLTHROUGH {
			return true
		}
	}
	return false
}

// cases takes out the clauses that do not run and returns the others. certain says that one of them always runs.
func (f *function) cases(s *ast.SwitchStmt) (kept []*ast.CaseClause, certain bool) {
	var always *ast.CaseClause
	for _, clause := range s.Body.List {
		clause := clause.(*ast.CaseClause)
		switch {
		case clause.List == nil:
		case always != nil || f.all(clause.List, no):
			f.removeLine(clause.Pos(), clause.End())
			continue
		case f.some(clause.List, yes):
			always = clause
			f.edits.replace(clause.Pos(), clause.Colon, "default")
		default:
			f.shorten(clause)
		}
		kept = append(kept, clause)
	}
	if always == nil {
		return kept, f.hasDefault(kept)
	}
	for i, clause := range kept {
		if clause.List == nil { // the default never runs
			f.removeLine(clause.Pos(), clause.End())
			return append(kept[:i:i], kept[i+1:]...), true
		}
	}
	return kept, true
}

func (f *function) hasDefault(kept []*ast.CaseClause) bool {
	for _, clause := range kept {
		if clause.List == nil {
			return true
		}
	}
	return false
}

func (f *function) all(list []ast.Expr, value truth) bool {
	for _, expr := range list {
		if f.value(expr) != value {
			return false
		}
	}
	return true
}

func (f *function) some(list []ast.Expr, value truth) bool {
	for _, expr := range list {
		if f.value(expr) == value {
			return true
		}
	}
	return false
}

// shorten leaves out the conditions of a case that never hold.
func (f *function) shorten(clause *ast.CaseClause) {
	var texts []string
	for _, expr := range clause.List {
		if f.value(expr) == open {
			texts = append(texts, f.text(expr.Pos(), expr.End()))
		}
	}
	if len(texts) < len(clause.List) {
		f.edits.replace(clause.List[0].Pos(), clause.Colon, strings.Join(texts, ", "))
		return
	}
	for _, expr := range clause.List {
		f.condition(expr)
	}
}

// leaves reports whether a clause has a break that ends the switch, after which the path goes on behind it. One with a label may.
func leaves(clause *ast.CaseClause) bool {
	found := false
	for _, stmt := range clause.Body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if jump, ok := n.(*ast.BranchStmt); ok && jump.Tok == token.BREAK && jump.Label != nil {
				found = true
			}
			return true
		})
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.FuncLit:
				return false
			case *ast.BranchStmt:
				found = found || n.Tok == token.BREAK
			}
			return true
		})
	}
	return found
}
