package abidiff

import (
	"slices"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// Options say how two sources are compared.
type Options struct {
	Contracts    []string                 // the names to compare; none: all
	AdditiveOnly bool                     // for every contract, not only for those that the registry rolls out in lockstep
	Registry     *compatregistry.Registry // nil where there is none
}

// A Report is what two sources differ in.
type Report struct {
	Old, New *Source
	Changed  []Pair // sorted by name, as are the next two
	Added    []Pair
	Removed  []Pair
	Compared int // contracts that both have
}

// A Pair is a contract in its two versions.
type Pair struct {
	Name     string
	Was      string    // the old version's name, where it is another one; else ""
	Old, New *Contract // nil where the source has no such contract
	Changes  selectors.Changes

	Rule     Rule                     // whether anything but additions is allowed
	Contract *compatregistry.Contract // nil where the registry does not know it
}

// Rule says why nothing but additions is allowed.
type Rule string

// The rules there are.
const (
	AnyChange Rule = ""
	Lockstep  Rule = "lockstep"      // the registry says so
	Asked     Rule = "additive only" // the user says so
)

// Violates reports whether the contract may only be added to, and was not.
func (p Pair) Violates() bool {
	return p.Rule != AnyChange && (p.New == nil || p.Old != nil && !p.Changes.IsAdditive())
}

// Violations returns the contracts that may only be added to, and were not.
func (r *Report) Violations() []Pair {
	var violations []Pair
	for _, p := range slices.Concat(r.Changed, r.Removed) {
		if p.Violates() {
			violations = append(violations, p)
		}
	}
	return violations
}

// IsEmpty reports whether there is no difference.
func (r *Report) IsEmpty() bool { return len(r.Changed)+len(r.Added)+len(r.Removed) == 0 }

// Compare matches the contracts of two sources by name. Where one side is a file with one contract, it is compared with the other side's
// contract of that name, and with a file whatever its name.
func Compare(old, new *Source, opts Options) (*Report, error) {
	pairs, err := match(old, new, opts.Contracts)
	if err != nil {
		return nil, err
	}
	r := &Report{Old: old, New: new}
	for _, p := range pairs {
		p.Contract = p.registered(opts.Registry)
		switch {
		case p.Contract != nil && p.Contract.Rollout == compatregistry.RolloutLockstep:
			p.Rule = Lockstep
		case opts.AdditiveOnly:
			p.Rule = Asked
		}
		r.add(p)
	}
	return r, nil
}

func (r *Report) add(p Pair) {
	switch {
	case p.Old == nil:
		r.Added = append(r.Added, p)
	case p.New == nil:
		r.Removed = append(r.Removed, p)
	default:
		r.Compared++
		if p.Changes = selectors.DiffVersions(p.Old.Version, p.New.Version); !p.Changes.IsEmpty() {
			r.Changed = append(r.Changed, p)
		}
	}
}

// registered finds the registry's contract of the pair's name, or of the abigen type that it is in the bindings.
func (p Pair) registered(registry *compatregistry.Registry) *compatregistry.Contract {
	if registry == nil {
		return nil
	}
	names := []string{p.Name}
	for _, c := range []*Contract{p.New, p.Old} {
		if c != nil {
			names = append(names, c.Name)
		}
	}
	for _, name := range names {
		if c := registry.Contract(name); c != nil {
			return c
		}
		for _, c := range registry.Contracts {
			if slices.Contains(c.Types, name) {
				return c
			}
		}
	}
	return nil
}
