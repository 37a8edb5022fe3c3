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

// WriteTable writes the features of a registry as an aligned table, those whose window ends first at the top and those
// without a window at the bottom. today is what the days left are counted from. The error is that of w.
func WriteTable(w io.Writer, r *Registry, today grace.Date) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	rows := [][]string{{"FEATURE", "CONTRACT", "SELECTORS", "STATE", "INTRODUCED", "GRACE END", "DAYS LEFT", "TICKET", "OWNER"}}
	for _, f := range byEnd(r.Features) {
		rows = append(rows, row(f, today))
	}
	for _, cells := range rows {
		if _, err := fmt.Fprintln(table, strings.Join(cells, "\t")); err != nil {
			return err
		}
	}
	return table.Flush()
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

func row(f *Feature, today grace.Date) []string {
	signatures := make([]string, len(f.Selectors))
	for i, s := range f.Selectors {
		signatures[i] = s.Signature
	}
	return []string{
		f.Name,
		strings.Join(f.Contracts, ", "),
		strings.Join(signatures, ", "),
		string(f.State),
		f.Introduced.Version + " " + f.Introduced.Date.String(),
		orDash(f.GraceEnd.String()),
		daysLeft(f, today),
		f.Ticket,
		orDash(f.Owner),
	}
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
