package unregistered

import (
	_ "embed"
	"go/ast"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/bindings"
	"github.com/compatlint/compatlint/internal/docs"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/uses"
)

//go:embed doc.go
var source string

// Analyzer reports uses of functions that nobody registered. Its result is the []finding.Finding it reported.
var Analyzer = &analysis.Analyzer{
	Name:       "unregistered",
	Doc:        docs.MustExtract(source, "unregistered"),
	URL:        finding.URL("unregistered"),
	Requires:   []*analysis.Analyzer{inspect.Analyzer, guard.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[[]finding.Finding](),
}

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[guard.Analyzer].(*guard.Result)
	if result.Inputs.Lock == nil {
		return []finding.Finding(nil), nil
	}
	findings := siblings(result)
	if features := supposed(pass, result); len(features) > 0 {
		findings = append(findings, newUses(pass, result, features)...)
	}
	return finding.Report(pass, findings), nil
}

// newUses finds the uses of new functions as if they were registered, which gives every form that a use can have.
func newUses(pass *analysis.Pass, result *guard.Result, features []*compatregistry.Feature) []finding.Finding {
	judged := guard.Judge(pass, uses.Find(pass, uses.Suppose(result.Inputs, features)))
	var findings []finding.Finding
	for _, v := range judged.Verdicts {
		if v.Kind == guard.Unreachable || v.Use.Form == uses.Duty || elsewhere(pass, result, v.Use) {
			continue
		}
		f := v.Use.Function
		contract := result.Inputs.Registry.Contract(f.Contract)
		findings = append(findings, finding.Finding{
			Category: "unregistered", Pos: v.Use.Node.Pos(), End: v.Use.Node.End(), Function: v.Function,
			Contract: f.Contract, Signature: f.Signature, Selector: f.Selector.String(),
			Message: unregistered(f, contract.Rollout == compatregistry.RolloutLockstep),
		})
	}
	return findings
}

// elsewhere reports whether a use may as well be of another contract, whose lock file has the function: a name, an interface's method or four
// bytes do not tell which contract they are for.
func elsewhere(pass *analysis.Pass, result *guard.Result, use *uses.Use) bool {
	switch use.Form {
	case uses.Named, uses.Interface, uses.Literal:
	default:
		return false
	}
	if call, ok := use.Node.(*ast.CallExpr); ok {
		if fn := bindings.Callee(pass.TypesInfo, call).Func(); fn != nil {
			if _, raw := result.Bindings.Raw(fn); raw {
				return false
			}
		}
	}
	return slices.ContainsFunc(result.Inputs.Lock.Selectors, func(s compatregistry.LockedSelector) bool {
		return s.Selector == use.Function.Selector && s.Contract != use.Function.Contract
	})
}
