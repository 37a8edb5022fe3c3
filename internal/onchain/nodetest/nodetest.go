// Package nodetest has a node for tests: a chain in memory that answers JSON-RPC over HTTP, and that can be made to answer badly.
//
// Contracts are deployed and called by go-ethereum's EVM, so that what the node says of them is what a real one says.
package nodetest

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/compatlint/compatlint/contracts"
)

// A Node is one chain. Its fields may be set before it is served, and under Lock afterwards.
type Node struct {
	sync.Mutex
	ChainID uint64
	Height  uint64
	Fork    byte // part of the hash of every block: a reorganisation changes it
	Numbers bool // blocks are known by their numbers only, and not by their hashes as EIP-1898 has it

	// Anything says that whatever is no number of a block is taken for the latest, as bad nodes do.
	Anything bool

	// Intercept sees every HTTP request first. Where it returns true it has answered.
	Intercept func(w http.ResponseWriter, r *http.Request, calls []Call) bool
	// Answer replaces the answer to a call where it returns true.
	Answer func(c Call) (Message, bool)

	HTTP  int // requests that came
	Calls int // calls in them

	state *state.StateDB
	next  uint64
	told  map[common.Hash]uint64 // the heights of blocks that somebody has asked for, by their hashes
	logs  []*types.Log
}

// A Call is one JSON-RPC request.
type Call struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// A Message is one JSON-RPC answer.
type Message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  any             `json:"result,omitempty"`
	Error   *Error          `json:"error,omitempty"`
}

// An Error is that of a Message.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// New returns a node of an empty chain.
func New(t testing.TB, chainID uint64) *Node {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	return &Node{ChainID: chainID, Height: 100, state: db, next: 1, told: map[common.Hash]uint64{}}
}

// Serve serves the node until the test ends and returns its URL.
func (n *Node) Serve(t testing.TB) string {
	t.Helper()
	server := httptest.NewServer(n)
	t.Cleanup(server.Close)
	return server.URL
}

// Deploy runs creation code and returns where the contract is. Arguments are appended as words.
func (n *Node) Deploy(t testing.TB, creation []byte, arguments ...common.Address) common.Address {
	t.Helper()
	for _, argument := range arguments {
		creation = append(creation[:len(creation):len(creation)], common.LeftPadBytes(argument[:], 32)...)
	}
	cfg := config(n.state)
	cfg.Origin = common.BigToAddress(new(big.Int).SetUint64(0xdeb0000 + n.next)) // each from its own account, at its first nonce
	n.next++
	_, address, _, err := runtime.Create(creation, cfg)
	if err != nil {
		t.Fatalf("deploy: %v", err)
	}
	return address
}

// DeployFixture deploys a contract of contracts/fixtures.
func (n *Node) DeployFixture(t testing.TB, name string, arguments ...common.Address) common.Address {
	t.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ Bytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return n.Deploy(t, artifact.Bytecode, arguments...)
}

// Put gives an account code, and returns its address.
func (n *Node) Put(code []byte) common.Address {
	address := common.BigToAddress(new(big.Int).SetUint64(0xacc0000 + n.next))
	n.next++
	n.state.SetCode(address, code, tracing.CodeChangeUnspecified)
	return address
}

// Remove takes the code of an account away, as SELFDESTRUCT did.
func (n *Node) Remove(address common.Address) {
	n.state.SetCode(address, nil, tracing.CodeChangeUnspecified)
}

// SetStorage writes a slot of an account.
func (n *Node) SetStorage(address common.Address, slot, value common.Hash) {
	n.state.SetState(address, slot, value)
}

func config(db *state.StateDB) *runtime.Config {
	rules := *params.MergedTestChainConfig
	rules.AmsterdamTime, rules.UBTTime = nil, nil
	return &runtime.Config{
		ChainConfig: &rules, State: db, GasLimit: 3_000_000, BlockNumber: big.NewInt(100), Time: 1_800_000_000, Random: new(common.Hash),
		Difficulty: new(big.Int), BaseFee: new(big.Int),
	}
}

// ServeHTTP answers a call or a batch of them.
func (n *Node) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var raw json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&raw); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var calls []Call
	isBatch := raw[0] == '['
	if !isBatch {
		calls = make([]Call, 1)
	}
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
	n.Lock()
	n.HTTP++
	n.Calls += len(calls)
	intercept := n.Intercept
	n.Unlock()
	if intercept != nil && intercept(w, r, calls) {
		return
	}
	WriteMessages(w, n.Messages(calls), isBatch)
}

// Messages are the answers to calls.
func (n *Node) Messages(calls []Call) []Message {
	n.Lock()
	defer n.Unlock()
	messages := make([]Message, len(calls))
	for i, c := range calls {
		message, ok := Message{}, false
		if n.Answer != nil {
			message, ok = n.Answer(c)
		}
		if !ok {
			message = n.answer(c)
		}
		message.Version, message.ID = "2.0", c.ID
		messages[i] = message
	}
	return messages
}

// WriteMessages writes answers as a batch or alone.
func WriteMessages(w http.ResponseWriter, messages []Message, isBatch bool) {
	w.Header().Set("Content-Type", "application/json")
	var body any = messages
	if !isBatch {
		body = messages[0]
	}
	_ = json.NewEncoder(w).Encode(body) // a client that is gone needs no answer
}

func (n *Node) answer(c Call) Message {
	result, err := n.result(c)
	if err != nil {
		return Message{Error: err}
	}
	return Message{Result: result}
}

func (n *Node) result(c Call) (any, *Error) {
	switch c.Method {
	case "eth_chainId":
		return hexutil.Uint64(n.ChainID), nil
	case "eth_getBlockByNumber":
		height, err := n.height(text(c, 0))
		if err != nil {
			return json.RawMessage("null"), nil
		}
		n.told[n.hash(height)] = height
		return map[string]any{"number": hexutil.Uint64(height), "hash": n.hash(height), "timestamp": hexutil.Uint64(1_800_000_000 + 12*(height-100))}, nil
	case "eth_getCode":
		return hexutil.Bytes(n.state.GetCode(common.HexToAddress(text(c, 0)))), n.checkBlock(c, 1)
	case "eth_getStorageAt":
		return n.state.GetState(common.HexToAddress(text(c, 0)), common.HexToHash(text(c, 1))), n.checkBlock(c, 2)
	case "eth_call":
		if err := n.checkBlock(c, 1); err != nil {
			return nil, err
		}
		return n.call(c.Params[0])
	case "eth_getLogs":
		return n.filter(c)
	}
	return nil, &Error{Code: -32601, Message: "the method " + c.Method + " does not exist/is not available"}
}

func text(c Call, i int) string {
	var s string
	if i < len(c.Params) {
		_ = json.Unmarshal(c.Params[i], &s) // what is no string is empty
	}
	return s
}

func (n *Node) height(block string) (uint64, error) {
	switch block {
	case "latest", "safe", "finalized":
		return n.Height, nil
	}
	height, err := strconv.ParseUint(block, 0, 64)
	if err == nil && height > n.Height {
		err = errors.New("header not found")
	}
	return height, err
}

func (n *Node) hash(height uint64) common.Hash {
	return crypto.Keccak256Hash([]byte(fmt.Sprint("block", height, n.Fork)))
}

// Unknown reports whether an argument of a call names a block that the node does not have.
func (n *Node) Unknown(c Call, i int) bool { return n.checkBlock(c, i) != nil }

// checkBlock looks for the block that an argument of a call names.
func (n *Node) checkBlock(c Call, i int) *Error {
	var named struct{ BlockHash *common.Hash }
	if i < len(c.Params) && !n.Numbers && !n.Anything && json.Unmarshal(c.Params[i], &named) == nil && named.BlockHash != nil {
		height, isTold := n.told[*named.BlockHash]
		if isTold && height <= n.Height && n.hash(height) == *named.BlockHash {
			return nil
		}
		return &Error{Code: -32000, Message: "header for hash not found"}
	}
	if _, err := n.height(text(c, i)); err != nil && !(n.Anything && text(c, i) == "") {
		return &Error{Code: -32000, Message: "header not found"}
	}
	return nil
}

func (n *Node) call(raw json.RawMessage) (any, *Error) {
	var message struct {
		From, To common.Address
		Data     hexutil.Bytes
	}
	if err := json.Unmarshal(raw, &message); err != nil {
		return nil, &Error{Code: -32602, Message: err.Error()}
	}
	defer n.state.RevertToSnapshot(n.state.Snapshot())
	cfg := config(n.state)
	cfg.Origin = message.From
	output, _, err := runtime.Call(message.To, message.Data, cfg)
	switch {
	case errors.Is(err, vm.ErrExecutionReverted):
		return nil, &Error{Code: 3, Message: "execution reverted", Data: hexutil.Bytes(output)}
	case err != nil:
		return nil, &Error{Code: -32000, Message: err.Error()}
	}
	return hexutil.Bytes(output), nil
}

// CodeAt is the code of an account.
func (n *Node) CodeAt(address common.Address) []byte { return n.state.GetCode(address) }
