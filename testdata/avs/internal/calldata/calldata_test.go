package calldata_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/clientregistry"
	"example.com/avs/bindings/policy"
	"example.com/avs/internal/calldata"
)

func TestDescribe(t *testing.T) {
	for data, want := range map[string]string{
		"":           "no function",
		"0xe998a0":   "no function",
		"0xe998a088": "getPolicyCodeHash()",
		"0x08e272d0": "getPolicyCid()",
		"0x11223344": "unknown function 0x11223344",
	} {
		if got := calldata.Describe(common.FromHex(data)); got != want {
			t.Errorf("Describe(%s) = %q, want %q", data, got, want)
		}
	}
	if !calldata.IsHashGetter(common.FromHex("0x4ccf57fe00")) || calldata.IsHashGetter(common.FromHex("0xe998a088")) {
		t.Error("IsHashGetter does not tell policyCodeHash() from getPolicyCodeHash()")
	}
}

func TestDeclaresHash(t *testing.T) {
	p, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		t.Fatal(err)
	}
	r, err := clientregistry.PolicyClientRegistryMetaData.GetAbi()
	if err != nil {
		t.Fatal(err)
	}
	if !calldata.DeclaresHash(*p) || calldata.DeclaresHash(*r) {
		t.Error("DeclaresHash must hold for the policy's ABI only")
	}
}
