package finding_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/finding"
)

// TestReport checks that hosts are told of errors only, without related places, and that everything comes back complete.
func TestReport(t *testing.T) {
	var told []analysis.Diagnostic
	pass := &analysis.Pass{
		Analyzer: &analysis.Analyzer{Name: "example", URL: finding.URL("example")},
		Report:   func(d analysis.Diagnostic) { told = append(told, d) },
	}
	found := finding.Report(pass, []finding.Finding{
		{Category: "one", Pos: 1, End: 2, Message: "an error", Related: []finding.Related{{Pos: 3}}},
		{Category: "two", Severity: finding.Warning, Message: "a warning"},
	})
	if len(told) != 1 || told[0].Message != "an error" || told[0].Category != "one" || told[0].URL != finding.URL("example") || len(told[0].Related) != 0 {
		t.Errorf("the host was told %+v", told)
	}
	if len(found) != 2 || found[0].Severity != finding.Error || found[1].Severity != finding.Warning {
		t.Errorf("got back %+v", found)
	}
	for _, f := range found {
		if f.Analyzer != "example" || f.URL != "https://pkg.go.dev/github.com/compatlint/compatlint/analyzers/example" {
			t.Errorf("%s: analyzer %q, URL %q", f.Category, f.Analyzer, f.URL)
		}
	}
}

func TestSeverityOf(t *testing.T) {
	for criticality, want := range map[compatregistry.Criticality]finding.Severity{
		compatregistry.Critical: finding.Error,
		compatregistry.Warning:  finding.Warning,
	} {
		if got := finding.SeverityOf(&compatregistry.Feature{Criticality: criticality}); got != want {
			t.Errorf("%s: got %s, want %s", criticality, got, want)
		}
	}
}
