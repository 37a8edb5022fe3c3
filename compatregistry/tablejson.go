package compatregistry

import (
	"encoding/json"
	"io"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// The document of WriteJSON. Version changes when a key changes its meaning or goes; new keys may come without.
type shownRegistry struct {
	Version  int            `json:"version"`
	File     string         `json:"file"`
	Today    string         `json:"today"`
	Features []shownFeature `json:"features"`
}

type shownFeature struct {
	Name        string           `json:"name"`
	Line        int              `json:"line"`
	Contracts   []string         `json:"contracts"`
	Selectors   []shownSelector  `json:"selectors"`
	Change      Change           `json:"change"`
	Detect      Detect           `json:"detect"`
	State       State            `json:"state"`
	Introduced  shownRelease     `json:"introduced"`
	GraceEnd    string           `json:"graceEnd,omitempty"`
	DaysLeft    *int             `json:"daysLeft,omitempty"` // negative once the window has ended
	Expired     bool             `json:"expired"`
	Ticket      string           `json:"ticket"`
	Owner       string           `json:"owner,omitempty"`
	Criticality Criticality      `json:"criticality"`
	Components  []string         `json:"components,omitempty"`
	Legacy      string           `json:"legacy,omitempty"`
	Extensions  []shownExtension `json:"extensions,omitempty"`
	Uses        *Uses            `json:"uses,omitempty"`
}

type shownSelector struct {
	Signature string   `json:"signature"`
	ID        string   `json:"id"`
	Returns   []string `json:"returns,omitempty"`
}

type shownRelease struct {
	Version string `json:"version"`
	Date    string `json:"date"`
}

type shownExtension struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Reason     string `json:"reason"`
	ApprovedBy string `json:"approvedBy"`
}

// WriteJSON writes what [WriteTableWithUses] does, and everything else that the registry says of its features, for
// programs. file is the name under which the registry is to be known. Without uses, which nil means, their key is left out.
func WriteJSON(w io.Writer, r *Registry, file string, today grace.Date, uses map[string]Uses) error {
	document := shownRegistry{Version: 1, File: file, Today: today.String(), Features: []shownFeature{}}
	for _, f := range byEnd(r.Features) {
		document.Features = append(document.Features, shown(f, today, uses))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(document)
}

func shown(f *Feature, today grace.Date, uses map[string]Uses) shownFeature {
	s := shownFeature{
		Name: f.Name, Line: f.Position.Line, Contracts: f.Contracts, Change: f.Change, Detect: f.Detect, State: f.State,
		Introduced: shownRelease{f.Introduced.Version, f.Introduced.Date.String()}, GraceEnd: f.GraceEnd.String(),
		Expired: f.Expired(today), Ticket: f.Ticket, Owner: f.Owner, Criticality: f.Criticality, Components: f.Components, Legacy: f.Legacy,
	}
	for _, selector := range f.Selectors {
		s.Selectors = append(s.Selectors, shownSelector{selector.Signature, selector.Selector.String(), selector.Returns})
	}
	for _, e := range f.Extensions {
		s.Extensions = append(s.Extensions, shownExtension{e.From.String(), e.To.String(), e.Reason, e.ApprovedBy})
	}
	if f.NeedsGuard() && !f.GraceEnd.IsZero() {
		left := today.DaysUntil(f.GraceEnd)
		s.DaysLeft = &left
	}
	if uses != nil && f.NeedsGuard() {
		counted := uses[f.Name]
		s.Uses = &counted
	}
	return s
}
