package locking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
)

// Admit records in current that the functions may stay unregistered, and why. They are named as "Contract.signature". A function that was
// admitted before gets the new reason; a name that no registered contract has is an error.
func Admit(current *compatregistry.Lock, names []string, reason string) error {
	for _, name := range names {
		i := slices.IndexFunc(current.Selectors, func(s compatregistry.LockedSelector) bool { return s.Contract+"."+s.Signature == name })
		if i < 0 {
			return fmt.Errorf("-admit: no registered contract has %s: write CONTRACT.SIGNATURE with canonical types, such as 'NewtonPolicy.foo(uint256)'", name)
		}
		s := current.Selectors[i]
		current.Admitted = slices.DeleteFunc(current.Admitted, func(a compatregistry.Admission) bool {
			return a.Contract == s.Contract && a.Selector == s.Selector
		})
		current.Admitted = append(current.Admitted, compatregistry.Admission{
			Contract: s.Contract, Selector: s.Selector, Signature: s.Signature, Reason: reason,
		})
	}
	return nil
}

// Unadmitted returns the selectors of grace contracts that current has, committed does not, and nobody has registered or admitted. Without a
// committed lock file there are none: the first one is the baseline. So it is for a contract that the committed one has nothing of.
func Unadmitted(registry *compatregistry.Registry, committed, current *compatregistry.Lock) []compatregistry.LockedSelector {
	if committed == nil {
		return nil
	}
	accepted, baseline := map[string]bool{}, map[string]bool{}
	for _, s := range committed.Selectors {
		baseline[s.Contract] = true
		accepted[s.Contract+" "+s.Selector.String()] = true
	}
	for _, a := range current.Admitted {
		accepted[a.Contract+" "+a.Selector.String()] = true
	}
	for _, f := range registry.Features {
		for _, contract := range f.Contracts {
			for _, s := range f.Selectors {
				accepted[contract+" "+s.Selector.String()] = true
			}
		}
	}
	var found []compatregistry.LockedSelector
	for _, s := range current.Selectors {
		if registry.Contract(s.Contract).Rollout == compatregistry.RolloutGrace && baseline[s.Contract] && !accepted[s.Contract+" "+s.Selector.String()] {
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(a, b compatregistry.LockedSelector) int {
		return strings.Compare(a.Contract+"."+a.Signature, b.Contract+"."+b.Signature)
	})
	return found
}
