package fixes

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/guardapi"
)

const (
	commonPath  = "github.com/ethereum/go-ethereum/common"
	contextPath = "context"
)

// A gate is an expression for a compat.Gate at the site.
type gate struct {
	expr    string
	pointer bool
}

// address is the gate as an argument of Resolve.
func (g gate) address() string {
	if g.pointer {
		return g.expr
	}
	return "&" + g.expr
}

// gate finds the nearest compat.Gate. Variables of the function come first, from the innermost scope outwards; then the fields of what holds the
// contract that is called, then those of the method's receiver; then the package's variables. Where one of these has two gates, there may be
// two chains, and there is no telling which is meant.
func (s *site) gate(call *ast.CallExpr) (gate, bool) {
	found, ok := s.local(isGate)
	if ok || found != nil {
		return s.asGate(found, ok)
	}
	for _, holder := range s.holders(call) {
		field, several := s.field(holder, isGate)
		if several {
			return gate{}, false
		}
		if field != nil {
			return gate{expr: types.ExprString(holder) + "." + field.Name(), pointer: isPointer(field.Type())}, true
		}
	}
	found, ok = s.only(s.pass.Pkg.Scope(), isGate)
	return s.asGate(found, ok)
}

func (s *site) asGate(v *types.Var, ok bool) (gate, bool) {
	if !ok {
		return gate{}, false
	}
	return gate{expr: v.Name(), pointer: isPointer(v.Type())}, true
}

func isGate(t types.Type) bool { return isNamed(deref(t), guardapi.CompatPath, "Gate") }

func isPointer(t types.Type) bool { return deref(t) != t }

// context finds the nearest variable of type context.Context. The Context of call options is no substitute: it may be nil, and so may they.
func (s *site) context() (*types.Var, bool) {
	return s.local(func(t types.Type) bool { return isNamed(t, contextPath, "Context") })
}

// featureName writes the name of a feature: as the package's constant, where it has one, or as a literal.
func (s *site) featureName(feature *compatregistry.Feature) string {
	scope := s.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if ok && guardapi.IsFeature(c.Type()) && constant.StringVal(c.Val()) == feature.Name && s.sees(c) {
			return name
		}
	}
	return strconv.Quote(feature.Name)
}

// local finds the only variable of a type in the nearest scope of the function that has any. Where that scope has several, it returns one of
// them and false.
func (s *site) local(is func(types.Type) bool) (*types.Var, bool) {
	for scope := s.pass.Pkg.Scope().Innermost(s.pos); scope != nil && scope != s.pass.Pkg.Scope(); scope = scope.Parent() {
		if v, ok := s.only(scope, is); v != nil {
			return v, ok
		}
	}
	return nil, false
}

// only finds the variable of a type in one scope.
func (s *site) only(scope *types.Scope, is func(types.Type) bool) (found *types.Var, ok bool) {
	for _, name := range scope.Names() {
		v, isVar := scope.Lookup(name).(*types.Var)
		if !isVar || !is(v.Type()) || !s.sees(v) {
			continue
		}
		if found != nil {
			return found, false
		}
		found = v
	}
	return found, found != nil
}

// holders are the expressions whose fields belong to the call: what its contract was reached through, from the inside out, and the receiver.
func (s *site) holders(call *ast.CallExpr) []ast.Expr {
	var holders []ast.Expr
	if fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && s.isPath(fun.X) {
		for expr := fun.X; expr != nil; expr = inner(expr) {
			holders = append(holders, expr)
		}
	}
	if s.decl.Recv == nil || len(s.decl.Recv.List[0].Names) == 0 {
		return holders
	}
	receiver := s.decl.Recv.List[0].Names[0]
	if obj := s.pass.TypesInfo.Defs[receiver]; obj != nil && receiver.Name != "_" && s.sees(obj) {
		holders = append(holders, receiver)
	}
	return holders
}

// inner returns x of x.f, or nil.
func inner(expr ast.Expr) ast.Expr {
	if selector, ok := expr.(*ast.SelectorExpr); ok {
		return selector.X
	}
	return nil
}

// isPath reports whether an expression is a variable or a chain of fields of one, so that it can be written once more.
func (s *site) isPath(expr ast.Expr) bool {
	switch expr := expr.(type) {
	case *ast.Ident:
		v, ok := s.pass.TypesInfo.Uses[expr].(*types.Var)
		return ok && s.sees(v)
	case *ast.SelectorExpr:
		selection := s.pass.TypesInfo.Selections[expr]
		return selection != nil && selection.Kind() == types.FieldVal && s.isPath(expr.X)
	}
	return false
}

// field finds the field of a type in the struct that expr is, or reports that there are several.
func (s *site) field(expr ast.Expr, is func(types.Type) bool) (found *types.Var, several bool) {
	t := s.pass.TypesInfo.TypeOf(expr)
	if t == nil {
		return nil, false
	}
	structure, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	for i := range structure.NumFields() {
		field := structure.Field(i)
		if !field.Exported() && field.Pkg() != s.pass.Pkg || !is(field.Type()) {
			continue
		}
		if found != nil {
			return nil, true
		}
		found = field
	}
	return found, false
}
