package onchain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"
)

// A result is a string of hex digits, and then what it says, or an error.
func FuzzDecodeResults(f *testing.F) {
	for _, text := range []string{`"0x"`, `"0x0"`, `"0x1"`, `"0X01"`, `"0x7a69"`, `"0x-1"`, `"0x+1"`, `"0x1_0"`, `null`, `{}`, `1e9`, `"0\u0078ab"`, `0xab`,
		`"0x` + strings.Repeat("f", 64) + `"`, `"0x` + strings.Repeat("0", 65) + `"`, `"0x` + strings.Repeat("0", 80) + `"`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var text string
		isText := json.Unmarshal(raw, &text) == nil
		digits := strings.ToLower(strings.TrimPrefix(text, "0x"))
		if data, err := decodeHex(raw, 64); err == nil && (!isText || len(data) > 64 || fmt.Sprintf("0x%x", data) != "0x"+digits) {
			t.Errorf("%q is taken for %x", raw, data)
		}
		if n, err := decodeNumber(raw); err == nil && fmt.Sprintf("%x", n) != orZero(strings.TrimLeft(digits, "0")) {
			t.Errorf("%q is taken for the number %d", raw, n)
		}
		if word, err := decodeWord(raw); err == nil && (len(digits) > 64 || fmt.Sprintf("%x", word) != fmt.Sprintf("%064s", digits)) {
			t.Errorf("%q is taken for the word %x", raw, word)
		}
		if b, err := (Reply{Result: raw}).block(); err == nil && !json.Valid(raw) {
			t.Errorf("%q is taken for block %+v", raw, b)
		}
		if data := revertData(raw); len(data) > len(raw) || bytes.Contains(raw, []byte("null")) && len(raw) == 4 && data != nil {
			t.Errorf("%q is taken for revert data %x", raw, data)
		}
	})
}

func orZero(digits string) string {
	if digits == "" {
		return "0"
	}
	return digits
}

// Whatever a URL is, no part of it is in what is said about it, nor in what it says itself.
func FuzzURL(f *testing.F) {
	for _, text := range []string{"https://node.example/v3/abcdefgh", "http://abcdefgh@node.example", "https://node.example?abcdefgh", "abcdefgh", "http://[::1]:abcdefgh/",
		"https://node.example/%61%62%63%64efgh", "ws://abcdefgh", "https://u:abcdefgh@x/#y", "http:// abcdefgh"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const secret = "abcdefgh" // which none of our own words have in them
		e, err := newEndpoint("RPC_URL", text, Options{})
		if err != nil {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		for _, said := range []string{text, e.url, strings.ToUpper(text), "about " + e.url + ", " + text} {
			if got := e.say(said); strings.Contains(strings.ToLower(got), secret) && isPart(e.url, secret) {
				t.Errorf("%q says %q: %q", text, said, got)
			}
		}
	})
}

// isPart reports whether a part of a URL is the secret, and not only a part of a part.
func isPart(text, secret string) bool {
	u, err := url.Parse(text)
	if err != nil {
		return false
	}
	password, _ := u.User.Password()
	parts := append(strings.Split(u.Path, "/"), u.User.Username(), password, u.RawQuery)
	for _, part := range append(parts, strings.Split(u.Hostname(), ".")...) {
		if part == secret {
			return true
		}
	}
	return false
}
