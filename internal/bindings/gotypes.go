package bindings

import (
	"go/types"
	"strconv"
	"strings"
)

const commonPath = "github.com/ethereum/go-ethereum/common"

// goType reports whether abigen binds the canonical Solidity type to t (accounts/abi/abigen, bindBasicType and bindStructType).
// A tuple matches any struct of matching fields: its name is the generator's choice.
func goType(solidity string, t types.Type) bool {
	if element, length, ok := cutArray(solidity); ok {
		return goArray(element, length, t)
	}
	if strings.HasPrefix(solidity, "(") {
		return goStruct(solidity, t)
	}
	switch {
	case solidity == "address":
		return isNamed(t, commonPath, "Address")
	case solidity == "bool":
		return isBasic(t, types.Bool)
	case solidity == "string":
		return isBasic(t, types.String)
	case solidity == "bytes":
		return isByteSlice(t)
	case solidity == "function":
		return isByteArray(t, 24)
	case strings.HasPrefix(solidity, "bytes"):
		n, err := strconv.ParseInt(solidity[len("bytes"):], 10, 64)
		return err == nil && isByteArray(t, n)
	}
	return goInteger(solidity, t)
}

func goInteger(solidity string, t types.Type) bool {
	sized := map[string]types.BasicKind{
		"uint8": types.Uint8, "uint16": types.Uint16, "uint32": types.Uint32, "uint64": types.Uint64,
		"int8": types.Int8, "int16": types.Int16, "int32": types.Int32, "int64": types.Int64,
	}
	if kind, ok := sized[solidity]; ok {
		return isBasic(t, kind)
	}
	pointer, ok := types.Unalias(t).(*types.Pointer)
	return ok && isNamed(pointer.Elem(), "math/big", "Int") &&
		(strings.HasPrefix(solidity, "uint") || strings.HasPrefix(solidity, "int"))
}

// cutArray splits "uint256[2][]" into its element "uint256[2]" and its length "".
func cutArray(solidity string) (element, length string, ok bool) {
	if !strings.HasSuffix(solidity, "]") {
		return "", "", false
	}
	open := strings.LastIndexByte(solidity, '[')
	if open < 0 {
		return "", "", false
	}
	return solidity[:open], solidity[open+1 : len(solidity)-1], true
}

func goArray(element, length string, t types.Type) bool {
	if length == "" {
		slice, ok := types.Unalias(t).(*types.Slice)
		return ok && goType(element, slice.Elem())
	}
	n, err := strconv.ParseInt(length, 10, 64)
	array, ok := types.Unalias(t).(*types.Array)
	return err == nil && ok && array.Len() == n && goType(element, array.Elem())
}

func goStruct(tuple string, t types.Type) bool {
	fields, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	parts := splitTuple(tuple)
	if len(parts) != fields.NumFields() {
		return false
	}
	for i, part := range parts {
		if !goType(part, fields.Field(i).Type()) {
			return false
		}
	}
	return true
}

// splitTuple splits "(uint256,(address,bool))" at its top-level commas.
func splitTuple(tuple string) []string {
	inner := strings.TrimSuffix(strings.TrimPrefix(tuple, "("), ")")
	if inner == "" {
		return nil
	}
	var parts []string
	depth, start := 0, 0
	for i, r := range inner {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, inner[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, inner[start:])
}

func isNamed(t types.Type, path, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == path
}

func isBasic(t types.Type, kind types.BasicKind) bool {
	basic, ok := types.Unalias(t).(*types.Basic)
	return ok && basic.Kind() == kind
}

func isByteSlice(t types.Type) bool {
	slice, ok := types.Unalias(t).(*types.Slice)
	return ok && isBasic(slice.Elem(), types.Uint8)
}

func isByteArray(t types.Type, n int64) bool {
	array, ok := types.Unalias(t).(*types.Array)
	return ok && array.Len() == n && isBasic(array.Elem(), types.Uint8)
}
