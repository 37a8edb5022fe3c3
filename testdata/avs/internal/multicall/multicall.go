// Package multicall batches contract reads through Multicall3, with methods named by strings.
//
// It knows nothing about particular contracts. compat.yaml names (*Contract).Call under guards.callers: the method's name
// goes through a field before it is packed, which is further than a linter follows it.
package multicall

import (
	"context"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// Address is where Multicall3 is deployed on most chains.
var Address = common.HexToAddress("0xcA11bde05977b3631167028862bE2a173976CA11")

const aggregateABI = `[{"type": "function", "name": "aggregate3", "stateMutability": "payable",
	"inputs": [{"name": "calls", "type": "tuple[]", "components": [
		{"name": "target", "type": "address"}, {"name": "allowFailure", "type": "bool"}, {"name": "callData", "type": "bytes"}]}],
	"outputs": [{"name": "returnData", "type": "tuple[]", "components": [
		{"name": "success", "type": "bool"}, {"name": "returnData", "type": "bytes"}]}]}]`

// Call3 is one read of a batch, in the shape of Multicall3's struct.
type Call3 struct {
	Target       common.Address
	AllowFailure bool
	CallData     []byte
}

// Result is the answer to one Call3.
type Result struct {
	Success    bool
	ReturnData []byte
}

// Caller is the one method of an Ethereum client that is needed here.
type Caller interface {
	CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error)
}

// Aggregate sends the calls in one eth_call and returns their results in the same order. One failed call without
// AllowFailure makes the whole batch fail.
func Aggregate(ctx context.Context, c Caller, calls []Call3) ([]Result, error) {
	parsed, err := abi.JSON(strings.NewReader(aggregateABI))
	if err != nil {
		return nil, fmt.Errorf("multicall abi: %w", err)
	}
	data, err := parsed.Pack("aggregate3", calls)
	if err != nil {
		return nil, fmt.Errorf("pack batch: %w", err)
	}
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &Address, Data: data}, nil)
	if err != nil {
		return nil, fmt.Errorf("send batch of %d calls: %w", len(calls), err)
	}
	var results []Result
	if err := parsed.UnpackIntoInterface(&results, "aggregate3", out); err != nil {
		return nil, fmt.Errorf("unpack batch: %w", err)
	}
	if len(results) != len(calls) {
		return nil, fmt.Errorf("multicall answered %d of %d calls", len(results), len(calls))
	}
	return results, nil
}

// Batch collects reads until Execute. It is not safe for concurrent use.
type Batch struct {
	caller Caller
	queue  []read
}

// read is a read that waits for Execute.
type read struct {
	contract *Contract
	method   string
	args     []any
	out      any
}

// NewBatch returns an empty batch that is sent through the caller.
func NewBatch(c Caller) *Batch { return &Batch{caller: c} }

// Contract is a contract whose reads go into a batch.
type Contract struct {
	batch  *Batch
	abi    abi.ABI
	target common.Address
}

// Contract returns the contract at the address, for reads in this batch.
func (b *Batch) Contract(target common.Address, parsed abi.ABI) *Contract {
	return &Contract{batch: b, abi: parsed, target: target}
}

// Call puts a read of the named method into the batch; out is a pointer that Execute fills.
func (c *Contract) Call(method string, out any, args ...any) {
	c.batch.queue = append(c.batch.queue, read{contract: c, method: method, args: args, out: out})
}

// Execute sends the batch, fills the outputs and empties the batch. The first read that fails fails all.
func (b *Batch) Execute(ctx context.Context) error {
	queue := b.queue
	b.queue = nil
	calls := make([]Call3, len(queue))
	for i, r := range queue {
		data, err := r.contract.abi.Pack(r.method, r.args...)
		if err != nil {
			return fmt.Errorf("pack %s: %w", r.method, err)
		}
		calls[i] = Call3{Target: r.contract.target, CallData: data}
	}
	results, err := Aggregate(ctx, b.caller, calls)
	if err != nil {
		return err
	}
	for i, r := range queue {
		if err := r.contract.abi.UnpackIntoInterface(r.out, r.method, results[i].ReturnData); err != nil {
			return fmt.Errorf("unpack %s: %w", r.method, err)
		}
	}
	return nil
}
