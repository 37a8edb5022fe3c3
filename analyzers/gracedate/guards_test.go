package gracedate_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/gracedate"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

// TestGuards has every use and guard of expired features beside the same of open ones.
func TestGuards(t *testing.T) {
	for _, test := range []struct {
		pattern string
		today   string
		options []analyzertest.Option
	}{
		{pattern: "guards", today: "2026-10-01", options: []analyzertest.Option{analyzertest.Standalone()}},
		{pattern: "literals", today: "2026-09-30"},
		{pattern: "exempted/...", today: "2026-10-01"},
		{pattern: "runtimeonly", today: "2026-11-15"},
		{pattern: "untested", today: "2026-10-01"},
		{pattern: "tested", today: "2026-10-01", options: []analyzertest.Option{analyzertest.Tests()}},
	} {
		t.Run(test.pattern, func(t *testing.T) {
			analyzertest.Run(t, gracedate.Analyzer, "gracedate/"+test.pattern, append(test.options, analyzertest.Today(test.today))...)
		})
	}
}

// TestMessages pins what users read, to the letter.
func TestMessages(t *testing.T) {
	var got strings.Builder
	for _, result := range analyzertest.Run(t, gracedate.Analyzer, "gracedate/messages", analyzertest.Today("2026-10-01")) {
		for _, f := range result.Findings {
			position := result.Action.Package.Fset.Position(f.Pos)
			fmt.Fprintf(&got, "%s:%d:%d: %s: %s [%s]\n", filepath.Base(position.Filename), position.Line, position.Column, f.Severity, f.Message, f.Category)
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "messages.golden"), []byte(got.String()))
}
