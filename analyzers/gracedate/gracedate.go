package gracedate

import (
	_ "embed"
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
)

//go:embed doc.go
var source string

// Analyzer reports expired windows and dates that differ. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "gracedate",
	Doc:        docs.MustExtract(source, "gracedate"),
	URL:        finding.URL("gracedate"),
	Requires:   []*analysis.Analyzer{guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		pass:      pass,
		Result:    pass.ResultOf[guard.Analyzer].(*guard.Result),
		remaining: map[*compatregistry.Feature]bool{},
	}
	c.uses()
	for _, w := range c.Wrappers {
		c.wrapper(w)
	}
	c.assignments()
	c.reads()
	c.probes()
	c.directives()
	if !c.Inputs.Options.Standalone {
		c.unused()
	}
	return finding.Report(pass, c.findings), nil
}

type checker struct {
	*guard.Result
	pass      *analysis.Pass
	findings  []finding.Finding
	remaining map[*compatregistry.Feature]bool // expired features that something in the package still has to do with
}

func (c *checker) skip(pos token.Pos) bool {
	return !c.Inputs.Options.Tests && inputs.IsTestFile(c.pass.Fset, pos)
}
