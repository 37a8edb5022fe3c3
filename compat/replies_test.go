package compat_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/compatlint/compatlint/internal/testchain"
)

// What nodes answer is recorded in testdata/replies, so that every test run sees it. -record NODE writes the file anew.
var record = flag.String("record", "", "start this `node` (anvil, geth or hardhat) and record what it answers")

// A recording is what one node answers to a call of getPolicyCodeHash().
type recording struct {
	Version string                   `json:"version"` // as web3_clientVersion has it
	Replies map[string]recordedReply `json:"replies"` // by the name of the chainCase
}

// A recordedReply is one answer, and what it should be taken for.
type recordedReply struct {
	Fails bool            `json:"fails"`
	Miss  bool            `json:"miss"`
	Code  bool            `json:"code"` // there is code at the target
	Reply json.RawMessage `json:"reply"`
}

func TestRecordedReplies(t *testing.T) {
	files, err := filepath.Glob("testdata/replies/*.json")
	if err != nil || len(files) != 3 {
		t.Fatalf("recordings %v, %v; want those of three nodes", files, err)
	}
	policy := testchain.ParseABI(t, policyABI)
	for _, file := range files {
		for name, recorded := range readRecording(t, file).Replies {
			for _, way := range ways {
				t.Run(filepath.Base(file)+"/"+way.name+"/"+name, func(t *testing.T) {
					client := ethclient.NewClient(dial(t, recorded.serve))
					err := way.send(t.Context(), client, policy, common.HexToAddress("0xc0de0"))
					checkOutcome(t, err, outcome{fails: recorded.Fails, miss: recorded.Miss})
				})
			}
		}
	}
}

func readRecording(t testing.TB, file string) recording {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var r recording
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if len(r.Replies) < 27 {
		t.Fatalf("%s: %d replies, want one for each case", file, len(r.Replies))
	}
	return r
}

// serve answers eth_call with the reply, and eth_getCode, which bind asks for after an empty answer.
func (r *recordedReply) serve(w http.ResponseWriter, request *http.Request) {
	var asked struct{ Method string }
	body, err := io.ReadAll(request.Body)
	if err == nil {
		err = json.Unmarshal(body, &asked)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	switch {
	case asked.Method == "eth_call":
		_, _ = w.Write(r.Reply)
	case r.Code:
		fmt.Fprint(w, `{"jsonrpc":"2.0","id":1,"result":"0x00"}`)
	default:
		fmt.Fprint(w, `{"jsonrpc":"2.0","id":1,"result":"0x"}`)
	}
}

// recordedBodies returns all different replies, and whether they are misses.
func recordedBodies(t testing.TB) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("testdata/replies/*.json")
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]bool{}
	for _, file := range files {
		for _, recorded := range readRecording(t, file).Replies {
			var body bytes.Buffer
			if err := json.Compact(&body, recorded.Reply); err != nil {
				t.Fatal(err)
			}
			bodies[body.String()] = recorded.Miss && strings.Contains(body.String(), `"error"`)
		}
	}
	return bodies
}

// A miss that arrives damaged, or over a fault of transport, is none.
func TestIsSelectorMissMutatedReplies(t *testing.T) {
	misses := 0
	for body, miss := range recordedBodies(t) {
		if !miss {
			continue
		}
		misses++
		wantMiss(t, ethCall(t.Context(), dialOnce(t, http.StatusOK, body)), true)
		for end := range len(body) {
			wantMiss(t, ethCall(t.Context(), dialOnce(t, http.StatusOK, body[:end])), false)
		}
		for status := 300; status < 600; status++ {
			wantMiss(t, ethCall(t.Context(), dialOnce(t, status, body)), false)
		}
		for _, data := range []string{`"0x00"`, `"0xc055c9e4"`, `"0x0"`, `"paused"`, `0`, `[]`, `true`} {
			wantMiss(t, ethCall(t.Context(), dialOnce(t, http.StatusOK, strings.ReplaceAll(body, `"0x"`, data))), false)
		}
		for _, code := range []string{"-32005", "-32601", "-32602", "-32001", "-32002", "429", "0", "1", "2", "4", "-3"} {
			changed := regexp.MustCompile(`"code":-?\d+`).ReplaceAllString(body, `"code":`+code)
			wantMiss(t, ethCall(t.Context(), dialOnce(t, http.StatusOK, changed)), false)
		}
		for _, words := range []string{"out of gas", "header not found", "rate limit exceeded", "execution reverted: paused", "request timed out"} {
			changed := regexp.MustCompile(`"message":"[^"]*"`).ReplaceAllString(body, `"message":"`+words+`"`)
			wantMiss(t, ethCall(t.Context(), dialOnce(t, http.StatusOK, changed)), false)
		}
	}
	if misses < 2 {
		t.Errorf("%d different misses, want those of geth and of hardhat", misses)
	}
}

func TestRecord(t *testing.T) {
	if *record == "" {
		t.Skip("only with -record")
	}
	c := testchain.Start(t, *record)
	var version struct{ Result string }
	if err := json.Unmarshal(post(t, c, `"web3_clientVersion","params":[]`), &version); err != nil {
		t.Fatal(err)
	}
	r := recording{Version: version.Result, Replies: map[string]recordedReply{}}
	for _, test := range chainCases(t, c) {
		code, err := c.Client.CodeAt(t.Context(), test.target, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Replies[test.name] = recordedReply{Fails: test.want.fails, Miss: test.want.miss, Code: len(code) > 0,
			Reply: post(t, c, fmt.Sprintf(`"eth_call","params":[{"to":%q,"data":"0xe998a088"},"latest"]`, test.target))}
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(r); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll("testdata/replies", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("testdata/replies/"+*record+".json", text.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// post sends a request, of which rest is what follows the member "method", and returns the raw answer.
func post(t *testing.T, c *testchain.Chain, rest string) []byte {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.URL, bytes.NewBufferString(
		`{"jsonrpc":"2.0","id":1,"method":`+rest+`}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}
