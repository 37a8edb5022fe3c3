// Package testchain gives tests a chain to deploy contracts on: the simulated one, or a real node that
// it starts. It is imported by tests only.
package testchain

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	gethnode "github.com/ethereum/go-ethereum/node"

	"github.com/compatlint/compatlint/contracts"
)

// Client is what *ethclient.Client and the client of the simulated chain have in common, as far as tests need it.
type Client interface {
	bind.ContractBackend
	bind.DeployBackend
	ethereum.BlockNumberReader
	ethereum.ChainIDReader
	ethereum.ChainStateReader
}

// Chain is a chain with one funded account.
type Chain struct {
	Name   string // "simulated", or that of a node
	URL    string // of the node; the simulated chain has none
	Client Client
	Opts   *bind.TransactOpts
	commit func()
}

// Simulated returns a chain in memory, on a node that options may change.
func Simulated(t testing.TB, options ...func(*gethnode.Config, *ethconfig.Config)) *Chain {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	backend := simulated.NewBackend(types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: ether(100)}}, options...)
	t.Cleanup(func() {
		if err := backend.Close(); err != nil {
			t.Errorf("close simulated chain: %v", err)
		}
	})
	c := &Chain{Name: "simulated", Client: backend.Client(), commit: func() { backend.Commit() }}
	id := c.ChainID(t)
	if c.Opts, err = bind.NewKeyedTransactorWithChainID(key, new(big.Int).SetUint64(id)); err != nil {
		t.Fatal(err)
	}
	return c
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

// ChainID returns the id of the chain.
func (c *Chain) ChainID(t testing.TB) uint64 {
	t.Helper()
	id, err := c.Client.ChainID(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return id.Uint64()
}

// Deploy deploys the contract of package contracts with that name, in a block of its own.
func (c *Chain) Deploy(t testing.TB, name string, args ...any) common.Address {
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
	return c.deploy(t, name, ParseABI(t, string(artifact.ABI)), common.FromHex(artifact.Bytecode), args...)
}

// DeployCode makes code the code of a new contract.
func (c *Chain) DeployCode(t testing.TB, code []byte) common.Address {
	t.Helper()
	// PUSH2 length, DUP1, PUSH1 offset, PUSH0, CODECOPY, PUSH0, RETURN: return what follows.
	const offset = 10
	creation := []byte{0x61, byte(len(code) >> 8), byte(len(code)), 0x80, 0x60, offset, 0x5f, 0x39, 0x5f, 0xf3}
	return c.deploy(t, "code", abi.ABI{}, append(creation, code...))
}

func (c *Chain) deploy(t testing.TB, name string, parsed abi.ABI, creation []byte, args ...any) common.Address {
	t.Helper()
	address, tx, _, err := bind.DeployContract(c.Opts, parsed, creation, c.Client, args...)
	if err != nil {
		t.Fatalf("deploy %s: %v", name, err)
	}
	if receipt := c.Mine(t, tx); receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("deploy %s: the transaction failed", name)
	}
	return address
}

// Mine puts tx into a block and returns its receipt.
func (c *Chain) Mine(t testing.TB, tx *types.Transaction) *types.Receipt {
	t.Helper()
	c.commit()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for {
		receipt, err := c.Client.TransactionReceipt(ctx, tx.Hash())
		if err == nil {
			return receipt
		}
		if !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "transaction indexing is in progress") {
			t.Fatalf("receipt of %s: %v", tx.Hash(), err)
		}
		select {
		case <-time.After(5 * time.Millisecond): // the node mines by itself
		case <-ctx.Done():
			t.Fatalf("transaction %s was not mined", tx.Hash())
		}
	}
}

// ParseABI parses an ABI in JSON.
func ParseABI(t testing.TB, text string) abi.ABI {
	t.Helper()
	parsed, err := abi.JSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}
