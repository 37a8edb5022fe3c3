package selectors_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
)

// An upgrade is a step in the history of a real contract: the functions that came and went, with the selectors that
// its published artifacts give them.
type upgrade struct {
	contract       string
	added, removed map[string]string // signature to selector
}

var upgrades = []upgrade{
	{
		contract: "NewtonPolicy 2025-09 to 2025-10",
		added: map[string]string{
			"getMetadataCid()":       "0xd74ee46d",
			"getPolicyCid()":         "0x08e272d0",
			"getSchemaCid()":         "0x5578f3f0",
			"isPolicyVerified()":     "0x8f3d1167",
			"metadataCid()":          "0xff368581",
			"policyCid()":            "0x68bec373",
			"schemaCid()":            "0xeb41efeb",
			"setMetadataCid(string)": "0xa912f1fa",
			"initialize(address,string,string,string,address[],string,address)": "0xf9fd7245",
		},
		removed: map[string]string{
			"getPolicyUri()": "0x804bd929",
			"getSchemaUri()": "0xd77635d1",
			"policyUri()":    "0x37f1d58f",
			"schemaUri()":    "0xe4e1a715",
			"initialize(address,string,string,string,address[])": "0xf0bcdff9",
		},
	},
	{
		contract: "NewtonPolicy 2025-10 to 2026-06",
		added: map[string]string{
			"getPolicyCodeHash()": "0xe998a088",
			"policyCodeHash()":    "0x4ccf57fe",
			"version()":           "0x54fd4d50",
			"initialize(address,string,string,string,address[],string,address,bytes32)": "0x217b1f5a",
		},
		removed: map[string]string{"initialize(address,string,string,string,address[],string,address)": "0xf9fd7245"},
	},
	{
		contract: "Optimism GasPriceOracle 1.2.0 to 1.7.0",
		added: map[string]string{
			"setEcotone()":        "0x22b90ab3",
			"isEcotone()":         "0x4ef6e224",
			"blobBaseFeeScalar()": "0x68d5dca6",
			"baseFeeScalar()":     "0xc5985918",
			"blobBaseFee()":       "0xf8206140",
		},
	},
	{
		contract: "Optimism L1StandardBridge 1.2.0 to 1.7.0",
		added: map[string]string{
			"superchainConfig()":          "0x35e80ab3",
			"initialize(address,address)": "0x485cc955",
			"paused()":                    "0x5c975abb",
		},
		removed: map[string]string{"initialize(address)": "0xc4d66de8"},
	},
	{
		contract: "Optimism OptimismPortal 1.2.0 to 1.7.0",
		added: map[string]string{
			"superchainConfig()":                  "0x35e80ab3",
			"initialize(address,address,address)": "0xc0c53b8b",
		},
		removed: map[string]string{
			"unpause()": "0x3f4ba83a",
			"pause()":   "0x8456cb59",
			"initialize(address,address,address,bool)": "0xfecf9734",
		},
	},
	{
		contract: "EigenLayer StakeRegistry 0.1.13 to 0.3.0",
		added: map[string]string{
			"stakeTypePerQuorum(uint8)":                       "0x697fbd93",
			"avsDirectory()":                                  "0x6b3aa72e",
			"updateOperatorsStake(address[],bytes32[],uint8)": "0x6c3fb4bf",
			"slashableStakeLookAheadPerQuorum(uint8)":         "0x9ab4d6ff",
			"allocationManager()":                             "0xca8aa7c7",
			"setSlashableStakeLookahead(uint8,uint32)":        "0xe086adb3",
		},
		removed: map[string]string{"updateOperatorStake(address,bytes32,bytes)": "0x66acfefe"},
	},
	{
		contract: "EigenLayer EigenPodManager 0.1.13 to 0.3.0, same Go name",
		added:    map[string]string{"addShares(address,address,uint256)": "0x50ff7225"},
		removed:  map[string]string{"addShares(address,uint256)": "0x0e81073c"},
	},
	{
		contract: "EigenLayer IndexRegistry 0.3.0 to 1.0.0-rc.0",
		added:    map[string]string{"totalOperatorsForQuorumAtBlockNumber(uint8,uint32)": "0x7b5d26be"},
	},
}

func TestDiffOfRealUpgrades(t *testing.T) {
	kept := []string{"owner() view (address)", "transferOwnership(address)"}
	for _, u := range upgrades {
		t.Run(u.contract, func(t *testing.T) {
			before := abiOf(t, append(keys(u.removed), kept...)...)
			after := abiOf(t, append(slices.Clone(kept), keys(u.added)...)...)
			changes := selectors.Diff(before, after)
			if diff := cmp.Diff(u.added, table(changes.Added)); diff != "" {
				t.Errorf("added (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(u.removed, table(changes.Removed)); diff != "" {
				t.Errorf("removed (-want +got):\n%s", diff)
			}
			if len(changes.Changed) > 0 {
				t.Errorf("changed: %+v, want nothing", changes.Changed)
			}
			for _, list := range [][]selectors.Method{changes.Added, changes.Removed} {
				if !slices.IsSortedFunc(list, func(a, b selectors.Method) int { return strings.Compare(a.Signature, b.Signature) }) {
					t.Errorf("%+v is not sorted by signature", list)
				}
			}
		})
	}
}

// TestDiffOfShapes has functions of real contracts that kept their selector and changed what they return.
func TestDiffOfShapes(t *testing.T) {
	before := abiOf(t,
		"claimData(uint256) view (uint32,bool,bytes32,uint128,uint128)",
		"gameAtIndex(uint256) view (uint8,uint64,address)",
		"l1Head() view (bytes32)",
		"minWithdrawalDelayBlocks() view (uint256)",
		"resolve() (uint8)",
	)
	after := abiOf(t,
		"resolve() (uint8)",
		"minWithdrawalDelayBlocks() view (uint32)",
		"l1Head() pure (bytes32)",
		"gameAtIndex(uint256) view (uint32,uint64,address)",
		"claimData(uint256) pure (uint32,address,address,uint128,bytes32,uint128,uint128)",
	)
	changes := selectors.Diff(before, after)
	if len(changes.Added) > 0 || len(changes.Removed) > 0 {
		t.Errorf("added %+v, removed %+v, want nothing", changes.Added, changes.Removed)
	}
	type change struct {
		Selector, Signature string
		What                []string
	}
	var got []change
	for _, c := range changes.Changed {
		got = append(got, change{c.Selector.String(), c.Signature, c.What})
		if old, ok := before.BySelector(c.Selector); !ok || !cmp.Equal(old, c.Old) {
			t.Errorf("%s: old method %+v", c.Signature, c.Old)
		}
		if updated, ok := after.BySelector(c.Selector); !ok || !cmp.Equal(updated, c.New) {
			t.Errorf("%s: new method %+v", c.Signature, c.New)
		}
	}
	want := []change{
		{"0xc6f0308c", "claimData(uint256)", []string{
			"returns (uint32,bool,bytes32,uint128,uint128) -> (uint32,address,address,uint128,bytes32,uint128,uint128)",
			"view -> pure",
		}},
		{"0xbb8aa1fc", "gameAtIndex(uint256)", []string{"returns (uint8,uint64,address) -> (uint32,uint64,address)"}},
		{"0x6361506d", "l1Head()", []string{"view -> pure"}},
		{"0xc448feb8", "minWithdrawalDelayBlocks()", []string{"returns (uint256) -> (uint32)"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

func TestDiffOfSpecialCases(t *testing.T) {
	a := abiOf(t, "foo()", "foo()", "bar() view (bool)")
	if changes := selectors.Diff(a, a); !cmp.Equal(changes, selectors.Changes{}) {
		t.Errorf("an ABI differs from itself: %+v", changes)
	}
	added := selectors.Diff(nil, a).Added
	removed := selectors.Diff(a, nil).Removed
	if len(added) != 2 || !cmp.Equal(added, removed) {
		t.Errorf("a function listed twice: added %+v, removed %+v, want bar() and foo() once each", added, removed)
	}
	// Two signatures with one selector, the best known collision of ERC-20.
	collision := selectors.Diff(abiOf(t, "transfer(address,uint256)"), abiOf(t, "many_msg_babbage(bytes1)"))
	want := []string{"signature transfer(address,uint256) -> many_msg_babbage(bytes1)"}
	if len(collision.Changed) != 1 || !cmp.Equal(collision.Changed[0].What, want) {
		t.Errorf("collision: %+v, want %q", collision, want)
	}
	if len(collision.Renamed) > 0 {
		t.Errorf("collision: %+v are renamed, but they are two functions", collision.Renamed)
	}
}

func keys(m map[string]string) []string {
	return slices.Sorted(maps.Keys(m))
}

func table(methods []selectors.Method) map[string]string {
	var selectorOf map[string]string
	for _, m := range methods {
		if selectorOf == nil {
			selectorOf = map[string]string{}
		}
		selectorOf[m.Signature] = m.Selector.String()
	}
	return selectorOf
}
