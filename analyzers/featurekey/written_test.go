package featurekey_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/featurekey"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

// TestWritten has names in constants, sums, conversions and imports: each is reported once, where its text is written.
func TestWritten(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/written/...")
}

// TestPassing hands names through parameters, which is allowed where every call can be checked.
func TestPassing(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/passing")
}

// TestConfigured has a registry of its own, which names the package's functions as guards.
func TestConfigured(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/configured")
}

func TestDirectives(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/directives")
}

// TestTestFiles looks at the same test file without and with -tests: without, what it calls helpers with is nobody's business either.
func TestTestFiles(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/untested")
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/tested", analyzertest.Tests())
}

// TestMessages pins what users read, to the letter.
func TestMessages(t *testing.T) {
	var got strings.Builder
	for _, result := range analyzertest.Run(t, featurekey.Analyzer, "featurekey/messages") {
		for _, f := range result.Findings {
			position := result.Action.Package.Fset.Position(f.Pos)
			fmt.Fprintf(&got, "%s:%d:%d: %s [%s]\n", filepath.Base(position.Filename), position.Line, position.Column, f.Message, f.Category)
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "messages.golden"), []byte(got.String()))
}
