// Package analyzertest runs analyzers over the packages of analyzers/testdata/mod and compares what they report with the packages'
// comments, as golang.org/x/tools/go/analysis/analysistest does.
//
// Unlike analysistest it loads no syntax of dependencies: that is how every real host loads packages, it is where the analyzers have to read
// bindings and directives from source themselves, and it takes a twentieth of the time on a module that imports go-ethereum. It can also run
// several analyzers together, sets the suite's clock, and sees warnings, which hosts are not told of.
//
// Expectations stand on the line of the finding:
//
//	p.GetPolicyCodeHash(opts) // want `first finding` `second finding`
//	p.Prune(opts)             // warn `a finding of severity warning`
//
// Each is a regular expression for the message followed by " [analyzer/category]".
package analyzertest

import (
	"flag"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/inputs"
)

// Module is the import path of the test module.
const Module = "example.com/lint"

// DefaultToday is the day the suite's clock stands on unless [Today] says otherwise.
const DefaultToday = "2026-09-01"

// Update is the -update flag of the tests: golden files are written instead of compared.
var Update = flag.Bool("update", false, "write the golden files")

// An Option changes how the analyzers are run.
type Option func(settings map[string]string)

// Today sets the clock, YYYY-MM-DD.
func Today(date string) Option { return set("today", date) }

// Tests makes the analyzers report in _test.go files too.
func Tests() Option { return set("tests", "true") }

// Standalone runs the analyzers as the standalone command does, which itself reports expired features that nothing uses.
func Standalone() Option { return set("standalone", "true") }

func set(name, value string) Option {
	return func(settings map[string]string) { settings[name] = value }
}

// Dir is the root of the test module.
func Dir() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "testdata", "mod")
}

// A Result is what one analyzer found in one package.
type Result struct {
	Action   *checker.Action
	Findings []finding.Finding // warnings included; empty for an analyzer whose result is something else
}

// Run runs one analyzer over the packages that pattern names in the test module, such as "directcall/v1" or "directcall/...", and reports
// every difference between findings and expectations to t. Tests may run in parallel.
func Run(t testing.TB, a *analysis.Analyzer, pattern string, opts ...Option) []Result {
	t.Helper()
	return RunTogether(t, []*analysis.Analyzer{a}, pattern, opts...)
}

// RunTogether is Run for several analyzers: each finding of any of them has to be expected.
func RunTogether(t testing.TB, analyzers []*analysis.Analyzer, pattern string, opts ...Option) []Result {
	t.Helper()
	pkgs := load(t, pattern)
	graph := analyze(t, analyzers, pkgs, opts)
	want := expectations{}
	for _, p := range pkgs {
		for _, file := range p.Syntax {
			want.read(t, p.Fset, file)
		}
	}
	var results []Result
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Errorf("%s: %v", action, action.Err)
			continue
		}
		findings, _ := action.Result.([]finding.Finding)
		results = append(results, Result{Action: action, Findings: findings})
		want.match(t, action, findings)
	}
	want.unmatched(t)
	return results
}

// load returns the packages with their test variants in place of the plain ones, without the generated test mains.
func load(t testing.TB, pattern string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: Dir(), Tests: true}, Module+"/"+pattern)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, err := range p.Errors {
			t.Error(err)
		}
	})
	if t.Failed() {
		t.FailNow()
	}
	variants := map[string]bool{}
	for _, p := range pkgs {
		variants[p.PkgPath] = variants[p.PkgPath] || p.ID != p.PkgPath
	}
	pkgs = slices.DeleteFunc(pkgs, func(p *packages.Package) bool {
		return strings.HasSuffix(p.PkgPath, ".test") || p.ID == p.PkgPath && variants[p.PkgPath]
	})
	if len(pkgs) == 0 {
		t.Fatalf("no packages match %s", pattern)
	}
	return pkgs
}

var flags sync.Mutex // the analyzers' flags are the process's

func analyze(t testing.TB, analyzers []*analysis.Analyzer, pkgs []*packages.Package, opts []Option) *checker.Graph {
	t.Helper()
	settings := map[string]string{"today": DefaultToday, "registry": "", "tests": "false", "standalone": "false"}
	for _, opt := range opts {
		opt(settings)
	}
	flags.Lock()
	defer flags.Unlock()
	for name, value := range settings {
		if err := inputs.Analyzer.Flags.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	graph, err := checker.Analyze(analyzers, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	return graph
}
