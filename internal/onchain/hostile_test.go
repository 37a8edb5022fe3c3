package onchain_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

// codeOf asks a node that answers badly for five codes, and returns what came.
func codeOf(t *testing.T, answer func(messages []nodetest.Message) []nodetest.Message) []onchain.Reply {
	t.Helper()
	node := nodetest.New(t, chainID)
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if calls[0].Method != "eth_getCode" {
			return false
		}
		nodetest.WriteMessages(w, answer(node.Messages(calls)), true)
		return true
	}
	o := quick(node.Serve(t))
	o.Retries = -1
	return dial(t, o).Batch(t.Context(), codeRequests(5))
}

func TestBatchesOfLies(t *testing.T) {
	tests := []struct {
		name   string
		answer func(m []nodetest.Message) []nodetest.Message
		want   string // part of the error of every reply; "" for none
	}{
		{"as asked", func(m []nodetest.Message) []nodetest.Message { return m }, ""},
		{"the other way round", func(m []nodetest.Message) []nodetest.Message {
			return []nodetest.Message{m[4], m[3], m[2], m[1], m[0]}
		}, ""},
		{"one twice", func(m []nodetest.Message) []nodetest.Message {
			return []nodetest.Message{m[0], m[1], m[2], m[3], m[3]}
		}, "two answers are to one request"},
		{"all twice", func(m []nodetest.Message) []nodetest.Message { return append(m, m...) }, "more than the 5 answers"},
		{"one of another batch", func(m []nodetest.Message) []nodetest.Message {
			m[2].ID = json.RawMessage("1")
			return m
		}, "an answer is to no request"},
		{"one without a number", func(m []nodetest.Message) []nodetest.Message {
			m[2].ID = nil
			return m
		}, "an answer is to no request"},
		{"an error without a number", func(m []nodetest.Message) []nodetest.Message {
			m[2] = nodetest.Message{ID: json.RawMessage("null"), Error: &nodetest.Error{Code: -32600, Message: "no"}}
			return m
		}, "error -32600: no"},
		{"none", func([]nodetest.Message) []nodetest.Message { return []nodetest.Message{} }, "no answer to this request"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for i, reply := range codeOf(t, test.answer) {
				if test.want == "" && (reply.Err != nil || string(reply.Result) != `"0x"`) {
					t.Errorf("reply %d: %s, %v", i, reply.Result, reply.Err)
				} else if test.want != "" {
					wantError(t, reply.Err, test.want)
				}
			}
		})
	}
}

// A redirect is not followed: the request, and the key in its headers, would go to whoever is named.
func TestRedirectsReachNobody(t *testing.T) {
	var reached atomic.Int32
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	defer elsewhere.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		node := nodetest.New(t, chainID)
		node.Intercept = func(w http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
			http.Redirect(w, r, elsewhere.URL+"/s3cr3tkey", status)
			return true
		}
		_, err := onchain.Dial(t.Context(), quick(strings.Replace(node.Serve(t), "http://", "http://user:s3cr3tkey@", 1)))
		wantError(t, err, "redirects are not followed")
		if strings.Contains(err.Error(), "s3cr3tkey") {
			t.Errorf("error %v has the key", err)
		}
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests went elsewhere", n)
	}
}

// methods keeps the block that each request of a method names.
func blocksNamed(node *nodetest.Node, method string, param int) func() []string {
	var mu sync.Mutex
	var named []string
	node.Intercept = func(_ http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		mu.Lock()
		defer mu.Unlock()
		for _, c := range calls {
			if c.Method == method {
				named = append(named, string(c.Params[param]))
			}
		}
		return false
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return named
	}
}

// A snapshot is read by the hash of its block, unless there is an endpoint that does not know blocks by it, or says so and does not look.
func TestSnapshotsAreReadByHash(t *testing.T) {
	tests := map[string]struct {
		prepare func(*nodetest.Node)
		byHash  bool
	}{
		"knows hashes":         {func(*nodetest.Node) {}, true},
		"knows numbers":        {func(n *nodetest.Node) { n.Numbers = true }, false},
		"takes any for latest": {func(n *nodetest.Node) { n.Anything = true }, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			first, second := nodetest.New(t, chainID), nodetest.New(t, chainID)
			test.prepare(second)
			address := first.Put(code)
			second.Put(code)
			named := blocksNamed(first, "eth_getStorageAt", 2)
			s := pin(t, quick(first.Serve(t), second.Serve(t)))
			for slot := range byte(4) {
				if _, err := s.Storage(t.Context(), address, []common.Hash{{slot}}); err != nil {
					t.Fatal(err)
				}
			}
			blocks := named()
			if last := blocks[len(blocks)-1]; strings.Contains(last, s.Block.Hash.Hex()) != test.byHash || (last == `"0x64"`) == test.byHash {
				t.Errorf("asked for block %s", last)
			}
		})
	}
}

// A node behind which there are two heads, one at each request: what is read is that of the pinned one, or nothing.
func TestTwoHeads(t *testing.T) {
	node := nodetest.New(t, chainID)
	address := node.Put([]byte{1})
	var requests atomic.Int32
	node.Intercept = func(http.ResponseWriter, *http.Request, []nodetest.Call) bool {
		node.Lock()
		defer node.Unlock()
		node.Fork = byte(requests.Add(1) / 2 % 2)
		return false
	}
	node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method != "eth_getStorageAt" || node.Unknown(c, 2) {
			return nodetest.Message{}, false
		}
		return nodetest.Message{Result: common.Hash{31: node.Fork + 1}}, true
	}
	o := quick(node.Serve(t))
	s := pin(t, o)
	seen := map[common.Hash]bool{}
	for i := range byte(8) {
		values, err := s.Storage(t.Context(), address, []common.Hash{{i}})
		if err == nil {
			seen[values[0]] = true
		}
	}
	if len(seen) != 1 {
		t.Errorf("read %v of two heads", seen)
	}
}

// An endpoint that says another chain when all is read.
func TestChainThatChanges(t *testing.T) {
	node, steady := nodetest.New(t, chainID), nodetest.New(t, chainID)
	s := pin(t, quick(steady.Serve(t), node.Serve(t)))
	if err := s.Verify(t.Context()); err != nil {
		t.Fatal(err)
	}
	node.Lock()
	node.ChainID = 1
	node.Unlock()
	var changed *onchain.ChainError
	err := s.Verify(t.Context())
	if !errors.As(err, &changed) || changed.Now != 1 {
		t.Errorf("error %v, want that the chain has changed", err)
	}
	wantError(t, err, "TEST_RPC_URL (endpoint 2 of 2) was on chain 31337 and is on chain 1 now")
}

// Refusing large batches is no failure: many at the same time do not bring the endpoint down.
func TestManyBatchesThatAreTooLarge(t *testing.T) {
	node := nodetest.New(t, chainID)
	node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		if len(calls) > 3 {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
		}
		return len(calls) > 3
	}
	o := quick(node.Serve(t))
	o.BatchSize, o.Retries = 100, 7
	c := dial(t, o)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i, reply := range c.Batch(t.Context(), codeRequests(100)) {
				if reply.Err != nil {
					t.Errorf("reply %d: %v", i, reply.Err)
					return
				}
			}
		})
	}
	all.Wait()
}

// A call that never ends keeps few others from their answers, and later calls from none.
func TestCallThatNeverEnds(t *testing.T) {
	node := nodetest.New(t, chainID)
	endless := common.BytesToAddress([]byte{50})
	node.Intercept = func(_ http.ResponseWriter, r *http.Request, calls []nodetest.Call) bool {
		for _, c := range calls {
			if c.Method == "eth_getCode" && strings.EqualFold(string(c.Params[0]), fmt.Sprintf("%q", endless.Hex())) {
				<-r.Context().Done()
				return true
			}
		}
		return false
	}
	o := quick(node.Serve(t))
	o.BatchSize, o.Retries, o.Timeout = 100, 4, 500*time.Millisecond
	c := dial(t, o)
	failed := 0
	for i, reply := range c.Batch(t.Context(), codeRequests(100)) {
		if reply.Err != nil {
			failed++
			wantError(t, reply.Err, "no answer in time")
		} else if i == 50 {
			t.Error("the call that never ends has ended")
		}
	}
	if failed == 0 || failed > 3 {
		t.Errorf("%d of 100 requests failed", failed)
	}
	for i, reply := range c.Batch(t.Context(), codeRequests(50)) {
		if reply.Err != nil {
			t.Errorf("reply %d: %v", i, reply.Err)
		}
	}
}

// Hundreds of endpoints that send without end, or nothing useful: little memory, and few words.
func TestManyEndpoints(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch len(r.URL.Path) % 5 {
		case 0:
			http.Error(w, "no s3cr3tkey", http.StatusUnauthorized)
		case 1:
			fmt.Fprintf(w, `{"id":1,"error":{"code":-32001,"message":%q}}`, strings.Repeat("s3cr3tkey ", 6000))
		default:
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<15)); err != nil {
					return
				}
			}
		}
	}))
	defer server.Close()
	var urls []string
	for i := range 300 {
		urls = append(urls, server.URL+"/s3cr3tkey"+strings.Repeat("x", i%40))
	}
	o := quick(urls...)
	o.Retries = -1
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	_, err := onchain.Dial(t.Context(), o)
	runtime.ReadMemStats(&after)
	wantError(t, err, "297 more endpoints have failed")
	if text := err.Error(); len(text) > 2000 || strings.Contains(text, "s3cr3tkey") || strings.Contains(text, "127.0.0.1") {
		t.Errorf("error of %d bytes: %.3000s", len(text), text)
	}
	if grown := after.Sys - before.Sys; grown > 512<<20 {
		t.Errorf("%d MiB of memory were taken", grown>>20)
	}
	t.Logf("%s, %d MiB", time.Since(start), (after.Sys-before.Sys)>>20)

	node := nodetest.New(t, chainID)
	o.URLs = append(o.URLs, node.Serve(t))
	c := dial(t, o)
	warnings := strings.Join(c.Warnings(), "\n")
	if !strings.Contains(warnings, "going on with 1 of 301 endpoints") || len(warnings) > 2000 || strings.Contains(warnings, "s3cr3tkey") {
		t.Errorf("warnings %.3000s", warnings)
	}
}
