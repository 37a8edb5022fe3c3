// Package driver runs the suite over packages the way the standalone command does: it loads them, analyses them, and returns findings with
// resolved positions.
//
// It prints nothing; see package render. Other hosts (go vet, golangci-lint, nogo) bring drivers of their own.
package driver

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/compatlint/compatlint/internal/catalog"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
)

// Options say what to analyse.
type Options struct {
	Analyzers []*analysis.Analyzer
	Dir       string // working directory, absolute
	Patterns  []string
	Tags      string // as go build -tags
	Inputs    inputs.Options
	Overlay   map[string][]byte // what files are taken to hold, by their absolute names
}

// Run analyses the packages. An error means that nothing can be said about the code; it is never "no findings".
func Run(ctx context.Context, opts Options) (*Report, error) {
	if err := setFlags(opts.Inputs); err != nil {
		return nil, err
	}
	go readAhead(opts)
	r := newReport(opts)
	phase := r.clock()
	pkgs, err := load(ctx, opts)
	if err != nil {
		return nil, err
	}
	r.cover(pkgs)
	phase("loading")
	// The results of analyzers are kept for the ones that are asked for, so the judgements are asked for too: the statistics need them.
	graph, err := checker.Analyze(append(opts.Analyzers[:len(opts.Analyzers):len(opts.Analyzers)], guard.Analyzer), pkgs, nil)
	if err != nil {
		return nil, err
	}
	if lines := failures(opts.Dir, graph); len(lines) > 0 {
		return nil, &UnusableError{lines}
	}
	check := newBindingCheck()
	r.collect(graph, check)
	phase("analysing")
	if err := check.verify(ctx, opts); err != nil {
		return nil, err
	}
	phase("checking bindings")
	return r, nil
}

// Compiles reports what keeps the packages from being analysed, nil when nothing does.
func Compiles(ctx context.Context, opts Options) error {
	_, err := load(ctx, opts)
	return err
}

// clock returns a function that notes the phase which ends when it is called.
func (r *Report) clock() (phase func(name string)) {
	start := time.Now()
	return func(name string) {
		now := time.Now()
		r.Stats.Phases = append(r.Stats.Phases, Phase{name, now.Sub(start)})
		start = now
	}
}

// readAhead reads the registry while the go command lists packages. What is wrong with it is said by the analyzers, for each package.
func readAhead(opts Options) {
	if in, err := inputs.For(opts.Dir, opts.Inputs); err == nil {
		catalog.Of(in.Registry, in.Lock)
	}
}

// setFlags hands the options to the analyzers, which read them from their flags in every host.
func setFlags(o inputs.Options) error {
	for name, value := range map[string]string{
		"registry": o.Registry, "today": o.Today, "tests": fmt.Sprint(o.Tests), "standalone": "true",
	} {
		if err := inputs.Analyzer.Flags.Set(name, value); err != nil {
			return err
		}
	}
	return nil
}

// collect reads the results of the analyzers, none of which failed.
func (r *Report) collect(graph *checker.Graph, check *bindingCheck) {
	for action := range graph.All() {
		switch result := action.Result.(type) {
		case []finding.Finding:
			r.add(action, result)
		case *guard.Result:
			r.count(action.Package, result)
			check.see(result)
		}
	}
	r.finish()
}

// WorkingDir is os.Getwd with the symbolic links resolved, as the go command reports positions.
func WorkingDir() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}
