package golangci

import (
	"fmt"
	"sync"

	"golang.org/x/tools/go/analysis"
)

var wrapping sync.Map // *analysis.Analyzer -> true

// wrapFailures makes every error of the analyzers and of what they require wrap one. golangci-lint looks at what a requirement's error wraps:
// where that is nothing, it may go on and run the analyzers that require it without its result, which panics.
func wrapFailures(all []*analysis.Analyzer) {
	for _, a := range all {
		if _, done := wrapping.LoadOrStore(a, true); done {
			continue
		}
		run := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) {
			result, err := run(pass)
			if err != nil {
				return nil, fmt.Errorf("%w", err)
			}
			return result, nil
		}
		wrapFailures(a.Requires)
	}
}
