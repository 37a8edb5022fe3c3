package onchain

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// Whatever a node sends, there is a reply for each request, and each has a result or an error.
func FuzzDecodeReplies(f *testing.F) {
	f.Add([]byte(`{"jsonrpc":"2.0","id":7,"result":"0x"}`), 1)
	f.Add([]byte(`[{"id":8,"result":null},{"id":"7","error":{"code":3,"message":"execution reverted","data":"0x01"}}]`), 2)
	f.Add([]byte(`[{"id":null,"error":{"code":-32600,"message":"batch too large"}}]`), 3)
	f.Add([]byte(`[{"id":7,"error":{"code":"x","message":7,"data":{"data":"0x02"}}},[],`), 3)
	f.Add([]byte(`{"id":1e30,"error":null,"result":{"a":[[[]]]}}`), 1)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		n = 1 + n&7
		replies, err := decodeReplies(data, 7, n)
		if err != nil {
			return
		}
		if len(replies) != n {
			t.Fatalf("%d replies to %d requests", len(replies), n)
		}
		for _, reply := range replies {
			checkReply(t, reply)
		}
	})
}

func checkReply(t *testing.T, reply Reply) {
	t.Helper()
	var answered *RPCError
	var transport *TransportError
	switch {
	case reply.Err == nil && !json.Valid(reply.Result):
		t.Errorf("result %q is no JSON", reply.Result)
	case reply.Err != nil && !errors.As(reply.Err, &answered) && !errors.As(reply.Err, &transport):
		t.Errorf("error %v is of no known kind", reply.Err)
	case answered != nil && answered.Reverted() && answered.Faulted():
		t.Errorf("error %v is a revert and a fault", reply.Err)
	case answered != nil && answered.Reverted() && answered.temporary():
		t.Errorf("error %v is a revert and temporary", reply.Err)
	}
	if reply.Err == nil {
		// None of these may panic, whatever the result is.
		_, _ = decodeHex(reply.Result, MaxCode)
		_, _ = decodeNumber(reply.Result)
		_, _ = decodeWord(reply.Result)
		_, _ = reply.block()
	}
}

// What is printed of an error never has the secret in it, and nothing that moves the cursor of a terminal.
func FuzzClean(f *testing.F) {
	f.Add("invalid key s3cr3tkey", "s3cr3tkey")
	f.Add("see https://node/S3CR3TKEY\x1b[2J", "s3cr3tkey")
	f.Add("\u212a s3cr3t\u212aey", "s3cr3tkey")
	f.Fuzz(func(t *testing.T, message, secret string) {
		const own = "[hidden][URL]…?" // what is put in place of others
		if len(secret) < 4 || strings.Contains(own, secret) || strings.ContainsAny(secret, "[]") {
			t.Skip("no secret")
		}
		got := clean(message, []string{secret})
		if strings.Contains(got, secret) && strings.Contains(message, secret) && !strings.ContainsAny(secret, " \x00\ufffd?") {
			t.Errorf("clean(%q) = %q has %q", message, got, secret)
		}
		for _, r := range got {
			if r < ' ' || r == 0x7f {
				t.Errorf("clean(%q) = %q has a control character", message, got)
			}
		}
	})
}

// Many endpoints that each say their secret: none of it is printed.
func TestSecretsOfManyEndpoints(t *testing.T) {
	for i := range 1000 {
		secret := fmt.Sprintf("k%dx%x", i, i*7919+1)
		for _, form := range []string{
			"https://node.example/v3/%s", "https://%s@node.example/", "https://user:%s@node.example/", "https://node.example/?key=%s",
			"https://%s.node.example/rpc", "https://node.example/a/%s/b?x=y#%s",
		} {
			url := strings.ReplaceAll(form, "%s", secret)
			e, err := newEndpoint("RPC_URL", url, Options{})
			if err != nil {
				t.Fatal(err)
			}
			replies := []Reply{{Err: &RPCError{Message: "refused " + url + " and " + secret + " and " + strings.ToUpper(secret)}}}
			e.sign(replies)
			if text := strings.ToLower(replies[0].Err.Error()); strings.Contains(text, secret) || strings.Contains(text, "node.example") {
				t.Fatalf("%s: %s", url, text)
			}
		}
	}
}

func TestRevertData(t *testing.T) {
	for raw, want := range map[string]string{
		`"0x01"`:                        "01",
		`{"data":"0x02","message":"m"}`: "02",
		`"Reverted 0x03"`:               "03",
		`"0x"`:                          "",
		`"0x0"`:                         "",
		`7`:                             "",
		`{"data":{"data":"0x04"}}`:      "",
		``:                              "",
	} {
		if got := fmt.Sprintf("%x", revertData(json.RawMessage(raw))); got != want {
			t.Errorf("revertData(%s) = %s, want %s", raw, got, want)
		}
	}
}
