package baseline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/baseline"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
)

const header = "# compatlint baseline 1; written by compatlint -baseline FILE -update-baseline\n"

const entry = "p\tF\tdirectcall\tunguarded\t0xe998a088\tcode_hash\tPolicy.hash()\n"

func read(t *testing.T, text string) (*baseline.Baseline, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "known.txt")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return baseline.Read(path)
}

func mustRead(t *testing.T, text string) *baseline.Baseline {
	t.Helper()
	b, err := read(t, text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// unguarded is the finding that entry accepts, at a line.
func unguarded(line int) driver.Finding {
	return driver.Finding{
		Place: driver.Place{File: "a.go", Line: line, Column: 1}, Analyzer: "directcall", Category: "unguarded", Severity: finding.Error,
		Message: "m", Package: "p", Function: "F", Contract: "Policy", Signature: "hash()", Selector: "0xe998a088", Feature: "code_hash",
	}
}

// report is the report of a run that looked at package p only.
func report(t *testing.T, findings ...driver.Finding) *driver.Report {
	t.Helper()
	return driver.NewReport("/svc", []string{"p"}, findings)
}

// lines are the places that a report names.
func lines(r *driver.Report) []string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, filepath.Base(f.File)+":"+string(rune('0'+f.Line))+" "+f.Analyzer)
	}
	return all
}

// TestApplyCounts checks that an entry accepts one finding, and that one too many fails.
func TestApplyCounts(t *testing.T) {
	for name, test := range map[string]struct {
		entries, findings int
		want              []string
	}{
		"as many":        {2, 2, nil},
		"one new":        {1, 2, []string{"a.go:2 directcall"}},
		"one mended":     {2, 1, []string{"known.txt:3 baseline"}},
		"all mended":     {2, 0, []string{"known.txt:2 baseline", "known.txt:3 baseline"}},
		"empty baseline": {0, 1, []string{"a.go:1 directcall"}},
	} {
		b := mustRead(t, header+strings.Repeat(entry, test.entries))
		var findings []driver.Finding
		for i := range test.findings {
			findings = append(findings, unguarded(i+1))
		}
		r := report(t, findings...)
		b.Apply(r)
		if diff := cmp.Diff(test.want, lines(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if want := min(test.entries, test.findings); r.Stats.InBaseline != want {
			t.Errorf("%s: %d findings are said to be in the baseline, want %d", name, r.Stats.InBaseline, want)
		}
	}
}

// TestApplyMatches checks what an entry accepts: its line may differ, all else may not.
func TestApplyMatches(t *testing.T) {
	for name, change := range map[string]func(f *driver.Finding){
		"package":  func(f *driver.Finding) { f.Package = "q" },
		"function": func(f *driver.Finding) { f.Function = "G" },
		"analyzer": func(f *driver.Finding) { f.Analyzer = "dualpath" },
		"category": func(f *driver.Finding) { f.Category = "other" },
		"selector": func(f *driver.Finding) { f.Selector = "0xe998a089" },
		"feature":  func(f *driver.Finding) { f.Feature = "other" },
	} {
		f := unguarded(1)
		change(&f)
		r := report(t, f)
		mustRead(t, header+entry).Apply(r)
		if len(r.Findings) != 2 {
			t.Errorf("another %s: %v, want the finding and that the entry matches nothing", name, lines(r))
		}
	}
	f := unguarded(77)
	f.Column, f.Message, f.Severity = 5, "worded anew", finding.Warning
	r := report(t, f)
	mustRead(t, header+entry).Apply(r)
	if len(r.Findings) != 0 {
		t.Errorf("the finding at another line: %v", lines(r))
	}
}

// TestApplyLooksAtWhatRan checks that entries of packages that a run was not asked for are not said to match nothing.
func TestApplyLooksAtWhatRan(t *testing.T) {
	b := mustRead(t, header+strings.Replace(entry, "p\t", "other.org/q\t", 1)+strings.Replace(entry, "p\t", "-\t", 1))
	r := report(t)
	b.Apply(r)
	if want := []string{"known.txt:3 baseline"}; !slices.Equal(lines(r), want) {
		t.Errorf("got %v, want %v: the registry is looked at by every run, package q by this one not", lines(r), want)
	}
}

func TestUnmatchedMessage(t *testing.T) {
	r := report(t)
	b := mustRead(t, header+entry)
	b.Path = "/svc/known.txt"
	b.Apply(r)
	const want = "no finding matches this entry any more: directcall/unguarded of Policy.hash() in F of package p; remove the line, " +
		"or write the file again with compatlint -baseline known.txt -update-baseline"
	if f := r.Findings[0]; f.Message != want || f.Severity != finding.Error || f.File != "known.txt" || f.Line != 2 {
		t.Errorf("got %+v, want the message\n%s", f, want)
	}
	if !slices.Contains(r.Rules, baseline.Rule) {
		t.Error("the report does not describe the rule")
	}
}

// TestExpired checks that a window that has ended is reported, whatever the baseline says.
func TestExpired(t *testing.T) {
	expired := unguarded(1)
	expired.Analyzer, expired.Category = "gracedate", "expired"
	r := report(t, expired)
	updated, added, _ := (&baseline.Baseline{}).Update(r)
	if len(updated.Entries) != 0 || added != 0 {
		t.Errorf("it is accepted: %+v", updated.Entries)
	}
	if updated.Apply(r); len(r.Findings) != 1 {
		t.Errorf("it is not reported: %v", lines(r))
	}
}

func TestUpdate(t *testing.T) {
	warning, other := unguarded(3), unguarded(4)
	warning.Severity = finding.Warning
	other.Function, other.Signature, other.Selector, other.Contract = "", "", "", ""
	gone := strings.Replace(entry, "F", "Gone", 1)
	elsewhere := strings.Replace(entry, "p\t", "other.org/q\t", 1)
	b := mustRead(t, header+elsewhere+gone+entry)
	r := report(t, unguarded(1), unguarded(2), warning, other)
	updated, added, removed := b.Update(r)
	want := header + elsewhere + "p\t-\tdirectcall\tunguarded\t-\tcode_hash\t-\n" + entry + entry
	if diff := cmp.Diff(want, string(updated.Text())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if added != 2 || removed != 1 {
		t.Errorf("%d added and %d removed, want 2 and 1", added, removed)
	}
	again := mustRead(t, string(updated.Text()))
	if again.Apply(r); len(r.Findings) != 1 || r.Findings[0].Severity != finding.Warning {
		t.Errorf("with what was written there remain %v, want the warning", lines(r))
	}
}

func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "1:1: the baseline is empty",
		entry:                          `1:1: this is no baseline: the first line has to begin with "# compatlint baseline 1;"`,
		"# compatlint baseline 2; x\n": "1:1: this is no baseline",
		header + "\n": "2:1: an entry has 7 fields with tabs between them (package, function, analyzer, category, " +
			"selector, feature, symbol), this line has 1",
		header + entry + "<<<<<<< HEAD\n":                                                 "3:1: an entry has 7 fields",
		header + strings.Replace(entry, "\tF", "\t", 1):                                   `2:3: function "": write - for none`,
		header + strings.Replace(entry, "\tF", "\t F", 1):                                 `2:3: function " F": write - for none, and no spaces around a value`,
		header + strings.Replace(entry, "directcall", "-", 1):                             "2:5: an entry needs its analyzer",
		header + strings.Replace(entry, "unguarded", "-", 1):                              "2:16: an entry needs its category",
		header + strings.Replace(entry, "0xe998a088", "0xE998A088", 1):                    `2:26: selector "0xE998A088" is not of the form 0x01234567`,
		header + strings.Replace(entry, "directcall\tunguarded", "gracedate\texpired", 1): "2:1: that a grace window has ended cannot be accepted",
	} {
		_, err := read(t, text)
		if err == nil || !strings.Contains(err.Error(), "known.txt:"+want) {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

// TestReadAll checks that all that is wrong is said at once, and that the ends of lines do not matter.
func TestReadAll(t *testing.T) {
	_, err := read(t, header+"a\nb\n")
	if err == nil || !strings.Contains(err.Error(), ":2:1: ") || !strings.Contains(err.Error(), ":3:1: ") {
		t.Errorf("error is %v", err)
	}
	if b := mustRead(t, strings.ReplaceAll(header+entry, "\n", "\r\n")); len(b.Entries) != 1 || b.Entries[0].Symbol != "Policy.hash()" {
		t.Errorf("with the ends of Windows there are %+v", b.Entries)
	}
	if _, err := baseline.Read(filepath.Join(t.TempDir(), "known.txt")); !os.IsNotExist(err) {
		t.Errorf("a file that does not exist: %v", err)
	}
}
