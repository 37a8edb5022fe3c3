package htmlreport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/render"
)

// A status is a feature's state as of a day, and the class of what shows it.
type status struct{ Class, Text string }

func statusOf(f *compatregistry.Feature, today grace.Date, policy compatregistry.Policy) status {
	switch {
	case f.Expired(today):
		return status{"ended", "ended"}
	case f.ExpiresSoon(today, policy):
		return status{"soon", "ends soon"}
	}
	return status{string(f.State), string(f.State)}
}

// remaining says how far the end of a window is.
func remaining(f *compatregistry.Feature, today grace.Date) string {
	if f.GraceEnd.IsZero() || !f.NeedsGuard() {
		return ""
	}
	switch days := today.DaysUntil(f.GraceEnd); {
	case days == 0:
		return "ended today"
	case days < 0:
		return "ended " + render.Count(-days, "day") + " ago"
	default:
		return render.Count(days, "day") + " left"
	}
}

// byUrgency puts first what has ended or ends first, then what has no window, then what is done.
func byUrgency(features []*compatregistry.Feature) []*compatregistry.Feature {
	rank := func(f *compatregistry.Feature) int {
		switch {
		case f.NeedsGuard() && !f.GraceEnd.IsZero():
			return 0
		case f.NeedsGuard():
			return 1
		case f.State == compatregistry.Strict:
			return 2
		}
		return 3
	}
	return slices.SortedFunc(slices.Values(features), func(a, b *compatregistry.Feature) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a.GraceEnd.String(), b.GraceEnd.String()), strings.Compare(a.Name, b.Name))
	})
}
