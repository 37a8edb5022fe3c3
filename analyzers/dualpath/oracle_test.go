package dualpath_test

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
)

const oraclePackage = analyzertest.Module + "/guards/oracle"

// Functions of package oracle that behave and are reported all the same. Each is a form that the analysis gives up on.
var givenUpOn = map[string]string{
	"textOfError": "the text of an error happens to be enough for the errors of the test",
}

// TestAcceptedFunctionsBehave judges functions and runs them, with every outcome of the call and every state of the flag. Whatever the
// analyzers accept has to behave; what behaves as it is written has to be accepted, except for the forms given up on.
func TestAcceptedFunctionsBehave(t *testing.T) {
	if err := inputs.Analyzer.Flags.Set("today", analyzertest.DefaultToday); err != nil {
		t.Fatal(err)
	}
	pkg := loadOracle(t, nil)
	all := mutants(pkg.Fset, pkg.Syntax, readFile(t))
	all, source := compiling(t, pkg, all)
	overlay := map[string][]byte{filepath.Join(analyzertest.Dir(), "guards", "oracle", "mutants.go"): source}

	findings, gated := judge(t, loadOracle(t, overlay))
	wrong := execute(t, overlay)
	for name := range gated {
		maps.DeleteFunc(wrong[name], func(_, text string) bool {
			return !strings.HasPrefix(text, "serves legacy") || strings.Contains(strings.ToLower(name), "supports")
		})
	}

	base := bases(pkg)
	counts := map[string]int{}
	for _, name := range names(pkg, all) {
		accepted, behaves := len(findings[name]) == 0, len(wrong[name]) == 0
		isBase := slices.Contains(base, name)
		switch {
		case wrong[name] == nil:
			t.Errorf("%s was not run", name)
		case accepted && !behaves:
			t.Errorf("%s is accepted, but %v\n%s", name, wrong[name], sourceOf(all, name))
		case !accepted && behaves && isBase && givenUpOn[name] == "":
			t.Errorf("%s behaves, but is reported: %s", name, strings.Join(findings[name], "\n\t"))
		case accepted && givenUpOn[name] != "":
			t.Errorf("%s is accepted now; take it off the list", name)
		case !accepted && behaves:
			counts["cautious"]++
			t.Logf("%s behaves, but is reported: %s", name, strings.Join(findings[name], "\n\t"))
		case accepted:
			counts["accepted"]++
		default:
			counts["reported"]++
		}
	}
	t.Logf("%d functions, %d mutants: %v", len(base), len(all), counts)
	if len(base) < 60 || counts["reported"] < 300 || counts["cautious"] > counts["reported"]/5 {
		t.Errorf("%d functions and %v are not what this test is made for", len(base), counts)
	}
}

func sourceOf(all []mutant, name string) string {
	for _, m := range all {
		if m.name == name {
			return m.source
		}
	}
	return ""
}

func readFile(t *testing.T) func(string) []byte {
	return func(name string) []byte {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
}

func loadOracle(t *testing.T, overlay map[string][]byte) *packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: analyzertest.Dir(), Overlay: overlay}, oraclePackage)
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) != 1 || packages.PrintErrors(pkgs) > 0 {
		t.Fatalf("cannot load %s", oraclePackage)
	}
	return pkgs[0]
}

// judge returns the messages about each function, and the functions that are guarded by a gate alone: what they do with an error behind
// it is ordinary error handling, and a supports guard need not ask the flag.
func judge(t *testing.T, pkg *packages.Package) (messages map[string][]string, gated map[string]bool) {
	t.Helper()
	suite := []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer, guard.Analyzer}
	graph, err := checker.Analyze(suite, []*packages.Package{pkg}, nil)
	if err != nil {
		t.Fatal(err)
	}
	messages, gated = map[string][]string{}, map[string]bool{}
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Fatal(action.Err)
		}
		switch result := action.Result.(type) {
		case []finding.Finding:
			for _, f := range result {
				messages[f.Function] = append(messages[f.Function], f.Category+": "+f.Message)
			}
		case *guard.Result:
			for _, v := range result.Verdicts {
				other, seen := gated[v.Function]
				gated[v.Function] = v.Kind == guard.Gate && (other || !seen)
			}
		}
	}
	maps.DeleteFunc(gated, func(_ string, alone bool) bool { return !alone })
	return messages, gated
}

// execute runs every function in every scenario and returns what each did wrong.
func execute(t *testing.T, overlay map[string][]byte) map[string]map[string]string {
	t.Helper()
	dir := t.TempDir()
	replace := map[string]string{}
	for name, source := range overlay {
		file := filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(file, source, 0o600); err != nil {
			t.Fatal(err)
		}
		replace[name] = file
	}
	config, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlayFile := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlayFile, config, 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "run", "-overlay", overlayFile, oraclePackage+"/run")
	command.Dir = analyzertest.Dir()
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go run: %v", err)
	}
	var wrong map[string]map[string]string
	if err := json.Unmarshal(out, &wrong); err != nil {
		t.Fatal(err)
	}
	return wrong
}
