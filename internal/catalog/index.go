package catalog

import (
	"encoding/binary"
	"math/bits"

	"github.com/compatlint/compatlint/selectors"
)

// An index finds numbers by the hash of what they stand for. It has no pointers, so that one of 100,000 entries costs about as little to make as
// it costs to read them once: most entries are never asked for. Entries of the same hash form a chain, in their order.
type index struct {
	first []uint32 // by hash: 1 + the first entry
	next  []uint32 // by entry: 1 + the next one of the chain
}

// newIndex makes an index of n entries.
func newIndex(n int) index {
	return index{first: make([]uint32, 1<<bits.Len(uint(n))), next: make([]uint32, n)}
}

// add puts an entry before the others of its hash.
func (x index) add(hash uint32, entry int) {
	slot := x.slot(hash)
	x.next[entry] = x.first[slot]
	x.first[slot] = uint32(entry) + 1
}

// each calls yield for the entries that may have the hash; others may be among them.
func (x index) each(hash uint32, yield func(entry int)) {
	for n := x.first[x.slot(hash)]; n != 0; n = x.next[n-1] {
		yield(int(n) - 1)
	}
}

// slot spreads similar hashes.
func (x index) slot(hash uint32) uint32 {
	return hash * 0x9E3779B1 >> (32 - bits.Len(uint(len(x.first)-1))) // Knuth's multiplicative hashing
}

// hashSelector hashes a selector, which is a hash itself.
func hashSelector(s selectors.Selector) uint32 { return binary.BigEndian.Uint32(s[:]) }

// hashName hashes a Solidity name so that it has the hash of its Go name: without underscores, and with no regard to case. What is not ASCII
// is left out, as go-ethereum's way to capitalise a name damages it.
func hashName(name string) uint32 {
	hash := uint32(2166136261) // FNV-1a
	for i := range len(name) {
		c := name[i]
		if c == '_' || c >= 0x80 {
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		hash = (hash ^ uint32(c)) * 16777619
	}
	return hash
}
