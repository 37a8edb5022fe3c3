package oracle

import (
	"cmp"
	"fmt"
	"go/format"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// A Result is what came out for one unit.
type Result struct {
	Unit
	Judgement
	Report
}

// The kinds of faults, as package generated names them, that need care.
const (
	strictLegacy = "serves legacy although the feature is strict" // after a call
	unread       = "serves legacy although the flag cannot be read"
	uncalled     = "never calls although the feature is strict"
	oddSuccess   = "makes something odd of a success"
	chooses      = "serves legacy under a condition only"
)

// misbehaves returns the faults that count. What a function makes of a success is its own affair, and so is a condition under which it
// refuses what it serves otherwise. What becomes of an error behind a gate is ordinary error handling: where a gate guards all uses, only
// legacy without a call can be wrong, and where it guards some, the others are judged with the flag off.
func (r Result) misbehaves() []Fault {
	var list []Fault
	for _, f := range r.Faults {
		uncalled := f.Kind == uncalled || f.Kind == unread
		behindGate := r.gated > 0 && (f.Strict || r.gated == r.uses)
		if f.Kind != oddSuccess && f.Kind != chooses && (uncalled || !behindGate) {
			list = append(list, f)
		}
	}
	return list
}

// Unsound reports whether the analyzers accept what misbehaves.
func (r Result) Unsound() bool { return r.uses > 0 && r.Accepted() && len(r.misbehaves()) > 0 }

// Cautious reports whether the analyzers reject what behaves.
func (r Result) Cautious() bool { return !r.Accepted() && len(r.Faults) == 0 }

// String shows the function with everything that is known of it.
func (r Result) String() string {
	src := r.Source
	if formatted, err := format.Source([]byte(src)); err == nil {
		src = string(formatted)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s", r.Unit.Name(), r.Shape)
	for _, m := range r.Mutations {
		fmt.Fprintf(&b, ", %s", m)
	}
	fmt.Fprintf(&b, "):\n%s", src)
	for _, f := range r.Faults {
		fmt.Fprintf(&b, "\t%s: %s; it %s\n", f.Kind, strings.Join(f.Scenario, ", "), f.Got)
	}
	if len(r.Findings) > 0 {
		fmt.Fprintf(&b, "\treported: %s\n", strings.Join(r.Findings, ", "))
	}
	return b.String()
}

// smallest returns the results with the shortest sources, one of each fingerprint.
func smallest(results []Result, count int) []Result {
	results = slices.SortedStableFunc(slices.Values(results), bySize)
	seen := map[string]bool{}
	var list []Result
	for _, r := range results {
		if key := r.fingerprint(); !seen[key] && len(list) < count {
			seen[key] = true
			list = append(list, r)
		}
	}
	return list
}

func bySize(a, b Result) int { return cmp.Compare(len(a.Source), len(b.Source)) }

// fingerprint tells apart results that have probably different causes.
func (r Result) fingerprint() string {
	parts := append([]string{r.Shape}, r.Findings...)
	for _, f := range r.Faults {
		parts = append(parts, f.Kind)
	}
	return strings.Join(parts, "|")
}

// A row counts the functions of one shape.
type row struct{ accepted, caught, cautious, unsound, odd, idle int }

func (r row) total() int { return r.accepted + r.caught + r.cautious + r.unsound + r.odd + r.idle }

// add counts a result.
func (r *row) add(result Result) {
	switch {
	case result.uses == 0:
		r.idle++
	case result.Unsound():
		r.unsound++
	case result.Accepted() && len(result.Faults) > 0:
		r.odd++
	case result.Accepted():
		r.accepted++
	case result.Cautious():
		r.cautious++
	default:
		r.caught++
	}
}

// A Tally counts results by shape.
type Tally struct {
	plain, mutated map[string]*row
	kept           map[string][]Result // results to show
	runs           int
}

// NewTally returns an empty tally.
func NewTally() *Tally {
	return &Tally{plain: map[string]*row{}, mutated: map[string]*row{}, kept: map[string][]Result{}}
}

// keep remembers some results to show, the shortest ones.
func (t *Tally) keep(what string, r Result) {
	t.kept[what] = append(t.kept[what], r)
	if len(t.kept[what]) > 2*maxKept {
		slices.SortStableFunc(t.kept[what], bySize)
		t.kept[what] = slices.Clone(t.kept[what][:maxKept])
	}
}

// maxKept bounds the results that are kept, so that memory does not grow with the number of functions.
const maxKept = 500

// The results that a tally keeps.
const (
	unsound   = "accepted, but misbehaves"
	broken    = "meant to behave, but does not"
	cautious  = "behaves, but is rejected"
	different = "behaves in an unusual shape or by chance, but is rejected"
)

// Add counts a result.
func (t *Tally) Add(r Result) {
	rows := t.mutated
	if r.Plain() {
		rows = t.plain
	}
	if rows[r.Shape] == nil {
		rows[r.Shape] = &row{}
	}
	rows[r.Shape].add(r)
	t.runs += r.Runs
	switch {
	case r.Unsound():
		t.keep(unsound, r)
	case r.Plain() && len(r.misbehaves()) > 0:
		t.keep(broken, r)
	case r.Cautious() && r.Plain() && Usual(r.Shape):
		t.keep(cautious, r)
	case r.Cautious():
		t.keep(different, r)
	}
}

// Usual returns how many plain functions of the usual shapes behave, and how many of these are rejected.
func (t *Tally) Usual() (behave, rejected int) {
	for name, r := range t.plain {
		if Usual(name) {
			behave += r.accepted + r.cautious
			rejected += r.cautious
		}
	}
	return behave, rejected
}

// String is the table of all counts.
func (t *Tally) String() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "shape\tfunctions\taccepted\tcaught\tcautious\tunsound\todd\tno use\t")
	for _, kind := range []struct {
		suffix string
		rows   map[string]*row
	}{{"", t.plain}, {", mutated", t.mutated}} {
		for _, name := range slices.Sorted(maps.Keys(kind.rows)) {
			r := kind.rows[name]
			fmt.Fprintf(w, "%s%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t\n",
				name, kind.suffix, r.total(), r.accepted, r.caught, r.cautious, r.unsound, r.odd, r.idle)
		}
	}
	w.Flush()
	return b.String()
}
