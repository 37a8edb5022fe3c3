package gracedate_test

import (
	"testing"

	"github.com/compatlint/compatlint/analyzers/gracedate"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

// TestWindows sets the clock before, on and after the first day on which legacy is refused.
func TestWindows(t *testing.T) {
	for _, test := range []struct {
		pattern string
		today   string
		options []analyzertest.Option
	}{
		{pattern: "open", today: "2026-04-15"},
		{pattern: "open", today: "2026-09-30"},
		{pattern: "ended", today: "2026-10-01"},
		{pattern: "ended", today: "2026-11-14"},
		{pattern: "unused", today: "2026-10-01"},
		{pattern: "unusedstandalone", today: "2026-09-30"},
		{pattern: "unusedstandalone", today: "2026-10-01", options: []analyzertest.Option{analyzertest.Standalone()}},
		{pattern: "unrelated", today: "2026-10-01"},
	} {
		t.Run(test.pattern+" on "+test.today, func(t *testing.T) {
			analyzertest.Run(t, gracedate.Analyzer, "gracedate/"+test.pattern, append(test.options, analyzertest.Today(test.today))...)
		})
	}
}

func TestFixes(t *testing.T) {
	analyzertest.RunWithFixes(t, gracedate.Analyzer, "gracedate/fixes")
}
