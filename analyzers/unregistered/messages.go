package unregistered

import (
	"fmt"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/catalog"
)

// unregistered words the use of a function that is new. A contract that is rolled out in lockstep needs no decision: its lock file only has to be
// written again.
func unregistered(f catalog.Function, lockstep bool) string {
	what := fmt.Sprintf("%s (%s) is neither registered nor in compat.lock", f, f.Selector)
	if lockstep {
		return fmt.Sprintf("%s: run compatlint lock, and commit the file", what)
	}
	return fmt.Sprintf("%s: contracts deployed earlier may not have it: register it with compatlint registry add FEATURE -contract %s -selector '%s', "+
		"or, if all of them do, run compatlint lock -admit '%s' -reason \"…\"", what, f.Contract, f.Signature, f)
}

// leftOut words a sibling that a feature's entry does not list.
func leftOut(feature *compatregistry.Feature, contract, sibling string) string {
	return fmt.Sprintf("feature %q lists contract %s but not its sibling %s, which has to carry the same selectors: "+
		"add %s to its contracts in the registry",
		feature.Name, contract, sibling, sibling)
}

// lacks words a sibling without a function that it has to carry.
func lacks(feature *compatregistry.Feature, contract, sibling string, s compatregistry.RequiredSelector) string {
	return fmt.Sprintf("contract %s has no %s (%s), which feature %q requires of its sibling %s: "+
		"add it to %s, generate its bindings again and run compatlint lock, or take %s from the siblings",
		sibling, s.Signature, s.Selector, feature.Name, contract, sibling, sibling)
}
