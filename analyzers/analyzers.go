// Package analyzers is the suite: every analyzer of compatlint as a slice, for hosts to run.
//
// Each analyzer has a package of its own below this one, with its documentation in doc.go. What they share (finding uses, judging guards,
// the registry) lies in internal/ and is computed once per package.
package analyzers

import (
	"flag"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/analyzers/featurekey"
	"github.com/compatlint/compatlint/analyzers/gracedate"
	"github.com/compatlint/compatlint/analyzers/staleguard"
	"github.com/compatlint/compatlint/analyzers/unregistered"
	"github.com/compatlint/compatlint/internal/inputs"
)

// All returns the analyzers in the order of their names. The slice is the caller's to change.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		directcall.Analyzer,
		dualpath.Analyzer,
		featurekey.Analyzer,
		gracedate.Analyzer,
		staleguard.Analyzer,
		unregistered.Analyzer,
	}
}

// Flags are the options that all analyzers share: registry, today, tests. A host sets them before it runs an analyzer; they must not change
// while one runs.
func Flags() *flag.FlagSet { return &inputs.Analyzer.Flags }
