package fork

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

const (
	chainID = 31337
	secret  = "s3cr3tkey"
)

// A network is a live one in memory, and a client of it.
type network struct {
	node   *nodetest.Node
	client *onchain.Client
}

func newNetwork(t *testing.T) *network {
	t.Helper()
	n := &network{node: nodetest.New(t, chainID)}
	url := n.node.Serve(t) + "/v3/" + secret
	var err error
	n.client, err = onchain.Dial(t.Context(), onchain.Options{URLs: []string{url}, Source: "LIVE_RPC_URL", ChainID: chainID, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (n *network) forwarder(t *testing.T) *forwarder {
	t.Helper()
	f, err := newForwarder(n.client)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// calls counts what has come to the live network.
func (n *network) calls() int {
	n.node.Lock()
	defer n.node.Unlock()
	return n.node.Calls
}

// post sends a body, and fails the test if the answer has the secret in it.
func post(t *testing.T, url, body string) (status int, answer string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte(secret)) {
		t.Errorf("the answer has the secret in it: %s", data)
	}
	return response.StatusCode, strings.TrimSpace(string(data))
}

func TestForwarded(t *testing.T) {
	n := newNetwork(t)
	f := n.forwarder(t)
	account := n.node.Put([]byte{0x5f})
	for body, want := range map[string]string{
		`{"id":7,"method":"eth_chainId"}`:                                               `{"jsonrpc":"2.0","id":7,"result":"0x7a69"}`,
		fmt.Sprintf(`{"id":"a","method":"eth_getCode","params":["%s","0x5"]}`, account): `{"jsonrpc":"2.0","id":"a","result":"0x5f"}`,
		`[{"id":1,"method":"eth_chainId"},{"id":2,"method":"eth_getBlockByNumber","params":["0xffff",false]}]`: `[{"jsonrpc":"2.0","id":1,` +
			`"result":"0x7a69"},{"jsonrpc":"2.0","id":2,"result":null}]`,
	} {
		if status, answer := post(t, f.url, body); status != http.StatusOK || answer != want {
			t.Errorf("%s: HTTP %d %s\nwant %s", body, status, answer, want)
		}
	}
	if err := f.err(); err != nil {
		t.Error(err)
	}
}

// What is not known to read never arrives, alone or in a batch beside what does.
func TestNothingIsWritten(t *testing.T) {
	n := newNetwork(t)
	f := n.forwarder(t)
	before := n.calls()
	for _, method := range []string{
		"eth_sendRawTransaction", "eth_sendTransaction", "eth_sendRawTransactionConditional", "eth_sendBundle", "eth_sign", "eth_accounts",
		"personal_sendTransaction", "engine_forkchoiceUpdatedV3", "admin_addPeer", "anvil_setCode", "evm_mine", "ETH_CALL", "eth_newMethod", "",
	} {
		call := fmt.Sprintf(`{"id":1,"method":%q,"params":["0x"]}`, method)
		for _, body := range []string{call, "[" + call + "]"} {
			_, answer := post(t, f.url, body)
			if !strings.Contains(answer, `"error":{"code":-32601,"message":"the method is not passed on`) {
				t.Errorf("%s: %s", body, answer)
			}
		}
	}
	if sent := n.calls() - before; sent != 0 {
		t.Errorf("%d calls have come to the live network", sent)
	}
	if post(t, f.url, `[{"id":1,"method":"eth_sendRawTransaction"},{"id":2,"method":"eth_call","params":[{},"latest"]}]`); n.calls() != before+1 {
		t.Errorf("%d calls have come to the live network, want the one that reads", n.calls()-before)
	}
}

func TestForwarderRefuses(t *testing.T) {
	n := newNetwork(t)
	f := n.forwarder(t)
	before := n.calls()
	call := `{"id":1,"method":"eth_chainId"}`
	for name, test := range map[string]struct {
		url, body string
		status    int
		answer    string
	}{
		"another path":    {strings.TrimSuffix(f.url, f.path), call, http.StatusNotFound, "not found"},
		"longer path":     {f.url + "/", call, http.StatusNotFound, "not found"},
		"no JSON":         {f.url, "eth_chainId", http.StatusBadRequest, "not JSON"},
		"nothing":         {f.url, "", http.StatusBadRequest, "not JSON"},
		"too much":        {f.url, `"` + strings.Repeat("x", maxBody) + `"`, http.StatusBadRequest, "too much"},
		"a number":        {f.url, "1", http.StatusOK, "this is no call"},
		"null":            {f.url, "null", http.StatusOK, "not passed on"},
		"named params":    {f.url, `{"id":1,"method":"eth_call","params":{"to":"0x"}}`, http.StatusOK, "a list of parameters"},
		"empty batch":     {f.url, "[]", http.StatusOK, "a batch has 1 to 1000 calls"},
		"too large batch": {f.url, "[" + strings.Repeat(call+",", maxCalls) + call + "]", http.StatusOK, "a batch has 1 to 1000 calls"},
	} {
		if status, answer := post(t, test.url, test.body); status != test.status || !strings.Contains(answer, test.answer) {
			t.Errorf("%s: HTTP %d %.200s\nwant %d with %q", name, status, answer, test.status, test.answer)
		}
	}
	if response, err := http.Get(f.url); err != nil || response.StatusCode != http.StatusNotFound || response.Body.Close() != nil {
		t.Errorf("GET: %v, %v", response, err)
	}
	if sent := n.calls() - before; sent != 0 {
		t.Errorf("%d calls have come to the live network", sent)
	}
}

// What has no answer is remembered; what the network answers with an error is an answer.
func TestFailuresAreRemembered(t *testing.T) {
	for name, test := range map[string]struct {
		answer  nodetest.Error
		status  int
		message string // of the forwarder
		failure string // that is remembered
	}{
		"revert":    {nodetest.Error{Code: 3, Message: "execution reverted", Data: "0x01"}, 200, `{"code":3,"message":"execution reverted","data":"0x01"}`, ""},
		"no method": {nodetest.Error{Code: -32601, Message: "no such method"}, 200, `{"code":-32601,"message":"no such method"}`, ""},
		"limit": {nodetest.Error{Code: -32005, Message: "limit of " + secret}, 200, `{"code":-32005,"message":"limit of [hidden]"}`,
			"a request to the live network had no answer: LIVE_RPC_URL: the node answers with error -32005: limit of [hidden]"},
		"down": {nodetest.Error{}, 502, `{"code":-32603,"message":"LIVE_RPC_URL: HTTP 502 Bad Gateway"}`,
			"a request to the live network had no answer: LIVE_RPC_URL: HTTP 502 Bad Gateway"},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNetwork(t)
			f := n.forwarder(t)
			n.node.Lock()
			n.node.Intercept = func(w http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
				w.WriteHeader(test.status)
				nodetest.WriteMessages(w, []nodetest.Message{{Version: "2.0", ID: calls[0].ID, Error: &test.answer}}, false)
				return true
			}
			n.node.Unlock()
			_, answer := post(t, f.url, `{"id":1,"method":"eth_call","params":[{},"0x1"]}`)
			if want := `{"jsonrpc":"2.0","id":1,"error":` + test.message + `}`; answer != want {
				t.Errorf("answer %s\nwant %s", answer, want)
			}
			if got := fmt.Sprint(f.err()); got != test.failure && (test.failure != "" || got != "<nil>") {
				t.Errorf("remembered: %s\nwant %s", got, test.failure)
			}
		})
	}
}

// Endpoints must agree on state, and need not on what has no block.
func TestQuorum(t *testing.T) {
	a, b := nodetest.New(t, chainID), nodetest.New(t, chainID)
	price := func(value string) func(nodetest.Call) (nodetest.Message, bool) {
		return func(c nodetest.Call) (nodetest.Message, bool) {
			return nodetest.Message{Result: json.RawMessage(value)}, c.Method == "eth_gasPrice" || c.Method == "eth_getCode"
		}
	}
	a.Answer, b.Answer = price(`"0x01"`), price(`"0x02"`)
	client, err := onchain.Dial(t.Context(), onchain.Options{
		URLs: []string{a.Serve(t), b.Serve(t)}, Source: "LIVE_RPC_URL", ChainID: chainID, Quorum: 2, Retries: -1,
	})
	if err != nil {
		t.Fatal(err)
	}
	f := (&network{client: client}).forwarder(t)
	if _, answer := post(t, f.url, `{"id":1,"method":"eth_gasPrice"}`); !strings.Contains(answer, `"result":"0x0`) || f.err() != nil {
		t.Errorf("price: %s, %v", answer, f.err())
	}
	if _, answer := post(t, f.url, `{"id":1,"method":"eth_getCode","params":[]}`); !strings.Contains(answer, "no quorum") || f.err() == nil {
		t.Errorf("code: %s, %v", answer, f.err())
	}
}

// Whatever is asked, the answer is JSON-RPC, and nothing but what reads comes to the live network.
func FuzzForwarder(f *testing.F) {
	for _, body := range []string{
		`{"id":1,"method":"eth_chainId","params":[]}`, `[{"id":1,"method":"eth_getCode","params":["0x00","0x1"]},{"id":2}]`, `[[]]`, `null`,
		`{"id":{"a":[1]},"method":"eth_sendRawTransaction","params":["0x"]}`, `{"method":"eth_call","Method":"eth_sign"}`, `"eth_call"`,
	} {
		f.Add([]byte(body))
	}
	node := nodetest.New(f, chainID)
	node.Intercept = func(_ http.ResponseWriter, _ *http.Request, calls []nodetest.Call) bool {
		for _, c := range calls {
			if !stateMethods[c.Method] && !readMethods[c.Method] {
				f.Errorf("%s has come to the live network", c.Method)
			}
		}
		return false
	}
	client, err := onchain.Dial(f.Context(), onchain.Options{URLs: []string{node.Serve(f)}, Source: "LIVE_RPC_URL", ChainID: chainID, Retries: -1})
	if err != nil {
		f.Fatal(err)
	}
	forwarder, err := newForwarder(client)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = forwarder.close() })
	f.Fuzz(func(t *testing.T, body []byte) {
		request := httptest.NewRequest(http.MethodPost, forwarder.path, bytes.NewReader(body)).WithContext(t.Context())
		recorder := httptest.NewRecorder()
		forwarder.ServeHTTP(recorder, request)
		wantCode := http.StatusBadRequest
		if json.NewDecoder(bytes.NewReader(body)).Decode(new(json.RawMessage)) == nil {
			wantCode = http.StatusOK
		}
		if recorder.Code != wantCode || wantCode == http.StatusOK && !json.Valid(recorder.Body.Bytes()) {
			t.Errorf("%q is answered with HTTP %d %q", body, recorder.Code, recorder.Body)
		}
	})
}
