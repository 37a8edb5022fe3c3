package oracle

import (
	"errors"
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/compatlint/compatlint/analyzers/directcall"
	"github.com/compatlint/compatlint/analyzers/dualpath"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
)

// The package that the functions belong to, and the command that runs them.
const (
	generatedPackage = "example.com/lint/guards/generated"
	runPackage       = generatedPackage + "/run"
)

// A Judgement is what the analyzers say about one unit.
type Judgement struct {
	Findings []string
	uses     int // that can run
	gated    int // of these, by a gate
}

// Accepted reports whether nothing is reported in the unit.
func (j Judgement) Accepted() bool { return len(j.Findings) == 0 }

// loadBase loads the package that the functions belong to, without them. dir is the analyzers' test module.
func loadBase(dir string) (*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Mode: driver.LoadMode, Dir: dir}, generatedPackage)
	if err != nil {
		return nil, err
	}
	if len(pkgs) != 1 || packages.PrintErrors(pkgs) > 0 {
		return nil, fmt.Errorf("cannot load %s", generatedPackage)
	}
	return pkgs[0], nil
}

// analyze judges the units of a chunk.
func (c *chunk) analyze() (map[int]*Judgement, error) {
	suite := []*analysis.Analyzer{directcall.Analyzer, dualpath.Analyzer, guard.Analyzer}
	graph, err := checker.Analyze(suite, []*packages.Package{c.pkg}, nil)
	if err != nil {
		return nil, err
	}
	all := map[int]*Judgement{}
	for _, u := range c.units {
		all[u.Number] = &Judgement{}
	}
	var failures []error
	for _, action := range graph.Roots {
		if action.Err != nil {
			return nil, action.Err
		}
		switch result := action.Result.(type) {
		case []finding.Finding:
			for _, f := range result {
				u, ok := c.unitAt(f.Pos)
				if !ok {
					failures = append(failures, fmt.Errorf("%s: %s", c.base.Fset.Position(f.Pos), f.Message))
					continue
				}
				all[u.Number].Findings = append(all[u.Number].Findings, f.Category)
			}
		case *guard.Result:
			c.count(result.Verdicts, all)
		}
	}
	return all, errors.Join(failures...)
}

// count counts the uses of each unit, and how many are guarded by a gate.
func (c *chunk) count(verdicts []*guard.Verdict, all map[int]*Judgement) {
	for _, v := range verdicts {
		u, ok := c.unitAt(v.Use.Node.Pos())
		if !ok || v.Kind == guard.Unreachable {
			continue
		}
		all[u.Number].uses++
		if v.Kind == guard.Gate {
			all[u.Number].gated++
		}
	}
}
