package probe

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// A Selection says what to look for.
type Selection struct {
	Component string // of the features; "" for all
	Full      bool   // look at the enumerated targets too
	Uses      *Uses  // what the code uses; nil for everything that is registered
	Unguarded bool   // of Uses, only what the code needs on Today: see Uses.needs
	Today     grace.Date
}

// Uses is what the output of "compatlint -format json" says about the uses in the code.
type Uses struct {
	selectors map[use]bool
	features  map[string]bool
	bare      map[use]bool // those of selectors that no guard keeps from failing; one of a function that requires the feature has no selector
}

// servesLegacy has the guards with which the code goes on where the selector is missing. An ignored finding is no guard, and a guard of a
// compatlint to come is none that is known.
var servesLegacy = map[string]bool{"wrapper": true, "gate": true, "dual path": true, "requires": true, "probe": true, "exempt": true}

type use struct{ feature, selector string }

// maxUses bounds the file that is read.
const maxUses = 256 << 20

// ReadUses reads the output of "compatlint -format json".
func ReadUses(r io.Reader) (*Uses, error) {
	var document struct {
		Version int
		Uses    *[]struct{ Feature, Selector, Guard string }
	}
	decoder := json.NewDecoder(io.LimitReader(r, maxUses))
	if err := decoder.Decode(&document); err != nil {
		return nil, fmt.Errorf("this is not the output of compatlint -format json: %w", err)
	}
	if document.Uses == nil || document.Version != 1 {
		return nil, errors.New("this is not the output of compatlint -format json: it has no uses of version 1")
	}
	uses := &Uses{selectors: map[use]bool{}, features: map[string]bool{}, bare: map[use]bool{}}
	for _, u := range *document.Uses {
		uses.features[u.Feature] = true
		if u.Selector != "" { // a use of a function that requires a feature has none
			uses.selectors[use{u.Feature, u.Selector}] = true
		}
		if !servesLegacy[u.Guard] {
			uses.bare[use{u.Feature, u.Selector}] = true
		}
	}
	return uses, nil
}

// has reports whether the code uses a selector. Where it only uses a function that requires the feature, every selector of it counts. So
// does every selector of a strict feature of which there is no use: compatlint judges uses that may need a guard, and lists no other.
func (u *Uses) has(f *compatregistry.Feature, selector string) bool {
	if !f.NeedsGuard() && !u.features[f.Name] {
		return true
	}
	if u.selectors[use{f.Name, selector}] {
		return true
	}
	for _, s := range f.Selectors {
		if u.selectors[use{f.Name, s.Selector.String()}] {
			return false
		}
	}
	return u.features[f.Name]
}

// needs reports whether the code fails where a selector that it uses is missing: a use is not guarded, or legacy is refused because the
// feature is strict or its window has ended.
func (u *Uses) needs(f *compatregistry.Feature, selector string, today grace.Date) bool {
	isOpen := f.NeedsGuard() && !f.GraceEnd.IsZero() && !f.Expired(today)
	return !isOpen || u.bare[use{f.Name, selector}] || u.bare[use{feature: f.Name}]
}

// A Requirement is a selector that the targets of a contract must have.
type Requirement struct {
	Feature  *compatregistry.Feature
	Selector compatregistry.RequiredSelector
}

// Requirements lists what the targets of each contract must have, in the order of the registry, and what they would have to have if the code
// could not do without it.
func Requirements(r *compatregistry.Registry, s Selection) (required map[string][]Requirement, spared []Requirement, err error) {
	if err := s.check(r); err != nil {
		return nil, nil, err
	}
	required = map[string][]Requirement{}
	for _, f := range r.Features {
		if f.State == compatregistry.Retired || s.Component != "" && len(f.Components) > 0 && !slices.Contains(f.Components, s.Component) {
			continue
		}
		for _, selector := range f.Selectors {
			id := selector.Selector.String()
			switch {
			case s.Uses != nil && !s.Uses.has(f, id):
			case s.Unguarded && !s.Uses.needs(f, id, s.Today):
				spared = append(spared, Requirement{f, selector})
			default:
				for _, contract := range carriers(r, f) {
					required[contract] = append(required[contract], Requirement{f, selector})
				}
			}
		}
	}
	if len(required) == 0 && len(spared) == 0 {
		return nil, nil, errors.New("there is nothing to look for: no feature is left that is not retired and that -component and -uses let through")
	}
	return required, spared, nil
}

// carriers are the contracts that must have the selectors of a feature: its own, and their siblings.
func carriers(r *compatregistry.Registry, f *compatregistry.Feature) []string {
	var names []string
	for _, name := range f.Contracts {
		names = append(names, name)
		if c := r.Contract(name); c != nil {
			names = append(names, c.Siblings...)
		}
	}
	var unique []string
	for _, name := range names {
		if !slices.Contains(unique, name) {
			unique = append(unique, name)
		}
	}
	return unique
}

func (s Selection) check(r *compatregistry.Registry) error {
	if s.Uses != nil {
		for name := range s.Uses.features {
			if name != "" && r.Feature(name) == nil {
				return fmt.Errorf("-uses names the feature %q, which this registry does not have: was it written with another one?", name)
			}
		}
	}
	if s.Component == "" {
		return nil
	}
	var known []string
	for _, f := range r.Features {
		known = append(known, f.Components...)
	}
	slices.Sort(known)
	known = slices.Compact(known)
	if !slices.Contains(known, s.Component) {
		return fmt.Errorf("-component: no feature has the component %q: they have %s", s.Component, orNone(strings.Join(known, ", ")))
	}
	return nil
}

func orNone(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

// A target is a deployment of a contract.
type target struct {
	contract   string
	address    common.Address
	enumerated bool
}

// listed are the targets that the registry itself names and that must have something.
func listed(n *compatregistry.Network, required map[string][]Requirement) []target {
	var targets []target
	for _, set := range n.Addresses {
		if len(required[set.Contract]) == 0 {
			continue
		}
		for _, address := range set.Addresses {
			targets = append(targets, target{set.Contract, address, false})
		}
	}
	return targets
}
