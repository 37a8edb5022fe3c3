package onchain_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

const chainID = 31337

var code = common.FromHex("0x6001600255")

// quick are options that fail soon, except where an answer takes long.
func quick(urls ...string) onchain.Options {
	return onchain.Options{URLs: urls, Source: "TEST_RPC_URL", ChainID: chainID, Timeout: time.Minute, Retries: 1, BatchSize: 10}
}

func dial(t *testing.T, o onchain.Options) *onchain.Client {
	t.Helper()
	c, err := onchain.Dial(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func pin(t *testing.T, o onchain.Options) *onchain.Snapshot {
	t.Helper()
	s, err := dial(t, o).Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("error %v, want one with %q", err, part)
	}
}

func codeRequests(n int) []onchain.Request {
	requests := make([]onchain.Request, n)
	for i := range requests {
		requests[i] = onchain.Request{Method: "eth_getCode", Params: []any{common.BytesToAddress([]byte{byte(i)}), "latest"}}
	}
	return requests
}

func TestSnapshotReads(t *testing.T) {
	node := nodetest.New(t, chainID)
	address := node.Put(code)
	node.SetStorage(address, common.Hash{1}, common.Hash{2})
	s := pin(t, quick(node.Serve(t)))
	if got, err := s.Code(t.Context(), address); err != nil || string(got) != string(code) {
		t.Errorf("code %x, %v", got, err)
	}
	values, err := s.Storage(t.Context(), address, []common.Hash{{1}, {3}})
	if err != nil || values[0] != (common.Hash{2}) || values[1] != (common.Hash{}) {
		t.Errorf("storage %v, %v", values, err)
	}
	if s.Block.Number != node.Height {
		t.Errorf("pinned block %d, want %d", s.Block.Number, node.Height)
	}
}

func TestCallDistinguishesRevertsFromFailures(t *testing.T) {
	node := nodetest.New(t, chainID)
	refusing := node.Put(common.FromHex("0x60aa5f5260205ffd"))
	broken := node.Put(common.FromHex("0xfe"))
	s := pin(t, quick(node.Serve(t)))
	var revert *onchain.Revert
	if _, err := s.Call(t.Context(), common.Address{}, refusing, nil); !errors.As(err, &revert) || revert.Fault || len(revert.Data) != 32 {
		t.Errorf("error %#v, want a revert with its data", err)
	}
	if _, err := s.Call(t.Context(), common.Address{}, broken, nil); !errors.As(err, &revert) || !revert.Fault {
		t.Errorf("error %#v, want a fault", err)
	}
	node.Lock()
	node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: -32005, Message: "execution reverted: daily limit exceeded"}}, c.Method == "eth_call"
	}
	node.Unlock()
	if _, err := s.Call(t.Context(), common.Address{}, refusing, nil); errors.As(err, new(*onchain.Revert)) || err == nil {
		t.Errorf("error %v, want one that is no revert", err)
	}
}

func TestHostileEndpoints(t *testing.T) {
	tests := []struct {
		name    string
		respond func(w http.ResponseWriter, r *http.Request)
		want    string
	}{
		{"hang", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "no answer in time"},
		{"endless stream", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, strings.Repeat(" ", 1<<16)); err != nil {
					return
				}
			}
		}, "longer than 65536 bytes"},
		{"endless stream with a length", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1099511627776")
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, strings.Repeat(" ", 1<<16)); err != nil {
					return
				}
			}
		}, "longer than 65536 bytes"},
		{"gzip bomb", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			bomb := gzip.NewWriter(w)
			for range 1 << 10 {
				_, _ = bomb.Write(make([]byte, 1<<20)) // fails when the client has had enough
			}
			_ = bomb.Close()
		}, "longer than 65536 bytes"},
		{"gzip that is none", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, `{"id":1,"result":"0x7a69"}`)
		}, "the request failed"},
		{"another encoding", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			_, _ = io.WriteString(w, "s3cr3tkey")
		}, "not JSON-RPC"},
		{"length that is longer than the answer", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, `{"id":1,"result":"0x7a69"}`)
		}, "the connection ended before the answer did"},
		{"headers without end", func(w http.ResponseWriter, _ *http.Request) {
			for i := range 1 << 12 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("s3cr3tkey", 10))
			}
		}, "the request failed"},
		{"hang in the middle", func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, `{"id":1,"result":"0x`)
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, "no answer in time"},
		{"byte after byte", func(w http.ResponseWriter, r *http.Request) {
			for tick := time.NewTicker(20 * time.Millisecond); ; {
				select {
				case <-r.Context().Done():
					return
				case <-tick.C:
					_, _ = io.WriteString(w, " ")
					w.(http.Flusher).Flush()
				}
			}
		}, "no answer in time"},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.invalid/s3cr3tkey", http.StatusFound)
		},
			"HTTP 302 Found: redirects are not followed"},
		{"redirect that keeps the request", redirect(http.StatusTemporaryRedirect, "http://elsewhere.invalid/s3cr3tkey"), "HTTP 307 Temporary Redirect: redirects"},
		{"redirect for ever", redirect(http.StatusPermanentRedirect, "/v3/s3cr3tkey"), "HTTP 308 Permanent Redirect: redirects are not followed"},
		{"redirect to another scheme", redirect(http.StatusFound, "file:///etc/s3cr3tkey"), "HTTP 302 Found: redirects are not followed"},
		{"redirect to nowhere", redirect(http.StatusFound, ":s3cr3tkey"), "the request failed"},
		{"unauthorized", status(http.StatusUnauthorized), "HTTP 401 Unauthorized"},
		{"bad gateway", status(http.StatusBadGateway), "HTTP 502 Bad Gateway"},
		{"connection that ends", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "the connection ended before the answer did"},
		{"HTML", body("<html>s3cr3tkey</html>"), "not JSON-RPC"},
		{"empty", body(""), "it is empty"},
		{"null", body("null"), "no request that was made"},
		{"cut off", body(`{"jsonrpc":"2.0","id":1,"result":"0x`), "not JSON-RPC"},
		{"array cut off", body(`[{"jsonrpc":"2.0","id":1,"result":"0x1"}`), "before it is complete"},
		{"answer to another request", body(`{"jsonrpc":"2.0","id":99,"result":"0x1"}`), "no request that was made"},
		{"two answers", body(`[{"id":1,"result":"0x7a69"},{"id":1,"result":"0x7a69"}]`), "more than the 1 answers"},
		{"neither result nor error", body(`{"jsonrpc":"2.0","id":1}`), "neither a result nor an error"},
		{"error with the key", body(`{"id":1,"error":{"code":-32001,"message":"invalid key s3cr3tkey for https://node.example/v3/s3cr3tkey"}}`),
			"invalid key [hidden] for [URL]"},
		{"wrong chain", body(`{"jsonrpc":"2.0","id":1,"result":"0x1"}`), "is on chain 1, and the registry has chain_id 31337"},
		{"chain id that is no number", body(`{"jsonrpc":"2.0","id":1,"result":{}}`), "not a number"},
		{"deep nesting", body(strings.Repeat("[", 60_000)), "not JSON"},
		{"deep nesting in an object", body(`{"id":1,"result":` + strings.Repeat(`{"a":`, 12_000)), "not JSON-RPC"},
		{"deep nesting that is closed", body(`{"id":1,"result":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + "}"), "not JSON-RPC"},
		{"huge id", body(`{"id":1e999999999,"result":"0x7a69"}`), "no request that was made"},
		{"huge chain id", body(`{"id":1,"result":"0x` + strings.Repeat("0", 60_000) + `7a69ffffffffffffffff"}`), "not a number"},
		{"huge error code", body(`{"id":1,"error":{"code":1e999999999,"message":"m"}}`), "error 0: m"},
		{"fractional error code", body(`{"id":1,"error":{"code":-32000.5,"message":{"s3cr3tkey":1}}}`), "error 0: without a message"},
		{"negative id", body(`{"id":-1,"result":"0x7a69"}`), "no request that was made"},
		{"two of every field", body(`{"id":7,"id":1,"result":"0x7a69","result":"0x1"}`), "is on chain 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			node.Intercept = func(w http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
				test.respond(w, r)
				return true
			}
			o := quick(node.Serve(t) + "/v3/s3cr3tkey?token=s3cr3tkey")
			o.MaxReply, o.Retries = 1<<20, -1
			if test.want == "no answer in time" {
				o.Timeout = 300 * time.Millisecond
			}
			_, err := onchain.Dial(t.Context(), o)
			wantError(t, err, test.want)
			wantError(t, err, "TEST_RPC_URL")
			if err != nil && (strings.Contains(err.Error(), "s3cr3tkey") || strings.Contains(err.Error(), "127.0.0.1")) {
				t.Errorf("error %v has a part of the URL", err)
			}
		})
	}
}

func redirect(code int, to string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(code)
	}
}

func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func body(text string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, text) }
}

func TestUnusableURLs(t *testing.T) {
	for text, want := range map[string]string{
		"s3cr3tkey":                      "this is no URL",
		"https://":                       "this is no URL",
		"wss://node.example/s3cr3tkey":   "WebSocket URLs are not supported",
		"ftp://node.example/s3cr3tkey":   "must begin with https://",
		"http://node.example:s3cr3tkey":  "this is no URL",
		"https://node.invalid/s3cr3tkey": "cannot",
	} {
		o := quick(text)
		o.Retries = -1
		_, err := onchain.Dial(t.Context(), o)
		if strings.Contains(text, ".invalid") && err != nil && !strings.Contains(err.Error(), "TEST_RPC_URL") {
			t.Errorf("%s: error %v does not name the variable", text, err)
		} else if !strings.Contains(text, ".invalid") {
			wantError(t, err, want)
		}
		if err == nil || strings.Contains(err.Error(), "s3cr3tkey") || strings.Contains(err.Error(), "node.") {
			t.Errorf("error %v has a part of the URL", err)
		}
	}
}

func TestBatchOutOfOrder(t *testing.T) {
	node := nodetest.New(t, chainID)
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		messages := node.Messages(calls)
		rand.Shuffle(len(messages), func(i, j int) { messages[i], messages[j] = messages[j], messages[i] })
		nodetest.WriteMessages(w, messages, len(calls) > 1)
		return true
	}
	addresses := make([]common.Address, 7)
	for i := range addresses {
		addresses[i] = node.Put([]byte{byte(i + 1)})
	}
	requests := make([]onchain.Request, len(addresses))
	for i, address := range addresses {
		requests[i] = onchain.Request{Method: "eth_getCode", Params: []any{address, "latest"}}
	}
	for i, reply := range dial(t, quick(node.Serve(t))).Batch(t.Context(), requests) {
		if want := fmt.Sprintf(`"0x%02x"`, i+1); reply.Err != nil || string(reply.Result) != want {
			t.Errorf("reply %d is %s, %v, want %s", i, reply.Result, reply.Err, want)
		}
	}
}

// A batch that is answered in part is asked again for what is missing, and only for that.
func TestBatchPartlyAnswered(t *testing.T) {
	node := nodetest.New(t, chainID)
	var sizes []int
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if calls[0].Method != "eth_getCode" {
			return false
		}
		sizes = append(sizes, len(calls))
		if len(sizes) == 1 {
			nodetest.WriteMessages(w, node.Messages(calls[:2]), true)
			return true
		}
		return false
	}
	for i, reply := range dial(t, quick(node.Serve(t))).Batch(t.Context(), codeRequests(5)) {
		if reply.Err != nil {
			t.Errorf("reply %d: %v", i, reply.Err)
		}
	}
	if fmt.Sprint(sizes) != "[5 3]" {
		t.Errorf("batches of %v, want [5 3]", sizes)
	}
}

func TestBatchNeverAnsweredIsAnError(t *testing.T) {
	node := nodetest.New(t, chainID)
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if len(calls) < 2 {
			return false
		}
		nodetest.WriteMessages(w, node.Messages(calls[:1]), true)
		return true
	}
	replies := dial(t, quick(node.Serve(t))).Batch(t.Context(), codeRequests(5))
	failed := 0
	for _, reply := range replies {
		if reply.Err != nil {
			failed++
			wantError(t, reply.Err, "no answer to this request")
		}
	}
	if failed != 3 { // each of the two rounds has answered one
		t.Errorf("%d replies failed, want 3", failed)
	}
}

// A node that refuses batches of a size gets smaller ones.
func TestBatchTooLarge(t *testing.T) {
	tests := map[string]func(http.ResponseWriter){
		"error of the batch": func(w http.ResponseWriter) {
			_, _ = io.WriteString(w, `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}`)
		},
		"error of one element": func(w http.ResponseWriter) {
			_, _ = io.WriteString(w, `[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}]`)
		},
		"HTTP": func(w http.ResponseWriter) { w.WriteHeader(http.StatusRequestEntityTooLarge) },
	}
	for name, refuse := range tests {
		t.Run(name, func(t *testing.T) {
			node := nodetest.New(t, chainID)
			node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
				if len(calls) <= 3 {
					return false
				}
				refuse(w)
				return true
			}
			o := quick(node.Serve(t))
			o.Retries = 3
			for i, reply := range dial(t, o).Batch(t.Context(), codeRequests(10)) {
				if reply.Err != nil {
					t.Errorf("reply %d: %v", i, reply.Err)
				}
			}
		})
	}
}

func TestRateLimitIsRetried(t *testing.T) {
	node := nodetest.New(t, chainID)
	var refused atomic.Int32
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if refused.Add(1) > 2 {
			return false
		}
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	}
	o := quick(node.Serve(t))
	o.Retries = 3
	dial(t, o)
}

// A node that is gone is not asked for ever.
func TestDeadEndpointIsGivenUp(t *testing.T) {
	node := nodetest.New(t, chainID)
	url := node.Serve(t)
	c := dial(t, quick(url))
	node.Lock()
	node.HTTP = 0
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
		w.WriteHeader(http.StatusBadGateway)
		return true
	}
	node.Unlock()
	for i, reply := range c.Batch(t.Context(), codeRequests(200)) {
		if reply.Err == nil {
			t.Fatalf("reply %d has no error", i)
		}
	}
	if node.HTTP > 10 {
		t.Errorf("%d requests to a dead endpoint", node.HTTP)
	}
}

func TestFailover(t *testing.T) {
	good, bad := nodetest.New(t, chainID), nodetest.New(t, chainID)
	c := dial(t, quick(good.Serve(t), bad.Serve(t)))
	bad.Lock()
	bad.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
		w.WriteHeader(http.StatusBadGateway)
		return true
	}
	bad.Unlock()
	for i, reply := range c.Batch(t.Context(), codeRequests(40)) {
		if reply.Err != nil {
			t.Errorf("reply %d: %v", i, reply.Err)
		}
	}
}

func TestEndpointThatIsDownIsLeftOut(t *testing.T) {
	good, bad := nodetest.New(t, chainID), nodetest.New(t, chainID)
	bad.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
		w.WriteHeader(http.StatusForbidden)
		return true
	}
	c := dial(t, quick(good.Serve(t), bad.Serve(t)))
	if warnings := c.Warnings(); len(warnings) != 1 || !strings.Contains(warnings[0], "going on with 1 of 2 endpoints: TEST_RPC_URL (endpoint 2 of 2): HTTP 403") {
		t.Errorf("warnings %q", warnings)
	}
	o := quick(good.Serve(t), bad.Serve(t))
	o.Quorum = 2
	_, err := onchain.Dial(t.Context(), o)
	wantError(t, err, "HTTP 403")
}

func TestQuorum(t *testing.T) {
	nodes := []*nodetest.Node{nodetest.New(t, chainID), nodetest.New(t, chainID), nodetest.New(t, chainID)}
	var urls []string
	var address common.Address
	for _, node := range nodes {
		address = node.Put(code)
		urls = append(urls, node.Serve(t))
	}
	lie := func(node *nodetest.Node, text string) {
		node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
			return nodetest.Message{Result: text}, c.Method == "eth_getCode"
		}
	}
	o := quick(urls...)
	o.Quorum = 2
	lie(nodes[0], "0x01")
	if got, err := pin(t, o).Code(t.Context(), address); err != nil || string(got) != string(code) {
		t.Errorf("code %x, %v, want that of the two that agree", got, err)
	}
	lie(nodes[1], "0x02")
	_, err := pin(t, o).Code(t.Context(), address)
	var disagreement *onchain.DisagreementError
	if !errors.As(err, &disagreement) || disagreement.Answers != 3 {
		t.Errorf("error %v, want a disagreement", err)
	}
}

func TestEndpointsOnDifferentForks(t *testing.T) {
	one, other := nodetest.New(t, chainID), nodetest.New(t, chainID)
	other.Fork = 1
	_, err := dial(t, quick(one.Serve(t), other.Serve(t))).Pin(t.Context(), "latest")
	var disagreement *onchain.DisagreementError
	if !errors.As(err, &disagreement) {
		t.Errorf("error %v, want a disagreement", err)
	}
}

func TestPinTakesTheCommonBlock(t *testing.T) {
	ahead, behind := nodetest.New(t, chainID), nodetest.New(t, chainID)
	behind.Height = 97
	if s := pin(t, quick(ahead.Serve(t), behind.Serve(t))); s.Block.Number != 97 {
		t.Errorf("pinned block %d, want 97", s.Block.Number)
	}
}

func TestReorganisation(t *testing.T) {
	node := nodetest.New(t, chainID)
	s := pin(t, quick(node.Serve(t)))
	if err := s.Verify(t.Context()); err != nil {
		t.Errorf("before: %v", err)
	}
	node.Lock()
	node.Fork = 1
	node.Unlock()
	var reorg *onchain.ReorgError
	if err := s.Verify(t.Context()); !errors.As(err, &reorg) {
		t.Errorf("error %v, want a reorganisation", err)
	}
}

func TestHugeCode(t *testing.T) {
	node := nodetest.New(t, chainID)
	node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Result: "0x" + strings.Repeat("00", onchain.MaxCode+1)}, c.Method == "eth_getCode"
	}
	_, err := pin(t, quick(node.Serve(t))).Code(t.Context(), common.Address{1})
	wantError(t, err, "longer than 1048576 bytes")
}

// Requests of many goroutines travel together, and code is fetched once.
func TestSnapshotBatches(t *testing.T) {
	node := nodetest.New(t, chainID)
	s := pin(t, onchain.Options{URLs: []string{node.Serve(t)}, ChainID: chainID})
	node.Lock()
	node.HTTP, node.Calls = 0, 0
	node.Unlock()
	errs := make(chan error, 300)
	for i := range 300 {
		go func() {
			_, err := s.Code(t.Context(), common.BytesToAddress([]byte{byte(i % 100), 1}))
			errs <- err
		}()
	}
	for range 300 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	node.Lock()
	defer node.Unlock()
	if node.Calls != 100 || node.HTTP > 50 {
		t.Errorf("%d calls in %d requests, want 100 in far fewer", node.Calls, node.HTTP)
	}
}

func TestCancelledReadsEnd(t *testing.T) {
	node := nodetest.New(t, chainID)
	o := quick(node.Serve(t))
	o.Timeout = time.Minute
	s := pin(t, o)
	node.Lock()
	node.Intercept = func(_ http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
		<-r.Context().Done()
		return true
	}
	node.Unlock()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := s.Code(ctx, common.Address{1})
	wantError(t, err, "no answer in time")
	s.Close()
}
