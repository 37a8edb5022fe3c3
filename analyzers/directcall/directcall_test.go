package directcall_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

// TestUses covers every form of a use, with what is none beside it: one package for each row of the specification's table.
func TestUses(t *testing.T) {
	analyzertest.Run(t, directcall.Analyzer, "directcall/...")
}

func TestBindingsReportNothing(t *testing.T) {
	analyzertest.Run(t, directcall.Analyzer, "bindings/...")
}

func TestTestFiles(t *testing.T) {
	analyzertest.Run(t, directcall.Analyzer, "withtests", analyzertest.Tests())
}

func TestExempt(t *testing.T) {
	analyzertest.Run(t, directcall.Analyzer, "exempt/...")
	analyzertest.Run(t, directcall.Analyzer, "helpers")
}

// TestLockedForwarders calls forwarders of another package, about which the lock file and the source do not agree.
func TestLockedForwarders(t *testing.T) {
	analyzertest.Run(t, directcall.Analyzer, "withlock/...")
}

// TestMessages pins what users read, to the letter.
func TestMessages(t *testing.T) {
	var got strings.Builder
	for _, result := range analyzertest.Run(t, directcall.Analyzer, "messages") {
		for _, f := range result.Findings {
			position := result.Action.Package.Fset.Position(f.Pos)
			fmt.Fprintf(&got, "%s:%d:%d: %s [%s]\n", filepath.Base(position.Filename), position.Line, position.Column, f.Message, f.Category)
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "messages.golden"), []byte(got.String()))
}
