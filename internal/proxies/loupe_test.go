package proxies_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// deploy deploys a contract of testdata/Diamonds.sol, which contracts/build/build.js has compiled into testdata/artifacts.
func deploy(t *testing.T, h host, name string, arguments ...common.Address) common.Address {
	t.Helper()
	data, err := os.ReadFile("testdata/artifacts/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ Bytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return h.create(t, artifact.Bytecode, arguments...)
}

func TestDiamonds(t *testing.T) {
	onHosts(t, func(t *testing.T, h host) { testDiamonds(t, h) })
}

func testDiamonds(t *testing.T, h host) {
	current, legacy := h.fixture(t, "PolicyV2"), h.fixture(t, "PolicyV1")
	loupe := deploy(t, h, "Loupe")
	other := selectors.Of("other()")
	tests := []struct {
		name     string
		target   common.Address
		selector selectors.Selector
		want     dispatch.Verdict
		kind     proxies.Kind
		hops     int
	}{
		{"facet with the selector", deploy(t, h, "Diamond", loupe, current), codeHash, dispatch.Present, proxies.KindDiamond, 2},
		{"facet without it", deploy(t, h, "Diamond", loupe, legacy), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"facet without code", deploy(t, h, "Diamond", loupe, common.Address{9}), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"no facet", deploy(t, h, "Diamond", loupe, current), other, dispatch.Missing, proxies.KindContract, 1},
		{"no loupe", deploy(t, h, "Diamond", common.Address{}, current), codeHash, dispatch.Present, proxies.KindOwnSlot, 2},
		{"only the loupe knows, facet with the selector", deploy(t, h, "Opaque", current), codeHash, dispatch.Present, proxies.KindDiamond, 2},
		{"only the loupe knows, facet without it", deploy(t, h, "Opaque", legacy), codeHash, dispatch.Missing, proxies.KindDiamond, 2},
		{"only the loupe knows, no facet", deploy(t, h, "Opaque", current), other, dispatch.Missing, proxies.KindDiamond, 1},
		{"behind a proxy", h.fixture(t, "EIP1967Proxy", deploy(t, h, "Opaque", current)), codeHash, dispatch.Present, proxies.Kind1967, 3},
		{"fallback in place of a loupe", deploy(t, h, "Liar", current), codeHash, dispatch.Inconclusive, proxies.KindContract, 1},
	}
	chain := snapshot(t, h)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := proxies.NewResolver(chain).Resolve(t.Context(), test.target, test.selector)
			if err != nil {
				t.Fatal(err)
			}
			if got.Verdict != test.want || got.Path[0].Kind != test.kind || len(got.Path) != test.hops {
				t.Errorf("%s: %s by %+v, want %s by %d hops, the first a %s", got.Verdict, got.Reason, got.Path, test.want, test.hops, test.kind)
			}
		})
	}
}
