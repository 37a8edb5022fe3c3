package contracts_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"

	"github.com/compatlint/compatlint/contracts"
	strictnessregistryv2 "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
)

// A chain is a simulated chain with some funded accounts.
type chain struct {
	backend  *simulated.Backend
	client   simulated.Client
	accounts []*bind.TransactOpts
}

func newChain(t *testing.T, accounts int) *chain {
	t.Helper()
	return newChainWith(t, accounts, osaka)
}

// osaka keeps the simulated chain from the forks after Osaka, which it follows otherwise.
func osaka(config *params.ChainConfig) {
	config.AmsterdamTime, config.BogotaTime = nil, nil
}

// newChainWith returns a chain whose rules change has had its say about.
func newChainWith(t *testing.T, accounts int, change func(*params.ChainConfig)) *chain {
	t.Helper()
	c := &chain{}
	alloc := types.GenesisAlloc{}
	chainID := big.NewInt(1337) // of every simulated chain
	for i := range accounts {
		// Fixed keys, because gas depends on the bytes of an address.
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte{byte(i)}))
		if err != nil {
			t.Fatal(err)
		}
		opts, err := bind.NewKeyedTransactorWithChainID(key, chainID)
		if err != nil {
			t.Fatal(err)
		}
		alloc[opts.From] = types.Account{Balance: new(big.Int).Exp(big.NewInt(10), big.NewInt(20), nil)}
		c.accounts = append(c.accounts, opts)
	}
	c.backend = simulated.NewBackend(alloc, func(_ *node.Config, settings *ethconfig.Config) {
		config := *settings.Genesis.Config
		change(&config)
		settings.Genesis.Config = &config
	})
	c.client = c.backend.Client()
	t.Cleanup(func() {
		if err := c.backend.Close(); err != nil {
			t.Errorf("close simulated chain: %v", err)
		}
	})
	return c
}

// An artifact is what the tests read of a compiled contract.
type artifact struct {
	ABI           json.RawMessage
	Bytecode      string
	StorageLayout []variable
}

// A variable is one variable of a contract's storage.
type variable struct {
	Label, Type         string
	Slot, Offset, Bytes int
}

func load(t *testing.T, name string) (artifact, abi.ABI) {
	t.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		t.Fatal(err)
	}
	var a artifact
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	parsed, err := abi.JSON(strings.NewReader(string(a.ABI)))
	if err != nil {
		t.Fatal(err)
	}
	return a, parsed
}

// deploy deploys the contract in a block of its own.
func (c *chain) deploy(t *testing.T, name string, args ...any) (common.Address, *types.Receipt) {
	t.Helper()
	a, parsed := load(t, name)
	address, tx, _, err := bind.DeployContract(c.accounts[0], parsed, common.FromHex(a.Bytecode), c.client, args...)
	if err != nil {
		t.Fatalf("deploy %s: %v", name, err)
	}
	return address, c.mine(t, tx)
}

// mine seals a block with the transaction.
func (c *chain) mine(t *testing.T, tx *types.Transaction) *types.Receipt {
	t.Helper()
	c.backend.Commit()
	receipt, err := c.client.TransactionReceipt(t.Context(), tx.Hash())
	if err != nil {
		t.Fatal(err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("transaction %s failed", tx.Hash())
	}
	return receipt
}

// now returns the time of the last block.
func (c *chain) now(t *testing.T) uint64 {
	t.Helper()
	header, err := c.client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return header.Time
}

// travel seals a block whose time is the given one.
func (c *chain) travel(t *testing.T, to uint64) {
	t.Helper()
	if err := c.backend.AdjustTime(time.Duration(to-c.now(t)) * time.Second); err != nil {
		t.Fatal(err)
	}
	if got := c.now(t); got != to {
		t.Fatalf("the block has the time %d, want %d", got, to)
	}
}

// at returns the bound contract of that name at the address.
func (c *chain) at(t *testing.T, name string, address common.Address) *bind.BoundContract {
	t.Helper()
	_, parsed := load(t, name)
	return bind.NewBoundContract(address, parsed, c.client, c.client, c.client)
}

// send sends a transaction of the account and returns its receipt, and the revert of gas estimation if it cannot succeed.
func (c *chain) send(t *testing.T, contract *bind.BoundContract, account int, method string, args ...any) (*types.Receipt, error) {
	t.Helper()
	tx, err := contract.Transact(c.accounts[account], method, args...)
	if err != nil {
		return nil, err
	}
	return c.mine(t, tx), nil
}

// read calls a function with one result.
func read[T any](t *testing.T, contract *bind.BoundContract, method string, args ...any) T {
	t.Helper()
	var out []any
	if err := contract.Call(&bind.CallOpts{Context: t.Context()}, &out, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	return out[0].(T)
}

// customError decodes the custom error of a revert into the struct of the v2 binding.
func customError(t *testing.T, err error) any {
	t.Helper()
	if err == nil {
		t.Fatal("the call succeeded, want a revert")
	}
	data, ok := ethclient.RevertErrorData(err)
	if !ok {
		t.Fatalf("error %v without revert data", err)
	}
	decoded, decodeErr := strictnessregistryv2.NewStrictnessRegistry().UnpackError(data)
	if decodeErr != nil {
		t.Fatalf("error %v: %v", err, decodeErr)
	}
	return decoded
}
