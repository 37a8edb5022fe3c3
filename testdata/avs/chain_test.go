package avs_test

import (
	"crypto/ecdsa"
	"encoding/hex"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"

	"example.com/avs/contracts"
)

const policyCid = "bafy-policy"

var codeHash = crypto.Keccak256Hash([]byte("program"))

// chain is a simulated chain with one funded account.
type chain struct {
	t       *testing.T
	backend *simulated.Backend
	client  simulated.Client
	opts    *bind.TransactOpts
}

func newChain(t *testing.T) *chain {
	t.Helper()
	key := newKey(t)
	account := crypto.PubkeyToAddress(key.PublicKey)
	ether := new(big.Int).Exp(big.NewInt(10), big.NewInt(20), nil)
	backend := simulated.NewBackend(types.GenesisAlloc{account: {Balance: ether}})
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
	return &chain{t: t, backend: backend, client: backend.Client(), opts: opts}
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// deploy deploys a contract from its artifact.
func (c *chain) deploy(name string, args ...any) common.Address {
	c.t.Helper()
	artifact, parsed := c.artifact(name)
	code, err := hex.DecodeString(strings.TrimPrefix(artifact.Bytecode, "0x"))
	if err != nil {
		c.t.Fatalf("bytecode of %s: %v", name, err)
	}
	address, tx, _, err := bind.DeployContract(c.opts, parsed, code, c.client, args...)
	if err != nil {
		c.t.Fatalf("deploy %s: %v", name, err)
	}
	c.mine(tx)
	return address
}

func (c *chain) artifact(name string) (contracts.Artifact, abi.ABI) {
	c.t.Helper()
	artifact, err := contracts.Load(name)
	if err != nil {
		c.t.Fatal(err)
	}
	parsed, err := abi.JSON(strings.NewReader(string(artifact.ABI)))
	if err != nil {
		c.t.Fatalf("abi of %s: %v", name, err)
	}
	return artifact, parsed
}

// mine puts the transaction into a block and fails the test when it did not succeed.
func (c *chain) mine(tx *types.Transaction) {
	c.t.Helper()
	c.backend.Commit()
	receipt, err := c.client.TransactionReceipt(c.t.Context(), tx.Hash())
	if err != nil {
		c.t.Fatal(err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		c.t.Fatalf("transaction %s failed on chain", tx.Hash())
	}
}

// proxied deploys the implementation and an initialised proxy for it, and returns the proxy.
func (c *chain) proxied(name string, initArgs ...any) common.Address {
	c.t.Helper()
	_, parsed := c.artifact(name)
	init, err := parsed.Pack("initialize", initArgs...)
	if err != nil {
		c.t.Fatalf("initialize %s: %v", name, err)
	}
	return c.deploy("ERC1967Proxy", c.deploy(name), init)
}

func (c *chain) legacyPolicy() common.Address {
	c.t.Helper()
	return c.proxied("NewtonPolicyV1", c.opts.From, policyCid, "bafy-schema")
}

func (c *chain) currentPolicy() common.Address {
	c.t.Helper()
	return c.proxied("NewtonPolicy", c.opts.From, policyCid, "bafy-schema", codeHash)
}
