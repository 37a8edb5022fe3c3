package fork

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/testchain"
)

// -slow forks real nodes with anvil.
var slow = flag.Bool("slow", false, "also start anvil and geth")

// The test program plays anvil, and a parent of it, where these variables say so.
const (
	playAnvil  = "FORK_TEST_ANVIL"
	playParent = "FORK_TEST_PARENT"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(playAnvil) != "":
		anvil(os.Getenv(playAnvil))
	case os.Getenv(playParent) != "":
		parent(os.Getenv(playParent))
	default:
		os.Exit(m.Run())
	}
}

// anvil answers every call with the chain id, and writes its arguments and environment to the file.
func anvil(file string) {
	text := strings.Join(append(os.Args, os.Environ()...), "\n")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		fmt.Println("cannot write", err)
		os.Exit(1)
	}
	if strings.HasSuffix(file, "broken") {
		fmt.Println("Error: failed to create genesis\nat http://127.0.0.1:1/" + secret)
		os.Exit(1)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Printf("%s\nListening on %s\n", strings.Repeat("=", 1000), listener.Addr())
	if strings.HasSuffix(file, "dying") {
		os.Exit(1)
	}
	_ = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":1,"result":"0x%x"}`, chainID)
	}))
}

// parent forks the live network at the URL and waits, for ever.
func parent(url string) {
	client, err := onchain.Dial(context.Background(), onchain.Options{URLs: []string{url}, ChainID: chainID})
	if err == nil {
		var f *Fork
		if f, err = Start(context.Background(), Options{Client: client, ChainID: chainID}); err == nil {
			fmt.Println(f.URL)
			select {}
		}
	}
	fmt.Println(err)
	os.Exit(1)
}

// pretend makes this program play anvil, and returns its path and the file that it writes.
func pretend(t *testing.T, name string) (program, file string) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), name)
	t.Setenv(playAnvil, file)
	return program, file
}

// gone waits until nobody listens at the URL.
func gone(t *testing.T, url string) {
	t.Helper()
	address := strings.TrimPrefix(url, "http://")
	deadline := time.After(20 * time.Second)
	for {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		_ = conn.Close()
		select {
		case <-time.After(5 * time.Millisecond):
		case <-deadline:
			t.Fatal("anvil still listens")
		}
	}
}

// Anvil gets a URL of this machine and no other.
func TestNoURLOfTheLiveNetwork(t *testing.T) {
	n := newNetwork(t)
	program, file := pretend(t, "anvil")
	t.Setenv("LIVE_RPC_URL", "https://node.example/"+secret)
	t.Setenv("HTTPS_PROXY", "http://proxy.example:3128")
	f, err := Start(t.Context(), Options{Program: program, Client: n.client, ChainID: chainID, Args: []string{"--steps-tracing"}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{secret, "node.example", "proxy.example"} {
		if strings.Contains(string(data), part) {
			t.Errorf("anvil knows %q:\n%s", part, data)
		}
	}
	for _, part := range []string{"--fork-url\n" + f.forwarder.url + "\n", "--fork-block-number\n100\n", "--chain-id\n31337\n", "\n--steps-tracing\n"} {
		if !strings.Contains(string(data), part) {
			t.Errorf("anvil has no %q:\n%s", part, data)
		}
	}
	if f.Block.Number != 100 || f.Err(t.Context()) != nil {
		t.Errorf("forked at %d, %v", f.Block.Number, f.Err(t.Context()))
	}
	if err := errors.Join(f.Close(), f.Close()); err != nil {
		t.Error(err)
	}
	gone(t, f.URL)
	gone(t, strings.TrimSuffix(f.forwarder.url, f.forwarder.path))
	if _, err := os.Stat(f.folder); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", f.folder, err)
	}
}

func TestForkEndsWithItsContext(t *testing.T) {
	n := newNetwork(t)
	program, _ := pretend(t, "anvil")
	ctx, cancel := context.WithCancel(t.Context())
	f, err := Start(ctx, Options{Program: program, Client: n.client, ChainID: chainID})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	<-f.process.done
	gone(t, f.URL)
	if err := f.Err(t.Context()); err == nil || !strings.HasPrefix(err.Error(), "anvil has ended: ") {
		t.Errorf("error %v", err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestReorganised(t *testing.T) {
	n := newNetwork(t)
	program, _ := pretend(t, "anvil")
	f, err := Start(t.Context(), Options{Program: program, Client: n.client, ChainID: chainID, Block: "90"})
	if err != nil {
		t.Fatal(err)
	}
	n.node.Lock()
	n.node.Fork++
	n.node.Unlock()
	if err := f.Err(t.Context()); err == nil || !strings.Contains(err.Error(), "the chain was reorganised") {
		t.Errorf("error %v", err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestCannotStart(t *testing.T) {
	n := newNetwork(t)
	for name, test := range map[string]struct{ program, block, want string }{
		"missing": {"/nonexistent/anvil", "", `a fork needs anvil, and "/nonexistent/anvil" cannot be run: install it with npm install -g @foundry-rs/anvil`},
		"broken":  {"", "", "anvil has not started: Error: failed to create genesis / at [URL]"},
		"dying":   {"", "", "the fork: cannot connect"},
		"block":   {"", "1000", "the node does not have it"},
	} {
		t.Run(name, func(t *testing.T) {
			program, _ := pretend(t, name)
			if test.program != "" {
				program = test.program
			}
			f, err := Start(t.Context(), Options{Program: program, Client: n.client, ChainID: chainID, Block: test.block})
			if err == nil || f != nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v\nwant %s", err, test.want)
			}
		})
	}
}

// onNodes forks each node with anvil.
func onNodes(t *testing.T, test func(t *testing.T, live *testchain.Chain)) {
	if !*slow {
		t.Skip("nodes are started with -slow only")
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) { test(t, testchain.Start(t, name)) })
	}
}

// fork forks a node for the time of the test.
func forkOf(t *testing.T, live *testchain.Chain) (*Fork, *ethclient.Client) {
	t.Helper()
	id := live.ChainID(t)
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{live.URL}, ChainID: id})
	if err != nil {
		t.Fatal(err)
	}
	f, err := Start(t.Context(), Options{Client: client, ChainID: id})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		gone(t, f.URL)
	})
	node, err := ethclient.DialContext(t.Context(), f.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Close)
	return f, node
}

func height(t *testing.T, chain *testchain.Chain) uint64 {
	t.Helper()
	height, err := chain.Client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return height
}

// A fork has what is live, and what is done on it stays there.
func TestForkOfNodes(t *testing.T) { onNodes(t, testForkOfNode) }

func testForkOfNode(t *testing.T, live *testchain.Chain) {
	implementation := live.Deploy(t, "PolicyV1")
	proxy := live.Deploy(t, "EIP1967Proxy", implementation)
	before := height(t, live)
	f, node := forkOf(t, live)
	if after := height(t, live); f.Block.Number < before || f.Block.Number > after { // a node may mine an empty block meanwhile
		t.Errorf("the fork begins at %d, want %d to %d", f.Block.Number, before, after)
	}
	for _, address := range []common.Address{implementation, proxy} {
		want, err := live.Client.CodeAt(t.Context(), address, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := node.CodeAt(t.Context(), address, nil)
		if err != nil || string(got) != string(want) || len(got) == 0 {
			t.Errorf("the code at %s is %x (error %v), want %x", address, got, err, want)
		}
	}
	whale, nobody := common.Address{0xaa, 1}, common.Address{0xbb, 1}
	if err := f.Impersonate(t.Context(), whale); err != nil {
		t.Fatal(err)
	}
	payment := map[string]any{"from": whale, "to": nobody, "value": (*hexutil.Big)(hexutil.MustDecodeBig("0x1"))}
	var hash common.Hash
	if err := node.Client().CallContext(t.Context(), &hash, "eth_sendTransaction", payment); err != nil {
		t.Fatal(err)
	}
	if _, err := bind.WaitMinedHash(t.Context(), node, hash); err != nil {
		t.Fatal(err)
	}
	if balance, err := node.BalanceAt(t.Context(), nobody, nil); err != nil || balance.Int64() != 1 {
		t.Errorf("on the fork the balance is %s (error %v)", balance, err)
	}
	if balance, err := live.Client.BalanceAt(t.Context(), nobody, nil); err != nil || balance.Sign() != 0 {
		t.Errorf("on the live network the balance is %s (error %v)", balance, err)
	}
	if nonce, err := live.Client.PendingNonceAt(t.Context(), whale); err != nil || nonce != 0 {
		t.Errorf("on the live network the account has sent %d transactions (error %v)", nonce, err)
	}
	if err := f.Err(t.Context()); err != nil {
		t.Error(err)
	}
}

// Anvil ends when the process that has started it is killed, where the system sees to that.
func TestParentIsKilled(t *testing.T) {
	if !*slow || runtime.GOOS != "linux" {
		t.Skip("nodes are started with -slow only, and end with their parent on Linux only")
	}
	live := testchain.Start(t, "anvil")
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), program)
	command.Env = append(os.Environ(), playParent+"="+live.URL, "TMPDIR="+t.TempDir()) // nobody is left to remove its folder
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	if !lines.Scan() || !strings.HasPrefix(lines.Text(), "http://127.0.0.1:") {
		t.Fatalf("no URL but %q, %v", lines.Text(), lines.Err())
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait() // killed
	gone(t, lines.Text())
}
