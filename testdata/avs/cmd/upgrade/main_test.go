package main

import (
	"strings"
	"testing"
)

const owner, proxy = "0x00000000000000000000000000000000000000aa", "0x00000000000000000000000000000000000000bb"

// Without a fork nothing is upgraded: there is no other way to name a chain.
func TestRunRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		url  string
		args []string
		want string
	}{
		"no fork":    {"", []string{owner, proxy}, "COMPATCTL_FORK_URL is not set"},
		"no proxy":   {"http://127.0.0.1:1", []string{owner}, "usage: upgrade OWNER PROXY…"},
		"no address": {"http://127.0.0.1:1", []string{owner, "0x12"}, `"0x12" is not an address`},
		"no chain":   {"http://127.0.0.1:1", []string{owner, proxy}, "impersonate 0x00000000000000000000000000000000000000AA: "},
	} {
		if err := run(t.Context(), test.url, test.args); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", name, err, test.want)
		}
	}
}
