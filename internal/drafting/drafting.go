// Package drafting makes a feature of a registry out of what somebody typed.
package drafting

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/selectors"
)

// A Feature is the words of one. Empty ones were not given.
type Feature struct {
	Name, Version, Date, GraceEnd, Ticket, State string
	Change, Detect, Owner, Criticality           string
	Components, Legacy                           string
	Contracts, Selectors                         []string
}

// NeedsEnd reports whether the feature will have a grace window, as far as can be told.
func (d *Feature) NeedsEnd(r *compatregistry.Registry, today grace.Date) bool {
	date, err := d.date(today)
	if err != nil {
		return false // which Feature reports
	}
	feature := compatregistry.Feature{State: d.state(r, date, today)}
	return feature.NeedsGuard() && !d.inLockstep(r)
}

// Feature returns what was typed as a feature, with the defaults filled in. Whether it is a valid one, the registry that it is added to will say.
func (d *Feature) Feature(r *compatregistry.Registry, today grace.Date) (*compatregistry.Feature, error) {
	date, err := d.date(today)
	if err != nil {
		return nil, err
	}
	end, err := d.end(date)
	if err != nil {
		return nil, err
	}
	f := &compatregistry.Feature{
		Name: d.Name, Contracts: d.Contracts, State: d.state(r, date, today), GraceEnd: end, Ticket: d.Ticket, Owner: d.Owner,
		Criticality: compatregistry.Criticality(or(d.Criticality, string(compatregistry.Critical))),
		Components:  Split(d.Components, ","), Legacy: strings.TrimSpace(d.Legacy),
		Change: compatregistry.Change(or(d.Change, string(compatregistry.ChangeAdded))), Detect: compatregistry.Detect(d.Detect),
	}
	f.Introduced.Version, f.Introduced.Date = d.Version, date
	if allowed := f.Change.Detects(); f.Detect == "" && len(allowed) > 0 {
		f.Detect = allowed[0]
	}
	for _, text := range d.Selectors {
		s, err := selector(text)
		if err != nil {
			return nil, fmt.Errorf("-selector: %w", err)
		}
		f.Selectors = append(f.Selectors, s)
	}
	return f, nil
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// Split cuts a list at a separator, and leaves out what is empty.
func Split(text, separator string) []string {
	var parts []string
	for part := range strings.SplitSeq(text, separator) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func (d *Feature) date(today grace.Date) (grace.Date, error) {
	if d.Date == "" {
		return today, nil
	}
	date, err := grace.ParseDate(d.Date)
	if err != nil {
		return grace.Date{}, fmt.Errorf("-date: %w", err)
	}
	return date, nil
}

// end reads a day, or a number of days after the release.
func (d *Feature) end(date grace.Date) (grace.Date, error) {
	digits, isDays := strings.CutSuffix(d.GraceEnd, "d")
	switch days, err := strconv.ParseUint(digits, 10, 16); {
	case d.GraceEnd == "":
		return grace.Date{}, nil
	case isDays && err == nil:
		return date.AddDays(int(days)), nil
	case isDays:
		return grace.Date{}, fmt.Errorf("-grace-end: %q is neither a day such as 2026-10-01 nor a number of days such as 90d", d.GraceEnd)
	}
	end, err := grace.ParseDate(d.GraceEnd)
	if err != nil {
		return grace.Date{}, fmt.Errorf("-grace-end: %w", err)
	}
	return end, nil
}

// state is the one that was named, or the one that a feature of the date is in. On lockstep contracts it is through with its window at once.
func (d *Feature) state(r *compatregistry.Registry, date, today grace.Date) compatregistry.State {
	switch {
	case d.State != "":
		return compatregistry.State(d.State)
	case today.Before(date):
		return compatregistry.Planned
	case d.inLockstep(r) && d.Change != string(compatregistry.ChangeRemoved):
		return compatregistry.Strict
	}
	return compatregistry.Grace
}

func (d *Feature) inLockstep(r *compatregistry.Registry) bool {
	for _, name := range d.Contracts {
		if c := r.Contract(name); c != nil && c.Rollout == compatregistry.RolloutLockstep {
			return true
		}
	}
	return false
}

// selector reads a signature, which a list of what it returns may follow as in "foo(uint256)(bool)".
func selector(text string) (compatregistry.RequiredSelector, error) {
	signature, returns, given := cutReturns(strings.TrimSpace(text))
	parsed, err := selectors.ParseSignature(signature)
	if err != nil {
		return compatregistry.RequiredSelector{}, err
	}
	s := compatregistry.RequiredSelector{Signature: parsed.String(), Name: parsed.Name, Inputs: parsed.Inputs, Selector: selectors.Of(parsed.String())}
	if !given {
		return s, nil
	}
	types, err := selectors.ParseSignature("f" + returns)
	if err != nil {
		return s, errors.New(strings.Replace(err.Error(), "f"+returns, returns, 1))
	}
	s.Returns = append([]string{}, types.Inputs...)
	return s, nil
}

// cutReturns cuts the second list of types off.
func cutReturns(text string) (signature, returns string, found bool) {
	depth := 0
	for i, c := range text {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if rest := text[i+1:]; depth == 0 && strings.HasPrefix(rest, "(") {
				return text[:i+1], rest, true
			}
		}
	}
	return text, "", false
}
