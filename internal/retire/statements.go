package retire

import (
	"bytes"
	"go/ast"
	"go/token"
)

// block simplifies the statements of a block and reports whether it ends the path.
func (f *function) block(b *ast.BlockStmt) (ends bool) { return f.list(b.List) }

// list simplifies statements and takes out those that are no longer reached.
func (f *function) list(list []ast.Stmt) (ends bool) {
	for i, stmt := range list {
		if !f.stmt(stmt) {
			continue
		}
		if i+1 < len(list) && !terminates(stmt) { // what could not be reached before is the user's
			f.unreachable(stmt, list[i+1:])
		}
		return true
	}
	return false
}

// unreachable takes out what stands behind a statement that ends the path now.
func (f *function) unreachable(stmt ast.Stmt, rest []ast.Stmt) {
	for _, dead := range rest {
		ast.Inspect(dead, func(n ast.Node) bool {
			if _, ok := n.(*ast.LabeledStmt); ok {
				f.fail("a label stands in what would be taken out")
			}
			return true
		})
	}
	f.edits.remove(stmt.End(), f.behind(rest[len(rest)-1].End()))
}

// behind is the end of the line of pos, if nothing but a comment stands there, and else pos.
func (f *function) behind(pos token.Pos) token.Pos {
	src, file := f.source(pos), f.pass.Fset.File(pos)
	line, _, _ := bytes.Cut(src[file.Offset(pos):], []byte("\n"))
	if rest := bytes.TrimSpace(line); len(rest) > 0 && !bytes.HasPrefix(rest, []byte("//")) {
		return pos
	}
	return pos + token.Pos(len(bytes.TrimRight(line, "\r")))
}

// terminates reports whether a statement ends the path as it is written, by the statement alone.
func terminates(stmt ast.Stmt) bool {
	switch stmt.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	}
	return false
}

// stmt simplifies a statement and reports whether it ends the path.
func (f *function) stmt(stmt ast.Stmt) (ends bool) {
	switch s := stmt.(type) {
	case *ast.ReturnStmt:
		f.values(s.Results)
		return true
	case *ast.BranchStmt:
		return s.Tok != token.FALLTHROUGH
	case *ast.ExprStmt:
		if f.drop[s] {
			f.removeLine(s.Pos(), s.End())
			return false
		}
		return f.panics(s)
	case *ast.BlockStmt:
		return f.block(s)
	case *ast.LabeledStmt:
		f.stmt(s.Stmt)
	case *ast.IfStmt:
		return f.branch(s)
	case *ast.SwitchStmt:
		return f.choice(s)
	case *ast.AssignStmt:
		f.assigned(s)
	case *ast.ForStmt:
		if s.Cond != nil {
			f.condition(s.Cond)
		}
		f.block(s.Body)
	case *ast.RangeStmt:
		f.block(s.Body)
	case *ast.TypeSwitchStmt:
		f.clauses(s.Body)
	case *ast.SelectStmt:
		f.clauses(s.Body)
	}
	return false
}

// values writes what is known in place of expressions whose values are used.
func (f *function) values(list []ast.Expr) {
	for _, expr := range list {
		if value := f.value(expr); value != open {
			f.write(expr, value == yes)
		} else {
			f.condition(expr)
		}
	}
}

// assigned simplifies what is assigned. A variable that holds something known at times only would hide a constant.
func (f *function) assigned(s *ast.AssignStmt) {
	for _, expr := range s.Rhs {
		if f.value(expr) != open && !f.says(s) {
			f.fail("what it answers goes to a variable that is set elsewhere as well")
		}
	}
	f.values(s.Rhs)
}

// clauses simplifies what the clauses of a statement do; which of them runs stays open.
func (f *function) clauses(body *ast.BlockStmt) {
	for _, clause := range body.List {
		switch clause := clause.(type) {
		case *ast.CaseClause:
			f.list(clause.Body)
		case *ast.CommClause:
			f.list(clause.Body)
		}
	}
}

func (f *function) panics(s *ast.ExprStmt) bool {
	call, ok := s.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "panic" && f.pass.TypesInfo.Types[call.Fun].IsBuiltin()
}

// branch simplifies an if. One with an init statement has to keep it, unless all it does is known.
func (f *function) branch(s *ast.IfStmt) (ends bool) {
	value := f.value(s.Cond)
	if s.Init != nil && !f.says(s.Init) {
		value = open
	}
	switch value {
	case yes:
		if s.Else != nil {
			f.edits.remove(s.Body.End(), s.End())
		}
		return f.inline(s, s.Body)
	case no:
		return f.never(s)
	}
	if s.Init != nil && f.says(s.Init) {
		f.edits.remove(s.Init.Pos(), s.Cond.Pos())
	}
	f.condition(s.Cond)
	ends = f.block(s.Body)
	if s.Else == nil {
		return false
	}
	return f.otherwise(s) && ends
}

// says recognises a statement that only declares a variable whose value is known.
func (f *function) says(init ast.Stmt) bool {
	assign, ok := init.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 {
		return false
	}
	_, known := f.bound[f.variable(assign.Lhs[0])]
	return known
}

// never takes out the body of an if whose condition does not hold.
func (f *function) never(s *ast.IfStmt) (ends bool) {
	switch e := s.Else.(type) {
	case nil:
		f.removeLine(s.Pos(), s.End())
		return false
	case *ast.BlockStmt:
		return f.inline(s, e)
	default:
		f.edits.remove(s.Pos(), e.Pos())
		return f.stmt(e)
	}
}

// otherwise simplifies the else of an if whose condition is open.
func (f *function) otherwise(s *ast.IfStmt) (ends bool) {
	next, ok := s.Else.(*ast.IfStmt)
	if !ok {
		return f.stmt(s.Else)
	}
	value := f.value(next.Cond)
	switch {
	case next.Init != nil || value == open:
		return f.branch(next)
	case value == yes:
		f.edits.remove(next.Pos(), next.Body.Pos())
		f.edits.remove(next.Body.End(), next.End())
		return f.block(next.Body)
	case next.Else == nil:
		f.edits.remove(s.Body.End(), s.End())
		return false
	}
	f.edits.remove(next.Pos(), next.Else.Pos())
	if block, ok := next.Else.(*ast.BlockStmt); ok {
		return f.block(block)
	}
	shorter := *s
	shorter.Else = next.Else
	return f.otherwise(&shorter)
}

// inline puts the statements of a block in place of the statement around it. A block whose names are names elsewhere as well stays one.
func (f *function) inline(s ast.Stmt, b *ast.BlockStmt) (ends bool) {
	if f.clashes(b) {
		f.edits.remove(s.Pos(), b.Lbrace)
		return f.block(b)
	}
	src, file := f.source(s.Pos()), f.pass.Fset.File(s.Pos())
	open, end := file.Offset(b.Lbrace)+1, file.Offset(b.Rbrace)
	open += len(src[open:end]) - len(bytes.TrimLeft(src[open:end], " \t\r\n"))
	if f.endsLine(s.End()) {
		end = max(len(bytes.TrimRight(src[:end], " \t\r\n")), open)
	}
	f.edits.remove(s.Pos(), file.Pos(open))
	f.edits.remove(file.Pos(end), b.Rbrace+1)
	return f.list(b.List)
}

// endsLine reports whether nothing stands behind pos on its line.
func (f *function) endsLine(pos token.Pos) bool {
	src, file := f.source(pos), f.pass.Fset.File(pos)
	line, _, _ := bytes.Cut(src[file.Offset(pos):], []byte("\n"))
	return len(bytes.TrimSpace(line)) == 0
}

// clashes reports whether a block declares a name that the function mentions outside of it too.
func (f *function) clashes(b *ast.BlockStmt) bool {
	names := map[string]bool{}
	for _, stmt := range b.List {
		for _, name := range declared(stmt) {
			names[name] = true
		}
	}
	clash := false
	ast.Inspect(f.decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && names[id.Name] && (id.Pos() < b.Pos() || id.Pos() >= b.End()) {
			clash = true
		}
		return !clash
	})
	return clash
}

// declared are the names that a statement declares in the block that it stands in.
func declared(stmt ast.Stmt) []string {
	var names []string
	switch s := stmt.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.DEFINE {
			return nil
		}
		for _, target := range s.Lhs {
			if id, ok := target.(*ast.Ident); ok && id.Name != "_" {
				names = append(names, id.Name)
			}
		}
	case *ast.DeclStmt:
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for _, id := range n.Names {
					names = append(names, id.Name)
				}
			case *ast.TypeSpec:
				names = append(names, n.Name.Name)
			}
			return true
		})
	}
	return names
}

// removeLine takes out a statement with the comment behind it, and its line where it has one to itself, so that no empty line stays.
func (f *function) removeLine(from, to token.Pos) {
	src, file := f.source(from), f.pass.Fset.File(from)
	begin, end := file.Offset(from), file.Offset(f.behind(to))
	for begin > 0 && (src[begin-1] == ' ' || src[begin-1] == '\t') {
		begin--
	}
	first, last := begin == 0 || src[begin-1] == '\n', end == len(src) || bytes.HasPrefix(bytes.TrimLeft(src[end:], "\r"), []byte("\n"))
	if first && last {
		next := bytes.IndexByte(src[end:], '\n')
		f.edits.remove(file.Pos(begin), file.Pos(end+next+1))
		return
	}
	f.edits.remove(from, to)
}
