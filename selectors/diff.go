package selectors

import (
	"cmp"
	"slices"
	"strings"
)

// Changes is the difference between two versions of a contract's ABI. All lists are sorted by signature.
type Changes struct {
	Added, Removed []Method
	Changed        []ShapeChange
}

// A ShapeChange is a function that kept its selector but not its returns or its mutability: old implementations answer
// the call, with something that the new binding misreads.
type ShapeChange struct {
	Selector  Selector
	Signature string
	Old, New  Method
	What      []string // such as "returns (uint8) -> (uint32)" and "view -> pure"
}

// Diff compares two versions of an ABI by selector. A nil ABI counts as empty, and a function that is listed twice
// counts once. Names, order and parameter names make no difference.
func Diff(old, new *ABI) Changes {
	before, after := bySelector(old), bySelector(new)
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
