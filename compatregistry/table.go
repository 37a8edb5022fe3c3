package compatregistry

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// Uses counts how often code uses the functions of a feature.
type Uses struct {
	Total     int `json:"total"`
	Unguarded int `json:"unguarded"`
}

// WriteTable writes the features of a registry as an aligned table, those whose window ends first at the top and those
// without a window at the bottom. today is what the days left are counted from. The kind of change is shown where one is
// not [ChangeAdded]. The error is that of w.
func WriteTable(w io.Writer, r *Registry, today grace.Date) error {
	return writeColumns(w, r, columns(r, today))
}

// WriteTableWithUses is WriteTable with the number of uses of each feature. Uses of features that need no guards are not
// counted.
func WriteTableWithUses(w io.Writer, r *Registry, today grace.Date, uses map[string]Uses) error {
	return writeColumns(w, r, append(columns(r, today), column{"USES", func(f *Feature) string { return usesCell(f, uses[f.Name]) }}))
}

// A column is a heading and what stands below it.
type column struct {
	heading string
	cell    func(*Feature) string
}

func columns(r *Registry, today grace.Date) []column {
	all := []column{
		{"FEATURE", func(f *Feature) string { return f.Name }},
		{"CONTRACT", func(f *Feature) string { return strings.Join(f.Contracts, ", ") }},
		{"SELECTORS", func(f *Feature) string { return strings.Join(signatures(f), ", ") }},
	}
	if slices.ContainsFunc(r.Features, func(f *Feature) bool { return f.Change != ChangeAdded }) {
		all = append(all, column{"CHANGE", func(f *Feature) string { return string(f.Change) }})
	}
	return append(all,
		column{"STATE", func(f *Feature) string { return string(f.State) }},
		column{"INTRODUCED", func(f *Feature) string { return f.Introduced.Version + " " + f.Introduced.Date.String() }},
		column{"GRACE END", func(f *Feature) string { return orDash(f.GraceEnd.String()) }},
		column{"DAYS LEFT", func(f *Feature) string { return daysLeft(f, today) }},
		column{"TICKET", func(f *Feature) string { return f.Ticket }},
		column{"OWNER", func(f *Feature) string { return orDash(f.Owner) }},
	)
}

func writeColumns(w io.Writer, r *Registry, all []column) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	row := func(cell func(column) string) error {
		cells := make([]string, len(all))
		for i, c := range all {
			cells[i] = cell(c)
		}
		_, err := fmt.Fprintln(table, strings.Join(cells, "\t"))
		return err
	}
	if err := row(func(c column) string { return c.heading }); err != nil {
		return err
	}
	for _, f := range byEnd(r.Features) {
		if err := row(func(c column) string { return c.cell(f) }); err != nil {
			return err
		}
	}
	return table.Flush()
}

func usesCell(f *Feature, uses Uses) string {
	switch {
	case !f.NeedsGuard():
		return "-"
	case uses.Unguarded > 0:
		return fmt.Sprintf("%d, %d unguarded", uses.Total, uses.Unguarded)
	}
	return fmt.Sprint(uses.Total)
}

func byEnd(features []*Feature) []*Feature {
	return slices.SortedFunc(slices.Values(features), func(a, b *Feature) int {
		switch {
		case a.GraceEnd == b.GraceEnd:
			return cmp.Compare(a.Name, b.Name)
		case b.GraceEnd.IsZero() || !a.GraceEnd.IsZero() && a.GraceEnd.Before(b.GraceEnd):
			return -1
		}
		return 1
	})
}

func signatures(f *Feature) []string {
	list := make([]string, len(f.Selectors))
	for i, s := range f.Selectors {
		list[i] = s.Signature
	}
	return list
}

func daysLeft(f *Feature, today grace.Date) string {
	if f.GraceEnd.IsZero() || !f.NeedsGuard() {
		return "-"
	}
	days := today.DaysUntil(f.GraceEnd)
	switch {
	case days == 0:
		return "ended today"
	case days < 0:
		return "ended " + plural(-days, "day") + " ago"
	}
	return plural(days, "day")
}

func plural(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
