package render_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/render"
)

// These types read back what the tests look at.
type (
	artifact struct {
		URI       string
		URIBaseID string
	}
	region   struct{ StartLine, StartColumn, EndLine, EndColumn int }
	physical struct {
		ArtifactLocation artifact
		Region           region
	}
	location struct {
		ID               int
		PhysicalLocation physical
	}
	result struct {
		RuleID, Level       string
		RuleIndex           int
		Message             struct{ Text string }
		Locations           []location
		RelatedLocations    []location
		PartialFingerprints map[string]string
		Fixes               []struct {
			ArtifactChanges []struct {
				Replacements []struct {
					DeletedRegion   region
					InsertedContent *struct{ Text string }
				}
			}
		}
	}
	document struct {
		Runs []struct {
			Invocations []struct{ ExitCode int }
			Results     []result
			Tool        struct {
				Driver struct{ Rules []struct{ ID string } }
			}
		}
	}
)

// sarifOf prints a report as SARIF, holds it against the schema of the standard, and reads it back.
func sarifOf(t *testing.T, r *driver.Report) document {
	t.Helper()
	text := written(t, "sarif", r, render.Options{Version: "v1.2.3"})
	validate(t, text)
	var d document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func validate(t *testing.T, text string) {
	t.Helper()
	if err := schema(t).Validate(decoded(t, text)); err != nil {
		t.Errorf("the output does not match the schema: %v\n%s", err, text)
	}
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const name = "testdata/sarif-schema-2.1.0.json"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(name, decoded(t, string(data))); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// TestExampleMatchesSchema holds what the program prints about the example, which has findings of every kind, against the schema.
func TestExampleMatchesSchema(t *testing.T) {
	data, err := os.ReadFile("../../cmd/compatlint/testdata/avs.sarif.golden")
	if err != nil {
		t.Fatal(err)
	}
	validate(t, string(data))
}

// TestSchemaRejects checks that the schema that the output is held against refuses what is wrong.
func TestSchemaRejects(t *testing.T) {
	text := written(t, "sarif", report(finding.Error), render.Options{})
	for old, wrong := range map[string]string{
		`"startLine": 1`:   `"startLine": 0`,
		`"level": "error"`: `"level": "fatal"`,
		`"results": [`:     `"result": [`,
	} {
		changed := strings.Replace(text, old, wrong, 1)
		if changed == text {
			t.Errorf("the output has no %s", old)
		} else if schema(t).Validate(decoded(t, changed)) == nil {
			t.Errorf("the schema lets %s pass", wrong)
		}
	}
}

func TestSARIF(t *testing.T) {
	r := report(finding.Error, finding.Warning)
	r.Rules = append([]driver.Rule{{Name: "another", Doc: "another: find others\n\nOthers:\n\n\tcode()", URL: "https://example.com/another"}}, r.Rules...)
	run := sarifOf(t, r).Runs[0]
	if len(run.Results) != 2 || run.Results[0].Level != "error" || run.Results[1].Level != "warning" {
		t.Errorf("the results are %+v", run.Results)
	}
	for _, result := range run.Results {
		if result.RuleID != "directcall" || run.Tool.Driver.Rules[result.RuleIndex].ID != "directcall" {
			t.Errorf("rule %d is said to be %s among %+v", result.RuleIndex, result.RuleID, run.Tool.Driver.Rules)
		}
	}
	if run.Invocations[0].ExitCode != 1 {
		t.Errorf("with an error the exit code is %d", run.Invocations[0].ExitCode)
	}
	if run := sarifOf(t, report(finding.Warning)).Runs[0]; run.Invocations[0].ExitCode != 0 {
		t.Errorf("with a warning the exit code is %d", run.Invocations[0].ExitCode)
	}
	if run := sarifOf(t, report()).Runs[0]; run.Results == nil {
		t.Error("without findings there are no results: GitHub would not close alerts")
	}
	r.Rules = nil
	if err := render.Write(&strings.Builder{}, "sarif", r, render.Options{}); err == nil {
		t.Error("a finding of no rule is no error")
	}
}

// TestSARIFRule checks what GitHub shows of a rule: the documentation, as a web page has it.
func TestSARIFRule(t *testing.T) {
	r := report()
	r.Rules = []driver.Rule{{
		Name: "example", URL: "https://example.com/example",
		Doc: "example: find *examples*\n\nAn example is\nsuch a thing:\n\n\tf(x) // one\n\nOr two.",
	}}
	want := map[string]any{
		"id":               "example",
		"shortDescription": map[string]any{"text": "find *examples*"},
		"fullDescription":  map[string]any{"text": "An example is such a thing."},
		"help": map[string]any{
			"text":     r.Rules[0].Doc + "\n\nhttps://example.com/example",
			"markdown": "An example is such a thing:\n\n\tf(x) // one\n\nOr two.\n\n[Documentation](https://example.com/example)\n",
		},
		"helpUri":              "https://example.com/example",
		"defaultConfiguration": map[string]any{"level": "error"},
		"properties":           map[string]any{"precision": "very-high", "tags": []any{"compatibility", "ethereum", "reliability"}},
	}
	text := written(t, "sarif", r, render.Options{})
	validate(t, text)
	var d struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []map[string]any }
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, d.Runs[0].Tool.Driver.Rules[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSARIFColumns checks that columns count what GitHub and editors count: units of UTF-16.
func TestSARIFColumns(t *testing.T) {
	for source, want := range map[string]region{
		"a := «f(x)»\n":          {1, 6, 1, 10},
		"/*é*/ «f»()\n":          {1, 7, 1, 8},
		"\"🚀\" «f»()\n":          {1, 6, 1, 7},
		"\t«契約()»\n":             {1, 2, 1, 6},
		"\n/*é*/ «f(\n/*🚀*/)»\n": {2, 7, 3, 8},
		"«»f()\n":                {StartLine: 1, StartColumn: 1},
	} {
		if got := sarifOf(t, sourced(t, source)).Runs[0].Results[0].Locations[0].PhysicalLocation.Region; got != want {
			t.Errorf("%q: region is %+v, want %+v", source, got, want)
		}
	}
}

// TestSARIFFix checks that an insertion has an end: a region without one goes to the end of the line.
func TestSARIFFix(t *testing.T) {
	r := sourced(t, "/*é*/ «f»()\n")
	place := r.Findings[0].Place
	insertion := place
	insertion.EndLine, insertion.EndColumn = 0, 0
	r.Findings[0].Fix = &driver.Fix{Message: "mend it", Edits: []driver.Edit{{Place: insertion, NewText: "new"}, {Place: place}}}
	changes := sarifOf(t, r).Runs[0].Results[0].Fixes[0].ArtifactChanges
	if len(changes) != 1 || len(changes[0].Replacements) != 2 {
		t.Fatalf("the changes are %+v", changes)
	}
	inserted, deleted := changes[0].Replacements[0], changes[0].Replacements[1]
	if inserted.DeletedRegion != (region{1, 7, 1, 7}) || inserted.InsertedContent.Text != "new" {
		t.Errorf("the insertion is %+v", inserted)
	}
	if deleted.DeletedRegion != (region{1, 7, 1, 8}) || deleted.InsertedContent != nil {
		t.Errorf("the deletion is %+v", deleted)
	}
}

// TestSARIFRelated checks that the message links to the related places, without which GitHub does not show them.
func TestSARIFRelated(t *testing.T) {
	r := sourced(t, "a := «f(x)»\n")
	r.Findings[0].Message = "set(bytes32[])"
	r.Findings[0].Related = []driver.Related{{Place: r.Findings[0].Place, Message: "here"}, {Place: r.Findings[0].Place, Message: "there[0]"}}
	got := sarifOf(t, r).Runs[0].Results[0]
	if want := `set(bytes32\[\]) ([here](1), [there\[0\]](2))`; got.Message.Text != want {
		t.Errorf("the message is %s, want %s", got.Message.Text, want)
	}
	if len(got.RelatedLocations) != 2 || got.RelatedLocations[0].ID != 1 || got.RelatedLocations[1].ID != 2 {
		t.Errorf("the related locations are %+v", got.RelatedLocations)
	}
}

// TestFingerprints checks that a finding is the same after lines have moved, and is not the same as any other.
func TestFingerprints(t *testing.T) {
	base := report(finding.Error, finding.Error)
	base.Findings[0].Package, base.Findings[1].Package = "p", "p"
	before := fingerprints(t, base)
	if before[0] == before[1] {
		t.Error("two findings that look alike have one fingerprint")
	}
	for i := range base.Findings {
		base.Findings[i].Line += 100
		base.Findings[i].Column += 3
	}
	if after := fingerprints(t, base); after[0] != before[0] || after[1] != before[1] {
		t.Errorf("the fingerprints are %v after lines have moved, want %v", after, before)
	}
	for name, change := range map[string]func(f *driver.Finding){
		"category": func(f *driver.Finding) { f.Category = "x" },
		"package":  func(f *driver.Finding) { f.Package = "x" },
		"function": func(f *driver.Finding) { f.Function = "x" },
		"selector": func(f *driver.Finding) { f.Selector = "x" },
		"feature":  func(f *driver.Finding) { f.Feature = "x" },
	} {
		r := report(finding.Error)
		change(&r.Findings[0])
		if got := fingerprints(t, r)[0]; got == before[0] {
			t.Errorf("a finding of another %s has the same fingerprint", name)
		}
	}
}

func fingerprints(t *testing.T, r *driver.Report) []string {
	t.Helper()
	var all []string
	for _, result := range sarifOf(t, r).Runs[0].Results {
		all = append(all, result.PartialFingerprints["compatlint/v1"])
	}
	return all
}
