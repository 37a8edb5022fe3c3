package uses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// maxAliases bounds how many variables a value is followed through; real code needs two.
const maxAliases = 8

// assigned is what the package does to a variable after declaring it.
type assigned struct {
	count int      // assignments other than the declaration's own value
	value ast.Expr // the value it is declared with, or the call of a declaration with several results
	taken bool     // its address is taken
}

// constantString returns the text of a constant expression.
func (c *code) constantString(expr ast.Expr) (string, bool) {
	value := c.info.Types[expr].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}

// strings returns the texts an expression is known to have: its constant value, or that of the one value its variable ever gets.
// Real code keeps method names in unexported package variables as often as in constants.
func (c *code) strings(expr ast.Expr) []string {
	for range maxAliases {
		if text, ok := c.constantString(expr); ok {
			return []string{text}
		}
		v, ok := c.variable(expr).(*types.Var)
		if !ok || !c.neverChanges(v) {
			return nil
		}
		if expr = c.assignedTo(v).value; expr == nil {
			return nil
		}
	}
	return nil
}

// variable returns the object of an identifier, through parentheses and conversions to string types.
func (c *code) variable(expr ast.Expr) types.Object {
	for {
		switch e := ast.Unparen(expr).(type) {
		case *ast.Ident:
			return c.info.Uses[e]
		case *ast.CallExpr:
			if len(e.Args) != 1 || !c.info.Types[e.Fun].IsType() {
				return nil
			}
			expr = e.Args[0]
		default:
			return nil
		}
	}
}

// neverChanges holds for a local or unexported package variable that is declared with a value and left alone.
func (c *code) neverChanges(v *types.Var) bool {
	if v.IsField() || v.Pkg() != c.pkg || (v.Exported() && v.Parent() == c.pkg.Scope()) {
		return false
	}
	a := c.assignedTo(v)
	return a.value != nil && a.count == 0 && !a.taken
}

// source returns the expression a variable gets its only value from, or nil.
func (c *code) source(obj types.Object) ast.Expr {
	v, ok := obj.(*types.Var)
	if !ok || v.IsField() || v.Pkg() != c.pkg {
		return nil
	}
	if a := c.assignedTo(v); a.count == 0 && !a.taken {
		return a.value
	}
	return nil
}

func (c *code) assignedTo(v *types.Var) *assigned {
	if c.assignments == nil {
		c.collectAssignments()
	}
	if a := c.assignments[v]; a != nil {
		return a
	}
	return &assigned{}
}

func (c *code) collectAssignments() {
	c.assignments = map[types.Object]*assigned{}
	nodes := []ast.Node{(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil)}
	for cursor := range c.root.Preorder(nodes...) {
		switch node := cursor.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range node.Lhs {
				c.assign(lhs, valueAt(node.Rhs, i, len(node.Lhs)), node.Tok == token.DEFINE)
			}
		case *ast.ValueSpec:
			for i, name := range node.Names {
				c.assign(name, valueAt(node.Values, i, len(node.Names)), true)
			}
		case *ast.RangeStmt:
			c.assign(node.Key, nil, false)
			c.assign(node.Value, nil, false)
		case *ast.IncDecStmt:
			c.assign(node.X, nil, false)
		case *ast.UnaryExpr:
			if node.Op == token.AND {
				if id, ok := ast.Unparen(node.X).(*ast.Ident); ok {
					c.entry(c.info.Uses[id]).taken = true
				}
			}
		}
	}
}

// valueAt returns the value of the i-th of n variables; of a call with several results, the call.
func valueAt(values []ast.Expr, i, n int) ast.Expr {
	switch {
	case len(values) == n:
		return values[i]
	case len(values) == 1:
		return values[0]
	}
	return nil
}

// assign enters one assignment. A declaration without a value counts as one with the zero value, which is never a method's name.
func (c *code) assign(lhs, value ast.Expr, declares bool) {
	if lhs == nil {
		return
	}
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return
	}
	if declares {
		if obj := c.info.Defs[id]; obj != nil {
			c.entry(obj).value = value
			return
		}
	}
	c.entry(c.info.ObjectOf(id)).count++
}

func (c *code) entry(obj types.Object) *assigned {
	if obj == nil {
		return &assigned{}
	}
	a := c.assignments[obj]
	if a == nil {
		a = &assigned{}
		c.assignments[obj] = a
	}
	return a
}

// referencesTo returns the identifiers that mention an object of the package.
func (c *code) referencesTo(obj types.Object) []*ast.Ident {
	if obj == nil {
		return nil
	}
	if c.references == nil {
		c.references = map[types.Object][]*ast.Ident{}
		for id, used := range c.info.Uses {
			if fn, ok := used.(*types.Func); ok {
				used = fn.Origin()
			}
			c.references[used] = append(c.references[used], id)
		}
	}
	return c.references[obj]
}

// mentions is referencesTo as places in the tree, in order of position.
func (c *code) mentions(obj types.Object) []inspector.Cursor {
	var cursors []inspector.Cursor
	for _, id := range c.referencesTo(obj) {
		if cursor, ok := c.cursorAt(id); ok {
			cursors = append(cursors, cursor)
		}
	}
	slices.SortFunc(cursors, func(a, b inspector.Cursor) int { return int(a.Node().Pos() - b.Node().Pos()) })
	return cursors
}
