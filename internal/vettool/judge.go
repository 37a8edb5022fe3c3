package vettool

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
)

// result is what the analyzers say about a package.
type result struct {
	pkg   *packages.Package
	graph *checker.Graph
}

// judge runs the analyzers. An error means that nothing can be said about the package.
func (u *unit) judge() (*result, error) {
	pkg, err := u.load(nil)
	if err != nil {
		return nil, err
	}
	graph, err := checker.Analyze(append(analyzers.All(), guard.Analyzer), []*packages.Package{pkg}, nil)
	if err != nil {
		return nil, err
	}
	if lines := failures(graph); len(lines) > 0 {
		return nil, &driver.UnusableError{Lines: lines}
	}
	for _, action := range graph.Roots {
		nameAnalyzer(action)
	}
	return &result{pkg, graph}, nil
}

// failures lists what the analyzers met, each once: one that needs the result of another repeats its error.
func failures(graph *checker.Graph) []string {
	var lines []string
	for action := range graph.All() {
		if action.Err == nil || slices.ContainsFunc(action.Deps, func(dep *checker.Action) bool { return dep.Err != nil }) {
			continue
		}
		for _, line := range driver.Lines("", action.Err) {
			if !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// nameAnalyzer puts an analyzer's diagnostics in order and its name behind their messages: go vet prints nothing else.
func nameAnalyzer(action *checker.Action) {
	for i := range action.Diagnostics {
		action.Diagnostics[i].Message += " (" + action.Analyzer.Name + ")"
	}
	slices.SortStableFunc(action.Diagnostics, func(a, b analysis.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), strings.Compare(a.Message, b.Message))
	})
}

// count is the number of findings.
func (r *result) count() int {
	n := 0
	for _, action := range r.graph.Roots {
		n += len(action.Diagnostics)
	}
	return n
}

// dependsOnTheDay reports whether the verdict can change on some day. Then a clock that was set is said.
func (r *result) dependsOnTheDay() bool {
	for _, action := range r.graph.Roots {
		if judged, ok := action.Result.(*guard.Result); ok {
			return r.count() > 0 || len(judged.Verdicts)+len(judged.Reads)+len(judged.Probes) > 0 || r.importsWindow(judged.Inputs.Registry)
		}
	}
	return false
}

// importsWindow reports whether the package imports what an ended window is reported at where nothing uses the feature any more.
func (r *result) importsWindow(registry *compatregistry.Registry) bool {
	return slices.ContainsFunc(r.pkg.Types.Imports(), func(imported *types.Package) bool {
		return imported.Path() == guardapi.CompatPath || slices.ContainsFunc(registry.Contracts, func(contract *compatregistry.Contract) bool {
			return bindings.Binds(contract, imported)
		})
	})
}

// errorText is an error as the go command prints it.
func errorText(err error) string { return strings.Join(driver.Lines("", err), "\n") }
