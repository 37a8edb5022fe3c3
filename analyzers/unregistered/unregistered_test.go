package unregistered_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/analyzers/unregistered"
	"github.com/compatlint/compatlint/compatregistry"
)

// TestUses has new functions in every form of a use, beside functions that are locked, registered or admitted.
func TestUses(t *testing.T) {
	analyzertest.Run(t, unregistered.Analyzer, "unregistered/app")
}

// TestIndirect reaches a binding through another package.
func TestIndirect(t *testing.T) {
	analyzertest.Run(t, unregistered.Analyzer, "unregistered/nobinding")
}

func TestWithoutLock(t *testing.T) {
	analyzertest.Run(t, unregistered.Analyzer, "unregistered/nolock")
}

func TestSiblings(t *testing.T) {
	analyzertest.Run(t, unregistered.Analyzer, "unregistered/siblings/...")
}

// TestMessages pins what users read, to the letter.
func TestMessages(t *testing.T) {
	var got strings.Builder
	for _, pattern := range []string{"app", "siblings/app"} {
		for _, result := range analyzertest.Run(t, unregistered.Analyzer, "unregistered/"+pattern) {
			for _, f := range result.Findings {
				position := result.Action.Package.Fset.Position(f.Pos)
				fmt.Fprintf(&got, "%s/%s:%d:%d: %s: %s [%s]\n", pattern, filepath.Base(position.Filename), position.Line, position.Column,
					f.Severity, f.Message, f.Category)
			}
		}
	}
	analyzertest.Golden(t, filepath.Join("testdata", "messages.golden"), []byte(got.String()))
}

// TestCheckSiblings says of the registry what the findings say of the code.
func TestCheckSiblings(t *testing.T) {
	dir := filepath.Join(analyzertest.Dir(), "unregistered", "siblings")
	registry, err := compatregistry.Load(filepath.Join(dir, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	lock, err := compatregistry.ReadLock(filepath.Join(dir, "compat.lock"))
	if err != nil {
		t.Fatal(err)
	}
	got := unregistered.CheckSiblings(registry, lock)
	for i := range got {
		got[i].File = filepath.Base(got[i].File)
	}
	analyzertest.Golden(t, filepath.Join("testdata", "siblings.golden"), []byte(got.Error()+"\n"))
	if without := unregistered.CheckSiblings(registry, nil); len(without) != 2 {
		t.Errorf("without a lock file there are %d problems, want the two entries that leave a sibling out:\n%v", len(without), without)
	}
}
