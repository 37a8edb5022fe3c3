package fork

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/compatlint/compatlint/internal/onchain"
)

// Limits on what anvil may ask: of one HTTP request, and of all at the same time.
const (
	maxBody     = 1 << 20
	maxCalls    = 1000
	maxParallel = 16
)

// Codes of JSON-RPC errors.
const (
	codeInvalid   = -32600
	codeNotFound  = -32601
	codeParams    = -32602
	codeNoAnswer  = -32603
	versionString = "2.0"
)

// A forwarder passes what anvil wants to read on to the live network.
type forwarder struct {
	client *onchain.Client
	path   string // which no web page can guess; who may list the processes of this machine sees it, and can read what anvil can
	server *http.Server
	url    string
	places chan struct{} // one for each call under way

	mu       sync.Mutex
	closing  bool
	failures int
	first    error // that of the first failure
}

// newForwarder listens on a port of this machine only.
func newForwarder(client *onchain.Client) (*forwarder, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("cannot listen for anvil on this machine: %w", err)
	}
	f := &forwarder{client: client, path: "/" + rand.Text(), places: make(chan struct{}, maxParallel)}
	f.url = "http://" + listener.Addr().String() + f.path
	f.server = &http.Server{Handler: f, ReadTimeout: time.Minute, MaxHeaderBytes: 1 << 14}
	go func() { _ = f.server.Serve(listener) }() // ends with Close
	return f, nil
}

func (f *forwarder) close() error {
	f.mu.Lock()
	f.closing = true
	f.mu.Unlock()
	return f.server.Close()
}

// failed remembers a call to which the live network has no answer. When the fork ends there are calls that nobody waits for any more.
func (f *forwarder) failed(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closing {
		return
	}
	if f.failures++; f.first == nil {
		f.first = err
	}
}

// err says which calls had no answer.
func (f *forwarder) err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch f.failures {
	case 0:
		return nil
	case 1:
		return fmt.Errorf("a request to the live network had no answer: %w", f.first)
	}
	return fmt.Errorf("%d requests to the live network had no answer; the first: %w", f.failures, f.first)
}

type call struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *failure        `json:"error,omitempty"`
}

type failure struct {
	Code    int           `json:"code"`
	Message string        `json:"message"`
	Data    hexutil.Bytes `json:"data,omitempty"`
}

// ServeHTTP answers a call or a batch of them.
func (f *forwarder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != f.path || r.Method != http.MethodPost {
		http.NotFound(w, r)
		return
	}
	var body json.RawMessage
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&body); err != nil {
		http.Error(w, "this is not JSON, or too much of it", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(f.answer(r.Context(), body)) // a client that is gone needs no answer
}

// answer is a message, or several to a batch.
func (f *forwarder) answer(ctx context.Context, body json.RawMessage) any {
	if !bytes.HasPrefix(body, []byte("[")) {
		return f.one(ctx, body)
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(body, &batch); err != nil || len(batch) == 0 || len(batch) > maxCalls {
		return refuse(nil, codeInvalid, fmt.Sprintf("a batch has 1 to %d calls", maxCalls))
	}
	messages := make([]message, len(batch))
	var all sync.WaitGroup
	for i, text := range batch {
		all.Go(func() { messages[i] = f.one(ctx, text) })
	}
	all.Wait()
	return messages
}

func refuse(id json.RawMessage, code int, text string) message {
	if id == nil {
		id = json.RawMessage("null")
	}
	return message{Version: versionString, ID: id, Error: &failure{Code: code, Message: text}}
}

// one answers one call.
func (f *forwarder) one(ctx context.Context, text json.RawMessage) message {
	var c call
	if err := json.Unmarshal(text, &c); err != nil {
		return refuse(nil, codeParams, "this is no call with a list of parameters")
	}
	if !stateMethods[c.Method] && !readMethods[c.Method] {
		return refuse(c.ID, codeNotFound, "the method is not passed on to the live network: a fork only reads from it")
	}
	reply := f.forward(ctx, c)
	if reply.Err == nil {
		return message{Version: versionString, ID: c.ID, Result: reply.Result}
	}
	if onchain.Unanswered(reply.Err) {
		f.failed(reply.Err)
	}
	var answered *onchain.RPCError
	if errors.As(reply.Err, &answered) {
		return message{Version: versionString, ID: c.ID, Error: &failure{answered.Code, answered.Message, answered.Data}}
	}
	return refuse(c.ID, codeNoAnswer, reply.Err.Error())
}

// forward asks the live network, a bounded number of questions at a time.
func (f *forwarder) forward(ctx context.Context, c call) onchain.Reply {
	f.places <- struct{}{}
	defer func() { <-f.places }()
	params := make([]any, len(c.Params))
	for i, param := range c.Params {
		params[i] = param
	}
	request := onchain.Request{Method: c.Method, Params: params}
	if stateMethods[c.Method] {
		return f.client.Batch(ctx, []onchain.Request{request})[0]
	}
	return f.client.Forward(ctx, request)
}
