package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestAsk checks that each answer goes to its question, and that an empty one names what is still missing.
func TestAsk(t *testing.T) {
	tests := map[string]struct{ typed, reason, approver, err string }{
		"both":       {typed: "two clients \n@lead\nls\n", reason: "two clients", approver: "@lead"},
		"no newline": {typed: "late\n@lead", reason: "late", approver: "@lead"},
		"one":        {typed: "late\n\n", reason: "late", err: "registry extend needs -approved-by: run it with -h for what they mean"},
		"none":       {typed: "", err: "registry extend needs -reason and -approved-by: run it with -h for what they mean"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var reason, approver string
			var out bytes.Buffer
			in := strings.NewReader(test.typed)
			err := ask(in, &out, "registry extend", []question{{"reason", &reason, "why"}, {"approved-by", &approver, "who"}})
			if reason != test.reason || approver != test.approver || (err == nil) != (test.err == "") || err != nil && err.Error() != test.err {
				t.Errorf("got %q, %q, error %v", reason, approver, err)
			}
			if !strings.HasPrefix(out.String(), "why: ") {
				t.Errorf("the user was asked %q", out.String())
			}
			if name == "both" && in.Len() != len("ls\n") {
				t.Errorf("%d bytes are left of what was typed behind the answers", in.Len())
			}
		})
	}
}
