package scenarios_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// A program serves a chain of its own.
type program struct {
	name     string
	variable string                    // names the program, if it is not in PATH
	args     func(dir string) []string // dir is empty
	ready    *regexp.Regexp            // the line that says where it listens
}

var programs = []program{
	{
		name:     "anvil",
		variable: "COMPATLINT_ANVIL",
		args:     func(string) []string { return []string{"--port", "0"} },
		ready:    regexp.MustCompile(`Listening on (127\.0\.0\.1:\d+)`),
	},
	{
		name:     "geth",
		variable: "COMPATLINT_GETH",
		args: func(dir string) []string {
			return []string{"--dev", "--datadir", dir, "--http", "--http.port", "0", "--http.api", "eth,net,web3",
				"--ipcdisable", "--nodiscover", "--maxpeers", "0", "--port", "0", "--authrpc.port", "0"}
		},
		ready: regexp.MustCompile(`HTTP server started\s+endpoint=(127\.0\.0\.1:\d+) auth=false`),
	},
}

// find returns the path of the program.
func (p program) find() (string, error) {
	name := os.Getenv(p.variable)
	if name == "" {
		name = p.name
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%s is not installed: %w; put it into PATH or name it in %s", p.name, err, p.variable)
	}
	return path, nil
}

// start runs the node for the time of the test, and pays an account from that of the node.
func (p program) start(t *testing.T, path string) *chain {
	t.Helper()
	c := connect(t, p.name, "http://"+p.launch(t, path), func() {})
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	c.account(t, key)
	var accounts []common.Address
	if err := c.client.Client().CallContext(t.Context(), &accounts, "eth_accounts"); err != nil || len(accounts) == 0 {
		t.Fatalf("accounts of %s: %v, %v", p.name, accounts, err)
	}
	payment := map[string]any{"from": accounts[0], "to": c.opts.From, "value": (*hexutil.Big)(ether(100))}
	var hash common.Hash
	if err := c.client.Client().CallContext(t.Context(), &hash, "eth_sendTransaction", payment); err != nil {
		t.Fatalf("fund an account on %s: %v", p.name, err)
	}
	c.awaitFunds(t)
	return c
}

// launch runs the program and returns where it listens.
func (p program) launch(t *testing.T, path string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), path, p.args(t.TempDir())...)
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = 10 * time.Second
	output, input := io.Pipe()
	command.Stdout, command.Stderr = input, input
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	endpoint, printed := make(chan string, 1), make(chan string, 1)
	go func() { printed <- watch(output, p.ready, endpoint) }()
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

// awaitFunds sends a transaction to nobody as soon as the node takes it: the pool of geth learns of the funds after the
// state has them.
func (c *chain) awaitFunds(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	nobody := bind.NewBoundContract(common.Address{1}, abi.ABI{}, c.client, c.client, nil)
	for {
		opts := *c.opts
		opts.Context, opts.GasLimit = ctx, 21_000
		tx, err := nobody.RawTransact(&opts, nil)
		if err == nil {
			c.mine(t, tx)
			return
		}
		if !strings.Contains(strings.ToLower(err.Error()), "insufficient funds") {
			t.Fatalf("first transaction on %s: %v", c.name, err)
		}
		c.signed.Add(^uint64(0)) // it was not taken
		select {
		case <-time.After(5 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("first transaction on %s: %v", c.name, err)
		}
	}
}
