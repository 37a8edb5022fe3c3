package compattest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// nodeError is a JSON-RPC error. That of package rpc is not exported.
type nodeError struct {
	code    int
	message string
	data    any
}

func (e *nodeError) Error() string  { return e.message }
func (e *nodeError) ErrorCode() int { return e.code }
func (e *nodeError) ErrorData() any { return e.data }

// NodeError returns a JSON-RPC error with the members of the reply. Pass nil for an error without data.
func NodeError(code int, message string, data any) error {
	return &nodeError{code: code, message: message, data: data}
}

// Miss returns what a call of a missing selector gives on geth, erigon and anvil: an empty revert.
func Miss() error { return NodeError(3, "execution reverted", "0x") }

// MissOnHardhat returns the same in the words of hardhat 2.
func MissOnHardhat() error {
	const words = "Error: Transaction reverted without a reason string"
	return NodeError(-32603, words, map[string]any{"message": words, "data": "0x"})
}

// MissInFallback returns what the binding makes of a fallback function that accepts the call and answers nothing.
func MissInFallback() error {
	word, err := abi.NewType("bytes32", "", nil)
	if err != nil {
		return err
	}
	_, err = abi.Arguments{{Type: word}}.Unpack(nil)
	return err
}

// Reverted returns a revert with a reason, as by require(x, "reason").
func Reverted(reason string) error {
	text, err := abi.NewType("string", "", nil)
	if err != nil {
		return err
	}
	data, err := abi.Arguments{{Type: text}}.Pack(reason)
	if err != nil {
		return err
	}
	return NodeError(3, "execution reverted: "+reason, hexutil.Encode(append([]byte{0x08, 0xc3, 0x79, 0xa0}, data...)))
}

// RevertedWith returns a revert with the data of a custom error, which geth reports in the words of an empty revert.
// Empty data is that of a miss.
func RevertedWith(data []byte) error { return NodeError(3, "execution reverted", hexutil.Encode(data)) }

// NoCode returns what a binding says of an address without a contract.
func NoCode() error { return bind.ErrNoCode }

// OutOfGas returns the fault in the words of geth.
func OutOfGas() error { return NodeError(-32000, "out of gas", nil) }

// InvalidOpcode returns the fault in the words of geth.
func InvalidOpcode() error { return NodeError(-32000, "invalid opcode: INVALID", nil) }

// UnknownBlock returns what geth says of a block that it does not have.
func UnknownBlock() error { return NodeError(-32000, "header not found", nil) }

// RateLimited returns what hosted nodes say over HTTP 200.
func RateLimited() error {
	return NodeError(-32005, "daily request count exceeded, request rate limited", nil)
}

// HTTPStatus returns what package rpc makes of an answer with another status than 2xx.
func HTTPStatus(code int) error {
	return rpc.HTTPError{StatusCode: code, Status: fmt.Sprintf("%d %s", code, http.StatusText(code))}
}

// Refused returns what package rpc makes of a node that is down. Its URL holds a key, as those of hosted nodes do.
func Refused() error {
	return transport(&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED})
}

// TimedOut returns what package rpc makes of a node that is slower than the deadline of the context.
func TimedOut() error { return transport(context.DeadlineExceeded) }

func transport(err error) error {
	return &url.Error{Op: "Post", URL: "https://node.invalid/v3/" + NodeKey, Err: err}
}

// NodeKey is the key in the URL of the node in [Refused] and [TimedOut]: it must not come up in logs.
const NodeKey = "0123456789abcdef"

// Garbage returns what package rpc makes of an answer that is HTML.
func Garbage() error {
	var answer any
	return json.Unmarshal([]byte("<html>bad gateway</html>"), &answer)
}

// A Kind is one kind of error of a call, with what it says about the selector.
type Kind struct {
	Name string
	Err  error

	// Miss is what [compat.IsSelectorMiss] says of it.
	Miss bool
}

// Kinds returns an error of each kind, to run a dual path against all of them:
//
//	for _, kind := range compattest.Kinds() {
//		t.Run(kind.Name, func(t *testing.T) { … })
//	}
func Kinds() []Kind {
	return []Kind{
		{"miss", Miss(), true},
		{"miss, wrapped", fmt.Errorf("read policy: %w", Miss()), true},
		{"miss on hardhat", MissOnHardhat(), true},
		{"miss in a fallback", MissInFallback(), true},
		{"reverted", Reverted("policy paused"), false},
		{"reverted with a custom error", RevertedWith([]byte{0xc0, 0x55, 0xc9, 0xe4}), false},
		{"out of gas", OutOfGas(), false},
		{"invalid opcode", InvalidOpcode(), false},
		{"no code", NoCode(), false},
		{"unknown block", UnknownBlock(), false},
		{"rate limited", RateLimited(), false},
		{"HTTP 429", HTTPStatus(http.StatusTooManyRequests), false},
		{"HTTP 502", HTTPStatus(http.StatusBadGateway), false},
		{"connection refused", Refused(), false},
		{"timed out", TimedOut(), false},
		{"cancelled", context.Canceled, false},
		{"garbage", Garbage(), false},
		{"own error", errors.New("execution reverted"), false},
	}
}
