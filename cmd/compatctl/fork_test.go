package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/testchain"
)

func TestForkCommandLine(t *testing.T) {
	s := newScene(t, "PolicyV2")
	tests := []struct {
		name, args string
		spoil      func()
		output     string
	}{
		{"two networks", "-network local,other", nil, "a fork is of one network"},
		{"no such command", "-network local -- no-such-command", nil, `the command cannot be run: exec: "no-such-command"`},
		{"no anvil", "-network local -anvil /nonexistent/anvil", nil, `a fork needs anvil, and "/nonexistent/anvil" cannot be run: install it with npm`},
		{"quorum", "-network local -quorum 0", nil, "-quorum 0"},
		{"a flag of probe", "-network local -max-time 1m", nil, "flag provided but not defined: -max-time"},
		{"no URL", "-network other", nil, "the environment variable OTHER_RPC_URL is empty"},
		{"block to come", "-network local -retries 0 -block 1000 -anvil " + os.Args[0], nil, "the node does not have it"},
		{"node down", "-network local -retries 0 -anvil " + os.Args[0], func() {
			s.node.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
		}, "LOCAL_RPC_URL: HTTP 502"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.spoil != nil {
				test.spoil()
			}
			args := append([]string{"fork", "-registry", s.registry}, strings.Fields(test.args)...)
			if code, stdout, stderr := s.run(t, args...); code != exitUnusable || stdout != "" || !strings.Contains(stderr, test.output) {
				t.Errorf("exit code %d, want 2 with %q\n%s%s", code, test.output, stdout, stderr)
			}
		})
	}
	if code, stdout, _ := s.run(t, "fork", "-h"); code != 0 || !strings.Contains(stdout, "fork NETWORK of the registry (default: the only one)\n") {
		t.Errorf("help, exit code %d:\n%s", code, stdout)
	}
}

// A liveNetwork is an anvil with two policies, behind a line that can be cut and that has a secret in its URL. It is used through the program.
type liveNetwork struct {
	chain    *testchain.Chain
	server   *http.Server
	url      string
	program  string
	registry string
}

func newLiveNetwork(t *testing.T) *liveNetwork {
	t.Helper()
	if !*slow {
		t.Skip("anvil is started with -slow only")
	}
	l := &liveNetwork{chain: testchain.Start(t, "anvil"), program: filepath.Join(t.TempDir(), "compatctl")}
	if output, err := exec.CommandContext(t.Context(), "go", "build", "-o", l.program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	var addresses []string
	for _, name := range []string{"PolicyV1", "PolicyV2"} {
		addresses = append(addresses, fmt.Sprintf("%q", l.chain.Deploy(t, "EIP1967Proxy", l.chain.Deploy(t, name))))
	}
	l.registry = filepath.Join(t.TempDir(), "compat.yaml")
	if err := os.WriteFile(l.registry, fmt.Appendf(nil, registryText, strings.Join(addresses, ", ")), 0o600); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.server = &http.Server{Handler: l, ReadHeaderTimeout: time.Minute}
	go func() { _ = l.server.Serve(listener) }() // ends with Close
	t.Cleanup(func() { _ = l.server.Close() })
	l.url = "http://" + listener.Addr().String() + "/v3/" + secret
	return l
}

// ServeHTTP passes a request on to the node.
func (l *liveNetwork) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	request, err := http.NewRequestWithContext(r.Context(), r.Method, l.chain.URL, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer response.Body.Close()
	_, _ = io.Copy(w, response.Body) // a client that is gone needs no answer
}

// command is the program with the URL of the network in its environment.
func (l *liveNetwork) command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	command := exec.CommandContext(t.Context(), l.program, append([]string{"fork", "-registry", l.registry, "-network", "local", "-retries", "0"}, args...)...)
	command.Env = append(os.Environ(), "LOCAL_RPC_URL="+l.url, "ETH_RPC_URL="+l.url, "PROGRAM="+l.program, "REGISTRY="+l.registry)
	return command
}

// run runs a script against the fork, and fails the test if the output has the secret in it.
func (l *liveNetwork) run(t *testing.T, script string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	command := l.command(t, "--", "bash", "-c", script)
	command.Stdout, command.Stderr = &out, &errs
	if err := command.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	if text := out.String() + errs.String(); strings.Contains(text, secret) {
		t.Errorf("the secret is in the output:\n%s", text)
	}
	return command.ProcessState.ExitCode(), out.String(), errs.String()
}

func TestForkRunsACommand(t *testing.T) {
	l := newLiveNetwork(t)
	for name, test := range map[string]struct {
		script string
		code   int
		output string
	}{
		"success":      {`echo "$0 done"`, 0, "bash done\n"},
		"failure":      {"exit 7", 7, ""},
		"signal":       {"kill -TERM $$", 143, ""},
		"its URLs":     {`[ "$LOCAL_RPC_URL" = "$COMPATCTL_FORK_URL" ] && [ "$ETH_RPC_URL" = "$COMPATCTL_FORK_URL" ] && echo same`, 0, "same\n"},
		"no other":     {`env | grep -c ` + secret, 1, "0\n"},
		"its probe":    {`"$PROGRAM" probe -registry "$REGISTRY" -network local`, 1, "1 present, 1 missing, 0 inconclusive"},
		"nothing said": {"true", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := l.run(t, test.script)
			if code != test.code || !strings.Contains(stdout, test.output) || test.output == "" && stdout != "" {
				t.Errorf("exit code %d, want %d with %q\n%s%s", code, test.code, test.output, stdout, stderr)
			}
			if !strings.HasPrefix(stderr, "compatctl: forked local (chain 31337) at block ") || strings.Count(stderr, "\n") != 1 {
				t.Errorf("stderr %q", stderr)
			}
		})
	}
}

// What is written to the fork is not on the live network.
func TestForkDoesNotWrite(t *testing.T) {
	l := newLiveNetwork(t)
	before, err := l.chain.Client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const rpc = `rpc() { curl -sf -H "content-type: application/json" -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}" "$LOCAL_RPC_URL"; echo; }
`
	const target = "0x00000000000000000000000000000000000000AA"
	code, stdout, stderr := l.run(t, rpc+`rpc anvil_setBalance '["`+target+`","0x7"]'; rpc anvil_mine '["0x3"]'; rpc eth_getBalance '["`+target+`","latest"]'`)
	if code != 0 || !strings.Contains(stdout, `"result":"0x7"`) {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	balance, err := l.chain.Client.BalanceAt(t.Context(), common.HexToAddress(target), nil)
	if err != nil || balance.Sign() != 0 {
		t.Errorf("the live balance is %s (error %v)", balance, err)
	}
	if after, err := l.chain.Client.BlockNumber(t.Context()); err != nil || after != before {
		t.Errorf("the live network is at block %d (error %v), and was at %d", after, err, before)
	}
}

// A command that is content says nothing when the network was not there to read from.
func TestForkOfANetworkThatGoes(t *testing.T) {
	l := newLiveNetwork(t)
	code, stdout, stderr := l.run(t, `curl -s `+l.cutter(t)+`; echo fine`)
	if code != exitUnusable || stdout != "fine\n" || !strings.Contains(stderr, "exit code 0, but it may have seen what is not deployed: read block 6 again: LOCAL_RPC_URL: cannot connect") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

// cutter returns a URL that, when it is asked for, takes the network away.
func (l *liveNetwork) cutter(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		_ = l.server.Close()
	})}
	go func() { _ = server.Serve(listener) }() // ends with Close
	t.Cleanup(func() { _ = server.Close() })
	return "http://" + listener.Addr().String()
}

// Without a command the fork is there until an interrupt. With one, the command decides.
func TestForkIsInterrupted(t *testing.T) {
	l := newLiveNetwork(t)
	for name, test := range map[string]struct {
		script string
		signal syscall.Signal
		code   int
	}{
		"served":            {"", syscall.SIGINT, 0},
		"served, ended":     {"", syscall.SIGTERM, 0},
		"command":           {`echo "$LOCAL_RPC_URL"; exec sleep 1000`, syscall.SIGTERM, 143},
		"command, cleaning": {`trap 'curl -sf -d "{}" "$LOCAL_RPC_URL" >/dev/null; exit 9' TERM; echo "$LOCAL_RPC_URL"; sleep 1000 & wait`, syscall.SIGTERM, 9},
	} {
		t.Run(name, func(t *testing.T) {
			var args []string
			if test.script != "" {
				args = []string{"--", "bash", "-c", test.script}
			}
			command := l.command(t, args...)
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
			if err := command.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			if _ = command.Wait(); command.ProcessState.ExitCode() != test.code {
				t.Errorf("it ended with %s, want exit code %d", command.ProcessState, test.code)
			}
			if conn, err := net.Dial("tcp", strings.TrimPrefix(lines.Text(), "http://")); err == nil {
				t.Error("anvil still listens")
				_ = conn.Close()
			}
		})
	}
}
