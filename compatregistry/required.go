package compatregistry

import (
	"fmt"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// A methodSet is what is known of a contract's functions.
type methodSet struct {
	bySelector map[selectors.Selector]selectors.Method
	signatures map[string]bool
	names      []string // the signatures in order
}

func newMethodSet(methods []selectors.Method) *methodSet {
	s := &methodSet{bySelector: make(map[selectors.Selector]selectors.Method, len(methods)), signatures: make(map[string]bool, len(methods))}
	for _, m := range methods {
		s.bySelector[m.Selector] = m
		s.signatures[m.Signature] = true
		s.names = append(s.names, m.Signature)
	}
	return s
}

// meant says which function the author of an unknown signature probably means: a similar one, or one of the same name.
func (s *methodSet) meant(suggest *suggester, signature, advice string) string {
	name, _, _ := strings.Cut(signature, "(")
	for _, known := range s.names {
		if strings.HasPrefix(known, name+"(") {
			advice = fmt.Sprintf("did you mean %q?", known)
			break
		}
	}
	return suggest.didYouMean(signature, s.names, advice)
}

// checkSelectors checks the selectors of all features: each once for a contract, and all known to its ABI, or gone from it.
func (b *builder) checkSelectors() {
	registered := map[contractSelector]registeredAt{}
	for _, f := range b.features {
		b.within(fmt.Sprintf("feature %q", f.Name), func() {
			for _, contract := range f.Contracts {
				for _, s := range f.Selectors {
					b.checkOnce(registered, f, contract, s)
				}
			}
			if f.State != Retired { // a tombstone may name functions that newer versions have dropped
				b.checkKnown(f)
			}
		})
	}
}

func (b *builder) checkKnown(f *featureDraft) {
	for _, name := range f.Contracts {
		contract := b.registry.contracts[name]
		if contract == nil {
			continue
		}
		if f.Change == ChangeRemoved {
			b.checkGone(contract, f)
			continue
		}
		b.checkMethods(contract, f.Selectors, fmt.Sprintf("contract %q", name))
		for _, sibling := range contract.Siblings {
			other := b.registry.contracts[sibling]
			if other != nil && !slices.Contains(f.Contracts, sibling) {
				b.checkMethods(other, f.Selectors, fmt.Sprintf("sibling %q of contract %q", sibling, name))
			}
		}
	}
}

// checkMethods compares selectors with a contract's ABI, if there is one.
func (b *builder) checkMethods(contract *Contract, required []RequiredSelector, who string) {
	methods := b.methods[contract]
	if methods == nil {
		return
	}
	for _, s := range required {
		method, known := methods.bySelector[s.Selector]
		switch {
		case !known:
			advice := methods.meant(&b.suggest, s.Signature, "correct the signature, or the ABI file if it is out of date")
			b.errorAt(s.Position, "%s has no function %q in %s: %s", who, s.Signature, contract.ABIFile, advice)
		case s.Returns != nil && !slices.Equal(s.Returns, method.Returns):
			b.errorAt(s.Position, "%s returns %s, but %s for %s in %s: write returns: [%s]", s.Signature, typeList(s.Returns),
				typeList(method.Returns), who, contract.ABIFile, strings.Join(method.Returns, ", "))
		}
	}
}
