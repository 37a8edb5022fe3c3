package featuretext_test

import (
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/featuretext"
)

// TestEveryChangeHasWords fails when a kind of change is added that nobody can speak of.
func TestEveryChangeHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, change := range compatregistry.Changes() {
		f := &compatregistry.Feature{Change: change}
		f.Introduced.Version = "v1"
		got := featuretext.Happened(f)
		if !strings.HasSuffix(got, " v1") || strings.HasPrefix(got, " ") || seen[got] {
			t.Errorf("%s is said as %q", change, got)
		}
		seen[got] = true
	}
}

func TestLists(t *testing.T) {
	f := &compatregistry.Feature{Contracts: []string{"A", "B"}, Selectors: []compatregistry.RequiredSelector{{Signature: "f()"}, {Signature: "g(uint256)"}}}
	if got := featuretext.Functions(f); got != "f(), g(uint256)" {
		t.Errorf("functions are %q", got)
	}
	if got := featuretext.Contracts(f); got != "A, B" {
		t.Errorf("contracts are %q", got)
	}
}
