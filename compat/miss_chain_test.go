package compat_test

import (
	"context"
	"errors"
	"flag"
	"math/big"
	"testing"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/internal/testchain"
)

// policyABI is what the service believes every policy to have.
const policyABI = `[{"type":"function","name":"getPolicyCodeHash","inputs":[],"outputs":[{"name":"","type":"bytes32"}],
"stateMutability":"view"}]`

// A way sends getPolicyCodeHash() to an address, as services do, and returns the error of it.
type way struct {
	name string
	send func(ctx context.Context, client bind.ContractBackend, policy abi.ABI, target common.Address) error
}

var ways = []way{
	{"v1 call", func(ctx context.Context, client bind.ContractBackend, policy abi.ABI, target common.Address) error {
		var out []any
		opts := &bind.CallOpts{Context: ctx}
		return bind.NewBoundContract(target, policy, client, nil, nil).Call(opts, &out, "getPolicyCodeHash")
	}},
	{"v2 call", func(ctx context.Context, client bind.ContractBackend, policy abi.ABI, target common.Address) error {
		data, err := policy.Pack("getPolicyCodeHash")
		if err != nil {
			return err
		}
		contract := bindv2.NewBoundContract(target, policy, client, nil, nil)
		_, err = bindv2.Call(contract, &bindv2.CallOpts{Context: ctx}, data, func(answer []byte) (any, error) {
			return policy.Unpack("getPolicyCodeHash", answer)
		})
		return err
	}},
}

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

func TestIsSelectorMissOnChain(t *testing.T) { onChains(t, testMissOnChain) }

// A chainCase is a contract, and what a call of getPolicyCodeHash() to it should come to.
type chainCase struct {
	name   string
	target common.Address
	want   outcome
}

type outcome struct {
	fails bool
	miss  bool
}

// chainCases deploys the contracts.
func chainCases(t *testing.T, c *testchain.Chain) []chainCase {
	oldPolicy, newPolicy := c.Deploy(t, "PolicyV1"), c.Deploy(t, "PolicyV2")
	reverts := c.Deploy(t, "RevertsWithError")
	noCode := common.HexToAddress("0x00000000000000000000000000000000000c0de0")
	var (
		ok    = outcome{}
		miss  = outcome{fails: true, miss: true}
		other = outcome{fails: true}
	)
	return []chainCase{
		{"missing, direct", oldPolicy, miss},
		{"missing, EIP-1967 proxy", c.Deploy(t, "EIP1967Proxy", oldPolicy), miss},
		{"missing, beacon proxy", c.Deploy(t, "BeaconProxy", c.Deploy(t, "Beacon", oldPolicy)), miss},
		{"missing, EIP-1167 clone", c.Deploy(t, "EIP1167Clone", oldPolicy), miss},
		{"missing, clone of a proxy", c.Deploy(t, "EIP1167Clone", c.Deploy(t, "EIP1967Proxy", oldPolicy)), miss},
		{"missing, fallback without a result", c.Deploy(t, "FallbackEmpty"), miss},
		{"missing, fallback with seven bytes", c.Deploy(t, "FallbackSevenBytes"), miss},
		{"missing, proxy to an address without code", c.Deploy(t, "EIP1967Proxy", noCode), miss},

		// No error shows these: the first is why a clean answer proves nothing, the others look like real reverts.
		{"missing, fallback with a word", c.Deploy(t, "FallbackWord"), ok},
		{"missing, fallback with a reason", c.Deploy(t, "FallbackReason"), other},
		{"missing, diamond with a reason", c.Deploy(t, "DiamondWithReason"), other},
		{"missing, diamond with a custom error", c.Deploy(t, "DiamondWithError"), other},

		// These have the selector and look like a miss, which is what a Prober is for.
		{"present, empty revert", c.Deploy(t, "RevertsEmpty"), miss},
		{"present, missing one call further down", c.Deploy(t, "Asks", oldPolicy), miss},
		{"present, returns nothing", c.Deploy(t, "ReturnsNothing"), miss},

		{"present", newPolicy, ok},
		{"present, EIP-1967 proxy", c.Deploy(t, "EIP1967Proxy", newPolicy), ok},
		{"present, beacon proxy", c.Deploy(t, "BeaconProxy", c.Deploy(t, "Beacon", newPolicy)), ok},
		{"present, EIP-1167 clone", c.Deploy(t, "EIP1167Clone", newPolicy), ok},
		{"present, returns zero", c.Deploy(t, "ReturnsZero"), ok},
		{"present, one call further down", c.Deploy(t, "Asks", newPolicy), ok},
		{"present, revert with a reason", c.Deploy(t, "RevertsWithReason"), other},
		{"present, custom error", reverts, other},
		{"present, custom error through a proxy", c.Deploy(t, "EIP1967Proxy", reverts), other},
		{"present, panic", c.Deploy(t, "Panics"), other},
		{"present, invalid opcode", c.Deploy(t, "InvalidOpcode"), other},
		{"present, out of gas", c.Deploy(t, "OutOfGas"), other},
		{"address without code", noCode, other},
	}
}

func testMissOnChain(t *testing.T, c *testchain.Chain) {
	policy := testchain.ParseABI(t, policyABI)
	for _, test := range chainCases(t, c) {
		for _, way := range ways {
			t.Run(way.name+"/"+test.name, func(t *testing.T) {
				checkOutcome(t, way.send(t.Context(), c.Client, policy, test.target), test.want)
			})
		}
	}
}

func checkOutcome(t *testing.T, err error, want outcome) {
	t.Helper()
	if got := (outcome{fails: err != nil, miss: compat.IsSelectorMiss(err)}); got != want {
		t.Errorf("error %v: got %+v, want %+v", err, got, want)
	}
}

// A selector that stayed while its results changed is no miss: legacy would hide the change.
func TestIsSelectorMissChangedShape(t *testing.T) { onChains(t, testChangedShape) }

func testChangedShape(t *testing.T, c *testchain.Chain) {
	shapes := c.Deploy(t, "ShapesV1")
	results := map[string]string{ // what the newer implementation returns
		"claim":    "uint32,address,address,uint128,bytes32,uint128,uint128",
		"gameType": "uint32",
		"paused":   "bool",
		"members":  "address[]",
	}
	for method, types := range results {
		t.Run(method, func(t *testing.T) {
			signature, err := abi.ParseSelector(method + "(" + types + ")") // the types as inputs, to have them parsed
			if err != nil {
				t.Fatal(err)
			}
			outputs := make(abi.Arguments, len(signature.Inputs))
			for i, input := range signature.Inputs {
				typ, err := abi.NewType(input.Type, "", nil)
				if err != nil {
					t.Fatal(err)
				}
				outputs[i] = abi.Argument{Type: typ}
			}
			parsed := abi.ABI{Methods: map[string]abi.Method{
				method: abi.NewMethod(method, method, abi.Function, "view", false, false, nil, outputs),
			}}
			var out []any
			err = bind.NewBoundContract(shapes, parsed, c.Client, nil, nil).Call(&bind.CallOpts{Context: t.Context()}, &out, method)
			if err == nil || compat.IsSelectorMiss(err) {
				t.Errorf("error %v: want one that is no selector miss", err)
			}
		})
	}
}

func TestIsSelectorMissOtherRequests(t *testing.T) { onChains(t, testOtherRequests) }

func testOtherRequests(t *testing.T, c *testchain.Chain) {
	oldPolicy := c.Deploy(t, "PolicyV1")
	policy := testchain.ParseABI(t, policyABI)
	contract := bind.NewBoundContract(oldPolicy, policy, c.Client, c.Client, nil)
	calldata := policy.Methods["getPolicyCodeHash"].ID

	t.Run("estimate of gas", func(t *testing.T) {
		_, err := c.Client.EstimateGas(t.Context(), ethereum.CallMsg{To: &oldPolicy, Data: calldata})
		wantMiss(t, err, true)
	})
	t.Run("transaction without a gas limit", func(t *testing.T) {
		_, err := contract.Transact(c.Opts, "getPolicyCodeHash")
		wantMiss(t, err, true)
	})
	t.Run("unknown block", func(t *testing.T) {
		opts := &bind.CallOpts{Context: t.Context(), BlockNumber: big.NewInt(1_000_000)}
		wantMiss(t, contract.Call(opts, new([]any), "getPolicyCodeHash"), false)
	})
	t.Run("block before the deployment", func(t *testing.T) {
		opts := &bind.CallOpts{Context: t.Context(), BlockNumber: new(big.Int)}
		err := contract.Call(opts, new([]any), "getPolicyCodeHash")
		if !errors.Is(err, bind.ErrNoCode) {
			t.Errorf("error %v, want bind.ErrNoCode", err)
		}
		wantMiss(t, err, false)
	})
}

// wantMiss checks the verdict on an error that must not be nil.
func wantMiss(t *testing.T, err error, want bool) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	if got := compat.IsSelectorMiss(err); got != want {
		t.Errorf("IsSelectorMiss(%v) = %t, want %t", err, got, want)
	}
}
