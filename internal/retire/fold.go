package retire

import (
	"go/ast"
	"go/token"
)

// A truth is what is known of a condition.
type truth int

const (
	open truth = iota
	yes
	no
)

func truthOf(value bool) truth {
	if value {
		return yes
	}
	return no
}

// value is what an expression says under the premise. Operands that do something, and would no longer, keep it open.
func (f *function) value(expr ast.Expr) truth {
	if value, ok := f.known[expr]; ok {
		return truthOf(value)
	}
	switch e := expr.(type) {
	case *ast.ParenExpr:
		return f.value(e.X)
	case *ast.UnaryExpr:
		if e.Op != token.NOT {
			return open
		}
		switch f.value(e.X) {
		case yes:
			return no
		case no:
			return yes
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return f.connected(e, no, yes)
		case token.LOR:
			return f.connected(e, yes, no)
		case token.EQL, token.NEQ:
			return f.compared(e)
		}
	}
	return open
}

// connected is x && y, or x || y: one operand that is decisive decides, two that are neutral add nothing.
func (f *function) connected(e *ast.BinaryExpr, decisive, neutral truth) truth {
	x, y := f.value(e.X), f.value(e.Y)
	switch {
	case x == decisive, y == decisive && f.idle(e.X):
		return decisive
	case x == neutral && y == neutral:
		return neutral
	}
	return open
}

// compared is x == false and its like.
func (f *function) compared(e *ast.BinaryExpr) truth {
	x, y := f.literal(e.X), f.literal(e.Y)
	if x == open || y == open {
		return open
	}
	return truthOf((x == y) == (e.Op == token.EQL))
}

// literal is the value of an expression, true and false included.
func (f *function) literal(expr ast.Expr) truth {
	if id, ok := ast.Unparen(expr).(*ast.Ident); ok && f.pass.TypesInfo.Types[id].Value != nil {
		switch id.Name {
		case "true":
			return yes
		case "false":
			return no
		}
	}
	return f.value(expr)
}

// idle reports whether evaluating an expression does nothing besides giving a value.
func (f *function) idle(expr ast.Expr) bool {
	idle := true
	ast.Inspect(expr, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if _, ok := f.known[n]; ok {
				return false
			}
			_, classifies := f.API.IsClassifier(n)
			idle = idle && (classifies || f.pass.TypesInfo.Types[n.Fun].IsType())
		case *ast.UnaryExpr:
			idle = idle && n.Op != token.ARROW
		case *ast.FuncLit:
			return false
		}
		return idle
	})
	return idle
}

// condition takes what is known out of a condition that stays open: true && x is x.
func (f *function) condition(expr ast.Expr) {
	switch e := expr.(type) {
	case *ast.ParenExpr:
		f.condition(e.X)
	case *ast.UnaryExpr:
		f.condition(e.X)
	case *ast.BinaryExpr:
		if e.Op != token.LAND && e.Op != token.LOR {
			return
		}
		neutral := truthOf(e.Op == token.LAND)
		switch {
		case f.value(e.X) == neutral:
			f.edits.remove(e.Pos(), e.Y.Pos())
			f.condition(e.Y)
		case f.value(e.Y) == neutral:
			f.edits.remove(e.X.End(), e.End())
			f.condition(e.X)
		default:
			f.condition(e.X)
			f.condition(e.Y)
		}
	}
}

// write puts what an expression says in its place.
func (f *function) write(expr ast.Expr, value bool) {
	text := "false"
	if value {
		text = "true"
	}
	f.edits.replace(expr.Pos(), expr.End(), text)
}
