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
func (f *finder) constantString(expr ast.Expr) (string, bool) {
	value := f.pass.TypesInfo.Types[expr].Value
	if value == nil || value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(value), true
}

// strings returns the texts an expression is known to have: its constant value, or that of the one value its variable ever gets.
// Real code keeps method names in unexported package variables as often as in constants.
func (f *finder) strings(expr ast.Expr) []string {
	for range maxAliases {
		if text, ok := f.constantString(expr); ok {
			return []string{text}
		}
		v, ok := f.variable(expr).(*types.Var)
		if !ok || !f.neverChanges(v) {
			return nil
		}
		if expr = f.assignedTo(v).value; expr == nil {
			return nil
		}
	}
	return nil
}

// variable returns the object of an identifier, through parentheses and conversions to string types.
func (f *finder) variable(expr ast.Expr) types.Object {
	for {
		switch e := ast.Unparen(expr).(type) {
		case *ast.Ident:
			return f.pass.TypesInfo.Uses[e]
		case *ast.CallExpr:
			if len(e.Args) != 1 || !f.pass.TypesInfo.Types[e.Fun].IsType() {
				return nil
			}
			expr = e.Args[0]
		default:
			return nil
		}
	}
}

// neverChanges holds for a local or unexported package variable that is declared with a value and left alone.
func (f *finder) neverChanges(v *types.Var) bool {
	if v.IsField() || v.Pkg() != f.pass.Pkg || (v.Exported() && v.Parent() == f.pass.Pkg.Scope()) {
		return false
	}
	a := f.assignedTo(v)
	return a.value != nil && a.count == 0 && !a.taken
}

// source returns the expression a variable gets its only value from, or nil.
func (f *finder) source(obj types.Object) ast.Expr {
	v, ok := obj.(*types.Var)
	if !ok || v.IsField() || v.Pkg() != f.pass.Pkg {
		return nil
	}
	if a := f.assignedTo(v); a.count == 0 && !a.taken {
		return a.value
	}
	return nil
}

func (f *finder) assignedTo(v *types.Var) *assigned {
	if f.assignments == nil {
		f.collectAssignments()
	}
	if a := f.assignments[v]; a != nil {
		return a
	}
	return &assigned{}
}

func (f *finder) collectAssignments() {
	f.assignments = map[types.Object]*assigned{}
	nodes := []ast.Node{(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil)}
	for cursor := range f.root.Preorder(nodes...) {
		switch node := cursor.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range node.Lhs {
				f.assign(lhs, valueAt(node.Rhs, i, len(node.Lhs)), node.Tok == token.DEFINE)
			}
		case *ast.ValueSpec:
			for i, name := range node.Names {
				f.assign(name, valueAt(node.Values, i, len(node.Names)), true)
			}
		case *ast.RangeStmt:
			f.assign(node.Key, nil, false)
			f.assign(node.Value, nil, false)
		case *ast.IncDecStmt:
			f.assign(node.X, nil, false)
		case *ast.UnaryExpr:
			if node.Op == token.AND {
				if id, ok := ast.Unparen(node.X).(*ast.Ident); ok {
					f.entry(f.pass.TypesInfo.Uses[id]).taken = true
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
func (f *finder) assign(lhs, value ast.Expr, declares bool) {
	if lhs == nil {
		return
	}
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return
	}
	if declares {
		if obj := f.pass.TypesInfo.Defs[id]; obj != nil {
			f.entry(obj).value = value
			return
		}
	}
	f.entry(f.pass.TypesInfo.ObjectOf(id)).count++
}

func (f *finder) entry(obj types.Object) *assigned {
	if obj == nil {
		return &assigned{}
	}
	a := f.assignments[obj]
	if a == nil {
		a = &assigned{}
		f.assignments[obj] = a
	}
	return a
}

// referencesTo returns the identifiers that mention an object of the package.
func (f *finder) referencesTo(obj types.Object) []*ast.Ident {
	if obj == nil {
		return nil
	}
	if f.references == nil {
		f.references = map[types.Object][]*ast.Ident{}
		for id, used := range f.pass.TypesInfo.Uses {
			if fn, ok := used.(*types.Func); ok {
				used = fn.Origin()
			}
			f.references[used] = append(f.references[used], id)
		}
	}
	return f.references[obj]
}

// mentions is referencesTo as places in the tree, in order of position.
func (f *finder) mentions(obj types.Object) []inspector.Cursor {
	var cursors []inspector.Cursor
	for _, id := range f.referencesTo(obj) {
		if cursor, ok := f.cursorAt(id); ok {
			cursors = append(cursors, cursor)
		}
	}
	slices.SortFunc(cursors, func(a, b inspector.Cursor) int { return int(a.Node().Pos() - b.Node().Pos()) })
	return cursors
}
