package onchain_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

var (
	emitter = common.HexToAddress("0xe0e0")
	topic   = common.Hash{7}
)

// emitting returns a node with a log in each of some blocks.
func emitting(t *testing.T, blocks ...uint64) *nodetest.Node {
	t.Helper()
	node := nodetest.New(t, chainID)
	for _, block := range blocks {
		node.AddLog(block, types.Log{Address: emitter, Topics: []common.Hash{topic, {byte(block)}}, Data: []byte{byte(block), 2}})
	}
	return node
}

func query(from, to uint64) onchain.LogQuery {
	return onchain.LogQuery{Address: emitter, Topics: []common.Hash{topic, {8}}, From: from, To: to}
}

func TestLogs(t *testing.T) {
	node := emitting(t, 30, 10, 20, 100)
	node.AddLog(20, types.Log{Address: emitter, Topics: []common.Hash{{9}}})
	node.AddLog(20, types.Log{Address: common.Address{1}, Topics: []common.Hash{topic}})
	s := pin(t, quick(node.Serve(t)))
	logs, err := s.Logs(t.Context(), query(11, 100))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, log := range logs {
		got = append(got, fmt.Sprintf("%d.%d %x %x", log.Block, log.Index, log.Topics[1][:1], log.Data))
	}
	if want := []string{"20.2 14 1402", "30.0 1e 1e02", "100.3 64 6402"}; !slices.Equal(got, want) {
		t.Errorf("logs %q, want %q", got, want)
	}
	if logs, err := s.Logs(t.Context(), query(40, 50)); err != nil || len(logs) != 0 {
		t.Errorf("logs %v, %v, want none", logs, err)
	}
	for _, q := range []onchain.LogQuery{query(20, 10), query(10, 101)} {
		_, err := s.Logs(t.Context(), q)
		wantError(t, err, "there is no such range up to block 100")
	}
}

// A node that answers with what was not asked for is not believed.
func TestLogsThatWereNotAskedFor(t *testing.T) {
	blockHash := hexutil.Encode(common.Hash{1}.Bytes())
	log := func(change string, value any) []any {
		fields := map[string]any{
			"address": emitter, "topics": []common.Hash{topic}, "data": "0x", "blockNumber": "0x20", "blockHash": blockHash, "logIndex": "0x0", "removed": false, "more": 1,
		}
		if fields[change] = value; value == nil {
			delete(fields, change)
		}
		return []any{fields}
	}
	for _, test := range []struct {
		name   string
		answer any
		want   string // "" for no error
	}{
		{"right", log("removed", false), ""},
		{"unknown field", log("blockTimestamp", "0x1"), ""},
		{"another contract", log("address", common.Address{1}), "log 0 of the answer is of 0x0100000000000000000000000000000000000000, which was not asked for"},
		{"another event", log("topics", []common.Hash{{1}}), "log 0 of the answer is of an event that was not asked for"},
		{"topic elsewhere", log("topics", []common.Hash{{1}, topic}), "log 0 of the answer is of an event that was not asked for"},
		{"no topics", log("topics", []common.Hash{}), "log 0 of the answer is of an event that was not asked for"},
		{"before", log("blockNumber", "0xf"), "log 0 of the answer is of block 15, which was not asked for"},
		{"after", log("blockNumber", "0x65"), "log 0 of the answer is of block 101, which was not asked for"},
		{"removed", log("removed", true), "log 0 of the answer is one that was taken back by a reorganisation of the chain"},
		{"another pinned block", log("blockNumber", "0x64"), "log 0 of the answer is of a block 100 other than the pinned one: the chain was reorganised, run this again"},
		{"pending", log("blockNumber", nil), "log 0 of the answer has no address, blockNumber or logIndex"},
		{"no index", log("logIndex", nil), "log 0 of the answer has no address, blockNumber or logIndex"},
		{"no address", log("address", nil), "log 0 of the answer has no address, blockNumber or logIndex"},
		{"short topic", log("topics", []string{"0x07"}), "the answer is not a list of logs"},
		{"data that is no hex", log("data", "0xzz"), "the answer is not a list of logs"},
		{"null", json.RawMessage("null"), "the answer is not a list of logs"},
		{"text", "0x", "the answer is not a list of logs"},
		{"list of null", []any{nil}, "log 0 of the answer has no address, blockNumber or logIndex"},
	} {
		t.Run(test.name, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Result: test.answer}, c.Method == "eth_getLogs"
			}
			logs, err := pin(t, quick(node.Serve(t))).Logs(t.Context(), query(16, 100))
			if test.want == "" {
				if err != nil || len(logs) != 1 {
					t.Errorf("logs %v, %v, want one", logs, err)
				}
				return
			}
			if want := "read the logs of blocks 16 to 100: " + test.want; err == nil || err.Error() != want {
				t.Errorf("error %v, want %s", err, want)
			}
		})
	}
}

// refusals are what providers say to too many blocks or logs.
var refusals = []struct {
	code    int
	message string
}{
	{-32005, "query returned more than 10000 results"},
	{-32005, "query returned more than 10000 results. Try with this block range [0xa, 0x13]."},
	{-32602, "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can " +
		"request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [0xa, 0x13]"},
	{-32600, "Under the Free tier plan, you can make eth_getLogs requests with up to a 10 block range. Based on your parameters, this block range should work: " +
		"[0xa, 0x13]. Upgrade to PAYG for expanded block range."},
	{-32602, "query exceeds max results 20000, retry with the range 10-19"},
	{-32602, "query exceeds max block range 100000"},
	{-32614, "eth_getLogs is limited to a 10,000 range"},
	{-32602, "eth_getLogs is limited to 1024 block range. Please check the parameter requirements"},
	{-32600, "block range is too wide"},
	{-32603, "block range is too wide (maximum 1024)"},
	{-32047, "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 800"},
	{-32005, "Requested range exceeds maximum RPC range limit"},
	{-32000, "requested too many blocks from 1 to 100000, maximum is set to 2048"},
	{-32000, "exceed maximum block range: 5000"},
	{-32000, "too wide blocks range, the limit is 5000"},
	{-32602, "Maximum allowed number of requested blocks is 1000"},
	{-32000, "please limit the query to at most 1000 blocks"},
	{35, "ranges over 10000 blocks are not supported on freetier"},
	{-32602, "maximum [from, to] blocks distance: 2000"},
	{-32000, "logs matched by query exceeds limit of 10000"},
	{-32000, "query must be smaller than size 1024"},
	{-32000, "allowed block range threshold exceeded"},
	{-32020, "backend response too large"},
	{-32000, "response size should not greater than 10000000 bytes"},
	{-32000, "query timeout exceeded"},
	{-32000, "log query timed out"},
	{-32603, "request timed out"},
	{-32000, "context deadline exceeded"},
	{-32003, "response too large"},
}

// They are not asked again what they have refused, whatever code they use, and not waited for.
func TestRangesThatAreRefused(t *testing.T) {
	for _, refusal := range refusals {
		t.Run(refusal.message, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			asked := 0
			node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method != "eth_getLogs" {
					return nodetest.Message{}, false
				}
				asked++
				return nodetest.Message{Error: &nodetest.Error{Code: refusal.code, Message: refusal.message}}, true
			}
			_, err := pin(t, quick(node.Serve(t))).Logs(t.Context(), query(10, 99))
			checkTooLarge(t, err, 10, strings.Contains(refusal.message, "[0xa, 0x13]") || strings.Contains(refusal.message, "10-19"))
			if asked != 1 {
				t.Errorf("asked %d times", asked)
			}
		})
	}
}

// checkTooLarge checks that an error says so, and with what hint.
func checkTooLarge(t *testing.T, err error, from uint64, hasHint bool) {
	t.Helper()
	var large *onchain.TooLargeError
	if !errors.As(err, &large) {
		t.Fatalf("error %v, want one that it was too large", err)
	}
	want := uint64(0)
	if hasHint {
		want = 10
	}
	if got := large.Blocks(from); got != want {
		t.Errorf("the hint is %d blocks, want %d", got, want)
	}
	if got := large.Blocks(from + 1); got != 0 {
		t.Errorf("a hint for another range is taken: %d blocks", got)
	}
}

// Limits on the rate are waited for, and what is wrong for good is neither.
func TestLogsThatFailOtherwise(t *testing.T) {
	for message, attempts := range map[string]int{
		"Too Many Requests":                         2,
		"rate limit exceeded":                       2,
		"request rate limited per second":           2,
		"daily request count exceeded":              2,
		"header not found":                          2,
		"your app has exceeded its compute units":   2,
		"the method eth_getLogs is not available":   1,
		"project ID is required":                    1,
		"execution reverted: query returned no row": 1,
	} {
		t.Run(message, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			asked := 0
			node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method != "eth_getLogs" {
					return nodetest.Message{}, false
				}
				asked++
				code := -32000
				if attempts == 2 {
					code = -32005
				}
				return nodetest.Message{Error: &nodetest.Error{Code: code, Message: message}}, true
			}
			_, err := pin(t, quick(node.Serve(t))).Logs(t.Context(), query(10, 99))
			if err == nil || errors.As(err, new(*onchain.TooLargeError)) || asked != attempts {
				t.Errorf("error %v after %d questions, want %d and no smaller range", err, asked, attempts)
			}
		})
	}
}

// What HTTP says of a range that is too large.
func TestRangesThatHTTPRefuses(t *testing.T) {
	refusing := func(status int, body string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		}
	}
	const alchemy = `{"jsonrpc":"2.0","id":3,"error":{"code":-32600,"message":"this block range should work: [0xa, 0x13]"}}`
	for _, test := range []struct {
		name    string
		respond func(http.ResponseWriter, *http.Request)
		large   bool
		hint    bool
	}{
		{"400 with a reason", refusing(400, alchemy), true, true},
		{"500 with a reason", refusing(500, alchemy), true, true},
		{"413", refusing(413, ""), true, false},
		{"413 with a reason", refusing(413, alchemy), true, true},
		{"504", refusing(504, "<html>"), true, false},
		{"524", refusing(524, ""), true, false},
		{"too long", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(strings.Repeat(" ", 1<<20+1))) }, true, false},
		{"hangs", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, true, false},
		{"400", refusing(400, `{"error":"no"}`), false, false},
		{"400 with another reason", refusing(400, `{"jsonrpc":"2.0","id":3,"error":{"code":-32600,"message":"no such key"}}`), false, false},
		{"401 with a reason", refusing(401, alchemy), false, false},
		{"503", refusing(503, ""), false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			o := quick(node.Serve(t))
			o.MaxReply, o.Timeout = 1<<20, 2*time.Second
			s := pin(t, o)
			var asked atomic.Int32
			node.Lock()
			node.Intercept = func(w http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
				asked.Add(1)
				test.respond(w, r)
				return true
			}
			node.Unlock()
			_, err := s.Logs(t.Context(), query(10, 99))
			if !test.large {
				if err == nil || errors.As(err, new(*onchain.TooLargeError)) {
					t.Errorf("error %v, want one that a smaller range does not help", err)
				}
				return
			}
			checkTooLarge(t, err, 10, test.hint)
			if asked.Load() != 1 {
				t.Errorf("asked %d times", asked.Load())
			}
		})
	}
}

// Refused ranges are no failures of an endpoint, as those are that it does not answer.
func TestRefusedRangesAreNoFailures(t *testing.T) {
	node := emitting(t, 10)
	s := pin(t, quick(node.Serve(t)))
	node.Lock()
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if calls[0].Method != "eth_getLogs" {
			return false
		}
		filter, err := nodetest.ReadFilter(calls[0])
		if err != nil || filter.ToBlock-filter.FromBlock > 2 {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return true
		}
		return false
	}
	node.Unlock()
	for range 20 {
		_, err := s.Logs(t.Context(), query(10, 99))
		checkTooLarge(t, err, 10, false)
	}
	if logs, err := s.Logs(t.Context(), query(9, 11)); err != nil || len(logs) != 1 {
		t.Errorf("logs %v, %v, want one", logs, err)
	}
	node.Lock()
	node.HTTP = 0
	node.Unlock()
	slots := make([]common.Hash, 40)
	for i := range slots {
		slots[i] = common.Hash{byte(i)}
	}
	if _, err := s.Storage(t.Context(), emitter, slots); err != nil {
		t.Error(err)
	}
	if node.HTTP > 20 {
		t.Errorf("%d requests for 40 slots: batches have become smaller", node.HTTP)
	}
}

// Clients write logs in their own ways: endpoints agree when they mean the same, and only then.
func TestLogsQuorum(t *testing.T) {
	one, other := emitting(t, 10, 20), emitting(t, 10, 20)
	written := fmt.Sprintf(`[{"data":"0x1402","topics":["%[1]s","%[2]s"],"logIndex":"0x1","extra":{"a":1},"blockNumber":"0x14","address":"%[4]s"},
		{"address":"%[5]s","blockNumber":"0xa","logIndex":"0x0","topics":["%[1]s","%[3]s"],"data":"0x0A02"}]`,
		topic, common.Hash{20}, common.Hash{10}, strings.ToLower(emitter.Hex()), "0x"+strings.ToUpper(emitter.Hex()[2:]))
	answer := written
	other.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Result: json.RawMessage(answer)}, c.Method == "eth_getLogs"
	}
	o := quick(one.Serve(t), other.Serve(t))
	o.Quorum = 2
	s := pin(t, o)
	if logs, err := s.Logs(t.Context(), query(1, 99)); err != nil || len(logs) != 2 {
		t.Errorf("logs %v, %v, want two", logs, err)
	}
	for name, text := range map[string]string{
		"data": strings.Replace(written, "0x1402", "0x1403", 1), "index": strings.Replace(written, `"0x1"`, `"0x2"`, 1), "fewer": "[]",
	} {
		t.Run(name, func(t *testing.T) {
			answer = text
			_, err := s.Logs(t.Context(), query(1, 99))
			var disagreement *onchain.DisagreementError
			if !errors.As(err, &disagreement) || disagreement.Answers != 2 {
				t.Errorf("error %v, want a disagreement", err)
			}
		})
	}
	answer = `[{"address":"0x0100000000000000000000000000000000000000"}]`
	_, err := s.Logs(t.Context(), query(1, 99))
	wantError(t, err, "no quorum: 1 of the 2 endpoints that must agree do, with 1 different answers; log 0 of the answer has no address")
}

// Where one of the endpoints that must agree allows no such range, a smaller one may have a quorum.
func TestLogsQuorumWithLimits(t *testing.T) {
	one, other := emitting(t, 10), emitting(t, 10)
	other.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		filter, err := nodetest.ReadFilter(c)
		refused := &nodetest.Error{Code: -32005, Message: "query returned more than 10000 results. Try with this block range [0xa, 0x13]."}
		return nodetest.Message{Error: refused}, c.Method == "eth_getLogs" && err == nil && filter.ToBlock > 19
	}
	o := quick(one.Serve(t), other.Serve(t))
	o.Quorum = 2
	s := pin(t, o)
	_, err := s.Logs(t.Context(), query(10, 99))
	checkTooLarge(t, err, 10, true)
	if logs, err := s.Logs(t.Context(), query(10, 19)); err != nil || len(logs) != 1 {
		t.Errorf("logs %v, %v, want one", logs, err)
	}
	// What tells the most is said, whichever endpoint comes last.
	third := emitting(t, 10)
	third.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: -32001, Message: "no such key"}}, c.Method == "eth_getLogs"
	}
	o.URLs = append(o.URLs, third.Serve(t))
	_, err = pin(t, o).Logs(t.Context(), query(10, 99))
	checkTooLarge(t, err, 10, true)
}

// Without a quorum another endpoint is asked when one does not answer.
func TestLogsFailover(t *testing.T) {
	good, bad := emitting(t, 10), emitting(t, 10)
	o := quick(bad.Serve(t), good.Serve(t))
	s := pin(t, o)
	bad.Lock()
	bad.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
		w.WriteHeader(http.StatusGatewayTimeout)
		return true
	}
	bad.Unlock()
	for range 4 {
		if logs, err := s.Logs(t.Context(), query(10, 99)); err != nil || len(logs) != 1 {
			t.Errorf("logs %v, %v, want one", logs, err)
		}
	}
}

// Other endpoints are not asked for a range that is too large for one: a smaller one is for all.
func TestRefusedRangesDoNotFailOver(t *testing.T) {
	for status, want := range map[int]int32{http.StatusRequestEntityTooLarge: 1, http.StatusGatewayTimeout: 2} {
		t.Run(http.StatusText(status), func(t *testing.T) {
			nodes := []*nodetest.Node{emitting(t, 10), emitting(t, 10)}
			s := pin(t, quick(nodes[0].Serve(t), nodes[1].Serve(t)))
			var asked atomic.Int32
			for _, node := range nodes {
				node.Lock()
				node.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
					asked.Add(1)
					w.WriteHeader(status)
					return true
				}
				node.Unlock()
			}
			_, err := s.Logs(t.Context(), query(10, 99))
			checkTooLarge(t, err, 10, false)
			if asked.Load() != want {
				t.Errorf("asked %d times, want %d", asked.Load(), want)
			}
		})
	}
}

// The answer to a call that is too long is too large, and not asked for again.
func TestCallsThatAreTooLarge(t *testing.T) {
	node := nodetest.New(t, chainID)
	o := quick(node.Serve(t))
	o.MaxReply = 32 << 20
	s := pin(t, o)
	node.Lock()
	node.Calls = 0
	node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Result: "0x" + strings.Repeat("00", onchain.MaxResult+1)}, c.Method == "eth_call"
	}
	node.Unlock()
	_, err := s.Call(t.Context(), common.Address{}, common.Address{1}, nil)
	checkTooLarge(t, err, 0, false)
	node.Lock()
	node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: -32003, Message: "response too large"}}, c.Method == "eth_call"
	}
	node.Unlock()
	_, err = s.Call(t.Context(), common.Address{}, common.Address{1}, nil)
	checkTooLarge(t, err, 0, false)
	if node.Calls != 2 {
		t.Errorf("%d calls", node.Calls)
	}
}

// A call that takes too long is asked for again, as the node may be busy, and is too large then.
func TestCallsThatTakeTooLong(t *testing.T) {
	for name, test := range map[string]struct {
		refused nodetest.Error
		calls   int
		large   bool
	}{
		"late":        {nodetest.Error{Code: -32000, Message: "execution aborted (timeout = 5s)"}, 2, true},
		"busy":        {nodetest.Error{Code: -32005, Message: "rate limit exceeded"}, 2, false},
		"wrong block": {nodetest.Error{Code: -32000, Message: "missing trie node"}, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			snapshot := pin(t, quick(node.Serve(t)))
			calls := 0
			node.Lock()
			node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_call" {
					calls++
				}
				return nodetest.Message{Error: &test.refused}, c.Method == "eth_call"
			}
			node.Unlock()
			_, err := snapshot.Call(t.Context(), common.Address{}, common.Address{1}, nil)
			if err == nil || errors.As(err, new(*onchain.TooLargeError)) != test.large || calls != test.calls {
				t.Errorf("error %v after %d calls", err, calls)
			}
		})
	}
}
