package proxies_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// deploy deploys a contract of testdata/Diamonds.sol, which contracts/build/build.js has compiled into testdata/artifacts.
func deploy(t *testing.T, n *nodetest.Node, name string, arguments ...common.Address) common.Address {
	t.Helper()
	data, err := os.ReadFile("testdata/artifacts/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ Bytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return n.Deploy(t, artifact.Bytecode, arguments...)
}

func TestDiamonds(t *testing.T) {
	n := nodetest.New(t, chainID)
	current, legacy := n.DeployFixture(t, "PolicyV2"), n.DeployFixture(t, "PolicyV1")
	loupe := deploy(t, n, "Loupe")
	other := selectors.Of("other()")
	tests := []struct {
		name     string
		target   common.Address
		selector selectors.Selector
		want     dispatch.Verdict
		kind     proxies.Kind
		hops     int
	}{
		{"facet with the selector", deploy(t, n, "Diamond", loupe, current), codeHash, dispatch.Present, proxies.KindDiamond, 2},
		{"facet without it", deploy(t, n, "Diamond", loupe, legacy), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"facet without code", deploy(t, n, "Diamond", loupe, common.Address{9}), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"no facet", deploy(t, n, "Diamond", loupe, current), other, dispatch.Missing, proxies.KindContract, 1},
		{"no loupe", deploy(t, n, "Diamond", common.Address{}, current), codeHash, dispatch.Present, proxies.KindOwnSlot, 2},
		{"only the loupe knows, facet with the selector", deploy(t, n, "Opaque", current), codeHash, dispatch.Present, proxies.KindDiamond, 2},
		{"only the loupe knows, facet without it", deploy(t, n, "Opaque", legacy), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"only the loupe knows, no facet", deploy(t, n, "Opaque", current), other, dispatch.Missing, proxies.KindDiamond, 1},
		{"behind a proxy", n.DeployFixture(t, "EIP1967Proxy", deploy(t, n, "Opaque", current)), codeHash, dispatch.Present, proxies.Kind1967, 3},
		{"fallback in place of a loupe", deploy(t, n, "Liar", current), codeHash, dispatch.Inconclusive, proxies.KindContract, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := resolver(t, n).Resolve(t.Context(), test.target, test.selector)
			if err != nil {
				t.Fatal(err)
			}
			if got.Verdict != test.want || got.Path[0].Kind != test.kind || len(got.Path) != test.hops {
				t.Errorf("%s: %s by %+v, want %s by %d hops, the first a %s", got.Verdict, got.Reason, got.Path, test.want, test.hops, test.kind)
			}
		})
	}
}
