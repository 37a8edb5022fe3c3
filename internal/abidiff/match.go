package abidiff

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// match pairs the contracts of two sources, sorted by name. wanted are the names that the user asked for.
func match(old, new *Source, wanted []string) ([]Pair, error) {
	switch {
	case len(wanted) > 1 && (old.single || new.single):
		return nil, errors.New("a file has one contract, and several are asked for: name one with -contract")
	case old.single && new.single:
		return []Pair{pairOf(&old.Contracts[0], &new.Contracts[0], wanted)}, nil
	case old.single:
		other, err := new.find(&old.Contracts[0], wanted)
		return []Pair{pairOf(&old.Contracts[0], other, wanted)}, err
	case new.single:
		other, err := old.find(&new.Contracts[0], wanted)
		return []Pair{pairOf(other, &new.Contracts[0], wanted)}, err
	}
	return matchAll(old, new, wanted)
}

// pairOf pairs two contracts that belong together whatever their names.
func pairOf(old, new *Contract, wanted []string) Pair {
	if old == nil || new == nil {
		return Pair{}
	}
	p := Pair{Name: new.Name, Old: old, New: new}
	if len(wanted) == 1 {
		p.Name = wanted[0]
	} else if old.Name != new.Name {
		p.Was = old.Name
	}
	return p
}

// find returns the contract that a file's contract is compared with.
func (s *Source) find(file *Contract, wanted []string) (*Contract, error) {
	name := file.Name
	if len(wanted) == 1 {
		name = wanted[0]
	}
	var found []*Contract
	for i := range s.Contracts {
		if c := &s.Contracts[i]; c.Name == name && !slices.ContainsFunc(found, func(other *Contract) bool { return alike(other, c) }) {
			found = append(found, c)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0 && len(s.Contracts) == 1 && len(wanted) == 0:
		return &s.Contracts[0], nil
	case len(found) == 0:
		return nil, unknown(name, s)
	}
	places := make([]string, len(found))
	for i, c := range found {
		places[i] = c.place
	}
	return nil, fmt.Errorf("%s has several contracts %s: write the file of one: %s", s.Name, name, strings.Join(places, ", "))
}

func matchAll(old, new *Source, wanted []string) ([]Pair, error) {
	ambiguous := ambiguousNames(old, new)
	before, after := old.named(ambiguous, wanted), new.named(ambiguous, wanted)
	for _, name := range wanted {
		if !old.has(name) && !new.has(name) {
			return nil, unknown(name, old, new)
		}
	}
	names := maps.Clone(before)
	maps.Copy(names, after)
	var pairs []Pair
	for _, name := range slices.Sorted(maps.Keys(names)) {
		pairs = append(pairs, Pair{Name: name, Old: before[name], New: after[name]})
	}
	return pairs, nil
}

// ambiguousNames are the names that one source has for contracts that differ.
func ambiguousNames(sources ...*Source) map[string]bool {
	ambiguous := map[string]bool{}
	for _, s := range sources {
		first := map[string]*Contract{}
		for i := range s.Contracts {
			c := &s.Contracts[i]
			if first[c.Name] == nil {
				first[c.Name] = c
			} else if !alike(first[c.Name], c) {
				ambiguous[c.Name] = true
			}
		}
	}
	return ambiguous
}

// alike recognises a contract that several packages have a binding of.
func alike(a, b *Contract) bool { return selectors.DiffVersions(a.Version, b.Version).IsEmpty() }

// named returns the contracts by name, and by name and place where the name is not enough. Of contracts that are alike it is the first.
func (s *Source) named(ambiguous map[string]bool, wanted []string) map[string]*Contract {
	contracts := map[string]*Contract{}
	for i := range s.Contracts {
		c := &s.Contracts[i]
		if len(wanted) > 0 && !slices.Contains(wanted, c.Name) {
			continue
		}
		name := c.Name
		if ambiguous[name] {
			name += " (" + c.place + ")"
		}
		if contracts[name] == nil {
			contracts[name] = c
		}
	}
	return contracts
}

func (s *Source) has(name string) bool {
	return slices.ContainsFunc(s.Contracts, func(c Contract) bool { return c.Name == name })
}

// maxNames bounds how many names an error lists.
const maxNames = 20

func unknown(name string, sources ...*Source) error {
	var known []string
	for _, s := range sources {
		for _, c := range s.Contracts {
			known = append(known, c.Name)
		}
	}
	slices.Sort(known)
	known = slices.Compact(known)
	if more := len(known) - maxNames; more > 0 {
		known = append(known[:maxNames], fmt.Sprintf("and %d more", more))
	}
	return fmt.Errorf("there is no contract %s in %s: name another with -contract: %s", name, sources[len(sources)-1].Name, strings.Join(known, ", "))
}
