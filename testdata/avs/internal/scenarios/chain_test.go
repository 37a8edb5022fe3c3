package scenarios_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"net"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"

	"example.com/avs/contracts"
)

// -slow runs the tests on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil")

// A chain is a node that is reached over HTTP, with one funded account.
type chain struct {
	name   string
	id     uint64
	url    string
	client *ethclient.Client // of the test itself, never cut
	opts   *bind.TransactOpts
	signed atomic.Uint64 // transactions; what the node says of its pool may be late
	commit func()
}

// account makes the chain's account sign with the key.
func (c *chain) account(t *testing.T, key *ecdsa.PrivateKey) {
	t.Helper()
	opts, err := bind.NewKeyedTransactorWithChainID(key, new(big.Int).SetUint64(c.id))
	if err != nil {
		t.Fatal(err)
	}
	sign := opts.Signer
	opts.Signer = func(from common.Address, tx *types.Transaction) (*types.Transaction, error) {
		c.signed.Add(1)
		return sign(from, tx)
	}
	c.opts = opts
}

// onChains runs test on the simulated chain and, with -slow, on each node. A node that is not installed fails the test in
// CI, and skips it elsewhere.
func onChains(t *testing.T, test func(*testing.T, *chain)) {
	t.Run("simulated", func(t *testing.T) { test(t, newSimulated(t)) })
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			if !*slow {
				t.Skipf("%s is started with -slow only", p.name)
			}
			path, err := p.find()
			switch {
			case err != nil && os.Getenv("CI") == "true":
				t.Fatal(err)
			case err != nil:
				t.Skip(err)
			}
			test(t, p.start(t, path))
		})
	}
}

// newSimulated returns a chain in memory. It is reached over HTTP like a node, so that its clients meet the errors of a real
// connection.
func newSimulated(t *testing.T) *chain {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	alloc := types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: ether(100)}}
	port := freePort(t)
	backend := simulated.NewBackend(alloc, func(config *node.Config, _ *ethconfig.Config) {
		config.HTTPHost, config.HTTPPort, config.HTTPModules = "127.0.0.1", port, []string{"eth"}
	})
	t.Cleanup(func() {
		if err := backend.Close(); err != nil {
			t.Errorf("close simulated chain: %v", err)
		}
	})
	c := connect(t, "simulated", fmt.Sprintf("http://127.0.0.1:%d", port), func() { backend.Commit() })
	c.account(t, key)
	return c
}

// freePort returns a port on which nobody listens: the simulated chain does not say which one it got.
func freePort(t *testing.T) int {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	address, ok := listener.Addr().(*net.TCPAddr)
	if !ok {
		t.Fatalf("address %v", listener.Addr())
	}
	return address.Port
}

// connect returns the chain at the URL, without an account.
func connect(t *testing.T, name, url string, commit func()) *chain {
	t.Helper()
	c := &chain{name: name, url: url, client: dial(t, url), commit: commit}
	id, err := c.client.ChainID(t.Context())
	if err != nil {
		t.Fatalf("chain id of %s: %v", name, err)
	}
	c.id = id.Uint64()
	return c
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

// deploy deploys a contract of the example service.
func (c *chain) deploy(t *testing.T, name string, args ...any) common.Address {
	t.Helper()
	artifact, err := contracts.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return c.create(t, parseABI(t, name), common.FromHex(artifact.Bytecode), args...)
}

func (c *chain) create(t *testing.T, parsed abi.ABI, code []byte, args ...any) common.Address {
	t.Helper()
	address, tx, _, err := bind.DeployContract(c.opts, parsed, code, c.client, args...)
	if err != nil {
		t.Fatalf("deploy on %s: %v", c.name, err)
	}
	c.mine(t, tx)
	return address
}

func parseABI(t *testing.T, name string) abi.ABI {
	t.Helper()
	artifact, err := contracts.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := abi.JSON(strings.NewReader(string(artifact.ABI)))
	if err != nil {
		t.Fatalf("abi of %s: %v", name, err)
	}
	return parsed
}

// mine waits until the transaction is in a block, and fails the test if it did not succeed there.
func (c *chain) mine(t *testing.T, tx *types.Transaction) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for {
		c.commit()
		receipt, err := c.client.TransactionReceipt(ctx, tx.Hash())
		switch {
		case err == nil && receipt.Status == types.ReceiptStatusSuccessful:
			return
		case err == nil:
			t.Fatalf("transaction %s failed on chain", tx.Hash())
		case !errors.Is(err, ethereum.NotFound) && !strings.Contains(err.Error(), "transaction indexing is in progress"):
			t.Fatalf("receipt of %s: %v", tx.Hash(), err)
		}
		select {
		case <-time.After(5 * time.Millisecond): // the node mines by itself
		case <-ctx.Done():
			t.Fatalf("transaction %s was not mined", tx.Hash())
		}
	}
}

// mineAll waits until all transactions of the account are in blocks. Commit may come before the pool has taken them in, so it is repeated.
func (c *chain) mineAll(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	for {
		c.commit()
		mined, err := c.client.NonceAt(ctx, c.opts.From, nil)
		if err != nil {
			t.Fatal(err)
		}
		if mined == c.signed.Load() {
			return
		}
		select {
		case <-time.After(5 * time.Millisecond): // the node mines by itself
		case <-ctx.Done():
			t.Fatalf("%d transactions were mined, %d were sent", mined, c.signed.Load())
		}
	}
}

// proxied deploys the implementation and an initialised proxy for it, and returns the proxy.
func (c *chain) proxied(t *testing.T, name string, initArgs ...any) common.Address {
	t.Helper()
	init, err := parseABI(t, name).Pack("initialize", initArgs...)
	if err != nil {
		t.Fatalf("initialize %s: %v", name, err)
	}
	return c.deploy(t, "ERC1967Proxy", c.deploy(t, name), init)
}

func (c *chain) legacyPolicy(t *testing.T) common.Address {
	t.Helper()
	return c.proxied(t, "NewtonPolicyV1", c.opts.From, policyCid, "bafy-schema")
}

func (c *chain) currentPolicy(t *testing.T) common.Address {
	t.Helper()
	return c.proxied(t, "NewtonPolicy", c.opts.From, policyCid, "bafy-schema", codeHash)
}

// legacyRegistry deploys what the PolicyClientRegistry of v0.1 comes to: it has attest(bytes32), and reverts without data
// on every other selector.
func (c *chain) legacyRegistry(t *testing.T) common.Address {
	t.Helper()
	attest := crypto.Keccak256([]byte("attest(bytes32)"))[:4]
	// CALLDATALOAD(0) >> 224 == attest ? STOP : REVERT(0, 0)
	code := append(common.FromHex("5f3560e01c63"), attest...)
	code = append(code, common.FromHex("146011575f5ffd5b00")...)
	// Returns the code that follows it.
	creation := append(common.FromHex("61"), byte(len(code)>>8), byte(len(code)))
	creation = append(creation, common.FromHex("80600a5f395ff3")...)
	return c.create(t, abi.ABI{}, append(creation, code...))
}
