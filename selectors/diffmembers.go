package selectors

import (
	"maps"
	"slices"
	"strings"
)

// MemberChanges is how the events or the custom errors of two versions differ, sorted by signature.
type MemberChanges[T any] struct {
	Added, Removed []T
	Changed        []MemberChange[T]
}

// A MemberChange is an event or custom error that kept its name, and of which something else changed.
type MemberChange[T any] struct {
	Old, New T
	What     []string // such as "signature Paused() -> Paused(address)"
}

// A differ says what differs between two members of one signature.
type differ[T any] func(old, new T) []string

// A member is an event or an error in a comparison.
type member[T any] struct {
	name, signature string
	value           T
}

func (v Version) events() []member[Event] {
	if v.ABI == nil {
		return nil
	}
	var members []member[Event]
	for _, e := range v.ABI.Events {
		members = append(members, member[Event]{e.Name, e.Signature, e})
	}
	return members
}

func (v Version) errors() []member[Error] {
	if v.ABI == nil {
		return nil
	}
	var members []member[Error]
	for _, e := range v.ABI.Errors {
		members = append(members, member[Error]{e.Name, e.Signature, e})
	}
	return members
}

func eventDiffer(old, new Version) differ[Event] {
	return func(before, after Event) []string {
		var what []string
		from, fromKnown := old.layout(before)
		to, toKnown := new.layout(after)
		if fromKnown && toKnown && from != to {
			what = append(what, "parameters "+from+" -> "+to)
		}
		if before.Anonymous != after.Anonymous {
			what = append(what, anonymity(before)+" -> "+anonymity(after))
		}
		return what
	}
}

func anonymity(e Event) string {
	if e.Anonymous {
		return "anonymous"
	}
	return "not anonymous"
}

// errorDiffer: a custom error is its signature, so two of one signature are the same.
func errorDiffer(_, _ Error) []string { return nil }

// diffMembers compares members by signature. What is gone and what is new under one name is one change, if there is one of each.
func diffMembers[T any](old, new []member[T], differs differ[T]) MemberChanges[T] {
	before, after := bySignature(old), bySignature(new)
	gone, fresh := missingFrom(after, before), missingFrom(before, after)
	var c MemberChanges[T]
	for _, signature := range sortedKeys(after) {
		m := after[signature]
		var what []string
		previous, kept := before[signature]
		if kept {
			what = differs(previous.value, m.value)
		} else if previous, kept = only(gone, m.name); kept && count(fresh, m.name) == 1 {
			what = []string{"signature " + previous.signature + " -> " + m.signature}
			gone = slices.DeleteFunc(gone, func(other member[T]) bool { return other.name == m.name })
		} else {
			c.Added = append(c.Added, m.value)
		}
		if len(what) > 0 {
			c.Changed = append(c.Changed, MemberChange[T]{Old: previous.value, New: m.value, What: what})
		}
	}
	for _, m := range gone {
		c.Removed = append(c.Removed, m.value)
	}
	return c
}

// missingFrom returns the members that others has and known has not, by signature.
func missingFrom[T any](known, others map[string]member[T]) []member[T] {
	var missing []member[T]
	for _, signature := range sortedKeys(others) {
		if _, ok := known[signature]; !ok {
			missing = append(missing, others[signature])
		}
	}
	return missing
}

func bySignature[T any](members []member[T]) map[string]member[T] {
	known := make(map[string]member[T], len(members))
	for _, m := range members {
		if _, listed := known[m.signature]; !listed {
			known[m.signature] = m
		}
	}
	return known
}

// only returns the one member of a name, if it is the only one.
func only[T any](members []member[T], name string) (member[T], bool) {
	i := slices.IndexFunc(members, func(m member[T]) bool { return m.name == name })
	if i < 0 || count(members, name) > 1 {
		return member[T]{}, false
	}
	return members[i], true
}

func count[T any](members []member[T], name string) int {
	n := 0
	for _, m := range members {
		if m.name == name {
			n++
		}
	}
	return n
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func sortedMethods(methods map[Selector]Method) []Method {
	return slices.SortedFunc(maps.Values(methods), func(a, b Method) int { return strings.Compare(a.Signature, b.Signature) })
}
