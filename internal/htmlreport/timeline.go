package htmlreport

import (
	"fmt"
	"time"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/render"
)

// width is that of the timeline in units of its drawing, which the page stretches over what room it has.
const width = 1000

// maxTicks is how many dates a timeline has below it.
const maxTicks = 6

// A timeline shows the windows that are open, planned, or over without an end to their guards.
type timeline struct {
	Today      string
	TodayX     string // in units
	TodayShare string // in percent
	Ticks      []tick
	Rows       []bar
}

type tick struct{ Label, Share string }

// A bar is one window: the time that was promised first, what extensions added to it, and the days at its end on which that is announced.
type bar struct {
	Name, Summary         string
	Label                 string // for who cannot see the drawing
	Status                status
	Base, Extended, Alert span
}

type span struct{ X, Width string }

// IsEmpty reports whether there is nothing to draw.
func (s span) IsEmpty() bool { return s.Width == "" }

// A scale maps days to places.
type scale struct {
	from grace.Date
	days int
}

func newTimeline(r *compatregistry.Registry, today grace.Date) *timeline {
	var features []*compatregistry.Feature
	first, last := today, today
	for _, f := range byUrgency(r.Features) {
		if !f.NeedsGuard() || f.GraceEnd.IsZero() {
			continue
		}
		features = append(features, f)
		first, last = earlier(first, f.Introduced.Date), later(last, f.GraceEnd)
	}
	if len(features) == 0 {
		return nil
	}
	s := newScale(first, last)
	t := &timeline{Today: today.String(), TodayX: s.x(today), TodayShare: s.share(today), Ticks: s.ticks()}
	for _, f := range features {
		t.Rows = append(t.Rows, s.bar(f, today, r.Policy))
	}
	return t
}

// newScale leaves some room at both ends.
func newScale(first, last grace.Date) scale {
	margin := max(first.DaysUntil(last)/40, 3)
	from := first.AddDays(-margin)
	return scale{from, from.DaysUntil(last.AddDays(margin))}
}

func (s scale) at(d grace.Date, of float64) string {
	return fmt.Sprintf("%.2f", of*float64(s.from.DaysUntil(d))/float64(s.days))
}

func (s scale) x(d grace.Date) string     { return s.at(d, width) }
func (s scale) share(d grace.Date) string { return s.at(d, 100) }

func (s scale) span(from, to grace.Date) span {
	days := from.DaysUntil(to)
	if from.IsZero() || to.IsZero() || days <= 0 {
		return span{}
	}
	return span{s.x(from), fmt.Sprintf("%.2f", width*float64(days)/float64(s.days))}
}

func (s scale) bar(f *compatregistry.Feature, today grace.Date, policy compatregistry.Policy) bar {
	promised := f.GraceEnd
	if len(f.Extensions) > 0 {
		promised = f.Extensions[0].From
	}
	alert := later(f.Introduced.Date, f.GraceEnd.AddDays(-policy.WarnBefore))
	b := bar{
		Name: f.Name, Status: statusOf(f, today, policy),
		Base: s.span(f.Introduced.Date, promised), Extended: s.span(promised, f.GraceEnd), Alert: s.span(alert, f.GraceEnd),
		Summary: fmt.Sprintf("%s to %s, %s", f.Introduced.Date, f.GraceEnd, remaining(f, today)),
	}
	b.Label = fmt.Sprintf("%s, %s: %s", f.Name, b.Status.Text, b.Summary)
	if n := len(f.Extensions); n > 0 {
		b.Label += fmt.Sprintf(", %s, first promised until %s", render.Count(n, "extension"), promised)
	}
	return b
}

// ticks are the first days of months, quarters or years, whichever are few enough.
func (s scale) ticks() []tick {
	for _, months := range []int{1, 2, 3, 6, 12, 24, 60, 120, 600, 1200} {
		if ticks := s.every(months); len(ticks) <= maxTicks {
			return ticks
		}
	}
	return nil
}

func (s scale) every(months int) []tick {
	var ticks []tick
	day := time.Date(s.from.Time().Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	for ; ; day = day.AddDate(0, months, 0) {
		switch days := s.from.DaysUntil(grace.DateOf(day)); {
		case days > s.days:
			return ticks
		case days >= 0:
			ticks = append(ticks, tick{day.Format("2006-01"), s.share(grace.DateOf(day))})
		}
	}
}

func earlier(a, b grace.Date) grace.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b grace.Date) grace.Date {
	if a.Before(b) {
		return b
	}
	return a
}
