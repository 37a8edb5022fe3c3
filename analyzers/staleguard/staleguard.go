package staleguard

import (
	_ "embed"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/inputs"
	"github.com/compatlint/compatlint/internal/report"
)

//go:embed doc.go
var source string

// Analyzer reports guards that are no longer needed, and ignores and directives without effect. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "staleguard",
	Doc:        docs.MustExtract(source, "staleguard"),
	URL:        finding.URL("staleguard"),
	Requires:   []*analysis.Analyzer{inspect.Analyzer, guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[guard.Analyzer].(*guard.Result)
	var findings []finding.Finding
	for _, file := range pass.Files {
		if !result.Inputs.Options.Tests && inputs.IsTestFile(pass.Fset, file.Package) {
			continue
		}
		directives := result.Symbols.File(file)
		findings = append(findings, stray(file, directives)...)
		for _, d := range directives.All {
			if category, message, stale := judge(result, d); stale {
				findings = append(findings, finding.Finding{Category: category, Pos: d.Pos, End: d.End, Message: message})
			}
		}
	}
	findings = append(findings, leftover(pass, result)...)
	return finding.Report(pass, findings), nil
}

func judge(result *guard.Result, d *directive.Directive) (category, message string, stale bool) {
	switch {
	case d.Verb != directive.Ignore:
		return "", "", false
	case d.Problem != "":
		return "malformed-ignore", d.Problem, true
	}
	used := result.UsedIgnores[d]
	for _, name := range d.Features {
		feature := result.Inputs.Registry.Feature(name)
		if feature == nil || feature.State == compatregistry.Retired {
			return "", "", false // featurekey names the mistake
		}
		if !used[name] && inputs.IgnoreEnded(d, feature, result.Inputs.Today) {
			return "expired-ignore", report.IgnoreEnded(d, feature), true
		}
	}
	unused := *d
	unused.Features = slices.DeleteFunc(slices.Clone(d.Features), func(name string) bool { return used[name] })
	return "unused-ignore", report.IgnoreUnused(&unused), len(unused.Features) > 0
}
