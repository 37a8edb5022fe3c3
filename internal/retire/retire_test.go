package retire_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/retire"
)

var update = flag.Bool("update", false, "write the golden files")

// module is the analyzers' test module, whose packages use real bindings.
func module(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "analyzers", "testdata", "mod"))
	if err != nil {
		t.Fatal(err)
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func options(dir string, patterns ...string) driver.Options {
	return driver.Options{Dir: dir, Patterns: patterns, Inputs: inputs.Options{Today: "2026-09-01", Standalone: true}}
}

// TestMake retires features in packages that have every shape of a guard. That the result compiles is checked by Make, which says so where it
// does not.
func TestMake(t *testing.T) {
	for feature, pkgs := range map[string][]string{
		"policy_code_hash": {"dual", "duty", "left", "wrappers"},
		"settlement_epoch": {"strict"},
	} {
		t.Run(feature, func(t *testing.T) {
			dir := module(t)
			var patterns []string
			for _, pkg := range pkgs {
				patterns = append(patterns, "./staleretire/"+pkg)
			}
			out, err := retire.Make(context.Background(), feature, options(dir, patterns...))
			if err != nil {
				t.Fatal(err)
			}
			if len(out.Plan.LeftOut) > 0 || out.Plan.Conflicts > 0 {
				t.Errorf("%d conflicts, and left out: %s", out.Plan.Conflicts, strings.Join(out.Plan.LeftOut, "\n"))
			}
			golden(t, filepath.Join("testdata", feature+".golden"), listed(out))
			changed := 0
			for _, file := range out.Plan.Files {
				golden(t, file.Path+".golden", string(file.After))
				changed++
			}
			if changed != len(pkgs) {
				t.Errorf("%d files are changed, want one of each package", changed)
			}
		})
	}
}

func listed(out *retire.Outcome) string {
	var list strings.Builder
	for _, f := range out.Done {
		fmt.Fprintf(&list, "done %s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
	}
	for _, f := range out.Left {
		fmt.Fprintf(&list, "left %s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
	}
	return list.String()
}

func TestUnknownFeature(t *testing.T) {
	for name, want := range map[string]string{
		"policy_codehash":  `feature "policy_codehash" is not in compat.yaml: did you mean "policy_code_hash"?`,
		"something_unlike": `feature "something_unlike" is not in compat.yaml: compatlint registry show lists the features`,
	} {
		_, err := retire.Make(context.Background(), name, options(module(t), "./staleretire/dual"))
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
