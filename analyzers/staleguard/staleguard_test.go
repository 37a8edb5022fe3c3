package staleguard_test

import (
	"testing"

	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/staleguard"
)

func TestIgnores(t *testing.T) {
	analyzertest.Run(t, staleguard.Analyzer, "staleguard/ignores")
}

// TestWindowEnds sets the clock on the first day after the feature's window, and on a later one.
func TestWindowEnds(t *testing.T) {
	for _, today := range []string{"2026-10-01", "2026-11-14"} {
		t.Run(today, func(t *testing.T) {
			analyzertest.Run(t, staleguard.Analyzer, "staleguard/ended", analyzertest.Today(today))
		})
	}
}
