package compat_test

import (
	"crypto/ecdsa"
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"

	"github.com/compatlint/compatlint/contracts"
)

// chain is a simulated chain with one funded account.
type chain struct {
	backend *simulated.Backend
	client  simulated.Client
	opts    *bind.TransactOpts
}

func newChain(t *testing.T) *chain {
	t.Helper()
	key := newKey(t)
	funds := new(big.Int).Exp(big.NewInt(10), big.NewInt(20), nil)
	backend := simulated.NewBackend(types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: funds}})
	t.Cleanup(func() {
		if err := backend.Close(); err != nil {
			t.Errorf("close simulated chain: %v", err)
		}
	})
	id, err := backend.Client().ChainID(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	opts, err := bind.NewKeyedTransactorWithChainID(key, id)
	if err != nil {
		t.Fatal(err)
	}
	return &chain{backend: backend, client: backend.Client(), opts: opts}
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// deploy deploys the fixture of that name in a block of its own.
func (c *chain) deploy(t *testing.T, name string, args ...any) common.Address {
	t.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct {
		ABI      json.RawMessage
		Bytecode string
	}
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	address, tx, _, err := bind.DeployContract(c.opts, parseABI(t, string(artifact.ABI)), common.FromHex(artifact.Bytecode),
		c.client, args...)
	if err != nil {
		t.Fatalf("deploy %s: %v", name, err)
	}
	c.backend.Commit()
	if _, err := bind.WaitDeployed(t.Context(), c.client, tx); err != nil {
		t.Fatalf("deploy %s: %v", name, err)
	}
	return address
}

func parseABI(t testing.TB, text string) abi.ABI {
	t.Helper()
	parsed, err := abi.JSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// policyABI is what the service believes every policy to have.
const policyABI = `[{"type":"function","name":"getPolicyCodeHash","inputs":[],"outputs":[{"name":"","type":"bytes32"}],
"stateMutability":"view"}]`
