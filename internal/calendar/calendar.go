// Package calendar writes the ends of a registry's grace windows as an iCalendar file (RFC 5545), for whoever wants to see them in a calendar.
//
// The text follows from the registry alone: neither the clock nor chance is asked, so that subscribers see a change only where there is one.
package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/featuretext"
	"github.com/compatlint/compatlint/internal/render"
)

// Options name the calendar.
type Options struct {
	// Module is the path of the Go module that the registry belongs to. It keeps the events of two services apart which register the same feature.
	Module string
}

// ICS is the calendar of the windows that are open or planned: for each the day on which it ends and, where the policy has one, the day from which
// on that is announced.
func ICS(r *compatregistry.Registry, opts Options) []byte {
	var f file
	name := "Grace windows"
	if opts.Module != "" {
		name += " of " + opts.Module
	}
	f.property("BEGIN", "VCALENDAR")
	f.property("VERSION", "2.0")
	f.property("PRODID", "-//compatlint//compatlint calendar//EN")
	f.property("CALSCALE", "GREGORIAN")
	f.property("NAME", text(name))
	f.property("X-WR-CALNAME", text(name))
	events := eventsOf(r)
	for _, e := range events {
		f.event(e, opts.Module)
	}
	if len(events) == 0 {
		f.zone()
	}
	f.property("END", "VCALENDAR")
	return f.text.Bytes()
}

// An event is one day.
type event struct {
	feature     *compatregistry.Feature
	kind        string // the first part of the UID: it must never change
	day         grace.Date
	summary     string
	description string
}

func eventsOf(r *compatregistry.Registry) []event {
	var events []event
	for _, f := range r.Features {
		if !f.NeedsGuard() || f.GraceEnd.IsZero() {
			continue
		}
		events = append(events, event{f, "grace-end", f.GraceEnd, "Grace window of " + f.Name + " ends: legacy is refused from today on", describe(f)})
		if day := announced(f, r.Policy); day.Before(f.GraceEnd) {
			summary := fmt.Sprintf("Grace window of %s ends in %s, on %s", f.Name, render.Count(day.DaysUntil(f.GraceEnd), "day"), f.GraceEnd)
			events = append(events, event{f, "grace-warning", day, summary, describe(f)})
		}
	}
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(strings.Compare(a.day.String(), b.day.String()), strings.Compare(a.feature.Name, b.feature.Name), strings.Compare(a.kind, b.kind))
	})
	return events
}

// announced is the day from which on the end of a window is announced, in a short window its first.
func announced(f *compatregistry.Feature, policy compatregistry.Policy) grace.Date {
	if policy.WarnBefore > f.Introduced.Date.DaysUntil(f.GraceEnd) {
		return f.Introduced.Date
	}
	return f.GraceEnd.AddDays(-policy.WarnBefore)
}

// describe says what whoever sees the event has to know to do something about it.
func describe(f *compatregistry.Feature) string {
	lines := []string{
		fmt.Sprintf("%s: %s, %s.", featuretext.Contracts(f), featuretext.Functions(f), featuretext.Happened(f)),
		fmt.Sprintf("From %s (UTC) on, contracts without it are refused, and the build fails while a use is still guarded.", f.GraceEnd),
		"Ticket: " + f.Ticket,
	}
	for _, detail := range []struct{ what, text string }{
		{"Owner", f.Owner}, {"Components", strings.Join(f.Components, ", ")}, {"Without it", strings.TrimSpace(f.Legacy)},
	} {
		if detail.text != "" {
			lines = append(lines, detail.what+": "+detail.text)
		}
	}
	for _, e := range f.Extensions {
		lines = append(lines, fmt.Sprintf("Extended from %s to %s by %s: %s", e.From, e.To, e.ApprovedBy, strings.TrimSpace(e.Reason)))
	}
	return strings.Join(lines, "\n")
}

func (f *file) event(e event, module string) {
	f.property("BEGIN", "VEVENT")
	f.property("UID", uid(e, module))
	// The standard wants a time at which the event came to be, and calendars compare it with the one they have. The introduction of the feature
	// is the only one that the registry knows; what happened since counts up the sequence.
	f.property("DTSTAMP", date(e.feature.Introduced.Date)+"T000000Z")
	f.property("SEQUENCE", fmt.Sprint(len(e.feature.Extensions)))
	f.property("DTSTART;VALUE=DATE", date(e.day))
	f.property("DTEND;VALUE=DATE", date(e.day.AddDays(1)))
	f.property("SUMMARY", text(e.summary))
	f.property("DESCRIPTION", text(e.description))
	f.property("CATEGORIES", text("compatlint"))
	f.property("TRANSP", "TRANSPARENT")
	f.property("END", "VEVENT")
}

// uid is the same for an event whatever becomes of it. Some servers make a file name of it, so it has no slash.
func uid(e event, module string) string {
	host := "compatlint"
	if module != "" {
		host = strings.ReplaceAll(module, "/", ".")
	}
	return text(fmt.Sprintf("%s.%s@%s", e.feature.Name, e.kind, host))
}

// zone is for a calendar without events, which has to hold a component nevertheless.
func (f *file) zone() {
	for _, p := range [][2]string{
		{"BEGIN", "VTIMEZONE"}, {"TZID", "Etc/UTC"}, {"BEGIN", "STANDARD"}, {"DTSTART", "19700101T000000"},
		{"TZOFFSETFROM", "+0000"}, {"TZOFFSETTO", "+0000"}, {"END", "STANDARD"}, {"END", "VTIMEZONE"},
	} {
		f.property(p[0], p[1])
	}
}
