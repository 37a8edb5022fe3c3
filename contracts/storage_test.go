package contracts_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/go-cmp/cmp"
)

func layout(t *testing.T, name string) []variable {
	t.Helper()
	a, _ := load(t, name)
	return a.StorageLayout
}

// flags is the storage of the mixin from a slot on. It must never change: proxies in use have it.
func flags(from int) []variable {
	return []variable{
		{"strictnessFlags", "mapping(bytes32 => bool)", from, 0, 32},
		{"graceEnd", "mapping(bytes32 => uint64)", from + 1, 0, 32},
		{"__strictnessGap", "uint256[48]", from + 2, 0, 48 * 32},
	}
}

func TestRegistryStorage(t *testing.T) {
	want := append(flags(0),
		variable{"owner", "address", 50, 0, 20},
		variable{"pendingOwner", "address", 51, 0, 20},
		variable{"featureAdmin", "mapping(bytes32 => address)", 52, 0, 32},
	)
	if diff := cmp.Diff(want, layout(t, registryName)); diff != "" {
		t.Errorf("storage layout (-want +got):\n%s", diff)
	}
}

// The mixin appends to what a registry has, and its slots are where the compiler says.
func TestMixinStorage(t *testing.T) {
	before := layout(t, "ClientRegistryV1")
	if len(before) == 0 {
		t.Fatal("ClientRegistryV1 has no storage layout")
	}
	want := append(slices.Clone(before), flags(50)...)
	if diff := cmp.Diff(want, layout(t, "ClientRegistryV2")); diff != "" {
		t.Errorf("storage layout (-want +got):\n%s", diff)
	}
}

func TestMixinStorageOnChain(t *testing.T) {
	c := newChain(t, 2)
	proxy, implementation := upgradeable(t, c)
	registry := c.at(t, "ClientRegistryV1", proxy)
	client := common.HexToAddress("0xc11e47")
	if _, err := c.send(t, registry, 0, "register", client); err != nil {
		t.Fatal(err)
	}

	next, _ := c.deploy(t, "ClientRegistryV2")
	if _, err := c.send(t, c.at(t, "UpgradeableProxy", proxy), 0, "upgradeTo", next); err != nil {
		t.Fatal(err)
	}
	upgraded := c.at(t, "ClientRegistryV2", proxy)
	if got := read[[]common.Address](t, upgraded, "clients"); !slices.Equal(got, []common.Address{client}) {
		t.Errorf("clients after the upgrade: %v, want %v", got, client)
	}
	if read[bool](t, upgraded, "isStrict", codeHash) || read[bool](t, upgraded, "isLegacyRefused", codeHash) {
		t.Error("the feature is strict right after the upgrade")
	}

	receipt, err := c.send(t, upgraded, 0, "setStrictnessFlag", codeHash, true)
	if err != nil {
		t.Fatal(err)
	}
	checkEvents(t, receipt, "ClientRegistryV2", flagUpdated(codeHash, true))
	if _, err := c.send(t, upgraded, 1, "setStrictnessFlag", codeHash, false); err == nil {
		t.Error("a stranger cleared the flag")
	}
	slot := crypto.Keccak256Hash(codeHash[:], common.BigToHash(big.NewInt(50)).Bytes())
	for address, want := range map[common.Address]common.Hash{proxy: common.HexToHash("0x01"), implementation: {}, next: {}} {
		value, err := c.client.StorageAt(t.Context(), address, slot, nil)
		if err != nil {
			t.Fatal(err)
		}
		if common.BytesToHash(value) != want {
			t.Errorf("slot of the flag at %s is %x, want %x", address, value, want)
		}
	}
}

// With the mixin before the registry, the admin that the proxy has stored is read from another slot, and is gone. This is
// what docs/contracts.md warns of.
func TestMixinMisplaced(t *testing.T) {
	if diff := cmp.Diff(flags(0), layout(t, "ClientRegistryMisplaced")[:3]); diff != "" {
		t.Errorf("storage layout (-want +got):\n%s", diff)
	}
	c := newChain(t, 1)
	proxy, _ := upgradeable(t, c)
	next, _ := c.deploy(t, "ClientRegistryMisplaced")
	if _, err := c.send(t, c.at(t, "UpgradeableProxy", proxy), 0, "upgradeTo", next); err != nil {
		t.Fatal(err)
	}
	if got := read[common.Address](t, c.at(t, "ClientRegistryV1", proxy), "admin"); got != nobody {
		t.Errorf("admin = %s, want none: the documentation warns of a loss that does not happen", got)
	}
}

// upgradeable returns a proxy of an initialized ClientRegistryV1 whose admin is the first account, and its implementation.
func upgradeable(t *testing.T, c *chain) (proxy, implementation common.Address) {
	t.Helper()
	implementation, _ = c.deploy(t, "ClientRegistryV1")
	proxy, _ = c.deploy(t, "UpgradeableProxy", implementation)
	if _, err := c.send(t, c.at(t, "ClientRegistryV1", proxy), 0, "initialize", c.accounts[0].From); err != nil {
		t.Fatal(err)
	}
	return proxy, implementation
}
