package directcall

import (
	_ "embed"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/fixes"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
)

//go:embed doc.go
var source string

// Analyzer reports uses without a guard. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "directcall",
	Doc:        docs.MustExtract(source, "directcall"),
	URL:        finding.URL("directcall"),
	Requires:   []*analysis.Analyzer{guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[guard.Analyzer].(*guard.Result)
	mend := fixes.New(pass, result)
	var findings []finding.Finding
	for _, v := range result.Verdicts {
		for _, d := range v.Defects {
			if d.Fault == guard.Direct || d.Fault == guard.Escapes {
				f := report.Use(v, d, report.Unguarded(v, d))
				f.Fixes = mend.Unguarded(v, d)
				findings = append(findings, f)
			}
		}
	}
	outdated, err := outdatedLock(pass, result)
	if err != nil {
		return nil, err
	}
	return finding.Report(pass, append(findings, outdated...)), nil
}
