package featurekey

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/guardapi"
)

// constants checks every constant of type compat.Feature where its text is written, whatever is done with it: a literal, a sum, a conversion,
// or a constant of another type or package. So a constant that is declared once and used many times is reported once.
func (c *checker) constants() {
	kinds := []ast.Node{(*ast.BasicLit)(nil), (*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)}
	for cursor := range c.root.Preorder(kinds...) {
		expr := cursor.Node().(ast.Expr)
		name, ok := c.API.Constant(expr)
		if !ok || !c.isFeature(expr) || c.skip(expr.Pos()) || c.writtenElsewhere(expr) || isPart(cursor) || name == "" && asksForNone(cursor) {
			continue
		}
		c.name(name, expr.Pos(), expr.End())
	}
}

func (c *checker) isFeature(expr ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(expr)
	return t != nil && guardapi.IsFeature(t)
}

// writtenElsewhere reports whether the text of a constant stands in another place of the package, or in a part of the expression.
func (c *checker) writtenElsewhere(expr ast.Expr) bool {
	switch expr := expr.(type) {
	case *ast.Ident:
		constant, ok := c.pass.TypesInfo.Uses[expr].(*types.Const)
		return ok && constant.Pkg() == c.pass.Pkg && guardapi.IsFeature(constant.Type())
	case *ast.CallExpr: // a conversion: nothing else that is called is constant text
		return c.isFeature(expr.Args[0])
	}
	return false
}

// isPart recognises an operand of a sum: the sum is the name.
func isPart(cursor inspector.Cursor) bool {
	parent := outside(cursor)
	sum, ok := parent.Parent().Node().(*ast.BinaryExpr)
	return ok && sum.Op == token.ADD
}

// asksForNone recognises an empty name that stands for no feature: in a comparison, or as a result.
func asksForNone(cursor inspector.Cursor) bool {
	switch kind, _ := outside(cursor).ParentEdge(); kind {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y, edge.CaseClause_List, edge.ReturnStmt_Results:
		return true
	}
	return false
}

// outside steps out of parentheses.
func outside(cursor inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cursor.Parent().Node().(*ast.ParenExpr); !ok {
			return cursor
		}
		cursor = cursor.Parent()
	}
}
