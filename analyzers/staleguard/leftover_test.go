package staleguard_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/staleguard"
)

// TestLeftovers has every guard of a strict and of a retired feature beside the same of one in its window.
func TestLeftovers(t *testing.T) {
	analyzertest.Run(t, staleguard.Analyzer, "stale/leftover")
}

// TestClassified has dual paths that name no feature.
func TestClassified(t *testing.T) {
	analyzertest.Run(t, staleguard.Analyzer, "stale/classified")
}

// TestLeftoverMessages pins what users read, to the letter, with the severity.
func TestLeftoverMessages(t *testing.T) {
	var got strings.Builder
	for _, result := range analyzertest.Run(t, staleguard.Analyzer, "stale/...") {
		for _, f := range result.Findings {
			position := result.Action.Package.Fset.Position(f.Pos)
			fmt.Fprintf(&got, "%s:%d:%d: %s: %s [%s]\n", filepath.Base(position.Filename), position.Line, position.Column, f.Severity, f.Message, f.Category)
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "leftover.golden"), []byte(got.String()))
}
