package compatregistry

import (
	"fmt"
	"slices"

	"github.com/compatlint/compatlint/selectors"
)

// checkChange checks what a feature says of its change: that the way of detection goes with it, and that the contracts' rollout allows it.
func (b *builder) checkChange(f *featureDraft) {
	if malformed := f.change.text != "" && f.change.text != string(f.Change); malformed {
		return // which has been reported
	}
	if !slices.Contains(detects[f.Change], f.Detect) {
		b.errorAt(f.detect.position, "detect %s does not go with change %s: %s", f.Detect, f.Change, detectAdvice(f.Change))
		return
	}
	switch f.Change {
	case ChangeRemoved:
		b.checkRemoved(f)
	case ChangeReturns:
		b.checkReturns(f)
	}
	b.checkDetectable(f)
}

// detectAdvice says what to write for detect, and why.
func detectAdvice(c Change) string {
	reason := map[Change]string{
		ChangeReturns:   "the selectors are the same before and after, so write detect: returns or none",
		ChangeSemantics: "a probe sees no difference, so write detect: none",
	}[c]
	if reason != "" {
		return reason
	}
	return "write detect: selector, or none where the contract answers to any selector"
}

// checkRemoved refuses the state in which bare calls are allowed: no contract has the function any more.
func (b *builder) checkRemoved(f *featureDraft) {
	if f.State == Strict {
		b.errorAt(f.Position, "state strict is not for change removed: it allows bare calls, and the functions are gone, "+
			"so remove the calls and write state: retired")
	}
}

// checkReturns wants to know the new shape: without it nobody can tell the versions apart.
func (b *builder) checkReturns(f *featureDraft) {
	if f.Detect != DetectReturns || !f.NeedsGuard() {
		return
	}
	for _, s := range f.Selectors {
		if s.Returns == nil {
			b.errorAt(s.Position, "change returns needs the new returns of %s: write {signature: %q, returns: [...]}", s.Signature, s.Signature)
		}
	}
}

// checkDetectable checks that, where two versions are served, the service can find out which one it talks to.
func (b *builder) checkDetectable(f *featureDraft) {
	if f.Detect != DetectNone || !f.NeedsGuard() {
		return
	}
	withGrace, _ := b.rollouts(f)
	if withGrace == "" || b.supported(f.Name) {
		return
	}
	at, said := f.Position, fmt.Sprintf("change %s", f.Change)
	if f.detect.text != "" {
		at, said = f.detect.position, "detect none"
	} else if f.change.text != "" {
		at = f.change.position
	}
	b.errorAt(at, "%s: no probe of contract %q, which is rollout grace, can tell the versions apart: "+
		"name a function that can under guards.supports, or make the rollout lockstep", said, withGrace)
}

func (b *builder) supported(feature string) bool {
	return slices.ContainsFunc(b.supports, func(l located) bool { return l.text == feature })
}

// checkGone reports functions that a change removed although the contract's ABI has them. Before the release that is as it should be.
func (b *builder) checkGone(contract *Contract, f *featureDraft) {
	methods := b.methods[contract]
	if methods == nil || f.State == Planned {
		return
	}
	for _, s := range f.Selectors {
		if _, there := methods.bySelector[s.Selector]; there {
			b.errorAt(s.Position, "contract %q still has %s in %s, although change is removed: correct the change, or the ABI file if it is out of date",
				contract.Name, s.Signature, contract.ABIFile)
		}
	}
}

// registeredAt is where a contract's selector was registered first.
type registeredAt struct {
	feature *featureDraft
	RequiredSelector
}

type contractSelector struct {
	contract string
	selector selectors.Selector
}

// checkOnce checks that no selector of a contract is registered twice. A function that one feature added and that is through with its window may
// be changed by a later feature.
func (b *builder) checkOnce(registered map[contractSelector]registeredAt, f *featureDraft, contract string, s RequiredSelector) {
	key := contractSelector{contract, s.Selector}
	first, taken := registered[key]
	if !taken {
		registered[key] = registeredAt{f, s}
		return
	}
	switch {
	case first.Signature != s.Signature:
		b.errorAt(s.Position, "%s has the selector %s of %s, which feature %q registers for contract %q on line %d: "+
			"one of the two functions needs another name", s.Signature, s.Selector, first.Signature, first.feature.Name, contract, first.Position.Line)
	case first.feature == f || !first.feature.Change.Existing() && !f.Change.Existing():
		b.errorAt(s.Position, "selector %s of contract %q is already registered by feature %q on line %d: remove one of the two",
			s.Signature, contract, first.feature.Name, first.Position.Line)
	case first.feature.NeedsGuard() && f.NeedsGuard():
		b.errorAt(s.Position, "selector %s of contract %q is in the open window of feature %q on line %d: "+
			"end one window before the other opens", s.Signature, contract, first.feature.Name, first.Position.Line)
	case f.NeedsGuard():
		registered[key] = registeredAt{f, s}
	}
}
