package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/internal/fork"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/safetx"
)

// What flag set says, step by step.
func TestFlagSetMessages(t *testing.T) {
	f := newFlagScene(t)
	f.legacy = 22
	var s script
	run := func(name string, args ...string) {
		t.Helper()
		code, stdout, stderr := f.set(t, args...)
		s.add(f, name, code, stdout, stderr)
	}
	run("nobody signs", "-to", "strict")
	run("no terminal", "-to", "strict", "-keystore", f.keystore)
	run("no terminal for the password", "-to", "strict", "-keystore", f.keystore, "-yes")
	f.console = &fakeConsole{lines: []string{"policy_metadata\n"}}
	run("another name is typed", "-to", "strict", "-keystore", f.keystore)
	f.legacy = 2
	f.console = &fakeConsole{lines: []string{"policy_code_hash\n"}, passwords: []string{"a", "b", "c", keyPassword}}
	run("three wrong passwords", "-to", "strict", "-keystore", f.keystore)
	f.console = &fakeConsole{lines: []string{"policy_code_hash\r\n"}, passwords: []string{"a", keyPassword}}
	run("set", "-to", "strict", "-keystore", f.keystore)
	if !f.strict(t) {
		t.Error("the flag is not set")
	}
	f.console = nil
	run("already set", f.withKey("-to", "strict")...)
	run("back again, in JSON, without a preview", f.withKey("-to", "permissive", "-format", "json", "-no-preview")...)
	if f.strict(t) {
		t.Error("the flag is set")
	}
	f.problems = []string{"Policy: the enumeration cannot be read"}
	run("incomplete preview", f.withKey("-to", "strict")...)
	if f.strict(t) {
		t.Error("the flag was set although nobody knows who breaks")
	}
	run("incomplete preview, -force", f.withKey("-to", "strict", "-force")...)
	run("incomplete preview is no matter for permissive", f.withKey("-to", "permissive")...)
	f.crawlErr = errors.New("there is nothing to crawl on local")
	run("no preview", f.withKey("-to", "strict")...)
	s.compare(t, "flagset.golden")
}

// The preview is a crawl of the feature's deployments.
func TestFlagSetPreview(t *testing.T) {
	f := newFlagScene(t)
	f.crawls = true
	older, newer := f.chain.Deploy(t, "PolicyV1"), f.chain.Deploy(t, "PolicyV2")
	text := fmt.Sprintf(flagRegistryText, f.chain.ChainID(t), f.address)
	f.write(t, strings.Replace(text, `["0x1111111111111111111111111111111111111111"]`, fmt.Sprintf(`["%s", "%s"]`, older, newer), 1))
	code, stdout, stderr := f.set(t, f.withKey("-to", "strict", "-format", "json")...)
	r := decodeResult(t, stdout)
	if code != 0 || r.Outcome != outcomeSet || r.Preview == nil || !r.Preview.Complete || r.Preview.Total != 2 || r.Preview.Legacy != 1 ||
		len(r.Preview.Targets) != 1 || r.Preview.Targets[0].Address != older {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	// A node that answers nothing about the deployments leaves open who breaks.
	f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
		isPolicy := c.Method == "eth_getCode" && !strings.Contains(strings.ToLower(string(c.Params[0])), strings.ToLower(f.address.Hex()))
		return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node"}}, isPolicy
	}, nil)
	f.set(t, f.withKey("-to", "permissive", "-no-preview")...)
	code, stdout, stderr = f.set(t, f.withKey("-to", "strict")...)
	if code != 2 || !strings.Contains(stderr, "it is not known who would break") || !strings.Contains(stdout, "not known: 2") || f.strict(t) {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

// A promise on chain that is broken is said loudly.
func TestFlagSetBreaksPromise(t *testing.T) {
	f := newFlagScene(t)
	head, err := f.chain.Client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	block, err := f.chain.Client.(interface {
		HeaderByNumber(context.Context, *big.Int) (*types.Header, error)
	}).HeaderByNumber(t.Context(), new(big.Int).SetUint64(head))
	if err != nil {
		t.Fatal(err)
	}
	f.asOwner(t, contract.PackExtendGraceEnd(crypto.Keccak256Hash([]byte("policy_code_hash")), block.Time+1_000_000))
	code, stdout, stderr := f.set(t, f.withKey("-to", "strict")...)
	if code != 0 || !strings.Contains(stdout, "WARNING: the chain promises that legacy is served until ") || !strings.Contains(stdout, "GraceEndedEarly") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	if _, stdout, _ := f.set(t, f.withKey("-to", "permissive")...); strings.Contains(stdout, "GraceEndedEarly") {
		t.Errorf("permissive breaks a promise:\n%s", stdout)
	}
}

// What compat.yaml says of the feature makes a difference to what the user is told.
func TestFlagSetWarnsOfTheState(t *testing.T) {
	const inGrace = "    state: grace\n    grace_end: 2026-10-01\n"
	tests := []struct {
		name, state, contract, today string
		to                           string
		want                         string
	}{
		{"in grace", inGrace, "Policy: {}", "2026-09-30", "strict", "WARNING: compat.yaml says that legacy is served until 2026-10-01"},
		{"window over", inGrace, "Policy: {}", "2026-10-01", "strict", "afterwards make the state strict in compat.yaml"},
		{"planned", strings.Replace(inGrace, "grace", "planned", 1), "Policy: {}", "2026-09-30", "strict", "WARNING: compat.yaml says that legacy is served until 2026-10-01"},
		{"strict", strings.Replace(inGrace, "grace", "strict", 1), "Policy: {}", "2026-09-30", "strict", ""},
		{"retired", strings.Replace(inGrace, "grace", "retired", 1), "Policy: {}", "2026-09-30", "strict", "WARNING: the feature is retired in compat.yaml"},
		{"lockstep", "    state: grace\n", "Policy: {rollout: lockstep}", "2026-09-30", "strict", "WARNING: the contracts of the feature are lockstep"},
		{"back in grace", inGrace, "Policy: {}", "2026-09-30", "permissive", ""},
		{"back from strict", strings.Replace(inGrace, "grace", "strict", 1), "Policy: {}", "2026-09-30", "permissive",
			"WARNING: the state is strict in compat.yaml: code may call the new functions without a guard"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFlagScene(t)
			if test.to == "permissive" {
				f.asOwner(t, contract.PackSetStrictnessFlag(crypto.Keccak256Hash([]byte("policy_code_hash")), true))
			}
			text, _, _ := strings.Cut(fmt.Sprintf(flagRegistryText, f.chain.ChainID(t), f.address), "  policy_metadata:")
			_, networks, _ := strings.Cut(fmt.Sprintf(flagRegistryText, f.chain.ChainID(t), f.address), "networks:")
			text = strings.Replace(strings.Replace(text, inGrace, test.state, 1), "Policy: {}", test.contract, 1)
			f.write(t, text+"networks:"+networks)
			code, stdout, stderr := f.command(t, append([]string{"flag", "set", "-registry", f.registry, "-network", "local", "-feature", "policy_code_hash",
				"-to", test.to, "-today", test.today}, f.withKey()...)...)
			if code != 0 || !strings.Contains(stdout, test.want) {
				t.Errorf("exit code %d, no %q in\n%s%s", code, test.want, stdout, stderr)
			}
			if test.want == "" && (strings.Contains(stdout, "WARNING") || strings.Contains(stdout, "afterwards")) {
				t.Errorf("a warning without a reason:\n%s", stdout)
			}
		})
	}
}

// A registry that was there before, with the mixin, has no owner() and no admins of features. Who may set its flags is for it to say.
func TestFlagSetInAnExistingRegistry(t *testing.T) {
	f := newFlagScene(t)
	f.address = f.chain.Deploy(t, "ClientRegistryV2")
	f.write(t, fmt.Sprintf(flagRegistryText, f.chain.ChainID(t), f.address))
	code, _, stderr := f.set(t, f.withKey("-to", "strict")...)
	if code != 1 || !strings.Contains(stderr, "the registry refuses a call of setStrictnessFlag by "+f.owner.Hex()+": it reverts with 0x") {
		t.Errorf("before it has an admin: exit code %d\n%s", code, stderr)
	}
	initialize := slices.Concat(crypto.Keccak256([]byte("initialize(address)"))[:4], common.LeftPadBytes(f.owner[:], 32))
	f.asOwner(t, initialize)
	code, stdout, stderr := f.set(t, f.withKey("-to", "strict")...)
	if code != 0 || !strings.Contains(stdout, "owner none, admin of the feature none") || !f.strict(t) {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	code, _, stderr = f.set(t, "-to", "permissive", "-dry-run")
	if code != 2 || !strings.Contains(stderr, "-from is needed: the registry has no owner()") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}

// With a quorum the flag is read from both endpoints. The transaction goes to one: they would not agree on what is pending.
func TestFlagSetQuorum(t *testing.T) {
	f := newFlagScene(t)
	if code, stdout, stderr := f.set(t, f.withKey("-to", "strict", "-quorum", "2", "-rpc", f.url, "-rpc", f.url)...); code != 0 || !f.strict(t) {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	if n := f.bridge.count("eth_sendRawTransaction"); n != 1 {
		t.Errorf("the transaction was sent %d times", n)
	}
}

// An admin of the feature may, and a stranger may not.
func TestFlagSetBySomebodyElse(t *testing.T) {
	f := newFlagScene(t)
	stranger, key := f.account(t)
	code, stdout, stderr := f.set(t, "-to", "strict", "-keystore", key, "-password-file", f.password, "-yes")
	want := "the registry refuses a call of setStrictnessFlag by " + stranger.Hex() + ": " + stranger.Hex() + " is neither the owner nor the admin of the feature"
	if code != 1 || !strings.Contains(stderr, want) || f.bridge.count("eth_sendRawTransaction") != 0 {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	code, stdout, _ = f.set(t, "-to", "strict", "-keystore", key, "-password-file", f.password, "-yes", "-format", "json")
	if r := decodeResult(t, stdout); code != 1 || r.Outcome != outcomeRefused || r.Error != want || r.Flag != "permissive" {
		t.Errorf("exit code %d, %+v", code, r)
	}
	f.makeAdmin(t, stranger)
	code, stdout, stderr = f.set(t, "-to", "strict", "-keystore", key, "-password-file", f.password, "-yes")
	if code != 0 || !strings.Contains(stdout, "admin of the feature "+stranger.Hex()) || !f.strict(t) {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

func decodeResult(t *testing.T, stdout string) setResult {
	t.Helper()
	var r setResult
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("%v in\n%s", err, stdout)
	}
	return r
}

// The node fails, lies and hangs.
func TestFlagSetHostileNode(t *testing.T) {
	receiptGone := func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Result: json.RawMessage("null")}, c.Method == "eth_getTransactionReceipt"
	}
	failing := func(method, message string) func(*flagScene) {
		return func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: message + " " + f.url}}, c.Method == method
			}, nil)
		}
	}
	tests := []struct {
		name    string
		spoil   func(*flagScene)
		args    []string
		code    int
		outcome string
		want    string
		flag    bool
	}{
		{"another chain", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: "0x5"}, c.Method == "eth_chainId"
			}, nil)
		}, nil, 2, outcomeNotSent, "LOCAL_RPC_URL is on chain 5, and the registry has chain_id 1337", false},
		{"hangs when it gets the transaction", func(f *flagScene) {
			f.bridge.spoil(nil, func(c nodetest.Call) bool { return c.Method == "eth_sendRawTransaction" })
		}, []string{"-timeout", "300ms", "-wait", "500ms"}, 2, outcomeUnknown, "may still be mined: the node does not have it: it was dropped, or never arrived", false},
		{"takes it, and does not say so", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method != "eth_sendRawTransaction" {
					return nodetest.Message{}, false
				}
				f.bridge.forward(context.Background(), c)
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "internal error"}}, true
			}, nil)
		}, nil, 0, outcomeSet, "", true},
		{"receipt never comes", func(f *flagScene) { f.bridge.spoil(receiptGone, nil) }, []string{"-wait", "10s"}, 2, outcomeNotSent, "the transaction was replaced", true},
		{"receipt vanishes", func(f *flagScene) {
			seen := 0
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_getTransactionReceipt" {
					seen++
				}
				if seen > 1 {
					return receiptGone(c)
				}
				return nodetest.Message{}, false
			}, nil)
		}, []string{"-confirmations", "2", "-wait", "10s"}, 2, outcomeNotSent, "the chain was reorganised: the transaction is not in a block any more", true},
		{"confirmations do not come", nil, []string{"-confirmations", "3", "-wait", "300ms"}, 2, outcomeUnknown,
			"the wait of 300ms is over, and transaction <hash> may still be mined: it is in block 3, with 1 of 3 confirmations. Look later with compatctl flag get -network local -feature policy_code_hash", true},
		{"receipt of a block that is not there", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method != "eth_getTransactionReceipt" {
					return nodetest.Message{}, false
				}
				m := f.bridge.forward(context.Background(), c)
				var receipt map[string]any
				if err := json.Unmarshal(m.Result.(json.RawMessage), &receipt); err != nil {
					f.bridge.t.Error(err)
				}
				receipt["blockHash"] = common.Hash{9}
				return nodetest.Message{Result: receipt}, true
			}, nil)
		}, []string{"-wait", "300ms"}, 2, outcomeUnknown, "and the chain has another block there", true},
		{"refused by the pool", failing("eth_sendRawTransaction", "nonce too low"), nil, 2, outcomeNotSent, "the node does not take the transaction: LOCAL_RPC_URL: the node answers with error -32000: nonce too low [URL]", false},
		{"no estimate", failing("eth_estimateGas", "method disabled"), nil, 2, outcomeNotSent, "read the gas that the transaction needs: LOCAL_RPC_URL: the node answers with error -32000: method disabled [URL]", false},
		{"reverts when it is estimated", failing("eth_estimateGas", "execution reverted"), nil, 1, outcomeRefused, "the registry refuses it now: it reverts without a reason", false},
		{"expensive", nil, []string{"-max-fee", "0.5"}, 2, outcomeNotSent, "and -max-fee is 0.5 gwei: wait, or raise it", false},
		{"reverts when it is mined", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: "0x6000"}, c.Method == "eth_estimateGas" // too little to store anything
			}, nil)
		}, nil, 1, outcomeRefused, "was mined in block 3 and reverted: the flag is as it was", false},
		{"flag reads differently", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				isFlag := c.Method == "eth_call" && strings.Contains(string(c.Params[0]), "67917b3d")
				return nodetest.Message{Result: common.Hash{}}, isFlag
			}, nil)
		}, nil, 1, outcomeDiffers, "the transaction has succeeded, and in its block 3 the flag of policy_code_hash is permissive", true},
		{"flag cannot be read back", func(f *flagScene) {
			f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
				isFlag := c.Method == "eth_call" && f.bridge.count("eth_sendRawTransaction") > 0
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node"}}, isFlag
			}, nil)
		}, nil, 2, outcomeUnknown, "was mined in block 3, and the flag could not be read back: ", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newFlagScene(t)
			if test.spoil != nil {
				test.spoil(f)
			}
			code, stdout, stderr := f.set(t, f.withKey(append([]string{"-to", "strict", "-format", "json", "-timeout", "5s"}, test.args...)...)...)
			r := decodeResult(t, stdout)
			if code != test.code || r.Outcome != test.outcome || !strings.Contains(f.normal(stderr), test.want) {
				t.Errorf("exit code %d, want %d; outcome %s, want %s; no %q in\n%s%s", code, test.code, r.Outcome, test.outcome, test.want, stdout, f.normal(stderr))
			}
			if r.Transaction != nil && !strings.Contains(stderr, "sending transaction "+r.Transaction.Hex()) {
				t.Errorf("the hash was not printed before:\n%s", stderr)
			}
			f.bridge.spoil(nil, nil)
			if got := f.strict(t); got != test.flag {
				t.Errorf("the flag is %t, want %t", got, test.flag)
			}
		})
	}
}

// Whoever interrupts is told what became of the transaction.
func TestFlagSetInterrupted(t *testing.T) {
	f := newFlagScene(t)
	args := []string{"flag", "set", "-registry", f.registry, "-network", "local", "-feature", "policy_code_hash", "-to", "strict", "-keystore", f.keystore}
	ctx, cancel := context.WithCancel(t.Context())
	f.console = &fakeConsole{cancel: cancel}
	code, _, stderr := f.commandWithin(t, ctx, args...)
	if code != 2 || !strings.Contains(stderr, "interrupted: nothing was sent") || f.bridge.count("eth_sendRawTransaction") != 0 {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	f.console = nil
	f.bridge.spoil(func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method == "eth_getTransactionReceipt" {
			cancel()
		}
		return nodetest.Message{Result: json.RawMessage("null")}, c.Method == "eth_getTransactionReceipt"
	}, nil)
	code, stdout, stderr := f.commandWithin(t, ctx, append(args, "-yes", "-password-file", f.password)...)
	if code != 2 || !strings.Contains(f.normal(stderr), "interrupted, and transaction <hash> may still be mined") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

// A proposal sends nothing; what it proposes is what the Safe would have to send.
func TestFlagSetSafe(t *testing.T) {
	f := newFlagScene(t)
	f.legacy = 1
	var s script
	out := filepath.Join(filepath.Dir(f.registry), "strict.json")
	code, stdout, stderr := f.set(t, "-to", "strict", "-safe", f.owner.Hex(), "-out", out, "-yes")
	s.add(f, "-safe", code, stdout, stderr)
	if f.bridge.count("eth_sendRawTransaction") != 0 {
		t.Error("something was sent")
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	s.WriteString("=== the file\n" + checksum.ReplaceAllString(f.normal(string(data)), `"checksum": "<hash>"`))
	s.compare(t, "flagsafe.golden")
	var batch safetx.Batch
	if err := json.Unmarshal(data, &batch); err != nil {
		t.Fatal(err)
	}
	want := contract.PackSetStrictnessFlag(crypto.Keccak256Hash([]byte("policy_code_hash")), true)
	if got := batch.Transactions[0]; got.Data != hexutil.Encode(want) || got.To != f.address.Hex() || got.Value != "0" || batch.ChainID != "1337" {
		t.Errorf("%+v", batch)
	}
	// An account that may not set the flag is refused before anything is written.
	stranger := filepath.Join(t.TempDir(), "none.json")
	code, _, stderr = f.set(t, "-to", "strict", "-safe", "0x00000000000000000000000000000000000000aa", "-out", stranger, "-yes")
	if _, err := os.Stat(stranger); code != 1 || !os.IsNotExist(err) {
		t.Errorf("exit code %d, %v\n%s", code, err, stderr)
	}
}

// With an external signer the key never comes near; what it refuses is not sent.
func TestFlagSetClef(t *testing.T) {
	f := newFlagScene(t)
	denied := false
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { f.clef(t, w, r, denied) }))
	defer server.Close()
	args := []string{"-to", "strict", "-clef", server.URL + "/" + secret, "-from", f.owner.Hex(), "-yes"}
	denied = true
	if code, _, stderr := f.set(t, args...); code != 2 || !strings.Contains(stderr, "the signer answers with error -32000: Request denied") || f.strict(t) {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	denied = false
	if code, stdout, stderr := f.set(t, args...); code != 0 || !f.strict(t) || !strings.Contains(stderr, "waiting for the signer") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	args[1] = "permissive"
	server.Close()
	if code, _, stderr := f.set(t, args...); code != 2 || !strings.Contains(stderr, "-clef: ask the signer for its version: cannot connect") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}

// clef answers as clef does, with the key of the owner.
func (f *flagScene) clef(t *testing.T, w http.ResponseWriter, r *http.Request, denied bool) {
	var call struct {
		ID     json.RawMessage
		Method string
		Params []json.RawMessage
	}
	var p struct {
		To                                          common.Address
		Gas, Nonce                                  hexutil.Uint64
		MaxFeePerGas, MaxPriorityFeePerGas, ChainID *hexutil.Big
		Input                                       hexutil.Bytes
	}
	if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
		t.Error(err)
		return
	}
	message := nodetest.Message{Version: "2.0", ID: call.ID, Result: "6.1.0"}
	switch {
	case call.Method == "account_signTransaction" && denied:
		message.Result, message.Error = nil, &nodetest.Error{Code: -32000, Message: "Request denied"}
	case call.Method == "account_signTransaction":
		if err := json.Unmarshal(call.Params[0], &p); err != nil {
			t.Error(err)
		}
		message.Result = map[string]any{"tx": types.MustSignNewTx(f.ownerKey(t), types.LatestSignerForChainID(p.ChainID.ToInt()), &types.DynamicFeeTx{
			ChainID: p.ChainID.ToInt(), Nonce: uint64(p.Nonce), GasTipCap: p.MaxPriorityFeePerGas.ToInt(), GasFeeCap: p.MaxFeePerGas.ToInt(),
			Gas: uint64(p.Gas), To: &p.To, Data: p.Input,
		})}
	}
	nodetest.WriteMessages(w, []nodetest.Message{message}, false)
}

func TestFlagSetCommandLine(t *testing.T) {
	f := newFlagScene(t)
	address := f.owner.Hex()
	wrong := strings.Replace(address, address[2:], strings.ToLower(address[2:22])+strings.ToUpper(address[22:]), 1)
	tests := []struct {
		args, want string
	}{
		{"-to strict -yes extra", "flag set takes no arguments"},
		{"-yes", "-to is needed: strict or permissive"},
		{"-to on", `-to "on": a flag is strict or permissive`},
		{"-to strict -format yaml", `-format "yaml": the formats are text, json`},
		{"-to strict -confirmations 0", "-confirmations 0"},
		{"-to strict -wait 0s", "-wait 0s"},
		{"-to strict -max-fee 0", "-max-fee: a price in gwei is above 0"},
		{"-to strict -keystore a -clef b -from " + address, "three ways to sign: choose one"},
		{"-to strict -clef b", "-clef needs -from"},
		{"-to strict -password-file p -clef b -from " + address, "-password-file is for -keystore"},
		{"-to strict -safe " + address, "-safe needs -out"},
		{"-to strict -safe " + address + " -out f -from " + address, "-from is for -keystore and -clef"},
		{"-to strict -keystore k -out f", "-out is the file for -safe"},
		{"-to strict -clef b -from 0x12", "-from: this is no address"},
		{"-to strict -clef b -from " + wrong, "its checksum is wrong"},
		{"-to strict -clef b -from 0x0000000000000000000000000000000000000000", "the zero address is nobody's"},
		{"-to strict -yes -keystore /nonexistent -password-file p", "-keystore: stat /nonexistent"},
		{"-to strict -yes -clef b -from " + address + " -network bare", "bare has no strictness_registry in compat.yaml"},
		{"-to strict -yes -clef b -from " + address + " -network bare,local", "a flag is set on one network at a time"},
		{"-to strict -yes -clef b -from " + address + " -feature policy_code_hsh", `did you mean "policy_code_hash"?`},
		{"-to strict -yes -clef b -from " + address + " -feature x", `the registry has no feature "x"`},
		{"-to strict -block 5", "flag provided but not defined: -block"},
	}
	for _, test := range tests {
		if code, stdout, stderr := f.set(t, strings.Fields(test.args)...); code != 2 || stdout != "" || !strings.Contains(stderr, test.want) {
			t.Errorf("%s: exit code %d, no %q in\n%s%s", test.args, code, test.want, stdout, stderr)
		}
	}
	if err := os.WriteFile(f.password, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := f.set(t, f.withKey("-to", "strict")...); code != 2 || !strings.Contains(f.normal(stderr), "-password-file: the password is not that of <keystore>") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	if err := os.Chmod(f.password, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := f.set(t, f.withKey("-to", "strict")...); code != 2 || !strings.Contains(stderr, "(mode 0644): chmod 600 it") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	if code, _, stderr := f.command(t, "flag", "set", "-to", "strict"); code != 2 || !strings.Contains(stderr, "-feature is needed") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
	if n := f.bridge.count("eth_chainId"); n != 0 {
		t.Errorf("the node was asked %d times", n)
	}
}

// A machine without anvil has no rehearsals; who would sign is not needed for one, as the owner may set every flag.
func TestDryRunWithoutAnvil(t *testing.T) {
	f := newFlagScene(t)
	f.forks = func(cl *commandLine) {
		cl.replaced.fork = func(context.Context, fork.Options) (rehearsal, string, error) {
			return nil, "", errors.New("a fork needs anvil")
		}
	}
	code, stdout, stderr := f.set(t, "-to", "strict", "-dry-run")
	if code != 2 || !strings.Contains(stderr, "-dry-run: a fork needs anvil") || !strings.Contains(f.normal(stdout), "<owner> may set it") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}
