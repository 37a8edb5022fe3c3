package compatregistry

import (
	"fmt"

	"github.com/compatlint/compatlint/selectors"
)

// CheckLock returns the selectors of the registry that its contracts do not have according to the lock: a registered
// selector that no binding sends guards nothing. Functions that a change removed may be there or not: bindings of both
// versions may be in use. Positions are those in the registry. Contracts of which the lock has no
// selector are skipped, because their bindings were not found, which others report. So are retired features: a tombstone
// may name functions that newer versions have dropped. The list is nil if all is well.
func CheckLock(r *Registry, l *Lock) ErrorList {
	locked := map[string]*lockedContract{}
	for _, s := range l.Selectors {
		c := locked[s.Contract]
		if c == nil {
			c = &lockedContract{has: map[selectors.Selector]bool{}}
			locked[s.Contract] = c
		}
		c.has[s.Selector] = true
		c.signatures = append(c.signatures, s.Signature)
	}
	check := lockCheck{fromFile: l.Path != ""}
	for _, f := range r.Features {
		if f.State == Retired || f.Change == ChangeRemoved {
			continue
		}
		for _, name := range f.Contracts {
			if c := locked[name]; c != nil {
				check.feature(f, name, c)
			}
		}
	}
	return check.errors.sorted()
}

type lockedContract struct {
	has        map[selectors.Selector]bool
	signatures []string // in the order of the lock
}

type lockCheck struct {
	errors   ErrorList
	fromFile bool // the lock was read, not made from the sources just now
	suggest  suggester
}

func (c *lockCheck) feature(f *Feature, contract string, locked *lockedContract) {
	for _, s := range f.Selectors {
		if locked.has[s.Selector] {
			continue
		}
		source, advice := "in its ABI or bindings", "correct the signature, or generate the bindings again"
		if c.fromFile {
			source, advice = "according to the lock file", advice+` and run "compatlint lock"`
		}
		c.errors = append(c.errors, Error{s.Position, fmt.Sprintf(
			"feature %q: contract %s has no %s (%s) %s: %s", f.Name, contract, s.Signature, s.Selector, source,
			c.suggest.didYouMean(s.Signature, locked.signatures, advice))})
	}
}
