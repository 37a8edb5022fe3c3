package sending

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/onchain"
)

// A RejectedError is a transaction that the node has not taken, and does not have.
type RejectedError struct {
	Err error
}

func (e *RejectedError) Error() string {
	return "the node does not take the transaction: " + e.Err.Error()
}

func (e *RejectedError) Unwrap() error { return e.Err }

// An UnknownError is a transaction that may or may not have been sent: the node did not answer.
type UnknownError struct {
	Err error
}

func (e *UnknownError) Error() string {
	return "it is not known whether the node has taken the transaction: " + e.Err.Error()
}

func (e *UnknownError) Unwrap() error { return e.Err }

// Send gives a signed transaction to the node. To send one twice does no harm. Its error is a *RejectedError or an *UnknownError; after the
// second the transaction may still be mined.
func Send(ctx context.Context, node Node, tx *types.Transaction) error {
	data, err := tx.MarshalBinary()
	if err != nil {
		return &RejectedError{err}
	}
	reply := ask(ctx, node, "eth_sendRawTransaction", hexutil.Bytes(data))
	if reply.Err == nil {
		var hash common.Hash
		if err := decode(reply, "the hash of the transaction", &hash); err != nil {
			return &UnknownError{err}
		}
		if hash != tx.Hash() {
			return &UnknownError{fmt.Errorf("the node names another transaction, %s", hash)}
		}
		return nil
	}
	// An endpoint may have taken it, and another attempt at it, or another endpoint, be told that it is there already.
	var answered *onchain.RPCError
	if errors.As(reply.Err, &answered) && isKnown(answered.Message) {
		return nil
	}
	found := ask(ctx, node, "eth_getTransactionByHash", tx.Hash())
	switch {
	case found.Err == nil && !isNull(found):
		return nil
	case isNull(found) && answered != nil:
		return &RejectedError{reply.Err}
	}
	return &UnknownError{reply.Err}
}

// isKnown reports whether a node says that it has a transaction already, in the words of the clients that there are.
func isKnown(message string) bool {
	message = strings.ToLower(message)
	return slices.ContainsFunc([]string{"already known", "known transaction", "already imported", "alreadyknown", "already in the pool"},
		func(words string) bool { return strings.Contains(message, words) })
}
