package abidiff

import (
	"encoding/json"
	"io"

	"github.com/compatlint/compatlint/selectors"
)

// A document is the whole of -format json. Version changes when a field changes its meaning or goes; new fields may come without.
type document struct {
	Version    int            `json:"version"`
	Old        jsonSource     `json:"old"`
	New        jsonSource     `json:"new"`
	Compared   int            `json:"compared"`   // contracts that both have
	Violations []string       `json:"violations"` // contracts that may only be added to, and were not
	Contracts  []jsonContract `json:"contracts"`  // those that differ
}

type jsonSource struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

type jsonContract struct {
	Name       string                       `json:"name"`
	Was        string                       `json:"was,omitempty"`
	Status     string                       `json:"status"` // added, removed or changed
	Rule       string                       `json:"rule,omitempty"`
	Additive   bool                         `json:"additive"`
	Functions  int                          `json:"functions"` // of the new version; of the old one for a contract that was removed
	Added      []jsonMethod                 `json:"added,omitempty"`
	Removed    []jsonMethod                 `json:"removed,omitempty"`
	Changed    []jsonChange                 `json:"changed,omitempty"`
	Reassigned []jsonReassignment           `json:"reassigned,omitempty"`
	Renamed    []jsonRename                 `json:"renamed,omitempty"`
	Events     *jsonMembers[jsonEvent]      `json:"events,omitempty"`
	Errors     *jsonMembers[jsonErrorEntry] `json:"errors,omitempty"`
}

type jsonMethod struct {
	Signature  string   `json:"signature"`
	Selector   string   `json:"selector"`
	Returns    []string `json:"returns"`
	Mutability string   `json:"mutability"`
}

type jsonChange struct {
	What []string   `json:"what"`
	Old  jsonMethod `json:"old"`
	New  jsonMethod `json:"new"`
}

type jsonReassignment struct {
	GoName string     `json:"goName"`
	Old    jsonMethod `json:"old"`
	New    jsonMethod `json:"new"`
}

type jsonRename struct {
	Signature string `json:"signature"`
	Selector  string `json:"selector"`
	Old       string `json:"old"`
	New       string `json:"new"`
}

type jsonEvent struct {
	Signature string `json:"signature"`
	Topic     string `json:"topic"`
	Anonymous bool   `json:"anonymous,omitempty"`
}

type jsonErrorEntry struct {
	Signature string `json:"signature"`
	Selector  string `json:"selector"`
}

type jsonMembers[T any] struct {
	Added   []T                   `json:"added,omitempty"`
	Removed []T                   `json:"removed,omitempty"`
	Changed []jsonMemberChange[T] `json:"changed,omitempty"`
}

type jsonMemberChange[T any] struct {
	What []string `json:"what"`
	Old  T        `json:"old"`
	New  T        `json:"new"`
}

func (r *Report) writeJSON(out io.Writer) error {
	d := document{
		Version: 1, Compared: r.Compared, Violations: []string{}, Contracts: []jsonContract{},
		Old: jsonSource{r.Old.Name, r.Old.Version}, New: jsonSource{r.New.Name, r.New.Version},
	}
	for _, p := range r.Violations() {
		d.Violations = append(d.Violations, p.Name)
	}
	for _, p := range r.pairs() {
		d.Contracts = append(d.Contracts, contractOf(p))
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(d)
}

func contractOf(p Pair) jsonContract {
	c := jsonContract{Name: p.Name, Was: p.Was, Status: "changed", Rule: string(p.Rule), Additive: p.New != nil && p.Changes.IsAdditive()}
	switch {
	case p.Old == nil:
		c.Status, c.Functions = "added", len(p.New.Version.ABI.Methods)
		return c
	case p.New == nil:
		c.Status, c.Functions = "removed", len(p.Old.Version.ABI.Methods)
		return c
	}
	c.Functions = len(p.New.Version.ABI.Methods)
	c.Added, c.Removed = convert(p.Changes.Added, methodOf), convert(p.Changes.Removed, methodOf)
	c.Changed = convert(p.Changes.Changed, func(s selectors.ShapeChange) jsonChange { return jsonChange{s.What, methodOf(s.Old), methodOf(s.New)} })
	c.Reassigned = convert(p.Changes.Reassigned, func(a selectors.Reassignment) jsonReassignment {
		return jsonReassignment{a.GoName, methodOf(a.Old), methodOf(a.New)}
	})
	c.Renamed = convert(p.Changes.Renamed, func(n selectors.GoRename) jsonRename {
		return jsonRename{n.Signature, n.Selector.String(), n.Old, n.New}
	})
	c.Events, c.Errors = membersOf(p.Changes.Events, eventOf), membersOf(p.Changes.Errors, errorOf)
	return c
}

func convert[F, T any](from []F, one func(F) T) []T {
	var to []T
	for _, f := range from {
		to = append(to, one(f))
	}
	return to
}

func membersOf[F, T any](c selectors.MemberChanges[F], one func(F) T) *jsonMembers[T] {
	if members(c) == 0 {
		return nil
	}
	change := func(m selectors.MemberChange[F]) jsonMemberChange[T] {
		return jsonMemberChange[T]{m.What, one(m.Old), one(m.New)}
	}
	return &jsonMembers[T]{Added: convert(c.Added, one), Removed: convert(c.Removed, one), Changed: convert(c.Changed, change)}
}

func methodOf(m selectors.Method) jsonMethod {
	returns := m.Returns
	if returns == nil {
		returns = []string{}
	}
	return jsonMethod{m.Signature, m.Selector.String(), returns, m.Mutability}
}

func eventOf(e selectors.Event) jsonEvent { return jsonEvent{e.Signature, e.Topic.Hex(), e.Anonymous} }

func errorOf(e selectors.Error) jsonErrorEntry {
	return jsonErrorEntry{e.Signature, e.Selector.String()}
}
