package render_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/render"
)

func report(severities ...finding.Severity) *driver.Report {
	r := &driver.Report{
		Stats: driver.Stats{Uses: 3, Unguarded: 2, Selectors: 1},
		Rules: []driver.Rule{{Name: "directcall", Doc: "directcall: find calls", URL: "https://example.com/directcall"}},
	}
	for i, severity := range severities {
		r.Findings = append(r.Findings, driver.Finding{
			Place: driver.Place{File: "a.go", Line: i + 1, Column: 2}, Analyzer: "directcall", Severity: severity, Message: "<message>", Package: "p",
		})
	}
	return r
}

func baselined() *driver.Report {
	r := report()
	r.Stats.InBaseline = 1
	return r
}

func TestSummary(t *testing.T) {
	const looked = " (3 uses of 1 registered selector, 1 guarded)"
	for name, test := range map[string]struct {
		report *driver.Report
		want   string
	}{
		"nothing":  {report(), "no findings" + looked},
		"one":      {report(finding.Error), "1 finding in 1 file: directcall 1" + looked},
		"several":  {report(finding.Error, finding.Error), "2 findings in 1 file: directcall 2" + looked},
		"warnings": {report(finding.Warning, finding.Warning), "no findings, 2 warnings in 1 file: directcall 2" + looked},
		"baseline": {baselined(), "no findings, 1 finding in the baseline" + looked},
		"both":     {report(finding.Error, finding.Warning, finding.Error), "2 findings and 1 warning in 1 file: directcall 3" + looked},
	} {
		var out strings.Builder
		if err := render.Write(&out, "text", test.report, render.Options{}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if got := lines[len(lines)-1]; got != test.want {
			t.Errorf("%s: summary is\n%q, want\n%q", name, got, test.want)
		}
	}
}

// TestTextGroupsFiles checks that an empty line stands between the findings of two files and before the summary, and nowhere else.
func TestTextGroupsFiles(t *testing.T) {
	r := report(finding.Error, finding.Warning, finding.Error)
	r.Findings[2].File = "b.go"
	var out strings.Builder
	if err := render.Write(&out, "text", r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	const want = "a.go:1:2: <message> (directcall)\na.go:2:2: warning: <message> (directcall)\n\nb.go:3:2: <message> (directcall)\n\n" +
		"2 findings and 1 warning in 2 files: directcall 3 (3 uses of 1 registered selector, 1 guarded)\n"
	if out.String() != want {
		t.Errorf("text is\n%s\nwant\n%s", out.String(), want)
	}
}

// TestJSONIsComplete checks that lists are never null, which readers in other languages trip over, and that text is left as it is.
func TestJSONIsComplete(t *testing.T) {
	for name, r := range map[string]*driver.Report{"empty": {}, "full": report(finding.Error)} {
		var out strings.Builder
		if err := render.Write(&out, "json", r, render.Options{}); err != nil {
			t.Fatal(err)
		}
		var document map[string]json.RawMessage
		if err := json.Unmarshal([]byte(out.String()), &document); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, key := range []string{"findings", "uses"} {
			if !strings.HasPrefix(string(document[key]), "[") {
				t.Errorf("%s: %s is %s, want a list", name, key, document[key])
			}
		}
		if string(document["version"]) != "1" {
			t.Errorf("%s: version is %s, want 1", name, document["version"])
		}
		if len(r.Findings) > 0 && !strings.Contains(out.String(), `"<message>"`) {
			t.Errorf("%s: the message is escaped: %s", name, out.String())
		}
	}
}

// TestWriteErrors checks that a writer that fails, such as a full disk, is not taken for success.
func TestWriteErrors(t *testing.T) {
	r := report(finding.Error)
	write := map[string]func() error{
		"vet":   func() error { return render.Vet(failing{}, r) },
		"stats": func() error { return render.Stats(failing{}, r.Stats) },
	}
	for _, format := range append(render.Formats, "xml") {
		write[format] = func() error { return render.Write(failing{}, format, r, render.Options{Excerpts: true}) }
	}
	for name, write := range write {
		if write() == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if render.Known("xml") || !render.Known("json") {
		t.Error("Known does not tell formats apart")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// TestStats checks that every kind of guard and every phase has its line.
func TestStats(t *testing.T) {
	var out strings.Builder
	stats := driver.Stats{
		Registries: []string{"a/compat.yaml", "compat.yaml"}, Packages: 3, Features: 2, Selectors: 4,
		Uses: 7, Guarded: map[string]int{"wrapper": 4, "dual path": 1}, Unguarded: 2, Generated: 5, InBaseline: 1,
		Phases: []driver.Phase{{Name: "loading", Took: 1234567 * time.Microsecond}, {Name: "analysing", Took: 40 * time.Microsecond}},
	}
	if err := render.Stats(&out, stats); err != nil {
		t.Fatal(err)
	}
	const want = `registry               a/compat.yaml compat.yaml
features registered    2
selectors registered   4
packages analysed      3
uses seen              7
  dual path            1
  wrapper              4
  not guarded          2
uses in tests          not looked at without -tests
uses in generated      5
findings in baseline   1
time loading           1.235s
time analysing         0s
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
