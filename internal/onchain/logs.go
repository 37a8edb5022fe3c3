package onchain

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// A LogQuery asks for the logs of one contract in a range of blocks, both ends included.
type LogQuery struct {
	Address common.Address
	Topics  []common.Hash // the first topic is one of these
	From    uint64
	To      uint64
}

// A Log is what a contract has emitted.
type Log struct {
	Topics []common.Hash
	Data   []byte
	Block  uint64
	Index  uint64 // among the logs of the block
}

// Logs returns the logs that a query asks for, in the order of the chain. A *TooLargeError says that it asks for too much at once.
//
// What is not in the range, of another contract or event, or taken back, was not asked for: a node that answers with it is not believed.
func (s *Snapshot) Logs(ctx context.Context, q LogQuery) ([]Log, error) {
	if q.From > q.To || q.To > s.Block.Number {
		return nil, fmt.Errorf("read the logs of blocks %d to %d: there is no such range up to block %d", q.From, q.To, s.Block.Number)
	}
	filter := map[string]any{
		"address": q.Address, "topics": []any{q.Topics},
		"fromBlock": hexutil.EncodeUint64(q.From), "toBlock": hexutil.EncodeUint64(q.To),
	}
	decode := func(raw json.RawMessage) ([]Log, error) { return decodeLogs(raw, q, s.Block) }
	request := Request{Method: logsMethod, Params: []any{filter}, canonical: func(raw json.RawMessage) (string, error) {
		logs, err := decode(raw)
		return fmt.Sprintf("%x", logs), err
	}}
	reply := s.client.Batch(ctx, []Request{request})[0] // alone: its size is judged by itself
	if reply.Err != nil {
		return nil, fmt.Errorf("read the logs of blocks %d to %d: %w", q.From, q.To, reply.Err)
	}
	logs, err := decode(reply.Result)
	if err != nil {
		return nil, fmt.Errorf("read the logs of blocks %d to %d: %w", q.From, q.To, err)
	}
	return logs, nil
}

const logsMethod = "eth_getLogs"

// wireLog has the fields of a log that are read. Clients write them in any order, and more.
type wireLog struct {
	Address     *common.Address `json:"address"`
	Topics      []common.Hash   `json:"topics"`
	Data        hexutil.Bytes   `json:"data"`
	BlockNumber *hexutil.Uint64 `json:"blockNumber"`
	BlockHash   common.Hash     `json:"blockHash"`
	LogIndex    *hexutil.Uint64 `json:"logIndex"`
	Removed     bool            `json:"removed"`
}

// decodeLogs reads the answer to a query.
func decodeLogs(raw json.RawMessage, q LogQuery, pinned Block) ([]Log, error) {
	if !strings.HasPrefix(strings.TrimLeft(string(raw[:min(len(raw), 16)]), " \t\r\n"), "[") {
		return nil, errors.New("the answer is not a list of logs")
	}
	var list []wireLog
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, errors.New("the answer is not a list of logs")
	}
	logs := make([]Log, len(list))
	for i, w := range list {
		if err := w.check(q, pinned); err != nil {
			return nil, fmt.Errorf("log %d of the answer %w", i, err)
		}
		logs[i] = Log{Topics: w.Topics, Data: w.Data, Block: uint64(*w.BlockNumber), Index: uint64(*w.LogIndex)}
	}
	slices.SortStableFunc(logs, func(a, b Log) int { return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Index, b.Index)) })
	return logs, nil
}

// check holds a log against the query that it answers.
func (w *wireLog) check(q LogQuery, pinned Block) error {
	switch {
	case w.Address == nil || w.BlockNumber == nil || w.LogIndex == nil:
		return errors.New("has no address, blockNumber or logIndex")
	case *w.Address != q.Address:
		return fmt.Errorf("is of %s, which was not asked for", *w.Address)
	case len(w.Topics) == 0 || !slices.Contains(q.Topics, w.Topics[0]):
		return errors.New("is of an event that was not asked for")
	case uint64(*w.BlockNumber) < q.From || uint64(*w.BlockNumber) > q.To:
		return fmt.Errorf("is of block %d, which was not asked for", uint64(*w.BlockNumber))
	case w.Removed:
		return errors.New("is one that was taken back by a reorganisation of the chain")
	case uint64(*w.BlockNumber) == pinned.Number && w.BlockHash != pinned.Hash:
		return fmt.Errorf("is of a block %d other than the pinned one: the chain was reorganised, run this again", pinned.Number)
	}
	return nil
}
