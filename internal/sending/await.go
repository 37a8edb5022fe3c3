package sending

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/onchain"
)

// Waiting says how a transaction is waited for.
type Waiting struct {
	Confirmations uint64        // how many blocks it must have, its own included; at least 1
	Poll          time.Duration // how often the node is asked; 2 seconds
	Say           func(string)  // is told what happens on the way
}

// A Receipt says where a transaction was mined.
type Receipt struct {
	Block     uint64 // its number
	BlockHash common.Hash
	Success   bool
	GasUsed   uint64
}

// A TimeoutError is a wait that has ended before the transaction was final. The transaction may still be mined.
type TimeoutError struct {
	State string // what is known
	Err   error  // why the wait has ended
}

func (e *TimeoutError) Error() string { return e.State }

func (e *TimeoutError) Unwrap() error { return e.Err }

// A ReplacedError is a transaction that can never be mined: another one with its nonce was.
type ReplacedError struct {
	From  common.Address
	Nonce uint64
}

func (e *ReplacedError) Error() string {
	return fmt.Sprintf("the transaction was replaced: another one of %s with the nonce %d was mined", e.From, e.Nonce)
}

// patience is how many times in a row a node must say that a transaction was replaced: nodes behind one URL do not all know the same.
const patience = 3

// Await waits until a transaction of the account is in the chain with its confirmations. The error is a *TimeoutError when the context ends
// before, or a *ReplacedError.
func Await(ctx context.Context, node Node, hash common.Hash, from common.Address, nonce uint64, w Waiting) (*Receipt, error) {
	f := &follower{Waiting: w, node: node, hash: hash, from: from, nonce: nonce, state: "nothing is known of it yet"}
	f.Confirmations = max(f.Confirmations, 1)
	if f.Poll <= 0 {
		f.Poll = 2 * time.Second
	}
	ticker := time.NewTicker(f.Poll)
	defer ticker.Stop()
	for {
		receipt, err := f.look(ctx)
		if receipt != nil || err != nil {
			return receipt, err
		}
		select {
		case <-ctx.Done():
			return nil, &TimeoutError{f.state, ctx.Err()}
		case <-ticker.C:
		}
	}
}

// A follower follows one transaction.
type follower struct {
	Waiting
	node  Node
	hash  common.Hash
	from  common.Address
	nonce uint64

	mined    common.Hash // of the block in which it was seen last, zero before
	replaced int         // how often in a row it looked as if it were replaced
	state    string      // what was known last
}

// wireReceipt has the fields of a receipt that are read.
type wireReceipt struct {
	TransactionHash common.Hash     `json:"transactionHash"`
	BlockHash       common.Hash     `json:"blockHash"`
	BlockNumber     *hexutil.Uint64 `json:"blockNumber"`
	Status          *hexutil.Uint64 `json:"status"`
	GasUsed         hexutil.Uint64  `json:"gasUsed"`
}

// look asks once. It returns neither a receipt nor an error while there is something to wait for.
func (f *follower) look(ctx context.Context) (*Receipt, error) {
	replies := f.node.Batch(ctx, []onchain.Request{
		request("eth_getTransactionReceipt", f.hash),
		request("eth_getTransactionByHash", f.hash),
		request("eth_getTransactionCount", f.from, "latest"),
		request("eth_getBlockByNumber", "latest", false),
	})
	if isNull(replies[0]) {
		return nil, f.pending(replies)
	}
	f.replaced = 0
	var receipt wireReceipt
	if err := decode(replies[0], "the receipt", &receipt); err != nil {
		f.unreadable(ctx, err)
		return nil, nil
	}
	switch {
	case receipt.TransactionHash != f.hash || receipt.BlockNumber == nil || receipt.Status == nil || receipt.BlockHash == (common.Hash{}):
		f.state = "the node's receipt is not that of the transaction, or is not complete"
		return nil, nil
	case f.mined != (common.Hash{}) && f.mined != receipt.BlockHash:
		f.Say(fmt.Sprintf("the chain was reorganised: the transaction is in block %d %s now", uint64(*receipt.BlockNumber), receipt.BlockHash))
	}
	f.mined = receipt.BlockHash
	return f.confirm(ctx, &receipt, replies[3])
}

// confirm returns the receipt if its block has its confirmations and is still in the chain.
func (f *follower) confirm(ctx context.Context, receipt *wireReceipt, latest onchain.Reply) (*Receipt, error) {
	var head struct {
		Number *hexutil.Uint64 `json:"number"`
	}
	number := uint64(*receipt.BlockNumber)
	if err := decode(latest, "the newest block", &head); err != nil || head.Number == nil {
		f.state = fmt.Sprintf("it is in block %d, and the newest block cannot be read", number)
		return nil, nil
	}
	if have := confirmations(number, uint64(*head.Number)); have < f.Confirmations {
		f.state = fmt.Sprintf("it is in block %d, with %d of %d confirmations", number, have, f.Confirmations)
		return nil, nil
	}
	var canonical struct {
		Hash common.Hash `json:"hash"`
	}
	if err := decode(ask(ctx, f.node, "eth_getBlockByNumber", hexutil.Uint64(number), false), "the transaction's block", &canonical); err != nil {
		f.unreadable(ctx, err)
		return nil, nil
	}
	if canonical.Hash != receipt.BlockHash {
		f.state = fmt.Sprintf("its receipt is for block %d %s, and the chain has another block there", number, receipt.BlockHash)
		return nil, nil
	}
	return &Receipt{
		Block: number, BlockHash: receipt.BlockHash, Success: uint64(*receipt.Status) == types.ReceiptStatusSuccessful, GasUsed: uint64(receipt.GasUsed),
	}, nil
}

// confirmations counts the blocks from the transaction's on. A node whose newest block is older has not seen it.
func confirmations(number, head uint64) uint64 {
	if head < number {
		return 0
	}
	return head - number + 1
}

// pending is what to make of a transaction without a receipt.
func (f *follower) pending(replies []onchain.Reply) error {
	if f.mined != (common.Hash{}) {
		f.mined = common.Hash{}
		f.Say("the chain was reorganised: the transaction is not in a block any more, waiting for it to be mined again")
	}
	var mined hexutil.Uint64
	if err := decode(replies[2], "the nonce", &mined); err == nil && uint64(mined) > f.nonce {
		if f.replaced++; f.replaced >= patience {
			return &ReplacedError{f.from, f.nonce}
		}
		f.state = "its nonce was used, and it has no receipt: it may have been replaced"
		return nil
	}
	f.replaced = 0
	switch {
	case isNull(replies[1]):
		f.state = "the node does not have it: it was dropped, or never arrived"
	case replies[1].Err != nil:
		f.state = "it is not mined yet"
	default:
		f.state = "it is waiting to be mined; the fee may be too low"
	}
	return nil
}

// unreadable notes that the node does not answer. That the wait is over is no news.
func (f *follower) unreadable(ctx context.Context, err error) {
	if ctx.Err() == nil {
		f.state = err.Error()
	}
}

// Interrupted reports whether a wait was ended by the user and not by its time.
func Interrupted(err error) bool { return errors.Is(err, context.Canceled) }
