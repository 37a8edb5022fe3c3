package contracts_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	v1 "github.com/compatlint/compatlint/contracts/bindings/strictnessregistry"
	v2 "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
)

func TestBindingV1(t *testing.T) {
	c := newChain(t, 1)
	_, tx, registry, err := v1.DeployStrictnessRegistry(c.accounts[0], c.client, c.accounts[0].From)
	if err != nil {
		t.Fatal(err)
	}
	c.mine(t, tx)
	if tx, err = registry.SetStrictnessFlag(c.accounts[0], codeHash, true); err != nil {
		t.Fatal(err)
	}
	receipt := c.mine(t, tx)
	if strict, err := registry.IsStrict(&bind.CallOpts{Context: t.Context()}, codeHash); err != nil || !strict {
		t.Errorf("isStrict = %t, %v; want true", strict, err)
	}
	parsed, err := registry.ParseStrictnessFlagUpdated(*receipt.Logs[0])
	if err != nil || parsed.Feature != codeHash || !parsed.Enabled {
		t.Errorf("event %+v, %v; want that of the feature, enabled", parsed, err)
	}
}

func TestBindingV2(t *testing.T) {
	c := newChain(t, 1)
	address, _ := c.deploy(t, registryName, c.accounts[0].From)
	registry := v2.NewStrictnessRegistry()
	instance := registry.Instance(c.client, address)
	tx, err := bindv2.Transact(instance, c.accounts[0], registry.PackSetStrictnessFlag(codeHash, true))
	if err != nil {
		t.Fatal(err)
	}
	receipt := c.mine(t, tx)
	strict, err := bindv2.Call(instance, &bindv2.CallOpts{Context: t.Context()}, registry.PackIsStrict(codeHash), registry.UnpackIsStrict)
	if err != nil || !strict {
		t.Errorf("isStrict = %t, %v; want true", strict, err)
	}
	parsed, err := registry.UnpackStrictnessFlagUpdatedEvent(receipt.Logs[0])
	if err != nil || parsed.Feature != codeHash || !parsed.Enabled {
		t.Errorf("event %+v, %v; want that of the feature, enabled", parsed, err)
	}
}
