package compat_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/internal/testchain"
)

// dial returns a client of a node that answers every request with handler.
func dial(t testing.TB, handler http.HandlerFunc) *rpc.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client, err := rpc.DialContext(t.Context(), server.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// reply answers a JSON-RPC request with the members, which are the error or the result.
func reply(members string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var request struct{ ID json.RawMessage }
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,%s}`, request.ID, members)
	}
}

// text answers every request with a status and a body that need not be JSON.
func text(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func ethCall(ctx context.Context, client *rpc.Client) error {
	var answer hexutil.Bytes
	call := map[string]string{"to": "0x00000000000000000000000000000000000c0de0", "data": "0xe998a088"}
	return client.CallContext(ctx, &answer, "eth_call", call, "latest")
}

// The error replies of nodes, as they were recorded or as their sources have them.
func TestIsSelectorMissErrorReplies(t *testing.T) {
	tests := []struct {
		name  string
		error string
		want  bool
	}{
		{"geth, empty revert", `{"code":3,"message":"execution reverted","data":"0x"}`, true},
		{"geth, revert without data", `{"code":3,"message":"execution reverted"}`, true},
		{"geth, null data", `{"code":3,"message":"execution reverted","data":null}`, true},
		{"geth before 1.9.15", `{"code":-32000,"message":"execution reverted"}`, true},
		{"besu", `{"code":-32000,"message":"Execution reverted","data":"0x"}`, true},
		{"empty string as data", `{"code":3,"message":"execution reverted","data":""}`, true},
		{"openethereum", `{"code":-32015,"message":"VM execution error.","data":"Reverted 0x"}`, true},
		{"ganache", `{"code":-32000,"message":"VM Exception while processing transaction: revert","data":"0x"}`, true},
		{"hardhat", `{"code":-32603,"message":"Error: Transaction reverted without a reason string",
			"data":{"message":"Error: Transaction reverted without a reason string","data":"0x"}}`, true},
		{"hardhat that compiled the contract", `{"code":-32603,"message":"Error: Transaction reverted: function selector was ` +
			`not recognized and there's no fallback function","data":{"data":"0x"}}`, true},

		{"other words, empty data", `{"code":3,"message":"Call reverted","data":"0x"}`, true},
		{"old words under the new code", `{"code":3,"message":"VM execution error.","data":"0x"}`, true},

		{"other words, no data", `{"code":3,"message":"Call reverted because of x"}`, false},
		{"other words, other code", `{"code":-32000,"message":"Call reverted","data":"0x"}`, false},
		{"geth, reason", `{"code":3,"message":"execution reverted: policy paused","data":"0x08c379a0"}`, false},
		{"geth, custom error", `{"code":3,"message":"execution reverted","data":"0xc055c9e4"}`, false},
		{"one byte of data", `{"code":3,"message":"execution reverted","data":"0x00"}`, false},
		{"reason whose data was dropped", `{"code":3,"message":"execution reverted: policy paused"}`, false},
		{"reason whose data was dropped, -32000", `{"code":-32000,"message":"execution reverted: policy paused"}`, false},
		{"anvil, custom error", `{"code":3,"message":"execution reverted: custom error 0xc055c9e4","data":"0xc055c9e4"}`, false},
		{"anvil, panic", `{"code":3,"message":"execution reverted: panic: array out-of-bounds access (0x32)","data":"0x4e487b71"}`, false},
		{"openethereum, reason", `{"code":-32015,"message":"VM execution error.","data":"Reverted 0x08c379a0"}`, false},
		{"openethereum, fault", `{"code":-32015,"message":"VM execution error.","data":"Bad instruction fe"}`, false},
		{"openethereum, no data", `{"code":-32015,"message":"VM execution error."}`, false},
		{"hardhat, custom error", `{"code":-32603,"message":"Error: VM Exception while processing transaction: reverted with an ` +
			`unrecognized custom error","data":{"data":"0xc055c9e4"}}`, false},
		{"hardhat, words of a miss with data", `{"code":-32603,"message":"Error: Transaction reverted without a reason string",
			"data":{"data":"0xc055c9e4"}}`, false},
		{"hardhat, no data member", `{"code":-32603,"message":"Error: Transaction reverted without a reason string",
			"data":{"txHash":"0x"}}`, false},
		{"data that is no hex", `{"code":3,"message":"execution reverted","data":"paused"}`, false},
		{"data that is a number", `{"code":3,"message":"execution reverted","data":0}`, false},
		{"data that is an array", `{"code":3,"message":"execution reverted","data":[]}`, false},
		{"data of odd length", `{"code":3,"message":"execution reverted","data":"0x0"}`, false},

		{"geth, out of gas", `{"code":-32000,"message":"out of gas"}`, false},
		{"geth, invalid opcode", `{"code":-32000,"message":"invalid opcode: INVALID"}`, false},
		{"anvil, out of gas", `{"code":-32603,"message":"EVM error OutOfGas"}`, false},
		{"anvil, invalid opcode", `{"code":-32603,"message":"EVM error InvalidFEOpcode"}`, false},
		{"fault under the code of reverts", `{"code":3,"message":"out of gas","data":"0x"}`, false},
		{"fault in the words of a revert", `{"code":3,"message":"execution reverted: out of gas","data":"0x"}`, false},
		{"geth, unknown block", `{"code":-32000,"message":"header not found"}`, false},
		{"anvil, unknown block", `{"code":-32602,"message":"BlockOutOfRangeError: block height is 5 but requested was 9"}`, false},
		{"pruned state", `{"code":-32000,"message":"missing trie node 6f3a (path )"}`, false},
		{"rate limit", `{"code":-32005,"message":"daily request count exceeded, request rate limited"}`, false},
		{"rate limit in the words of a revert", `{"code":-32005,"message":"execution reverted","data":"0x"}`, false},
		{"429 as a code", `{"code":429,"message":"Your app has exceeded its compute units per second capacity"}`, false},
		{"batch too large", `{"code":-32600,"message":"batch too large"}`, false},
		{"timeout of the node", `{"code":-32002,"message":"request timed out"}`, false},
		{"internal error", `{"code":-32603,"message":"Internal error","data":"0x"}`, false},
		{"method not found", `{"code":-32601,"message":"the method eth_call does not exist/is not available"}`, false},
		{"words of accounts/abi from a node",
			`{"code":-32000,"message":"abi: attempting to unmarshal an empty string while arguments are expected"}`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := ethCall(t.Context(), dial(t, reply(`"error":`+test.error)))
			wantMiss(t, err, test.want)
			wantMiss(t, fmt.Errorf("read policy: %w", err), test.want)
		})
	}
}

func TestIsSelectorMissTransport(t *testing.T) {
	tests := map[string]http.HandlerFunc{
		"429":                        text(http.StatusTooManyRequests, "slow down"),
		"429 with a revert as body":  text(http.StatusTooManyRequests, `{"error":{"code":3,"message":"execution reverted","data":"0x"}}`),
		"502":                        text(http.StatusBadGateway, "<html>bad gateway</html>"),
		"HTML":                       text(http.StatusOK, "<html>execution reverted</html>"),
		"empty body":                 text(http.StatusOK, ""),
		"garbage":                    text(http.StatusOK, "\x00\xff execution reverted"),
		"null result":                reply(`"result":null`),
		"result that is a number":    reply(`"result":7`),
		"neither result nor error":   reply(`"other":1`),
		"error that is a string":     reply(`"error":"execution reverted"`),
		"connection that ends early": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"answer that was cut off":    truncated,
	}
	for name, handler := range tests {
		t.Run(name, func(t *testing.T) {
			wantMiss(t, ethCall(t.Context(), dial(t, handler)), false)
		})
	}
}

// truncated promises more than it sends.
func truncated(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	_, _ = io.WriteString(w, `{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"execution reverted"`)
}

func TestIsSelectorMissConnection(t *testing.T) {
	t.Run("refused", func(t *testing.T) {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		client, err := rpc.DialContext(t.Context(), "http://"+listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		if err := listener.Close(); err != nil {
			t.Fatal(err)
		}
		wantMiss(t, ethCall(t.Context(), client), false)
	})
	t.Run("cancelled", func(t *testing.T) {
		client := dial(t, reply(`"error":{"code":3,"message":"execution reverted","data":"0x"}`))
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := ethCall(ctx, client)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want context.Canceled", err)
		}
		wantMiss(t, err, false)
	})
	t.Run("deadline", func(t *testing.T) {
		client := dial(t, func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body) // net/http notices that a client is gone once the body is read
			<-r.Context().Done()
		})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		err := ethCall(ctx, client)
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v, want context.DeadlineExceeded", err)
		}
		wantMiss(t, err, false)
	})
	t.Run("client closed", func(t *testing.T) {
		server := rpc.NewServer()
		defer server.Stop()
		client := rpc.DialInProc(server)
		client.Close()
		wantMiss(t, ethCall(t.Context(), client), false)
	})
}

// A batch fails element by element, and a batch that is too large fails in its first element alone.
func TestIsSelectorMissBatch(t *testing.T) {
	client := dial(t, func(w http.ResponseWriter, r *http.Request) {
		var requests []struct{ ID json.RawMessage }
		if err := json.NewDecoder(r.Body).Decode(&requests); err != nil || len(requests) != 3 {
			http.Error(w, "want a batch of three", http.StatusBadRequest)
			return
		}
		fmt.Fprintf(w, `[{"jsonrpc":"2.0","id":%s,"error":{"code":3,"message":"execution reverted","data":"0x"}},
			{"jsonrpc":"2.0","id":%s,"error":{"code":-32000,"message":"batch too large"}}]`, requests[0].ID, requests[1].ID)
	})
	batch := make([]rpc.BatchElem, 3)
	for i := range batch {
		batch[i] = rpc.BatchElem{Method: "eth_call", Result: new(hexutil.Bytes)}
	}
	if err := client.BatchCallContext(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false, false} { // the third has no answer
		wantMiss(t, batch[i].Error, want)
	}
}

// The two errors of accounts/abi have no exported values: this pins their words to the version of go-ethereum in go.mod.
func TestIsSelectorMissPinsABIErrors(t *testing.T) {
	policy := testchain.ParseABI(t, policyABI)
	words := make([]byte, 64)
	tests := []struct {
		name   string
		unpack func(abi.ABI) error
		want   bool
	}{
		{"empty answer", unpack(nil), true},
		{"empty answer into a map", func(a abi.ABI) error { return a.UnpackIntoMap(map[string]any{}, "getPolicyCodeHash", nil) }, true},
		{"broken answer", unpack(words[:33]), true},
		{"short answer of whole words", func(a abi.ABI) error {
			method := a.Methods["getPolicyCodeHash"]
			twice := append(abi.Arguments{}, method.Outputs[0], method.Outputs[0])
			_, err := twice.Unpack(words[:32])
			return err
		}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantMiss(t, test.unpack(policy), test.want)
		})
	}
}

func unpack(answer []byte) func(abi.ABI) error {
	return func(a abi.ABI) error {
		_, err := a.Unpack("getPolicyCodeHash", answer)
		return err
	}
}

func FuzzIsSelectorMiss(f *testing.F) {
	f.Add(http.StatusOK, `{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"execution reverted","data":"0x"}}`)
	f.Add(http.StatusOK, `{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"execution reverted","data":"0xc055c9e4"}}`)
	f.Add(http.StatusOK, `{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"Error: Transaction reverted without a reason `+
		`string","data":{"data":"0x"}}}`)
	f.Add(http.StatusOK, `{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"limit exceeded"}}`)
	f.Add(http.StatusOK, `{"jsonrpc":"2.0","id":1,"result":null}`)
	f.Add(http.StatusBadGateway, `<html>execution reverted</html>`)
	for body := range recordedBodies(f) {
		f.Add(http.StatusOK, body)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if status < 200 || status > 599 {
			t.Skip("no status of a final answer")
		}
		err := ethCall(t.Context(), dialOnce(t, status, body))
		if !compat.IsSelectorMiss(err) {
			return
		}
		// Whatever the node sends, a miss is an error reply over a sound connection that carries no revert data.
		var re rpc.Error
		if !errors.As(err, &re) {
			t.Fatalf("%d %q: error %v is no JSON-RPC error and yet a miss", status, body, err)
		}
		if status >= 300 {
			t.Errorf("%d %q: a miss under an HTTP error", status, body)
		}
		var de rpc.DataError
		if !errors.As(err, &de) {
			return
		}
		data := de.ErrorData()
		if object, ok := data.(map[string]any); ok {
			data = object["data"]
		}
		switch data {
		case nil, "", "0x", "0X", "Reverted 0x", "Reverted 0X", "Reverted ":
		default:
			t.Errorf("%d %q: a miss with revert data %v", status, body, data)
		}
	})
}

// dialOnce returns a client whose connections are answered in memory: a listener per input would exhaust the ports.
func dialOnce(t *testing.T, status int, body string) *rpc.Client {
	t.Helper()
	client, err := rpc.DialOptions(t.Context(), "http://node.invalid", rpc.WithHTTPClient(&http.Client{
		Transport: roundTrip(func(*http.Request) (*http.Response, error) {
			recorder := httptest.NewRecorder()
			text(status, body)(recorder, nil)
			return recorder.Result(), nil
		}),
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
