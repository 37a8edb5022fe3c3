// Package baseline keeps findings that a team knows and has not mended yet, so that only new ones fail.
//
// A baseline is a multiset: two findings that look the same need two entries. Entries have no line numbers, so that code around a finding may
// change. Findings that a grace window has ended are never in one: the date would pass unseen.
package baseline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
)

// analyzer is the name under which entries that match nothing are reported.
const analyzer = "baseline"

// Rule describes the findings of this package, as the documentation of an analyzer does.
var Rule = driver.Rule{
	Name: analyzer,
	URL:  "https://github.com/compatlint/compatlint/blob/main/docs/formats.md#baselines",
	Doc: `baseline: find entries of the baseline that match nothing

What an entry accepted has been mended or has become another finding. The entry would accept the next mistake at its place, so it has to go:
write the file again with compatlint -baseline FILE -update-baseline.`,
}

// A Baseline is the entries of one file.
type Baseline struct {
	Path    string
	Entries []Entry
}

// An Entry accepts one finding.
type Entry struct {
	key
	Symbol string // the contract function, for whoever reads the file; "" where the finding is about none
	Line   int    // in the file
}

// A key says which findings an entry accepts. The analyzer and category belong to it, so that an entry for a missing guard does not accept a
// guard that serves legacy for every error.
type key struct {
	Package  string // "" for findings in a registry
	Function string // "" at package level
	Analyzer string
	Category string
	Selector string // "" where the finding is about none
	Feature  string // likewise
}

func entryOf(f *driver.Finding) Entry {
	e := Entry{key: key{f.Package, f.Function, f.Analyzer, f.Category, f.Selector, f.Feature}}
	if f.Signature != "" {
		e.Symbol = f.Contract + "." + f.Signature
	}
	return e
}

func compare(a, b Entry) int { return slices.Compare(a.fields(), b.fields()) }

// Apply takes the findings that the baseline has out of the report, and adds one for each entry of an analysed package that is left.
func (b *Baseline) Apply(r *driver.Report) {
	known := map[key][]Entry{}
	for _, e := range b.Entries {
		known[e.key] = append(known[e.key], e)
	}
	r.Findings = slices.DeleteFunc(r.Findings, func(f driver.Finding) bool {
		k := entryOf(&f).key
		if f.Expired() || len(known[k]) == 0 {
			return false
		}
		known[k] = known[k][1:]
		r.Stats.InBaseline++
		return true
	})
	for _, entries := range known {
		for _, e := range entries {
			if r.Analysed(e.Package) || r.Missing(e.Package) {
				r.Findings = append(r.Findings, b.unmatched(r, e))
			}
		}
	}
	r.Rules = append(r.Rules, Rule)
	r.Sort()
}

func (b *Baseline) unmatched(r *driver.Report, e Entry) driver.Finding {
	name := driver.Relative(r.Dir, b.Path)
	return driver.Finding{
		Place:    driver.Place{File: name, Line: e.Line, Column: 1},
		Analyzer: analyzer, Category: "unmatched", Severity: finding.Error, URL: Rule.URL,
		Message: fmt.Sprintf("no finding matches this entry any more: %s; remove the line, or write the file again with "+
			"compatlint -baseline %s -update-baseline", e.describe(), name),
		Package: e.Package, Function: e.Function, Selector: e.Selector, Feature: e.Feature,
	}
}

// describe names what the entry accepts.
func (e Entry) describe() string {
	text := e.Analyzer + "/" + e.Category
	if what := cmp.Or(e.Symbol, e.Selector, e.Feature); what != "" {
		text += " of " + what
	}
	switch {
	case e.Package == "":
		return text
	case e.Function == "":
		return text + " in package " + e.Package
	}
	return text + " in " + e.Function + " of package " + e.Package
}

// Update returns the baseline of what the report finds. Entries of packages that the run has not looked at stay. It counts how many entries come
// and go.
func (b *Baseline) Update(r *driver.Report) (updated *Baseline, added, removed int) {
	updated = &Baseline{Path: b.Path}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == finding.Error && !f.Expired() {
			updated.Entries = append(updated.Entries, entryOf(f))
		}
	}
	for _, e := range b.Entries {
		if !r.Analysed(e.Package) && !r.Missing(e.Package) {
			updated.Entries = append(updated.Entries, e)
		}
	}
	slices.SortFunc(updated.Entries, compare)
	counts := map[key]int{}
	for _, e := range updated.Entries {
		counts[e.key]++
	}
	for _, e := range b.Entries {
		counts[e.key]--
	}
	for _, n := range counts {
		added, removed = added+max(n, 0), removed+max(-n, 0)
	}
	return updated, added, removed
}

// Text is the baseline as its file holds it.
func (b *Baseline) Text() []byte {
	var text strings.Builder
	text.WriteString(header + "\n")
	for _, e := range b.Entries {
		text.WriteString(strings.Join(e.fields(), "\t") + "\n")
	}
	return []byte(text.String())
}

// fields are the columns of an entry. One that is empty is written so that a reader sees it.
func (e Entry) fields() []string {
	fields := []string{e.Package, e.Function, e.Analyzer, e.Category, e.Selector, e.Feature, e.Symbol}
	for i, f := range fields {
		fields[i] = cmp.Or(f, empty)
	}
	return fields
}
