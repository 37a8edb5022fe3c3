package selectors_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/selectors"
)

// abiOf builds an ABI from declarations "signature [mutability] [(returns)]", such as "foo(uint256) view (bool)". The
// mutability defaults to nonpayable.
func abiOf(t *testing.T, declarations ...string) *selectors.ABI {
	t.Helper()
	a := &selectors.ABI{}
	for _, declaration := range declarations {
		a.Methods = append(a.Methods, methodOf(t, a, declaration))
	}
	return a
}

func methodOf(t *testing.T, before *selectors.ABI, declaration string) selectors.Method {
	t.Helper()
	words := strings.Fields(declaration)
	signature, err := selectors.ParseSignature(words[0])
	if err != nil {
		t.Fatal(err)
	}
	m := selectors.Method{
		Name:       signature.Name,
		ABIName:    signature.Name,
		Signature:  signature.String(),
		Selector:   selectors.Of(signature.String()),
		Inputs:     signature.Inputs,
		Mutability: "nonpayable",
	}
	for i := 0; isTaken(before, m.ABIName); i++ {
		m.ABIName = signature.Name + string(rune('0'+i))
	}
	for _, word := range words[1:] {
		if !strings.HasPrefix(word, "(") {
			m.Mutability = word
			continue
		}
		returns, err := selectors.ParseSignature("returns" + word)
		if err != nil {
			t.Fatal(err)
		}
		m.Returns = returns.Inputs
	}
	return m
}

func isTaken(a *selectors.ABI, abiName string) bool {
	return slices.ContainsFunc(a.Methods, func(m selectors.Method) bool { return m.ABIName == abiName })
}
