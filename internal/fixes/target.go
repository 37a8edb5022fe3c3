package fixes

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// target finds the address of the contract that is called: the first argument of the constructor that made it, or the address that stands
// beside it under a name that says so. It reports false where neither is there.
func (s *site) target(call *ast.CallExpr) (string, bool) {
	fun, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !s.isPath(fun.X) {
		return "", false
	}
	if id, ok := fun.X.(*ast.Ident); ok {
		if address, ok := s.constructed(id); ok {
			return address, true
		}
	}
	contract := contractName(fun.X)
	for _, holder := range s.holders(call) {
		field, several := s.field(holder, isAddress)
		if field != nil && !several && namesTarget(field.Name(), contract) {
			return types.ExprString(holder) + "." + field.Name(), true
		}
	}
	v, ok := s.local(isAddress)
	if !ok || !namesTarget(v.Name(), contract) || s.mentions(call, v) {
		return "", false
	}
	return v.Name(), true
}

func isAddress(t types.Type) bool { return isNamed(t, commonPath, "Address") }

// contractName is the last part of the expression that holds the contract.
func contractName(expr ast.Expr) string {
	if selector, ok := expr.(*ast.SelectorExpr); ok {
		return selector.Sel.Name
	}
	return expr.(*ast.Ident).Name
}

// namesTarget reports whether a name says that it is the address of the contract: target, address, contractAddr, policyAddress beside policy.
func namesTarget(name, contract string) bool {
	name = strings.ToLower(name)
	for _, prefix := range []string{"", "contract", strings.ToLower(contract)} {
		for _, suffix := range []string{"target", "address", "addr"} {
			if name == prefix+suffix {
				return true
			}
		}
	}
	return false
}

// constructed finds the address in contract, err := pkg.NewContract(address, backend).
func (s *site) constructed(contract *ast.Ident) (string, bool) {
	v, ok := s.pass.TypesInfo.Uses[contract].(*types.Var)
	if !ok {
		return "", false
	}
	define, ok := s.definition(v)
	if !ok {
		return "", false
	}
	call, ok := ast.Unparen(define.Rhs[0]).(*ast.CallExpr)
	if !ok || len(call.Args) < 2 || !isAddress(s.pass.TypesInfo.TypeOf(call.Args[0])) || !s.isPath(call.Args[0]) {
		return "", false
	}
	address := call.Args[0]
	if id, ok := address.(*ast.Ident); ok && s.assigned(s.pass.TypesInfo.Uses[id], define.End(), s.pos) {
		return "", false
	}
	return types.ExprString(address), true
}

// definition returns the := that makes a variable of the function, if nothing is assigned to it afterwards.
func (s *site) definition(v *types.Var) (*ast.AssignStmt, bool) {
	var define *ast.AssignStmt
	ast.Inspect(s.decl, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Tok != token.DEFINE || len(assign.Rhs) != 1 {
			return true
		}
		if id, ok := assign.Lhs[0].(*ast.Ident); ok && s.pass.TypesInfo.Defs[id] == v {
			define = assign
		}
		return true
	})
	return define, define != nil && !s.assigned(v, define.End(), s.decl.End())
}

// assigned reports whether a variable gets another value between two positions of the function, or whether its address is taken anywhere.
func (s *site) assigned(obj types.Object, from, to token.Pos) bool {
	found := false
	ast.Inspect(s.decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || n.Pos() >= from && n.Pos() < to && s.anyIs(n.Lhs, obj)
		case *ast.RangeStmt:
			found = found || n.Pos() >= from && n.Pos() < to && s.anyIs([]ast.Expr{n.Key, n.Value}, obj)
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND && s.anyIs([]ast.Expr{n.X}, obj)
		}
		return !found
	})
	return found
}

func (s *site) anyIs(exprs []ast.Expr, obj types.Object) bool {
	for _, expr := range exprs {
		if id, ok := expr.(*ast.Ident); ok && s.pass.TypesInfo.ObjectOf(id) == obj {
			return true
		}
	}
	return false
}

// mentions reports whether a variable occurs below a node.
func (s *site) mentions(n ast.Node, obj types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.pass.TypesInfo.Uses[id] == obj {
			found = true
		}
		return !found
	})
	return found
}
