package compatprobe_test

import (
	"errors"
	"flag"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/compat/compatprobe"
	"github.com/compatlint/compatlint/internal/testchain"
)

const feature compat.Feature = "policy_code_hash"

var features = map[compat.Feature][]string{feature: {"getPolicyCodeHash()"}}

// -slow runs the tests of this package on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil, which have to be installed")

// onChains runs test on the simulated chain and, with -slow, on each node.
func onChains(t *testing.T, test func(*testing.T, *testchain.Chain)) {
	t.Run("simulated", func(t *testing.T) { test(t, testchain.Simulated(t)) })
	if !*slow {
		return
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) { test(t, testchain.Start(t, name)) })
	}
}

func newProber(t testing.TB, chain compatprobe.Chain, options compatprobe.Options) *compatprobe.Prober {
	t.Helper()
	prober, err := compatprobe.New(chain, features, options)
	if err != nil {
		t.Fatal(err)
	}
	return prober
}

// Every case that the error of a call leaves open, or gets wrong, is settled.
func TestSupportsOnChain(t *testing.T) { onChains(t, testSupports) }

func testSupports(t *testing.T, c *testchain.Chain) {
	oldPolicy, newPolicy := c.Deploy(t, "PolicyV1"), c.Deploy(t, "PolicyV2")
	noCode := common.HexToAddress("0x00000000000000000000000000000000000c0de0")
	tests := []struct {
		name   string
		target common.Address
		want   bool
	}{
		{"missing, direct", oldPolicy, false},
		{"missing, EIP-1967 proxy", c.Deploy(t, "EIP1967Proxy", oldPolicy), false},
		{"missing, beacon proxy", c.Deploy(t, "BeaconProxy", c.Deploy(t, "Beacon", oldPolicy)), false},
		{"missing, EIP-1167 clone", c.Deploy(t, "EIP1167Clone", oldPolicy), false},
		{"missing, clone of a proxy", c.Deploy(t, "EIP1167Clone", c.Deploy(t, "EIP1967Proxy", oldPolicy)), false},
		{"missing, proxy to a clone", c.Deploy(t, "EIP1967Proxy", c.Deploy(t, "EIP1167Clone", oldPolicy)), false},
		// The clone runs the code of the proxy with its own storage, which names no implementation.
		{"missing, clone of a proxy of the new one", c.Deploy(t, "EIP1167Clone", c.Deploy(t, "EIP1967Proxy", newPolicy)), false},
		{"missing, fallback without a result", c.Deploy(t, "FallbackEmpty"), false},
		{"missing, fallback with seven bytes", c.Deploy(t, "FallbackSevenBytes"), false},
		{"missing, fallback with a word", c.Deploy(t, "FallbackWord"), false},
		{"missing, fallback with a word behind a proxy", c.Deploy(t, "EIP1967Proxy", c.Deploy(t, "FallbackWord")), false},
		{"missing, fallback with a reason", c.Deploy(t, "FallbackReason"), false},
		{"missing, diamond with a reason", c.Deploy(t, "DiamondWithReason"), false},
		{"missing, diamond with a custom error", c.Deploy(t, "DiamondWithError"), false},
		{"missing, proxy to an address without code", c.Deploy(t, "EIP1967Proxy", noCode), false},

		{"present", newPolicy, true},
		{"present, EIP-1967 proxy", c.Deploy(t, "EIP1967Proxy", newPolicy), true},
		{"present, beacon proxy", c.Deploy(t, "BeaconProxy", c.Deploy(t, "Beacon", newPolicy)), true},
		{"present, EIP-1167 clone", c.Deploy(t, "EIP1167Clone", newPolicy), true},
		{"present, proxy to a clone", c.Deploy(t, "EIP1967Proxy", c.Deploy(t, "EIP1167Clone", newPolicy)), true},
		{"present, empty revert", c.Deploy(t, "RevertsEmpty"), true},
		{"present, missing one call further down", c.Deploy(t, "Asks", oldPolicy), true},
		{"present, returns nothing", c.Deploy(t, "ReturnsNothing"), true},
		{"present, returns zero", c.Deploy(t, "ReturnsZero"), true},
		{"present, revert with a reason", c.Deploy(t, "RevertsWithReason"), true},
		{"present, custom error through a proxy", c.Deploy(t, "EIP1967Proxy", c.Deploy(t, "RevertsWithError")), true},
		{"present, panic", c.Deploy(t, "Panics"), true},
		{"present, invalid opcode", c.Deploy(t, "InvalidOpcode"), true},
		{"present, out of gas", c.Deploy(t, "OutOfGas"), true},
	}
	prober := newProber(t, c.Client, compatprobe.Options{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := prober.Supports(t.Context(), feature, test.target); err != nil || got != test.want {
				t.Errorf("Supports = %t, %v; want %t", got, err, test.want)
			}
		})
	}
	t.Run("address without code", func(t *testing.T) {
		if got, err := prober.Supports(t.Context(), feature, noCode); got || !errors.Is(err, compatprobe.ErrNoContract) {
			t.Errorf("Supports = %t, %v; want ErrNoContract", got, err)
		}
	})
}
