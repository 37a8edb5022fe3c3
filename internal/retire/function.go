package retire

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// A function is a declared function out of which the feature is taken. Its edits are made together or not at all.
type function struct {
	*pkg
	decl   *ast.FuncDecl
	cursor inspector.Cursor

	known  map[ast.Expr]bool      // what expressions say under the premise
	bound  map[*types.Var]bool    // likewise variables that are set once
	drop   map[*ast.ExprStmt]bool // statements that do nothing under the premise
	why    map[ast.Node]string    // what cannot be done, and why
	extra  map[types.Object]bool  // what the edits mention anew
	edits  edits
	failed string // why nothing can be done about the function
}

func (p *pkg) function(decl *ast.FuncDecl, cursor inspector.Cursor) *function {
	return &function{
		pkg: p, decl: decl, cursor: cursor,
		known: map[ast.Expr]bool{}, bound: map[*types.Var]bool{}, drop: map[*ast.ExprStmt]bool{},
		why: map[ast.Node]string{}, extra: map[types.Object]bool{},
	}
}

// simplify makes the edits of the function.
func (f *function) simplify() {
	f.wrappers()
	f.calls()
	f.variables()
	if len(f.known) == 0 && len(f.drop) == 0 && len(f.edits) == 0 {
		return
	}
	if f.jumps() {
		f.fail("a goto may lead around the call")
	}
	f.block(f.decl.Body)
	f.closures()
	f.leftovers()
	f.labels()
	if f.failed == "" {
		f.unused()
	}
	settled, ok := f.edits.settled()
	if !ok && f.failed == "" {
		f.failed = "its changes overlap"
	}
	if f.edits = settled; f.failed != "" {
		f.edits = nil
	}
}

// closures simplifies the bodies of function literals that are still there, innermost ones last.
func (f *function) closures() {
	for cursor := range f.cursor.Preorder((*ast.FuncLit)(nil)) {
		if lit := cursor.Node().(*ast.FuncLit); !f.edits.removed(lit.Pos()) {
			f.block(lit.Body)
		}
	}
}

// leftovers writes what is known in place of expressions that no statement took out: arguments, and parts of values. Where it would decide
// something, a constant in its place would only hide that, so nothing is done.
func (f *function) leftovers() {
	for cursor := range f.cursor.Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)) {
		expr := cursor.Node().(ast.Expr)
		value, ok := f.known[expr]
		if !ok || f.edits.removed(expr.Pos()) {
			continue
		}
		if decides(cursor) {
			f.fail("a constant would stand in a condition")
		}
		f.write(expr, value)
	}
}

// decides reports whether an expression is part of what a statement branches on.
func decides(cursor inspector.Cursor) bool {
	for ; ; cursor = cursor.Parent() {
		switch cursor.Parent().Node().(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.SwitchStmt, *ast.CaseClause:
			return true
		case *ast.ParenExpr, *ast.UnaryExpr, *ast.BinaryExpr:
		default:
			return false
		}
	}
}

func (f *function) fail(why string) {
	if f.failed == "" {
		f.failed = why
	}
}

func (f *function) variable(expr ast.Expr) *types.Var {
	id, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := f.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return v
}

// jumps reports whether the function has a goto, so that what stands above need not have run before.
func (f *function) jumps() bool {
	for cursor := range f.cursor.Preorder((*ast.BranchStmt)(nil)) {
		if cursor.Node().(*ast.BranchStmt).Tok == token.GOTO {
			return true
		}
	}
	return false
}

// labels fails where a label would be left without a jump to it, which does not compile.
func (f *function) labels() {
	jumps, targets := map[string]int{}, []*ast.LabeledStmt{}
	ast.Inspect(f.decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.LabeledStmt:
			targets = append(targets, n)
		case *ast.BranchStmt:
			if n.Label != nil && !f.edits.removed(n.Pos()) {
				jumps[n.Label.Name]++
			}
		}
		return true
	})
	for _, target := range targets {
		if jumps[target.Label.Name] == 0 && !f.edits.removed(target.Pos()) {
			f.fail("the label " + target.Label.Name + " would be left without use")
		}
	}
}
