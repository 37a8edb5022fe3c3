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
			"https://%s.node.example/rpc", "https://node.example/a/%s/b?x=y#%s", "https://node.example/?%s", "https://node.example/?a=b&%s",
			"https://node.example/?a=%s%%2F%s", "https://%s:%s@node.example", "https://node.example/v3;key=%s",
		} {
			url := strings.ReplaceAll(strings.ReplaceAll(form, "%s", secret), "%%", "%")
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

// The forms in which an endpoint may say what it was sent.
func TestSecretsInAllForms(t *testing.T) {
	tests := map[string][]string{
		"https://user:pa%2Fss%20word@node.example/":   {"pa/ss word", "pa%2Fss%20word", "dXNlcjpwYS9zcyB3b3Jk", "user:pa%2Fss%20word"},
		"https://s3cr3tkey@node.example/":             {"s3cr3tkey", "czNjcjN0a2V5Og", "czNjcjN0a2V5Og=="},
		"https://node.example/v3/k%65y%2Fwith%20more": {"key/with more", "k%65y%2Fwith%20more", "key", "with more"},
		"https://node.example/?token=a%20b%2Bc%3D":    {"a b+c=", "a%20b%2Bc%3D", "token=a%20b%2Bc%3D"},
		"https://node.example/?s3cr3tkey":             {"s3cr3tkey", "S3CR3TKEY"},
		"https://s3cr3tkey.node.example:8545/":        {"s3cr3tkey", "node.example:8545"},
	}
	for url, forms := range tests {
		e, err := newEndpoint("RPC_URL", url, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range forms {
			text := e.say("refused <" + form + ">")
			if len(form) >= shortestSecret && strings.Contains(strings.ToLower(text), strings.ToLower(form)) {
				t.Errorf("%s: %s", url, text)
			}
		}
		if text := e.say("invalid api key"); !strings.HasSuffix(text, "invalid api key") {
			t.Errorf("%s: %s", url, text)
		}
	}
}

// say is what is printed of an error with that message.
func (e *endpoint) say(message string) string {
	replies := []Reply{{Err: &RPCError{Message: message}}}
	e.sign(replies)
	return replies[0].Err.Error()
}

// However long a message is, it does not end with a part of a secret.
func TestSecretThatIsCut(t *testing.T) {
	const secret = "abcdefghijklmnopqrstuvwxyz"
	for cut := range len(secret) {
		head := "http://" + strings.Repeat("x", longestSeen-len("http:// ")-cut) + " "
		if text := clean(head+secret, []string{secret}); strings.Contains(text, "ab") {
			t.Errorf("%d bytes of the secret are left: %s", cut, text)
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
