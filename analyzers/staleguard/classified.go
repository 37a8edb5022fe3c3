package staleguard

import (
	"go/ast"
	"slices"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/report"
	"github.com/compatlint/compatlint/internal/uses"
)

// classifiers reports uses of features that need no guard any more, whose error the code still tells apart. A classifier is given no name of a
// feature, so the uses tell: they are found and judged as if the features were still in their windows.
func (l *leftovers) classifiers() {
	if !l.classifies() {
		return
	}
	judged := guard.Judge(l.pass, uses.Find(l.pass, uses.Suppose(l.Inputs, l.reopened())))
	for _, v := range judged.Verdicts {
		feature := l.Inputs.Registry.Feature(v.Use.Feature().Name)
		if !asked(v) || l.found[place{l.around(v.Use.Node.Pos()), feature.Name}] {
			continue
		}
		f := report.Use(v, guard.Defect{Fault: "stale-guard"}, staleClassifier(v.Use.Subject(), feature))
		f.Severity = finding.Error
		if feature.State == compatregistry.Strict {
			f.Severity = finding.Warning
		}
		l.findings = append(l.findings, f)
	}
}

// classifies reports whether the package asks of any error whether it is a selector miss.
func (l *leftovers) classifies() bool {
	found := false
	for _, file := range l.pass.Files {
		if l.skip(file.Package) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && !found {
				_, found = l.API.IsClassifier(call)
			}
			return !found
		})
	}
	return found
}

// reopened are the features that need no guard any more, as they were when they needed one.
func (l *leftovers) reopened() []*compatregistry.Feature {
	var features []*compatregistry.Feature
	for _, feature := range l.Inputs.Registry.Features {
		if over(feature) {
			reopened := *feature
			reopened.State = compatregistry.Planned
			features = append(features, &reopened)
		}
	}
	return features
}

// asked reports whether the code around a use asks if its error is a selector miss: as a guard that would do, or as one that would not.
func asked(v *guard.Verdict) bool {
	return v.Kind == guard.DualPath || slices.ContainsFunc(v.Defects, func(d guard.Defect) bool {
		switch d.Fault {
		case guard.StrictNotAsked, guard.StrictServesLegacy, guard.NotRecorded, guard.AlwaysRefused, guard.FalseRecord:
			return true
		}
		return false
	})
}
