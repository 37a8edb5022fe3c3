package selectors

import (
	"cmp"
	"slices"
	"strings"
)

// Changes is the difference between two versions of a contract's ABI. All lists are sorted, those of functions by signature.
type Changes struct {
	Added, Removed []Method
	Changed        []ShapeChange
	Reassigned     []Reassignment // by Go name
	Renamed        []GoRename
	Events         MemberChanges[Event]
	Errors         MemberChanges[Error]
}

// A ShapeChange is a function that kept its selector but not its returns or its mutability: old implementations answer
// the call, with something that the new binding misreads.
type ShapeChange struct {
	Selector  Selector
	Signature string
	Old, New  Method
	What      []string // such as "returns (uint8) -> (uint32)" and "view -> pure"
}

// IsEmpty reports whether there is no difference.
func (c Changes) IsEmpty() bool {
	return len(c.Added) == 0 && len(c.Events.Added) == 0 && len(c.Errors.Added) == 0 && c.IsAdditive()
}

// IsAdditive reports whether everything that the old version had is in the new one, unchanged and under the same Go name, so
// that code for the old one goes on working.
func (c Changes) IsAdditive() bool { return c.Lost() == 0 }

// Lost counts the differences that are not additions.
func (c Changes) Lost() int {
	return len(c.Removed) + len(c.Changed) + len(c.Reassigned) + len(c.Renamed) +
		len(c.Events.Removed) + len(c.Events.Changed) + len(c.Errors.Removed) + len(c.Errors.Changed)
}

// Diff compares two versions of an ABI by selector. A nil ABI counts as empty, and a function that is listed twice
// counts once. Parameter names make no difference, and order only where it changes how overloads are numbered in Go.
func Diff(old, new *ABI) Changes {
	return DiffVersions(Version{ABI: old}, Version{ABI: new})
}

// DiffVersions is Diff for versions of which more is known than the ABI.
func DiffVersions(old, new Version) Changes {
	c := diffMethods(bySelector(old.ABI), bySelector(new.ABI))
	c.Reassigned, c.Renamed = diffGoNames(old, new)
	c.Events = diffMembers(old.events(), new.events(), eventDiffer(old, new))
	c.Errors = diffMembers(old.errors(), new.errors(), errorDiffer)
	return c
}

func diffMethods(before, after map[Selector]Method) Changes {
	var c Changes
	for selector, m := range after {
		previous, kept := before[selector]
		if !kept {
			c.Added = append(c.Added, m)
			continue
		}
		if what := shapeDifference(previous, m); len(what) > 0 {
			c.Changed = append(c.Changed, ShapeChange{Selector: selector, Signature: m.Signature, Old: previous, New: m, What: what})
		}
	}
	for selector, m := range before {
		if _, kept := after[selector]; !kept {
			c.Removed = append(c.Removed, m)
		}
	}
	bySignature := func(a, b Method) int { return strings.Compare(a.Signature, b.Signature) }
	slices.SortFunc(c.Added, bySignature)
	slices.SortFunc(c.Removed, bySignature)
	slices.SortFunc(c.Changed, func(a, b ShapeChange) int { return cmp.Compare(a.Signature, b.Signature) })
	return c
}

func bySelector(a *ABI) map[Selector]Method {
	if a == nil {
		return nil
	}
	methods := make(map[Selector]Method, len(a.Methods))
	for _, m := range a.Methods {
		if _, listed := methods[m.Selector]; !listed {
			methods[m.Selector] = m
		}
	}
	return methods
}

func shapeDifference(old, new Method) []string {
	var what []string
	if old.Signature != new.Signature { // two signatures with one hash: rare, and worth seeing
		what = append(what, "signature "+old.Signature+" -> "+new.Signature)
	}
	if !slices.Equal(old.Returns, new.Returns) {
		what = append(what, "returns "+typeList(old.Returns)+" -> "+typeList(new.Returns))
	}
	if old.Mutability != new.Mutability {
		what = append(what, old.Mutability+" -> "+new.Mutability)
	}
	return what
}

func typeList(types []string) string {
	return "(" + strings.Join(types, ",") + ")"
}
