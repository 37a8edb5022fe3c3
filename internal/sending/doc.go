// Package sending builds a transaction, sends it, and follows it until it is final enough.
//
// What it asks goes through package onchain, so that no text has anything of a node's URL in it. A node may lie about everything: the hash is
// computed here, the fees have a ceiling, and the receipt must be in a block that the chain still has.
package sending

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/internal/onchain"
)

// A Node answers JSON-RPC: a client of package onchain.
type Node interface {
	Batch(ctx context.Context, requests []onchain.Request) []onchain.Reply
}

// A RevertError is a transaction that the chain would refuse, or has refused.
type RevertError struct {
	Revert *onchain.Revert
}

func (e *RevertError) Error() string { return "the transaction reverts: " + e.Revert.Text }

func request(method string, params ...any) onchain.Request {
	return onchain.Request{Method: method, Params: params}
}

// ask asks one thing.
func ask(ctx context.Context, node Node, method string, params ...any) onchain.Reply {
	return node.Batch(ctx, []onchain.Request{request(method, params...)})[0]
}

// decode reads a result. what names it in the error.
func decode(reply onchain.Reply, what string, into any) error {
	if reply.Err != nil {
		return fmt.Errorf("read %s: %w", what, reply.Err)
	}
	if json.Unmarshal(reply.Result, into) != nil {
		return fmt.Errorf("read %s: the node's answer is not of the right form", what)
	}
	return nil
}

// isNull reports whether the node does not have what was asked for.
func isNull(reply onchain.Reply) bool { return reply.Err == nil && string(reply.Result) == "null" }

// reverted returns the revert that a call or an estimate has ended with, or nil.
func reverted(err error) *onchain.Revert {
	var answered *onchain.RPCError
	if errors.As(err, &answered) && (answered.Reverted() || answered.Faulted()) {
		return &onchain.Revert{Data: answered.Data, Fault: answered.Faulted(), Text: answered.Message}
	}
	return nil
}

// A Call is what a transaction does.
type Call struct {
	From, To common.Address
	Data     []byte
}

func (c Call) message() map[string]any {
	return map[string]any{"from": c.From, "to": c.To, "data": hexutil.Bytes(c.Data)}
}
