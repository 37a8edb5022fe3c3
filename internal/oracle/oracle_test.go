package oracle

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/compatlint/compatlint/internal/inputs"
)

var (
	functions = flag.Int("functions", 600, "how many functions to generate and compare")
	seed      = flag.Uint64("seed", 1, "what the functions are made from")
	show      = flag.Int("show", 5, "how many functions of each sort to show")
)

// The suite's clock stands where no feature of the test module's registry has expired.
const today = "2026-09-01"

// maxRejected is how many functions of the usual shapes that behave may be rejected, in percent.
const maxRejected = 2

// TestAcceptedFunctionsBehave generates functions, judges them and runs them. Whatever the analyzers accept has to behave, and of what
// behaves in one of the usual shapes hardly anything may be rejected.
func TestAcceptedFunctionsBehave(t *testing.T) {
	if err := inputs.Analyzer.Flags.Set("today", today); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	o := New(*seed, module(t), t.TempDir())
	if err := o.Compare(*functions); err != nil {
		t.Fatalf("seed %d: %v", *seed, err)
	}
	t.Logf("seed %d: %d functions, %d more did not compile, %d runs, %s\n%s",
		*seed, *functions, o.Dropped, o.Tally.runs, time.Since(began).Round(time.Second), o.Tally)
	for _, sort := range []string{unsound, broken} {
		if list := o.Show(sort, *show); len(list) > 0 {
			t.Errorf("%s:\n%s", sort, strings.Join(list, "\n"))
		}
	}
	behave, rejected := o.Tally.Usual()
	if rejected*100 > behave*maxRejected {
		t.Errorf("%d of %d functions of the usual shapes behave and are rejected:\n%s", rejected, behave,
			strings.Join(o.Show(cautious, *show), "\n"))
	}
	if behave < *functions/10 {
		t.Errorf("only %d functions of the usual shapes behave", behave)
	}
	if testing.Verbose() {
		t.Logf("%s:\n%s", different, strings.Join(o.Show(different, *show), "\n"))
	}
}

// module is the folder of the analyzers' test module.
func module(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "analyzers", "testdata", "mod"))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
