package bindings_test

import (
	"go/types"
	"testing"

	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/selectors"
)

// A parameter is a canonical Solidity type and the Go type that abigen chose for it.
type parameter struct {
	solidity string
	goType   types.Type
}

// TestGoType compares every Solidity type with every Go type of a binding that abigen has written: they match exactly where abigen chose the
// same type, up to the names of structs.
func TestGoType(t *testing.T) {
	pkg := loaded(t, "shapes")
	session := pkg.Types.Scope().Lookup("ShapesSession").Type()
	var all []parameter
	for _, m := range abiOf(t, "Shapes").Methods {
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(session), true, pkg.Types, selectors.GoName(m.ABIName))
		if obj == nil {
			t.Fatalf("the binding has no method for %s", m.Signature)
		}
		params := obj.(*types.Func).Signature().Params()
		for i, input := range m.Inputs {
			all = append(all, parameter{input, params.At(i).Type()})
		}
	}
	if len(all) < 50 {
		t.Fatalf("the binding has only %d parameters", len(all))
	}
	for _, a := range all {
		for _, b := range all {
			if got, want := bindings.GoType(a.solidity, b.goType), sameShape(a.goType, b.goType); got != want {
				t.Errorf("GoType(%s, %s) = %t, want %t", a.solidity, b.goType, got, want)
			}
		}
	}
}

// sameShape is types.Identical without the names of structs and of their fields.
func sameShape(a, b types.Type) bool {
	if aStruct, ok := a.Underlying().(*types.Struct); ok && !isBigInt(a) {
		bStruct, ok := b.Underlying().(*types.Struct)
		if !ok || isBigInt(b) || aStruct.NumFields() != bStruct.NumFields() {
			return false
		}
		for i := range aStruct.NumFields() {
			if !sameShape(aStruct.Field(i).Type(), bStruct.Field(i).Type()) {
				return false
			}
		}
		return true
	}
	switch a := a.(type) {
	case *types.Slice:
		b, ok := b.(*types.Slice)
		return ok && sameShape(a.Elem(), b.Elem())
	case *types.Array:
		b, ok := b.(*types.Array)
		return ok && a.Len() == b.Len() && sameShape(a.Elem(), b.Elem())
	}
	return types.Identical(a, b)
}

func isBigInt(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "math/big"
}

// TestGoTypeOfNonsense shows that what is no canonical type matches nothing.
func TestGoTypeOfNonsense(t *testing.T) {
	for _, solidity := range []string{"", "uint", "bytes33x", "uint256[", "uint256]", "uint256[x]", "(", "(uint256", "tuple", "mapping(address)", "bytes-1"} {
		for _, goType := range []types.Type{types.Typ[types.Uint8], types.Typ[types.String], types.NewSlice(types.Typ[types.Byte]), types.NewArray(types.Typ[types.Byte], 32)} {
			if bindings.GoType(solidity, goType) {
				t.Errorf("GoType(%q, %s) = true", solidity, goType)
			}
		}
	}
}
