package golangci

import (
	"errors"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestWrapFailures asks of a requirement's error what golangci-lint asks.
func TestWrapFailures(t *testing.T) {
	failure := errors.New("no registry")
	fails := true
	required := &analysis.Analyzer{Name: "required", Run: func(*analysis.Pass) (any, error) {
		if fails {
			return nil, failure
		}
		return "result", nil
	}}
	all := []*analysis.Analyzer{{Name: "one", Requires: []*analysis.Analyzer{required}, Run: required.Run}}
	for range 2 { // golangci-lint may make its linters more than once
		wrapFailures(all)
	}
	for _, a := range []*analysis.Analyzer{all[0], required} {
		fails = true
		if _, err := a.Run(nil); errors.Unwrap(err) != failure || err.Error() != failure.Error() { //nolint:errorlint // the host unwraps once
			t.Errorf("%s fails with %v, which wraps %v", a.Name, err, errors.Unwrap(err))
		}
		fails = false
		if result, err := a.Run(nil); result != "result" || err != nil {
			t.Errorf("%s gives %v, %v", a.Name, result, err)
		}
	}
}
