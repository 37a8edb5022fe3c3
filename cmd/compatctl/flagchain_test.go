package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/testchain"
)

// A bridge serves the simulated chain over HTTP, and mines a block for every transaction. It can be made to answer badly.
type bridge struct {
	t     *testing.T
	chain *testchain.Chain
	rpc   *rpc.Client

	mu sync.Mutex
	// answer replaces the answer to a call where it returns true.
	answer func(c nodetest.Call) (nodetest.Message, bool)
	// hang keeps the answer to a call until the client is gone.
	hang func(c nodetest.Call) bool
	// called counts the methods that were called.
	called map[string]int
}

// newBridge starts the chain with a socket, which is the only way to its JSON-RPC.
func newBridge(t *testing.T) *bridge {
	t.Helper()
	folder, err := os.MkdirTemp("", "") // whose name is shorter than that of t.TempDir: the name of a socket cannot be long
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	socket := filepath.Join(folder, "ipc")
	chain := testchain.Simulated(t, func(config *node.Config, _ *ethconfig.Config) { config.IPCPath = socket })
	client, err := rpc.Dial(socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return &bridge{t: t, chain: chain, rpc: client, called: map[string]int{}}
}

// spoil makes the bridge answer badly from now on; with nil and nil it answers well again.
func (b *bridge) spoil(answer func(nodetest.Call) (nodetest.Message, bool), hang func(nodetest.Call) bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.answer, b.hang = answer, hang
}

// count returns how often a method was called.
func (b *bridge) count(method string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.called[method]
}

func (b *bridge) serve() string {
	server := httptest.NewServer(b)
	b.t.Cleanup(server.Close)
	return server.URL
}

func (b *bridge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var raw json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&raw); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	calls := make([]nodetest.Call, 1)
	isBatch := raw[0] == '['
	var err error
	if isBatch {
		err = json.Unmarshal(raw, &calls)
	} else {
		err = json.Unmarshal(raw, &calls[0])
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	messages := make([]nodetest.Message, len(calls))
	for i, c := range calls {
		b.mu.Lock()
		b.called[c.Method]++
		answer, hang := b.answer, b.hang
		b.mu.Unlock()
		if hang != nil && hang(c) {
			<-r.Context().Done()
			return
		}
		ok := false
		if answer != nil {
			messages[i], ok = answer(c)
		}
		if !ok {
			messages[i] = b.forward(r.Context(), c)
		}
		messages[i].Version, messages[i].ID = "2.0", c.ID
	}
	nodetest.WriteMessages(w, messages, isBatch)
}

// forward asks the simulated chain.
func (b *bridge) forward(ctx context.Context, c nodetest.Call) nodetest.Message {
	params := make([]any, len(c.Params))
	for i, p := range c.Params {
		params[i] = p
	}
	var result json.RawMessage
	err := b.rpc.CallContext(ctx, &result, c.Method, params...)
	var answered rpc.Error
	var withData rpc.DataError
	switch {
	case errors.As(err, &withData):
		return nodetest.Message{Error: &nodetest.Error{Code: withData.(rpc.Error).ErrorCode(), Message: err.Error(), Data: withData.ErrorData()}}
	case errors.As(err, &answered):
		return nodetest.Message{Error: &nodetest.Error{Code: answered.ErrorCode(), Message: err.Error()}}
	case err != nil:
		return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: err.Error()}}
	}
	if c.Method == "eth_sendRawTransaction" {
		b.mine(c)
	}
	return nodetest.Message{Result: result}
}

// mine mines a block with the transaction that was sent.
func (b *bridge) mine(c nodetest.Call) {
	var text string
	tx := new(types.Transaction)
	if err := json.Unmarshal(c.Params[0], &text); err != nil {
		b.t.Error(err)
	} else if err := tx.UnmarshalBinary(common.FromHex(text)); err != nil {
		b.t.Error(err)
	}
	b.chain.Mine(b.t, tx)
}

const flagRegistryText = `version: 1
contracts:
  Policy: {}
features:
  policy_code_hash:
    contract: Policy
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
  policy_metadata: {contract: Policy, selectors: ["getMetadata()"], introduced: {version: v0.2.0, date: 2026-01-15}, state: strict, grace_end: 2026-06-01, ticket: T-2}
networks:
  local:
    chain_id: %d
    rpc_env: LOCAL_RPC_URL
    strictness_registry: "%s"
    addresses:
      Policy: {addresses: ["0x1111111111111111111111111111111111111111"]}
  bare: {chain_id: 5, rpc_env: BARE_RPC_URL}
`

const keyPassword = "pa55w0rd of the key"

// A flagScene is a chain with a strictness registry, a compat.yaml that names it, and a keystore with the key of its owner.
type flagScene struct {
	*scene
	chain    *testchain.Chain
	bridge   *bridge // nil on a real node
	address  common.Address
	owner    common.Address
	keystore string
	password string // the file
	console  *fakeConsole
	legacy   int // targets that the crawl finds
	crawlErr error
	problems []string
	now      func() time.Time
	crawls   bool               // with package crawl
	forks    func(*commandLine) // replaces forks; nil for those of anvil
}

// newFlagScene is on the simulated chain.
func newFlagScene(t *testing.T) *flagScene {
	t.Helper()
	b := newBridge(t)
	f := flagSceneOn(t, b.chain, b.serve())
	f.bridge = b
	return f
}

// flagSceneOn deploys the registry. Its owner is a new account with some funds.
func flagSceneOn(t *testing.T, chain *testchain.Chain, url string) *flagScene {
	t.Helper()
	folder := t.TempDir()
	f := &flagScene{
		scene:    &scene{registry: filepath.Join(folder, "compat.yaml"), url: url + "/v3/" + secret, env: map[string]string{}},
		chain:    chain,
		password: filepath.Join(folder, "password"),
		now:      func() time.Time { return time.UnixMilli(1_790_000_000_123) },
	}
	f.owner, f.keystore = f.account(t)
	f.address = chain.Deploy(t, "StrictnessRegistry", f.owner)
	f.write(t, fmt.Sprintf(flagRegistryText, chain.ChainID(t), f.address))
	if err := os.WriteFile(f.password, []byte(keyPassword+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.env["LOCAL_RPC_URL"] = f.url
	return f
}

// account makes a funded account with a keystore.
func (f *flagScene) account(t *testing.T) (common.Address, string) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	store := keystore.NewKeyStore(t.TempDir(), keystore.LightScryptN, keystore.LightScryptP)
	created, err := store.ImportECDSA(key, keyPassword)
	if err != nil {
		t.Fatal(err)
	}
	f.fund(t, created.Address)
	return created.Address, created.URL.Path
}

func (f *flagScene) fund(t *testing.T, account common.Address) {
	t.Helper()
	opts := *f.chain.Opts
	opts.Value, opts.GasLimit = big.NewInt(1e17), 21_000
	tx, err := bind.NewBoundContract(account, testchain.ParseABI(t, "[]"), f.chain.Client, f.chain.Client, nil).RawTransact(&opts, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.chain.Mine(t, tx)
}

// ownerKey is the key of the owner, as it is in the keystore.
func (f *flagScene) ownerKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	data, err := os.ReadFile(f.keystore)
	if err != nil {
		t.Fatal(err)
	}
	key, err := keystore.DecryptKey(data, keyPassword)
	if err != nil {
		t.Fatal(err)
	}
	return key.PrivateKey
}

func (f *flagScene) chainID(t *testing.T) *big.Int {
	t.Helper()
	return new(big.Int).SetUint64(f.chain.ChainID(t))
}

// strict reads the flag of policy_code_hash with the binding.
func (f *flagScene) strict(t *testing.T) bool {
	t.Helper()
	output, err := f.chain.Client.CallContract(t.Context(), ethereum.CallMsg{
		To: &f.address, Data: contract.PackIsStrict(crypto.Keccak256Hash([]byte("policy_code_hash"))),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	isStrict, err := contract.UnpackIsStrict(output)
	if err != nil {
		t.Fatal(err)
	}
	return isStrict
}

// A fakeConsole answers questions.
type fakeConsole struct {
	lines, passwords []string
	prompts          strings.Builder
	cancel           func() // is called instead of an answer
}

func (c *fakeConsole) next(ctx context.Context, prompt string, answers *[]string) (string, error) {
	c.prompts.WriteString(prompt)
	if c.cancel != nil {
		c.cancel()
		<-ctx.Done()
		return "", errInterrupted
	}
	if len(*answers) == 0 {
		return "", errors.New("EOF")
	}
	line := (*answers)[0]
	*answers = (*answers)[1:]
	return line, nil
}

func (c *fakeConsole) Ask(ctx context.Context, prompt string) (string, error) {
	return c.next(ctx, prompt, &c.lines)
}

func (c *fakeConsole) Password(ctx context.Context, prompt string) (string, error) {
	return c.next(ctx, prompt, &c.passwords)
}

// crawled is what the crawl of the scene finds.
func (f *flagScene) crawled(_ context.Context, o crawl.Options) (*crawl.Report, error) {
	if f.crawlErr != nil {
		return nil, f.crawlErr
	}
	feature := crawl.Feature{Name: o.Features[0], State: "grace", Total: f.legacy + 3, Legacy: f.legacy, Gone: 1}
	for i := range f.legacy {
		feature.Targets = append(feature.Targets, crawl.Target{
			Contract: "Policy", Address: common.BytesToAddress([]byte{0x1e, byte(i)}), Status: crawl.Legacy, Missing: []string{"getPolicyCodeHash()"},
			Implementation: common.HexToAddress("0x1e6ac"),
		})
	}
	feature.Targets = append(feature.Targets, crawl.Target{Contract: "Policy", Address: common.HexToAddress("0x60"), Status: crawl.Gone})
	o.Progress(crawl.Progress{Found: feature.Total, Judged: feature.Total, Listed: true})
	block, err := strconv.ParseUint(o.Block, 10, 64)
	if err != nil {
		return nil, err
	}
	return &crawl.Report{Network: o.Network.Name, Block: block, Features: []crawl.Feature{feature}, Problems: append([]string{}, f.problems...)}, nil
}

// command runs a command line of flag, and fails if any output has a secret in it.
func (f *flagScene) command(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return f.commandWithin(t, t.Context(), args...)
}

func (f *flagScene) commandWithin(t *testing.T, ctx context.Context, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	cl := &commandLine{
		stdout: &out, stderr: &errs, getenv: func(name string) string { return f.env[name] },
		replaced: replaced{now: f.now, poll: 10 * time.Millisecond, crawl: f.crawled},
	}
	if f.crawls {
		cl.replaced.crawl = nil
	}
	if f.console != nil {
		cl.console = f.console
		f.console.prompts.Reset()
	}
	if f.forks != nil {
		f.forks(cl)
	}
	code = cl.run(ctx, args)
	key, err := os.ReadFile(f.keystore)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{out.String(), errs.String()} {
		for _, part := range []string{secret, "127.0.0.1", keyPassword, "pa55w0rd", string(key)} {
			if strings.Contains(text, part) {
				t.Errorf("%q: the output has %q in it:\n%s", args, part, text)
			}
		}
	}
	return code, out.String(), errs.String()
}

// set runs flag set for policy_code_hash on local.
func (f *flagScene) set(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return f.command(t, append([]string{"flag", "set", "-registry", f.registry, "-network", "local", "-feature", "policy_code_hash",
		"-retries", "0", "-today", "2026-07-01"}, args...)...)
}

// withKey are the arguments that sign without a question.
func (f *flagScene) withKey(args ...string) []string {
	return append([]string{"-keystore", f.keystore, "-password-file", f.password, "-yes"}, args...)
}

var (
	fees     = regexp.MustCompile(`[0-9.]+ gwei a unit of gas, [0-9.]+ ether`)
	times    = regexp.MustCompile(`"time": [0-9]+`)
	hashes   = regexp.MustCompile(`0x[0-9a-f]{64}`)
	checksum = regexp.MustCompile(`"checksum": "[^"]*"`)
)

// normal is output without what differs from run to run.
func (f *flagScene) normal(text string) string {
	for _, replace := range [][2]string{
		{f.address.Hex(), "<registry>"}, {f.owner.Hex(), "<owner>"}, {f.keystore, "<keystore>"}, {filepath.Dir(f.registry), "<folder>"},
		{crypto.Keccak256Hash([]byte("policy_code_hash")).Hex(), "<key>"},
	} {
		text = strings.ReplaceAll(text, replace[0], replace[1])
		text = strings.ReplaceAll(text, strings.ToLower(replace[0]), replace[1]) // as JSON has addresses
	}
	text = fees.ReplaceAllString(text, "<fee> gwei a unit of gas, <cost> ether")
	text = times.ReplaceAllString(text, `"time": <time>`)
	return hashes.ReplaceAllString(text, "<hash>")
}
