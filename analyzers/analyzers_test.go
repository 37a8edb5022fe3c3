package analyzers_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers"
)

func TestAll(t *testing.T) {
	all := analyzers.All()
	if err := analysis.Validate(all); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(all, func(a, b *analysis.Analyzer) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the analyzers are not in the order of their names")
	}
	for _, a := range all {
		if !strings.HasSuffix(a.URL, "/analyzers/"+a.Name) {
			t.Errorf("%s: URL is %q", a.Name, a.URL)
		}
	}
}

// TestNoFacts: an analyzer with facts, also one that is only required (ctrlflow, buildssa), makes every host type-check the whole dependency
// graph.
func TestNoFacts(t *testing.T) {
	seen := map[*analysis.Analyzer]bool{}
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		if len(a.FactTypes) > 0 {
			t.Errorf("%s has facts", a.Name)
		}
		for _, required := range a.Requires {
			visit(required)
		}
	}
	for _, a := range analyzers.All() {
		visit(a)
	}
	if len(seen) <= len(analyzers.All()) {
		t.Error("the analyzers share nothing: was anything visited?")
	}
}

// TestFlags: hosts outside this module reach the shared options by these names.
func TestFlags(t *testing.T) {
	for _, name := range []string{"registry", "today", "tests"} {
		if analyzers.Flags().Lookup(name) == nil {
			t.Errorf("there is no flag -%s", name)
		}
	}
}

func TestAllIsTheCallers(t *testing.T) {
	analyzers.All()[0] = nil
	if analyzers.All()[0] == nil {
		t.Error("All returns a slice that callers share")
	}
}
