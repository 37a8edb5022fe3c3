package dualpath_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/staleguard"
)

// TestGuardCases has guards in the shapes that real code gives them, each beside one that differs in a token and does not guard.
func TestGuardCases(t *testing.T) {
	suite := []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer}
	for _, name := range []string{"settled", "foreign", "deferred", "promises", "promises/source", "flow", "retries", "adapters",
		"batches", "friends", "tricky"} {
		t.Run(name, func(t *testing.T) { analyzertest.RunTogether(t, suite, "guards/"+name) })
	}
}

// TestDirectives runs staleguard as well: an ignore either stops a finding or is one, and a directive on nothing is one too.
func TestDirectives(t *testing.T) {
	suite := []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer, staleguard.Analyzer}
	for _, name := range []string{"suppressed", "stray"} {
		t.Run(name, func(t *testing.T) { analyzertest.RunTogether(t, suite, "guards/"+name) })
	}
}
