package dispatch_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// Dispatchers as Vyper lays them out: one comparison after the other before version 0.3.10 and without optimization, and since then a table
// of buckets in the code section's data. What is optimized for gas has "sparse" buckets, each a short list of comparisons; what is optimized for
// size has "dense" ones, in which a multiplication finds the one function that it may be.

// vyperEnds is the fallback, and functions that each answer with their number, for methods in their order.
func vyperEnds(methods []uint32) string {
	text := " fallback:" + refuse
	for i := range methods {
		text += fmt.Sprintf(" function%d: 0x%02x PUSH0 MSTORE 0x20 PUSH0 RETURN", i, i+1)
	}
	return text
}

// vyperHead goes to the fallback where the calldata is too short for a selector, and leaves the selector on the stack.
const vyperHead = "0x03 CALLDATASIZE GT @long JUMPI @fallback JUMP long: " + loadSelector

func linearVyper(methods []uint32) []byte {
	text := vyperHead
	for i, method := range methods {
		text += fmt.Sprintf(" 0x%08x DUP2 XOR @not%d JUMPI CALLVALUE @fail JUMPI @function%d JUMP not%d:", method, i, i, i)
	}
	return assemble(text + " @fallback JUMP fail:" + refuse + vyperEnds(methods))
}

// sparseVyper jumps to where the table says for the remainder of the selector.
func sparseVyper(methods []uint32) []byte {
	n := uint32(len(methods))
	text := vyperHead + fmt.Sprintf(" DUP1 0x%04x SWAP1 MOD 0x01 SHL @table ADD 0x02 SWAP1 0x1e CODECOPY PUSH0 MLOAD JUMP", n)
	table := " table="
	for bucket := range n {
		inside := fmt.Sprintf(" bucket%d:", bucket)
		for i, method := range methods {
			if method%n == bucket {
				inside += fmt.Sprintf(" 0x%08x DUP2 XOR @not%d JUMPI CALLDATASIZE 0x04 GT CALLVALUE OR @fail JUMPI @function%d JUMP not%d:", method, i, i, i)
			}
		}
		text += inside + " @fallback JUMP"
		table += fmt.Sprintf(" #@bucket%d", bucket)
	}
	return assembleTables(text + " fail:" + refuse + vyperEnds(methods) + table)
}

// magicFor finds the factor that gives each method of a bucket a place of its own.
func magicFor(methods []uint32) (magic uint64, places []uint64) {
	for magic = range 1 << 16 {
		places = nil
		taken := map[uint64]bool{}
		for _, method := range methods {
			place := uint64(method) * magic >> 24 % uint64(len(methods))
			taken[place] = true
			places = append(places, place)
		}
		if len(taken) == len(methods) {
			return magic, places
		}
	}
	panic("no factor")
}

// denseVyper finds the header of the bucket, and with its factor the entry of the one function that it may be: the selector, where the function
// is, and the length of its calldata with a bit for those that take no payments.
func denseVyper(methods []uint32, buckets uint32) []byte {
	text := vyperHead + fmt.Sprintf(" DUP1 0x%04x SWAP1 MOD 0x05 MUL @headers ADD 0x05 SWAP1 0x1b CODECOPY PUSH0 MLOAD"+ // selector header
		" DUP1 0xff AND DUP2 0x18 SHR DUP4 MUL 0x18 SHR MOD"+ // selector header place
		" 0x08 MUL DUP2 0x08 SHR 0xffff AND ADD 0x08 SWAP1 0x18 CODECOPY PUSH0 MLOAD"+ // selector header entry
		" DUP1 0x20 SHR DUP4 XOR @fallback JUMPI"+
		" DUP1 0x01 AND CALLVALUE MUL DUP2 0xfffe AND CALLDATASIZE LT OR @fail JUMPI 0x10 SHR 0xffff AND JUMP", buckets)
	headers, entries := " headers=", ""
	for bucket := range buckets {
		var inside []uint32
		for _, method := range methods {
			if method%buckets == bucket {
				inside = append(inside, method)
			}
		}
		magic, places := magicFor(inside)
		headers += fmt.Sprintf(" #%04x #@entries%d #%02x", magic, bucket, len(inside))
		entries += fmt.Sprintf(" entries%d=", bucket)
		for place := range inside {
			for j, method := range inside {
				if places[j] == uint64(place) {
					entries += fmt.Sprintf(" #%08x #@function%d #0005", method, indexOf(methods, method))
				}
			}
		}
	}
	return assembleTables(text + " fail:" + refuse + vyperEnds(methods) + headers + entries)
}

func indexOf(methods []uint32, method uint32) int {
	for i, m := range methods {
		if m == method {
			return i
		}
	}
	panic("no such method")
}

// assembleTables is assemble for text that has positions in its data too, as #@label.
func assembleTables(text string) []byte {
	words := strings.Fields(text)
	var uses []string
	for i, word := range words {
		if label, ok := strings.CutPrefix(word, "#@"); ok {
			words[i] = fmt.Sprintf("use%d= #0000", len(uses))
			uses = append(uses, label)
		}
	}
	// Labels have no place of their own in the code: a first pass pushes them all, behind the rest, where their positions can be read.
	code := strings.Join(words, " ")
	positions := code
	for i, label := range uses {
		positions += fmt.Sprintf(" @%s @use%d", label, i)
	}
	all := assemble(positions)
	length := len(all) - 6*len(uses)
	final := all[:length:length]
	for i := range uses {
		tail := all[length+6*i:]
		copy(final[binary.BigEndian.Uint16(tail[4:]):], tail[1:3])
	}
	return final
}

// vyperMethods are n selectors, e998a088 first.
func vyperMethods(n int) []uint32 {
	methods := []uint32{0xe998a088}
	for i := 1; i < n; i++ {
		s := selectors.Of(fmt.Sprintf("method%d()", i))
		methods = append(methods, binary.BigEndian.Uint32(s[:]))
	}
	return methods
}

func TestVyper(t *testing.T) {
	for _, n := range []int{1, 2, 5, 17, 40} {
		methods := vyperMethods(n)
		for name, code := range map[string][]byte{
			"linear": linearVyper(methods), "sparse": sparseVyper(methods), "dense": denseVyper(methods, uint32(n/5+1)),
			"dense, one bucket": denseVyper(methods[:min(n, 7)], 1),
		} {
			t.Run(fmt.Sprintf("%s, %d functions", name, n), func(t *testing.T) {
				own := map[selectors.Selector]bool{}
				for _, method := range methods[:len(methods):len(methods)] {
					if name == "dense, one bucket" && indexOf(methods, method) >= 7 {
						continue
					}
					own[selectors.Selector{byte(method >> 24), byte(method >> 16), byte(method >> 8), byte(method)}] = true
				}
				holdAgainst(t, code, own)
			})
		}
	}
}

// holdAgainst asks for the selectors that the code has, and for others, in it or not.
func holdAgainst(t *testing.T, code []byte, own map[selectors.Selector]bool) {
	t.Helper()
	for selector := range own {
		if got := dispatch.Check(code, selector, dispatch.Known{}); got.Verdict != dispatch.Present {
			t.Errorf("%s: %s: %s, want present", selector, got.Verdict, got.Reason)
		}
	}
	for _, selector := range strange(code, own, 50) {
		if got := dispatch.Check(code, selector, dispatch.Known{Address: common.Address{1}}); got.Verdict != dispatch.Missing {
			t.Errorf("%s: %s: %s, want missing", selector, got.Verdict, got.Reason)
		}
	}
}
