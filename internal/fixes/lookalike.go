package fixes

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// classify puts compat.IsSelectorMiss in place of a condition that only looks like it, and returns what the condition guards.
func (c *completion) classify() (region, bool) {
	branch, lookalike, ok := c.findLookalike()
	if !ok || !c.othersReturned(branch) {
		return region{}, false
	}
	c.pos, c.lookalike = lookalike.Pos(), lookalike
	compat, ok := c.imports.name(guardapi.CompatPath, "compat")
	if !ok {
		return region{}, false
	}
	c.edits = append(c.edits, analysis.TextEdit{
		Pos: lookalike.Pos(), End: lookalike.End(), NewText: fmt.Appendf(nil, "%s.IsSelectorMiss(%s)", compat, c.failure.Name()),
	})
	if !c.dropImports(lookalike) {
		return region{}, false
	}
	body := branch.Node().(*ast.IfStmt).Body.List
	if !terminates(body) {
		return region{}, false
	}
	cursor, ok := branch.FindNode(body[len(body)-1])
	if !ok {
		return region{}, false
	}
	return c.regionAround(cursor)
}

// findLookalike finds the if whose condition is, or demands among other things, something that cannot tell a selector miss.
func (c *completion) findLookalike() (branch inspector.Cursor, lookalike ast.Expr, ok bool) {
	pos := token.NoPos
	for _, d := range c.verdict.Defects {
		if d.Fault == guard.NotClassifier {
			pos = d.Pos
		}
	}
	for function := range c.at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		for cursor := range function.Preorder((*ast.IfStmt)(nil)) {
			stmt := cursor.Node().(*ast.IfStmt)
			if stmt.Cond.Pos() <= pos && pos < stmt.Cond.End() {
				lookalike = conjunctAt(stmt.Cond, pos)
				return cursor, lookalike, stmt.Else == nil && c.looksAlike(lookalike)
			}
		}
		break
	}
	return inspector.Cursor{}, nil, false
}

// conjunctAt returns the operand of && at pos.
func conjunctAt(condition ast.Expr, pos token.Pos) ast.Expr {
	condition = ast.Unparen(condition)
	if e, ok := condition.(*ast.BinaryExpr); ok && e.Op == token.LAND {
		if pos < e.OpPos {
			return conjunctAt(e.X, pos)
		}
		return conjunctAt(e.Y, pos)
	}
	return condition
}

// othersReturned reports whether what follows the if returns the error that the condition does not hold for.
func (c *completion) othersReturned(branch inspector.Cursor) bool {
	list, i := listOf(branch)
	if list == nil || i+1 >= len(list) {
		return false
	}
	stmt := list[i+1]
	if check, ok := stmt.(*ast.IfStmt); ok && check.Init == nil && c.whenTrue(check.Cond) == (facts{failed: true}) && len(check.Body.List) == 1 {
		stmt = check.Body.List[0]
	}
	results, ok := stmt.(*ast.ReturnStmt)
	return ok && len(results.Results) == c.results().Len() && c.isFailure(results.Results[len(results.Results)-1])
}

// looksAlike reports whether an expression asks about nothing but the error of the use, in one of the ways that are often taken for a
// classification, so that nothing is lost with it.
func (c *completion) looksAlike(expr ast.Expr) bool {
	switch e := ast.Unparen(expr).(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LOR:
			return c.looksAlike(e.X) && c.looksAlike(e.Y)
		case token.EQL:
			return c.isText(e.X) && c.isConstant(e.Y) || c.isFailure(e.X) && c.isSentinel(e.Y)
		}
	case *ast.CallExpr:
		return c.searchesText(e) || c.calls(e, "errors", "Is") && c.isFailure(e.Args[0]) && c.isSentinel(e.Args[1])
	}
	return false
}

// searchesText recognises strings.Contains(err.Error(), "execution reverted") and its like.
func (c *completion) searchesText(call *ast.CallExpr) bool {
	return c.calls(call, "strings", "Contains", "HasPrefix", "HasSuffix", "EqualFold") && c.isText(call.Args[0]) && c.isConstant(call.Args[1])
}

// isText recognises the text of the error, in any spelling.
func (c *completion) isText(expr ast.Expr) bool {
	call, ok := ast.Unparen(expr).(*ast.CallExpr)
	if !ok {
		return false
	}
	if c.calls(call, "strings", "ToLower", "ToUpper", "TrimSpace") {
		return c.isText(call.Args[0])
	}
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && fun.Sel.Name == "Error" && c.isFailure(fun.X)
}

func (c *completion) isConstant(expr ast.Expr) bool {
	_, ok := c.result.API.Constant(expr)
	return ok
}

// isSentinel recognises a variable of a package, such as bind.ErrNoCode.
func (c *completion) isSentinel(expr ast.Expr) bool {
	var id *ast.Ident
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return false
	}
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// calls reports whether a call is of one of a package's functions.
func (c *completion) calls(call *ast.CallExpr, pkg string, names ...string) bool {
	fn := bindings.Callee(c.pass.TypesInfo, call).Func()
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != pkg || fn.Signature().Recv() != nil {
		return false
	}
	for _, name := range names {
		if fn.Name() == name {
			return true
		}
	}
	return false
}

// dropImports removes the imports that nothing needs when an expression goes.
func (c *completion) dropImports(gone ast.Expr) bool {
	for _, spec := range c.file.Imports {
		name := c.pass.TypesInfo.PkgNameOf(spec)
		if name == nil || !c.mentions(gone, name) || c.neededElsewhere(name, gone) {
			continue
		}
		edit, ok := c.withoutLine(spec)
		if !ok || len(c.imports.added) > 0 { // the new import may belong where the old one was
			return false
		}
		c.edits = append(c.edits, edit)
	}
	return true
}

func (c *completion) neededElsewhere(name *types.PkgName, gone ast.Expr) bool {
	for id, obj := range c.pass.TypesInfo.Uses {
		if obj == name && (id.Pos() < gone.Pos() || id.Pos() >= gone.End()) {
			return true // a PkgName belongs to one file
		}
	}
	return false
}

// withoutLine removes an import that has a line of its own between parentheses.
func (c *completion) withoutLine(spec *ast.ImportSpec) (analysis.TextEdit, bool) {
	indent, ok := c.indent(spec.Pos())
	end, clear := c.lineEnd(spec.End())
	if !ok || !clear || spec.Doc != nil {
		return analysis.TextEdit{}, false
	}
	start, end := spec.Pos()-token.Pos(len(indent)), end+1
	src, file := c.source(start), c.pass.Fset.File(start)
	if file.Offset(start) == 0 || file.Offset(end) > len(src) {
		return analysis.TextEdit{}, false
	}
	above, below := string(src[:file.Offset(start)]), string(src[file.Offset(end):])
	alone := strings.HasSuffix(above, "\n\n") || strings.HasSuffix(above, "(\n")
	switch {
	case alone && strings.HasPrefix(below, "\n"):
		end++
	case strings.HasSuffix(above, "\n\n") && strings.HasPrefix(below, ")"):
		start--
	}
	return analysis.TextEdit{Pos: start, End: end}, true
}
