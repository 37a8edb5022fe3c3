package enumeration_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

var (
	versionOne = compatregistry.DeploymentEvent{Signature: "PolicyDeployed(address,(string,string),string)", Argument: 0}
	versionTwo = compatregistry.DeploymentEvent{Signature: "PolicyDeployed((string,string,bytes32),address indexed,string)", Argument: 1}
	moved      = compatregistry.DeploymentEvent{Signature: "PolicyMoved(uint256[2],bytes32 indexed,address)", Argument: 2}
)

func (f *factory) events(events ...compatregistry.DeploymentEvent) *compatregistry.Enumerate {
	return &compatregistry.Enumerate{Contract: "Factory", From: f.address, Events: events, Since: 5}
}

// history has policies 0 to 5 in blocks 4, 5, 6 and so on: those of the first three of version one.
func history(t testing.TB) *factory {
	t.Helper()
	f := deploy(t)
	for i := range 6 {
		f.Height = uint64(4 + i)
		if i < 3 {
			f.send(t, "addV1", owner, policy(i))
		} else {
			f.send(t, "addV2", owner, policy(i))
		}
	}
	f.send(t, "move", policy(9))
	f.Height = 300_000
	return f
}

// Logs of both versions are found, from the first block on that was named.
func TestEvents(t *testing.T) {
	f := history(t)
	chain := f.snapshot(t)
	checkAddresses(t, walk(t, chain, f.events(versionOne)), policies(1, 3))
	checkAddresses(t, walk(t, chain, f.events(versionTwo)), policies(3, 6))
	checkAddresses(t, walk(t, chain, f.events(versionTwo, versionOne)), policies(1, 6))
	checkAddresses(t, walk(t, chain, f.events(moved)), policies(9, 10))
	all := f.events(versionTwo, versionOne, moved)
	all.Since = 0
	checkAddresses(t, walk(t, chain, all), append(policies(0, 6), policy(9)))
}

// The pinned block is the last one.
func TestEventsEndAtThePinnedBlock(t *testing.T) {
	f := history(t)
	f.Height = 8
	chain := f.snapshot(t)
	f.Height = 300_000
	checkAddresses(t, walk(t, chain, f.events(versionOne, versionTwo)), policies(1, 5))
}

// An event whose parameter became indexed keeps its topic.
func TestEventsWithOneTopic(t *testing.T) {
	f := deploy(t)
	topic := crypto.Keccak256Hash([]byte("Deployed(address)"))
	f.AddLog(20, types.Log{Address: f.address, Topics: []common.Hash{topic}, Data: common.LeftPadBytes(policy(0).Bytes(), 32)})
	f.AddLog(30, types.Log{Address: f.address, Topics: []common.Hash{topic, common.BytesToHash(policy(1).Bytes())}})
	chain := f.snapshot(t)
	plain := compatregistry.DeploymentEvent{Signature: "Deployed(address)"}
	indexed := compatregistry.DeploymentEvent{Signature: "Deployed(address indexed)"}
	checkAddresses(t, walk(t, chain, f.events(plain, indexed)), policies(0, 2))
	wantError(t, chain, f.events(plain), enumeration.Limits{},
		`events of FROM: log 1 of block 30: "Deployed(address)" has 0 indexed parameters, and the log has 1: write "indexed" behind those that are`)
	wantError(t, chain, f.events(indexed), enumeration.Limits{},
		`events of FROM: log 0 of block 20: "Deployed(address indexed)" has 1 indexed parameters, and the log has 0: write "indexed" behind those that are`)
}

func TestEventsThatFail(t *testing.T) {
	f := history(t)
	chain := f.snapshot(t)
	event := func(signature string, argument int) *compatregistry.Enumerate {
		return f.events(compatregistry.DeploymentEvent{Signature: signature, Argument: argument})
	}
	for _, test := range []struct {
		e    *compatregistry.Enumerate
		want string
	}{
		{event("PolicyDeployed(address indexed,(string,string),string)", 0), `events of FROM: log 1 of block 5: "PolicyDeployed(address indexed,(string,string),string)" ` +
			`has 1 indexed parameters, and the log has 0: write "indexed" behind those that are`},
		{event("PolicyMoved(uint256[2],bytes32,address)", 2), `events of FROM: log 6 of block 9: "PolicyMoved(uint256[2],bytes32,address)" has 0 indexed parameters, ` +
			`and the log has 1: write "indexed" behind those that are`},
		{event("PolicyMoved(uint256[2] indexed,bytes32,address)", 2), `events of FROM: log 6 of block 9: "PolicyMoved(uint256[2] indexed,bytes32,address)" ` +
			`begins with 64 bytes of data, and the log has 96: are other parameters indexed?`},
		{event("PolicyDeployed((string,string,bytes32) indexed,address,string)", 1), `events of FROM: log 3 of block 7: ` +
			`what "PolicyDeployed((string,string,bytes32) indexed,address,string)" has for an address is a small number: are other parameters indexed?`},
		{event("PolicyMoved(uint256[2],bytes32,address indexed)", 2), `events of FROM: log 6 of block 9: what "PolicyMoved(uint256[2],bytes32,address indexed)" has for an address is no address`},
		{event("PolicyDeployed(address,(string,string,string),string)", 0), "events of FROM: there is none from block 5 on: are the signatures right, each with the types that were current then?"},
		{event("Deployed(address", 0), `event "Deployed(address": a closing ")" is missing`},
		{event("Deployed(address)", 1), `event "Deployed(address)" has no parameter 1`},
	} {
		wantError(t, chain, test.e, enumeration.Limits{}, test.want)
	}
	late := f.events(versionOne)
	late.Since = 300_001
	wantError(t, chain, late, enumeration.Limits{}, "events of FROM: the first block to read is 300001, and the chain is looked at in block 300000")
	empty := f.events(versionOne)
	empty.From = common.HexToAddress("0xe0a")
	wantError(t, chain, empty, enumeration.Limits{}, "events of FROM: there is no contract at that address")
	wantError(t, chain, f.events(versionOne), enumeration.Limits{Targets: 1}, "FROM has more than 1 addresses, which is the limit")
}

// Data that is shorter than its signature says, and values that are no addresses.
func TestEventsWithBadData(t *testing.T) {
	for name, test := range map[string]struct{ data, want string }{
		"none":  {"", `"Deployed(uint256,address)" begins with 64 bytes of data, and the log has 0: are other parameters indexed?`},
		"short": {strings.Repeat("00", 63), `"Deployed(uint256,address)" begins with 64 bytes of data, and the log has 63: are other parameters indexed?`},
		"large": {strings.Repeat("ff", 64), `what "Deployed(uint256,address)" has for an address is no address`},
		"zero":  {strings.Repeat("00", 64), `what "Deployed(uint256,address)" has for an address is the zero address`},
	} {
		t.Run(name, func(t *testing.T) {
			f := deploy(t)
			f.AddLog(20, types.Log{Address: f.address, Topics: []common.Hash{crypto.Keccak256Hash([]byte("Deployed(uint256,address)"))}, Data: common.FromHex(test.data)})
			e := f.events(compatregistry.DeploymentEvent{Signature: "Deployed(uint256,address)", Argument: 1})
			wantError(t, f.snapshot(t), e, enumeration.Limits{}, "events of FROM: log 0 of block 20: "+test.want)
		})
	}
}

// refuse answers questions for more blocks, or logs, than are allowed.
func (f *factory) refuse(message func(from, to uint64) *nodetest.Error) (asked *[]uint64) {
	asked = new([]uint64)
	f.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method != "eth_getLogs" {
			return nodetest.Message{}, false
		}
		filter, err := nodetest.ReadFilter(c)
		if err != nil {
			return nodetest.Message{Error: &nodetest.Error{Code: -32602, Message: err.Error()}}, true
		}
		*asked = append(*asked, uint64(filter.ToBlock-filter.FromBlock)+1)
		refused := message(uint64(filter.FromBlock), uint64(filter.ToBlock))
		return nodetest.Message{Error: refused}, refused != nil
	}
	return asked
}

// wider refuses ranges of more than 3,000 blocks in the words of a provider.
func wider(code int, text string) func(from, to uint64) *nodetest.Error {
	const blocks = 3000
	return func(from, to uint64) *nodetest.Error {
		if to-from+1 <= blocks {
			return nil
		}
		suggested := fmt.Sprintf("[0x%x, 0x%x]", from, from+blocks-1)
		return &nodetest.Error{Code: code, Message: strings.ReplaceAll(text, "RANGE", suggested)}
	}
}

// Ranges become small enough for every provider, without waiting, and with its suggestion at once.
func TestRangesAdapt(t *testing.T) {
	for name, test := range map[string]struct {
		refuse func(from, to uint64) *nodetest.Error
		most   int    // questions
		second uint64 // blocks in the second question
	}{
		"any range":             {func(uint64, uint64) *nodetest.Error { return nil }, 2, 199_996},
		"halves":                {wider(-32000, "block range is too wide"), 130, 50_000},
		"suggestion":            {wider(-32005, "query returned more than 10000 results. Try with this block range RANGE."), 130, 3000},
		"suggestion of Alchemy": {wider(-32602, "Log response size exceeded. "+strings.Repeat("long ", 60)+"this block range should work: RANGE"), 130, 3000},
		"as a rate limit":       {wider(-32005, "eth_getLogs is limited to a 3,000 range"), 130, 50_000},
	} {
		t.Run(name, func(t *testing.T) {
			f := history(t)
			asked := f.refuse(test.refuse)
			start := time.Now()
			checkAddresses(t, walk(t, f.snapshot(t), f.events(versionOne, versionTwo)), policies(1, 6))
			if len(*asked) > test.most {
				t.Errorf("%d questions, want no more than %d: %v", len(*asked), test.most, *asked)
			}
			if (*asked)[1] != test.second {
				t.Errorf("the second question is for %d blocks, want %d", (*asked)[1], test.second)
			}
			if elapsed := time.Since(start); elapsed > 30*time.Second {
				t.Errorf("took %v: it waits between questions", elapsed)
			}
		})
	}
}

// Where many logs are close together ranges become small, and large again behind them.
func TestRangesGrowBack(t *testing.T) {
	f := deploy(t)
	topic := crypto.Keccak256Hash([]byte("Deployed(address)"))
	const dense, n = 50_000, 2000
	for i := range n {
		f.AddLog(dense+uint64(i/2), types.Log{Address: f.address, Topics: []common.Hash{topic, common.BigToHash(policy(i).Big())}})
	}
	f.Height = 3_000_000
	asked := f.refuse(func(from, to uint64) *nodetest.Error {
		first, last := max(from, dense), min(to, dense+n/2-1)
		if first > last || 2*(last-first+1) <= 100 {
			return nil
		}
		return &nodetest.Error{Code: -32005, Message: "query returned more than 100 results"}
	})
	e := f.events(compatregistry.DeploymentEvent{Signature: "Deployed(address indexed)"})
	checkAddresses(t, walk(t, f.snapshot(t), e), policies(0, n))
	if len(*asked) > 110 {
		t.Errorf("%d questions: %v", len(*asked), *asked)
	}
	if last := (*asked)[len(*asked)-2]; last < 100_000 {
		t.Errorf("the last full range has %d blocks: %v", last, *asked)
	}
}

// One block that is refused is an error, and so is any other failure.
func TestRangesThatFail(t *testing.T) {
	for message, want := range map[string]string{
		"query returned more than 10000 results": "events of FROM: read the logs of blocks 5 to 5: TEST_RPC_URL: the node answers with error -32005: query returned more than 10000 results",
		"you are banned":                         "events of FROM: read the logs of blocks 5 to 100004: TEST_RPC_URL: the node answers with error -32001: you are banned",
	} {
		t.Run(message, func(t *testing.T) {
			f := history(t)
			code := -32001
			if strings.Contains(message, "results") {
				code = -32005
			}
			f.refuse(func(uint64, uint64) *nodetest.Error { return &nodetest.Error{Code: code, Message: message} })
			wantError(t, f.snapshot(t), f.events(versionOne), enumeration.Limits{}, want)
		})
	}
}

// At a later block what was read is not read again, but for the newest blocks.
func TestEventsResumeAtALaterBlock(t *testing.T) {
	f := history(t)
	var first, second result
	e := f.events(versionOne, versionTwo)
	if err := enumeration.Walk(t.Context(), f.snapshot(t), e, enumeration.Cursor{}, enumeration.Limits{}, first.found); err != nil {
		t.Fatal(err)
	}
	f.Height = 299_900 // as a reorganisation may add it
	f.send(t, "addV2", owner, policy(6))
	f.Height = 300_100
	f.send(t, "addV2", owner, policy(7))
	asked := f.refuse(func(uint64, uint64) *nodetest.Error { return nil })
	if err := enumeration.Walk(t.Context(), f.snapshot(t), e, saved(t, first.last()), enumeration.Limits{}, second.found); err != nil {
		t.Fatal(err)
	}
	checkAddresses(t, second.addresses, policies(6, 8))
	if len(*asked) != 1 || (*asked)[0] > 400 {
		t.Errorf("questions for %v blocks", *asked)
	}
	if last := second.last(); !last.Done || last.Found != 7 || last.Block.Number != 300_100 {
		t.Errorf("cursor %+v", last)
	}
}

// A cursor that somebody has written reads what is there, or is an error.
func TestStrangeCursors(t *testing.T) {
	f := history(t)
	chain := f.snapshot(t)
	e := f.events(versionOne)
	var whole result
	if err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, enumeration.Limits{}, whole.found); err != nil {
		t.Fatal(err)
	}
	strange := whole.last()
	strange.Done, strange.Next = false, 1<<63
	err := enumeration.Walk(t.Context(), chain, e, strange, enumeration.Limits{}, whole.found)
	if want := fmt.Sprintf("events of %s: the first block to read is 9223372036854775808, and the chain is looked at in block 300000", f.address); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	strange.Block = onchain.Block{Number: 3}
	var again result
	if err := enumeration.Walk(t.Context(), chain, e, strange, enumeration.Limits{}, again.found); err != nil {
		t.Fatal(err)
	}
	checkAddresses(t, again.addresses, policies(1, 3))
}
