package selectors_test

import (
	"fmt"

	"github.com/compatlint/compatlint/selectors"
)

func ExampleOf() {
	fmt.Println(selectors.Of("getPolicyCodeHash()"))
	// Output: 0xe998a088
}

func ExampleParseSignature() {
	_, err := selectors.ParseSignature("transfer(address to, uint amount)")
	fmt.Println(err)
	// Output: signature "transfer(address to, uint amount)" is not canonical: write "transfer(address,uint256)"
}

func ExampleBindingsV1() {
	contract, err := selectors.ParseABI([]byte(`[
		{"type": "function", "name": "getPolicyCodeHash", "inputs": [], "outputs": [{"type": "bytes32"}], "stateMutability": "view"}
	]`))
	if err != nil {
		fmt.Println(err)
		return
	}
	methods, err := selectors.BindingsV1("NewtonPolicy", contract, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range methods {
		fmt.Printf("%s %s.%s\n", m.Method.Selector, m.Type, m.Name)
	}
	// Output:
	// 0xe998a088 NewtonPolicyCaller.GetPolicyCodeHash
	// 0xe998a088 NewtonPolicySession.GetPolicyCodeHash
	// 0xe998a088 NewtonPolicyCallerSession.GetPolicyCodeHash
}
