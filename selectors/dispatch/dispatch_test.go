package dispatch_test

import (
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/contracts"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

var codeHash = selectors.Of("getPolicyCodeHash()")

// fixture returns the runtime code of a fixture contract.
func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ DeployedBytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return artifact.DeployedBytecode
}

func TestFixtures(t *testing.T) {
	tests := []struct {
		contract string
		want     dispatch.Verdict
		reason   string
	}{
		{"PolicyV2", dispatch.Present, ""},
		{"PolicyV1", dispatch.Missing, ""},
		{"ReturnsZero", dispatch.Present, ""},
		{"ReturnsNothing", dispatch.Present, ""},
		{"RevertsEmpty", dispatch.Present, ""},
		{"RevertsWithReason", dispatch.Present, ""},
		{"RevertsWithError", dispatch.Present, ""},
		{"Panics", dispatch.Present, ""},
		{"InvalidOpcode", dispatch.Present, ""},
		{"OutOfGas", dispatch.Present, ""},
		{"Asks", dispatch.Present, ""},
		{"FallbackEmpty", dispatch.Missing, ""},
		{"FallbackWord", dispatch.Missing, ""},
		{"FallbackSevenBytes", dispatch.Missing, ""},
		{"FallbackReason", dispatch.Missing, ""},
		{"DiamondWithReason", dispatch.Inconclusive, ""},
		{"DiamondWithError", dispatch.Inconclusive, ""},
		{"EIP1967Proxy", dispatch.Inconclusive, ""},
		{"BeaconProxy", dispatch.Inconclusive, ""},
	}
	for _, test := range tests {
		t.Run(test.contract, func(t *testing.T) {
			got := dispatch.Check(fixture(t, test.contract), codeHash, dispatch.Known{})
			if got.Verdict != test.want {
				t.Errorf("%s: %s, want %s", got.Verdict, got.Reason, test.want)
			}
			t.Logf("%+v", got)
		})
	}
}

// A proxy is asked twice: without its storage, and with it.
func BenchmarkProxy(b *testing.B) {
	code := fixture(b, "EIP1967Proxy")
	open := dispatch.Check(code, codeHash, dispatch.Known{})
	known := dispatch.Known{Address: common.Address{1}, Storage: map[common.Hash]common.Hash{}}
	for _, slot := range open.Reads {
		known.Storage[slot] = common.Hash{31: 9}
	}
	for b.Loop() {
		dispatch.Check(code, codeHash, dispatch.Known{})
		if r := dispatch.Check(code, codeHash, known); r.Next == nil {
			b.Fatalf("%+v", r)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, name := range []string{"PolicyV2", "PolicyV1"} {
		b.Run(name, func(b *testing.B) {
			code := fixture(b, name)
			for b.Loop() {
				dispatch.Check(code, codeHash, dispatch.Known{})
			}
		})
	}
}
