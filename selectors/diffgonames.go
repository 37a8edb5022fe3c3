package selectors

import "strings"

// A Reassignment is a Go name that sends another selector than before: code that calls it by name may still compile, and
// calls another function.
type Reassignment struct {
	GoName   string // such as "AddShares"
	Old, New Method
}

// A GoRename is a function whose name in Go is another one than before, usually because its overloads are numbered in ABI
// order and one was added before it.
type GoRename struct {
	Selector  Selector
	Signature string
	Old, New  string // such as "Foo" and "Foo0"
}

func diffGoNames(old, new Version) (reassigned []Reassignment, renamed []GoRename) {
	before, after := old.byGoName(), new.byGoName()
	for _, name := range sortedKeys(after) {
		previous, known := before[name]
		if m := after[name]; known && previous.Selector != m.Selector {
			reassigned = append(reassigned, Reassignment{GoName: name, Old: previous, New: m})
		}
	}
	previous := bySelector(old.ABI)
	for _, m := range sortedMethods(bySelector(new.ABI)) {
		was, kept := previous[m.Selector]
		if !kept || was.Signature != m.Signature {
			continue
		}
		if from, to := old.GoName(was), new.GoName(m); from != to {
			renamed = append(renamed, GoRename{Selector: m.Selector, Signature: m.Signature, Old: from, New: to})
		}
	}
	return reassigned, renamed
}

// byGoName returns each function once, under its first name in ABI order.
func (v Version) byGoName() map[string]Method {
	methods := map[string]Method{}
	if v.ABI == nil {
		return methods
	}
	known := bySelector(v.ABI)
	for _, m := range v.ABI.Methods {
		name := v.GoName(known[m.Selector])
		if _, taken := methods[name]; !taken {
			methods[name] = known[m.Selector]
		}
	}
	return methods
}

// GoName returns the name of a function in Go: the one that the binding has, or else the one that abigen gives it.
func (v Version) GoName(m Method) string {
	if name, ok := v.GoNames[m.Selector]; ok {
		return name
	}
	name := GoName(m.ABIName)
	if strings.IndexAny(name, "0123456789") == 0 {
		name = "M" + name // as abigen v1 does with a name such as _2fa
	}
	return name
}
