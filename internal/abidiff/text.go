package abidiff

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/compatlint/compatlint/internal/render"
	"github.com/compatlint/compatlint/selectors"
)

// Formats are the formats that a report can be written in.
var Formats = []string{"text", "json", "markdown"}

// Write writes a report in one of the [Formats].
func (r *Report) Write(out io.Writer, format string) error {
	switch format {
	case "json":
		return r.writeJSON(out)
	case "markdown":
		return r.writeMarkdown(out)
	}
	return r.writeText(out)
}

// A row is one difference, for people.
type row struct {
	kind     string // added, removed, changed, go name, renumbered
	selector string // "" for events and errors
	what     string
}

func (r *Report) writeText(out io.Writer) error {
	w := bufio.NewWriter(out)
	for _, p := range r.pairs() {
		fmt.Fprintf(w, "%s: %s\n", p.title(), p.summary())
		for _, row := range p.rows() {
			fmt.Fprintf(w, "  %-10s  %-10s  %s\n", row.kind, row.selector, row.what)
		}
	}
	fmt.Fprintln(w, r.Summary())
	return w.Flush()
}

// pairs are the contracts that differ, in the order of the output.
func (r *Report) pairs() []Pair {
	return append(append(append([]Pair{}, r.Changed...), r.Added...), r.Removed...)
}

// Summary is one line about the whole.
func (r *Report) Summary() string {
	if r.IsEmpty() {
		return "no differences in " + render.Count(r.Compared, "contract")
	}
	parts := []string{fmt.Sprintf("%d of %s changed", len(r.Changed), render.Count(r.Compared, "common contract"))}
	if n := len(r.Added); n > 0 {
		parts = append(parts, fmt.Sprintf("%d added", n))
	}
	if n := len(r.Removed); n > 0 {
		parts = append(parts, fmt.Sprintf("%d removed", n))
	}
	return strings.Join(parts, ", ")
}

func (p Pair) title() string {
	title := p.Name
	if p.Was != "" {
		title += " (was " + p.Was + ")"
	}
	if p.Rule != AnyChange {
		title += " [" + string(p.Rule) + "]"
	}
	return title
}

// summary counts what differs.
func (p Pair) summary() string {
	switch {
	case p.Old == nil:
		return "new contract with " + render.Count(len(p.New.Version.ABI.Methods), "function")
	case p.New == nil:
		return "contract removed, with " + render.Count(len(p.Old.Version.ABI.Methods), "function")
	}
	c := p.Changes
	var parts []string
	for _, part := range []struct {
		n          int
		noun, what string
	}{
		{len(c.Added), "function", " added"}, {len(c.Removed), "function", " removed"}, {len(c.Changed), "function", " changed in shape"},
		{len(c.Reassigned), "Go name", " with another selector"}, {len(c.Renamed), "function", " renamed in Go"},
		{members(c.Events), "change", " to events"}, {members(c.Errors), "change", " to custom errors"},
	} {
		if part.n > 0 {
			parts = append(parts, render.Count(part.n, part.noun)+part.what)
		}
	}
	return strings.Join(parts, ", ")
}

func members[T any](c selectors.MemberChanges[T]) int {
	return len(c.Added) + len(c.Removed) + len(c.Changed)
}

// rows are the differences of a contract that both sources have.
func (p Pair) rows() []row {
	var rows []row
	for _, m := range p.Changes.Added {
		rows = append(rows, row{"added", m.Selector.String(), declaration(m)})
	}
	for _, m := range p.Changes.Removed {
		rows = append(rows, row{"removed", m.Selector.String(), declaration(m)})
	}
	for _, c := range p.Changes.Changed {
		rows = append(rows, row{"changed", c.Selector.String(), c.Signature + ": " + strings.Join(c.What, "; ")})
	}
	for _, c := range p.Changes.Reassigned {
		rows = append(rows, row{"go name", c.New.Selector.String(),
			fmt.Sprintf("%s is %s now, and was %s (%s)", c.GoName, c.New.Signature, c.Old.Signature, c.Old.Selector)})
	}
	for _, c := range p.Changes.Renamed {
		rows = append(rows, row{"renamed", c.Selector.String(), fmt.Sprintf("%s is %s in Go now, and was %s", c.Signature, c.New, c.Old)})
	}
	rows = append(rows, memberRows("event ", p.Changes.Events, func(e selectors.Event) string { return e.Signature })...)
	return append(rows, memberRows("error ", p.Changes.Errors, func(e selectors.Error) string { return e.Signature })...)
}

func memberRows[T any](what string, c selectors.MemberChanges[T], signature func(T) string) []row {
	var rows []row
	for _, m := range c.Added {
		rows = append(rows, row{"added", "", what + signature(m)})
	}
	for _, m := range c.Removed {
		rows = append(rows, row{"removed", "", what + signature(m)})
	}
	for _, m := range c.Changed {
		rows = append(rows, row{"changed", "", what + signature(m.Old) + ": " + strings.Join(m.What, "; ")})
	}
	return rows
}

// declaration writes a function as Solidity declares it, without names of parameters.
func declaration(m selectors.Method) string {
	text := m.Signature
	if m.Mutability != "nonpayable" {
		text += " " + m.Mutability
	}
	if len(m.Returns) > 0 {
		text += " returns (" + strings.Join(m.Returns, ",") + ")"
	}
	return text
}
