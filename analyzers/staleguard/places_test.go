package staleguard_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/staleguard"
)

// TestPlaces has ignores on a statement, above one, on a function and elsewhere, used beside unused.
func TestPlaces(t *testing.T) {
	analyzertest.Run(t, staleguard.Analyzer, "staleguard/places")
}

func TestTestFiles(t *testing.T) {
	analyzertest.Run(t, staleguard.Analyzer, "staleguard/untested")
	analyzertest.Run(t, staleguard.Analyzer, "staleguard/tested", analyzertest.Tests())
}

// TestMessages pins what users read, to the letter.
func TestMessages(t *testing.T) {
	var got strings.Builder
	for _, result := range analyzertest.Run(t, staleguard.Analyzer, "staleguard/messages", analyzertest.Today("2026-10-01")) {
		for _, f := range result.Findings {
			position := result.Action.Package.Fset.Position(f.Pos)
			fmt.Fprintf(&got, "%s:%d:%d: %s [%s]\n", filepath.Base(position.Filename), position.Line, position.Column, f.Message, f.Category)
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "messages.golden"), []byte(got.String()))
}
