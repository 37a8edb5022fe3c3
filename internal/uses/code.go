package uses

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// code is one type-checked package: the one under analysis, or another of the user's own that was read from its source.
type code struct {
	fset *token.FileSet
	pkg  *types.Package
	info *types.Info
	root inspector.Cursor

	references  map[types.Object][]*ast.Ident // built on first need
	assignments map[types.Object]*assigned    // likewise
}

// cursorAt finds an expression's place in the tree.
func (c *code) cursorAt(expr ast.Expr) (inspector.Cursor, bool) {
	return c.root.FindByPos(expr.Pos(), expr.End())
}
