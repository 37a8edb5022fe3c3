package uses

import (
	"go/ast"
	"go/types"
)

// contractOfABI follows an ABI or bound contract to the metadata it was parsed from. The first result is the registry's contract, or "" for
// another one; ok says whether the origin was found at all.
func (n *names) contractOfABI(expr ast.Expr) (contract string, ok bool) {
	for range maxAliases {
		if expr == nil {
			return "", false
		}
		switch e := ast.Unparen(expr).(type) {
		case *ast.StarExpr:
			expr = e.X
		case *ast.UnaryExpr:
			expr = e.X
		case *ast.SelectorExpr:
			obj := n.info.Uses[e.Sel]
			if obj == nil {
				return "", false
			}
			if contract, ok := n.bindings.ContractOfMetaData(obj); ok {
				return contract, true
			}
			if field, isField := obj.(*types.Var); !isField || !field.IsField() || isMethodsField(field) {
				expr = n.source(obj)
				continue
			}
			if obj.Name() != "ABI" {
				return "", false
			}
			expr = e.X // XMetaData.ABI
		case *ast.Ident:
			obj := n.info.Uses[e]
			if obj == nil {
				return "", false
			}
			if contract, ok := n.bindings.ContractOfMetaData(obj); ok {
				return contract, true
			}
			expr = n.source(obj)
		case *ast.CallExpr:
			expr = abiArgument(e)
		default:
			return "", false
		}
	}
	return "", false
}

// abiArgument goes from a call that yields an ABI or a bound contract to what it was made from.
func abiArgument(call *ast.CallExpr) ast.Expr {
	selector, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	switch selector.Sel.Name {
	case "GetAbi", "ParseABI":
		return selector.X
	case "JSON", "NewReader":
		if len(call.Args) == 1 {
			return call.Args[0]
		}
	case "NewBoundContract":
		if len(call.Args) > 1 {
			return call.Args[1]
		}
	}
	return nil
}
