package onchain

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// Whatever a node answers, logs are those that were asked for, in order, or there is an error.
func FuzzDecodeLogs(f *testing.F) {
	f.Add([]byte(`[]`))
	f.Add([]byte(`[{"address":"0x0000000000000000000000000000000000000007","topics":["0x0700000000000000000000000000000000000000000000000000000000000000"],` +
		`"data":"0x01","blockNumber":"0xa","logIndex":"0x1"},{"address":"0x0000000000000000000000000000000000000007","topics":` +
		`["0x0700000000000000000000000000000000000000000000000000000000000000"],"data":"0x01","blockNumber":"0x9","logIndex":"0x1"}]`))
	f.Add([]byte(`[null]`))
	f.Add([]byte(` {"a":[]}`))
	f.Add([]byte(`[{"address":"0x0000000000000000000000000000000000000007","topics":[],"blockNumber":"0xffffffffffffffff","logIndex":"0x1","removed":1}]`))
	q := LogQuery{Address: common.HexToAddress("0x07"), Topics: []common.Hash{{7}, {8}}, From: 5, To: 100}
	f.Fuzz(func(t *testing.T, data []byte) {
		logs, err := decodeLogs(data, q, Block{Number: 100, Hash: common.Hash{1}})
		if err != nil {
			return
		}
		if !json.Valid(data) {
			t.Errorf("%q is no JSON", data)
		}
		for i, log := range logs {
			if log.Block < q.From || log.Block > q.To || len(log.Topics) == 0 || !slices.Contains(q.Topics, log.Topics[0]) {
				t.Errorf("log %+v was not asked for", log)
			}
			if i > 0 && log.Block < logs[i-1].Block {
				t.Errorf("log %+v comes after %+v", log, logs[i-1])
			}
		}
	})
}

// Whatever a node says, a hint is a range of the blocks that were asked for, and nothing is both waited for and asked for in part.
func FuzzSuggestedRange(f *testing.F) {
	f.Add("Try with this block range [0xa, 0x13].", -32005)
	f.Add("retry with the range 10-99999999999999999999", -32602)
	f.Add("this block range should work: [0xffffffffffffffff, 0x0]", 0)
	f.Fuzz(func(t *testing.T, message string, code int) {
		answered := &RPCError{Code: code, Message: message}
		(&endpoint{name: "RPC_URL"}).signError(answered)
		err := (&endpoint{}).judgeSize(Request{Method: logsMethod}, answered)
		large := (*TooLargeError)(nil)
		if !errors.As(err, &large) {
			return
		}
		if retriable(err, 1) {
			t.Errorf("%q is too large and asked again", message)
		}
		for _, from := range []uint64{0, 10, 1 << 63} {
			if n := large.Blocks(from); n > 1<<32 {
				t.Errorf("%q: %d blocks from %d", message, n, from)
			}
		}
	})
}
