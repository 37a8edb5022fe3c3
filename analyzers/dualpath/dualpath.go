package dualpath

import (
	_ "embed"
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/fixes"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
	"github.com/compatlint/compatlint/internal/uses"
)

//go:embed doc.go
var source string

// Analyzer reports guards that do not guard. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "dualpath",
	Doc:        docs.MustExtract(source, "dualpath"),
	URL:        finding.URL("dualpath"),
	Requires:   []*analysis.Analyzer{inspect.Analyzer, guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[guard.Analyzer].(*guard.Result)
	mend := fixes.New(pass, result)
	var findings []finding.Finding
	for _, v := range result.Verdicts {
		for _, d := range v.Defects {
			if d.Fault != guard.Direct && d.Fault != guard.Escapes {
				f := report.Use(v, d, report.Guard(v, d))
				f.Fixes = mend.Guard(v)
				findings = append(findings, f)
			}
		}
		if servesTwoVersions(v) && v.Lockstep {
			findings = append(findings, report.Use(v, guard.Defect{Fault: "lockstep"}, report.Lockstep(v)))
		}
	}
	for _, w := range result.Wrappers {
		findings = append(findings, incomplete(result, w, mend)...)
	}
	for _, fn := range result.Contradicted {
		findings = append(findings, finding.Finding{
			Category: "no-classifier", Pos: fn.Pos(), End: fn.Pos() + token.Pos(len(fn.Name())), Function: uses.FunctionName(fn),
			Message: report.NoClassifier(uses.FunctionName(fn)),
		})
	}
	for _, promise := range result.Promises {
		findings = append(findings, report.Broken(promise))
	}
	findings = append(findings, dropped(pass, result)...)
	return finding.Report(pass, findings), nil
}

func servesTwoVersions(v *guard.Verdict) bool {
	return v.Kind == guard.DualPath || v.Kind == guard.Wrapper
}

// incomplete reports a wrapper that cannot serve both versions.
func incomplete(result *guard.Result, w *guard.WrapperLiteral, mend *fixes.Maker) []finding.Finding {
	name, _ := result.API.Constant(w.Feature)
	var findings []finding.Finding
	for _, d := range w.Defects {
		findings = append(findings, finding.Finding{
			Category: string(d.Fault), Pos: w.Literal.Pos(), End: w.TypeEnd(), Feature: name,
			Message: report.IncompleteWrapper(w.Wrapper, name, d.Name == "Legacy"),
			Fixes:   mend.Literal(w),
		})
	}
	return findings
}
