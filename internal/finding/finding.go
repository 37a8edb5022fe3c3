// Package finding is what an analyzer reports: the findings with their structure.
//
// Wording them is for package report, deciding what is a finding for the analyzers, and printing findings for the hosts.
package finding

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
)

// A Severity says whether a finding fails the build.
type Severity string

// The severities. Hosts that know no warnings leave them out.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Finding is one defect of one place.
type Finding struct {
	Analyzer string
	Category string
	Severity Severity
	Pos, End token.Pos
	Message  string
	URL      string

	Contract  string // of the use; "" where there is none
	Signature string
	Selector  string // "0x…"
	Feature   string
	Function  string // the enclosing function; "" at package level

	// Related are places that explain the finding. They go into structured output only: golangci-lint would count each as a finding.
	Related []Related
	Fixes   []analysis.SuggestedFix // at most one
}

// A Related place explains a finding.
type Related struct {
	Pos     token.Pos
	Message string
}

const documentation = "https://pkg.go.dev/github.com/compatlint/compatlint/analyzers/"

// URL is where an analyzer is documented.
func URL(analyzer string) string { return documentation + analyzer }

// Report hands the errors among the findings to the host and returns all of them, as the result of the analyzer.
func Report(pass *analysis.Pass, findings []Finding) []Finding {
	for i := range findings {
		f := &findings[i]
		f.Analyzer, f.URL = pass.Analyzer.Name, pass.Analyzer.URL
		if f.Severity == "" {
			f.Severity = Error
		}
		if f.Severity == Error {
			pass.Report(f.diagnostic())
		}
	}
	return findings
}

func (f *Finding) diagnostic() analysis.Diagnostic {
	return analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Category, Message: f.Message, URL: f.URL, SuggestedFixes: f.Fixes,
	}
}

// SeverityOf is the severity of findings about a feature.
func SeverityOf(feature *compatregistry.Feature) Severity {
	if feature.Criticality == compatregistry.Warning {
		return Warning
	}
	return Error
}
