package testchain

import (
	"bufio"
	"context"
	"io"
	"maps"
	"math/big"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
)

// A node is a program that serves a chain of its own.
type node struct {
	variable string                    // names the program, if it is not in PATH
	args     func(dir string) []string // dir is empty
	ready    *regexp.Regexp            // the line that says where it listens
}

var nodes = map[string]node{
	"anvil": {
		variable: "COMPATLINT_ANVIL",
		args:     func(string) []string { return []string{"--port", "0"} },
		ready:    regexp.MustCompile(`Listening on (127\.0\.0\.1:\d+)`),
	},
	"geth": {
		variable: "COMPATLINT_GETH",
		args: func(dir string) []string {
			return []string{"--dev", "--datadir", dir, "--http", "--http.port", "0", "--http.api", "eth,net,web3",
				"--ipcdisable", "--nodiscover", "--maxpeers", "0", "--port", "0", "--authrpc.port", "0"}
		},
		ready: regexp.MustCompile(`HTTP server started\s+endpoint=(127\.0\.0\.1:\d+) auth=false`),
	},
	// It wants the folder of a project, where it is installed: COMPATLINT_HARDHAT=…/node_modules/.bin/hardhat, run from there.
	"hardhat": {
		variable: "COMPATLINT_HARDHAT",
		args:     func(string) []string { return []string{"node", "--hostname", "127.0.0.1", "--port", "0"} },
		ready:    regexp.MustCompile(`server at http://(127\.0\.0\.1:\d+)`),
	},
}

// Names returns the nodes that tests are run on. Start knows hardhat too, which is too slow for that: what it answers is
// recorded.
func Names() []string { return []string{"anvil", "geth"} }

// Start starts the node with that name for the time of the test, with more arguments if there are any. A node that is not installed fails
// the test.
func Start(t testing.TB, name string, args ...string) *Chain {
	t.Helper()
	n, ok := nodes[name]
	if !ok {
		t.Fatalf("no node %q: there are %v", name, slices.Sorted(maps.Keys(nodes)))
	}
	program := os.Getenv(n.variable)
	if program == "" {
		program = name
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("%s is not installed: %v; put it into PATH or name it in %s", name, err, n.variable)
	}
	url := "http://" + launch(t, path, n, args...)
	c := funded(t, name, dial(t, url))
	c.URL = url
	return c
}

// launch runs the node and returns where it listens.
func launch(t testing.TB, path string, n node, args ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), path, append(n.args(t.TempDir()), args...)...)
	if project, _, found := strings.Cut(path, "/node_modules/"); found {
		command.Dir = project
	}
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = 10 * time.Second
	output, input := io.Pipe()
	command.Stdout, command.Stderr = input, input
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	endpoint, printed := make(chan string, 1), make(chan string, 1)
	go func() { printed <- watch(output, n.ready, endpoint) }()
	t.Cleanup(func() {
		_ = command.Wait() // ended by the signal
		_ = input.Close()
		if text := <-printed; t.Failed() {
			t.Logf("output of %s:\n%s", path, text)
		}
	})
	select {
	case address := <-endpoint:
		return address
	case <-time.After(60 * time.Second):
		t.Fatalf("%s did not say where it listens", path)
		return ""
	}
}

// watch sends the address in the line that ready finds, reads on until the end, and returns the last lines.
func watch(output io.Reader, ready *regexp.Regexp, endpoint chan<- string) string {
	var last []string
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if found := ready.FindStringSubmatch(lines.Text()); found != nil {
			select {
			case endpoint <- found[1]:
			default:
			}
		}
		if last = append(last, lines.Text()); len(last) > 50 {
			last = last[1:]
		}
	}
	_, _ = io.Copy(io.Discard, output) // after a line that is too long
	return strings.Join(last, "\n")
}

func dial(t testing.TB, url string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// funded returns the chain with an account that got its funds from that of the node.
func funded(t testing.TB, name string, client *ethclient.Client) *Chain {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	c := &Chain{Name: name, Client: client, commit: func() {}}
	if c.Opts, err = bind.NewKeyedTransactorWithChainID(key, new(big.Int).SetUint64(c.ChainID(t))); err != nil {
		t.Fatal(err)
	}
	var accounts []common.Address
	if err := client.Client().CallContext(t.Context(), &accounts, "eth_accounts"); err != nil || len(accounts) == 0 {
		t.Fatalf("accounts of %s: %v, %v", name, accounts, err)
	}
	payment := map[string]any{"from": accounts[0], "to": c.Opts.From, "value": (*hexutil.Big)(ether(100))}
	var hash common.Hash
	if err := client.Client().CallContext(t.Context(), &hash, "eth_sendTransaction", payment); err != nil {
		t.Fatalf("fund an account on %s: %v", name, err)
	}
	awaitFunds(t, c)
	return c
}

// awaitFunds sends a transaction to nobody as soon as the node takes it: the pool of geth learns of the funds after the
// state has them.
func awaitFunds(t testing.TB, c *Chain) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	nobody := bind.NewBoundContract(common.Address{1}, abi.ABI{}, c.Client, c.Client, nil)
	for {
		opts := *c.Opts
		opts.Context, opts.GasLimit = ctx, 21_000
		tx, err := nobody.RawTransact(&opts, nil)
		if err == nil {
			c.Mine(t, tx)
			return
		}
		if !strings.Contains(err.Error(), "insufficient funds") && !strings.Contains(err.Error(), "Insufficient funds") {
			t.Fatalf("first transaction on %s: %v", c.Name, err)
		}
		select {
		case <-time.After(5 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("first transaction on %s: %v", c.Name, err)
		}
	}
}
