package nodetest

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
)

// Send calls a contract in a transaction, and keeps what it changes. Its logs are in the block of the node's Height: raise that before, where
// blocks matter.
func (n *Node) Send(t testing.TB, to common.Address, input []byte) {
	t.Helper()
	n.next++
	hash := common.BigToHash(new(big.Int).SetUint64(n.next))
	n.state.SetTxContext(hash, 0, 0)
	cfg := config(n.state)
	cfg.Origin = common.HexToAddress("0x5e4de4")
	cfg.GasLimit = 1 << 40 // no block is too small for what tests set up
	if _, _, err := runtime.Call(to, input, cfg); err != nil {
		t.Fatalf("send to %s: %v", to, err)
	}
	for _, log := range n.state.GetLogs(hash, n.Height, common.Hash{}, 0) {
		n.AddLog(n.Height, *log)
	}
}

// AddLog puts a log into a block, behind those that were added before. Its address, topics and data count.
func (n *Node) AddLog(block uint64, log types.Log) {
	n.logs = append(n.logs, &types.Log{Address: log.Address, Topics: log.Topics, Data: log.Data, BlockNumber: block, Index: uint(len(n.logs))})
}

// A Filter is what eth_getLogs asks for, in the form in which package onchain does.
type Filter struct {
	Address   common.Address
	Topics    [][]common.Hash
	FromBlock hexutil.Uint64
	ToBlock   hexutil.Uint64
}

// ReadFilter returns the filter of a call, for an Answer that has limits.
func ReadFilter(c Call) (Filter, error) {
	var f Filter
	if len(c.Params) != 1 {
		return f, fmt.Errorf("%d parameters", len(c.Params))
	}
	return f, json.Unmarshal(c.Params[0], &f)
}

// filter answers with the logs that are in the range and of the address, and whose first topic is asked for.
func (n *Node) filter(c Call) (any, *Error) {
	f, err := ReadFilter(c)
	switch {
	case err != nil:
		return nil, &Error{Code: -32602, Message: err.Error()}
	case f.FromBlock > f.ToBlock || uint64(f.ToBlock) > n.Height:
		return nil, &Error{Code: -32000, Message: "invalid block range params"}
	}
	found := []map[string]any{}
	for _, log := range n.logs {
		isAsked := len(f.Topics) == 0 || len(log.Topics) > 0 && slices.Contains(f.Topics[0], log.Topics[0])
		if isAsked && log.Address == f.Address && log.BlockNumber >= uint64(f.FromBlock) && log.BlockNumber <= uint64(f.ToBlock) {
			found = append(found, n.wireLog(log))
		}
	}
	return found, nil
}

func (n *Node) wireLog(log *types.Log) map[string]any {
	return map[string]any{
		"address": log.Address, "topics": log.Topics, "data": hexutil.Bytes(log.Data), "blockNumber": hexutil.Uint64(log.BlockNumber),
		"blockHash": n.hash(log.BlockNumber), "logIndex": hexutil.Uint64(log.Index), "removed": false,
		"transactionHash": common.Hash{1}, "transactionIndex": "0x0",
	}
}
