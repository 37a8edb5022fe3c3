package catalog

import (
	"slices"
	"strings"
)

// A table finds functions by something that few of them share. The first function of a key needs no slice of its own, which is what keeps a
// catalog of ten thousand functions cheap.
type table[K comparable] struct {
	first map[K]*Required
	more  map[K][]*Required
}

func newTable[K comparable](size int) table[K] {
	return table[K]{first: make(map[K]*Required, size), more: map[K][]*Required{}}
}

func (t table[K]) add(k K, required *Required) {
	if t.first[k] == nil {
		t.first[k] = required
		return
	}
	t.more[k] = append(t.more[k], required)
}

// find returns the functions of a key, in an order that does not depend on the registry's.
func (t table[K]) find(k K) []*Required {
	first := t.first[k]
	if first == nil {
		return nil
	}
	found := append([]*Required{first}, t.more[k]...)
	slices.SortFunc(found, func(a, b *Required) int { return strings.Compare(a.Function.String(), b.Function.String()) })
	return found
}
