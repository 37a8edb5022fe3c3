package dualpath_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

// TestGuards runs the two analyzers that judge guards together, so that a use that one of them leaves to the other is not lost in between.
func TestGuards(t *testing.T) {
	suite := []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer}
	for _, name := range []string{"wrapper", "gate", "dual", "handlers", "closures", "ignores", "siblings", "duty", "dutymain", "probe", "calldata",
		"wrapped", "exempted", "relaxed", "norecord", "corpora", "resolve", "lockstep", "classifiers"} {
		t.Run(name, func(t *testing.T) { analyzertest.RunTogether(t, suite, "guards/"+name) })
	}
}
