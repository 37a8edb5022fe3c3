// Package compatinputs has the analyzer that finds what the others judge by: the registry, the lock file and the clock.
//
// It reports nothing in code. It is a package of its own for Bazel's nogo, which takes one analyzer from each package, sets only the flags of
// the analyzers that it was given, and says only of those why they failed. See docs/bazel.md.
package compatinputs

import "github.com/compatlint/compatlint/internal/inputs"

// Analyzer has the flags that all analyzers of the suite share: registry, today and tests. It fails when the registry or the lock file cannot
// be used.
var Analyzer = inputs.Analyzer
