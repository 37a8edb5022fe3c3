package dispatch

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/selectors"
)

// Verdict is what is known about a selector in a piece of code. The zero value is Inconclusive.
type Verdict uint8

// The verdicts there are.
const (
	Inconclusive Verdict = iota // the code alone does not say
	Present                     // the code singles the selector out and runs something of its own for it
	Missing                     // the code does with the selector what it does with any selector that it does not know
)

// String returns the verdict in one lower-case word.
func (v Verdict) String() string {
	switch v {
	case Present:
		return "present"
	case Missing:
		return "missing"
	}
	return "inconclusive"
}

// Known is what the caller knows about the account whose code is run. The zero value knows nothing.
type Known struct {
	Address common.Address              // of the account; zero stands for an address of no meaning
	Storage map[common.Hash]common.Hash // slots of the account; slots that are not in it read as zero and are named in Result.Reads
	Answers map[Ask][]byte              // what other contracts answer; calls that are not in it give nothing and are named in Result.Asks
}

// An Ask is a call of another contract whose answer the code needs before it decides.
type Ask struct {
	To        common.Address
	Input     string // calldata, as bytes
	Delegated bool   // To runs with the storage of the account that asks
}

// A Result is what Check has found.
type Result struct {
	Verdict Verdict
	Reason  string // the evidence, in words

	// Next is the account that the code hands the call to, calldata and all: an implementation, a facet, a module. The verdict is then
	// Inconclusive, and that of the account's code counts, unless nil.
	Next *common.Address
	// Forwarded says that it does so by CALL or STATICCALL: Next then runs with its own storage, and otherwise with that of this account.
	Forwarded bool
	// Compared says that the code singles the selector out and yet hands the call to Next, as old transparent proxies do when the caller
	// is not their admin.
	Compared bool
	// UsesAddress says that the code reads its own address before it compares the selector with anything: the result is that of an account
	// at Known.Address, and accounts elsewhere may fare differently.
	UsesAddress bool

	// Reads and Asks are what the run depends on and Known does not have. To ask again with them may settle an Inconclusive. Asks are
	// empty while there are Reads, on which they may depend.
	Reads []common.Hash
	Asks  []Ask
}

// MaxCodeSize is the length of the longest code that is looked at, well above the limit of every known chain.
const MaxCodeSize = 1 << 20

// distinctive is the smallest selector that an answer does not also have by chance: smaller ones have zeros in front.
const distinctive = 1 << 24

// confirmable is the smallest selector that does not also occur as a length, a position or a small constant. A comparison with a smaller
// one counts only where a second run confirms it.
const confirmable = 1 << 16

// Check tells whether code, the runtime code of an account, dispatches the selector. It does not keep or change its arguments.
func Check(code []byte, selector selectors.Selector, known Known) Result {
	if r, done := checkForm(code); done {
		return r
	}
	m := newMachine(code, known)
	seen := m.run(selector, nil)
	r := m.settle(selector, seen)
	r.UsesAddress = seen.usesAddress
	return r
}

// settle draws the conclusions from a run.
func (m *machine) settle(selector selectors.Selector, seen *sighting) Result {
	matched, unsure := m.confirm(selector, seen)
	switch {
	case seen.handsOn:
		return seen.handedOn(matched != nil)
	case matched != nil && matched.leftAligned && seen.reverted:
		// A fallback that refuses one selector compares like this: msg.sig is left-aligned, and dispatchers shift it to the right.
		return Result{Reason: fmt.Sprintf("%s, and then reverts: this may be a refusal", matched)}
	case matched != nil:
		return Result{Verdict: Present, Reason: matched.String()}
	case unsure != nil:
		return Result{Reason: fmt.Sprintf("%s, which may be a coincidence", unsure)}
	}
	if reason := seen.undecided(); reason != "" {
		return seen.open(reason)
	}
	if r, gated := m.callAs(selector, seen.gatekeeper); gated {
		return r
	}
	return m.compareWithUnknown(selector, seen)
}

// callAs runs the code as the account that the caller was compared with, if it was: contracts may let nobody else through to their functions.
func (m *machine) callAs(selector selectors.Selector, gatekeeper *common.Address) (r Result, gated bool) {
	if gatekeeper == nil {
		return Result{}, false
	}
	m.caller = *gatekeeper
	defer func() { m.caller = anybody }()
	seen := m.run(selector, nil)
	if len(seen.matches) == 0 && !seen.handsOn && seen.undecided() == "" {
		return Result{}, false
	}
	return seen.open(fmt.Sprintf("fares differently when %s calls", gatekeeper)), true
}

// placeholder is the code that Moonbeam's parachains give to contracts that are built in. Those of Arbitrum (INVALID) and of Avalanche's chains
// (ADD, of nothing) show when they are run.
var placeholder = []byte{0x60, 0x00, 0x60, 0x00, 0xfd}

// checkForm settles code that cannot or need not be run.
func checkForm(code []byte) (r Result, done bool) {
	if len(code) == 0 {
		return Result{Verdict: Missing, Reason: "no code"}, true
	}
	if target, ok := types.ParseDelegation(code); ok {
		return Result{Reason: fmt.Sprintf("EIP-7702 delegation to %s", target), Next: &target}, true
	}
	switch {
	case len(code) > MaxCodeSize:
		return Result{Reason: fmt.Sprintf("%d bytes of code: more than %d are not run", len(code), MaxCodeSize)}, true
	case code[0] == 0 && len(code) > 1 && !endsInMetadata(code):
		return Result{Reason: "the code starts with STOP: it is data, or code of another machine"}, true
	case bytes.Equal(code, placeholder):
		return Result{Reason: "the code is what chains put in the place of contracts of their own"}, true
	case code[0] == 0xef:
		return Result{Reason: "the code starts with 0xef: it is of another format or machine"}, true
	}
	return Result{}, false
}

// endsInMetadata reports whether the code ends as solc's does: in a CBOR map and its length.
func endsInMetadata(code []byte) bool {
	if len(code) < 4 {
		return false
	}
	at := len(code) - 2 - int(binary.BigEndian.Uint16(code[len(code)-2:]))
	return at > 0 && at < len(code)-2 && code[at]>>4 == 0xa
}

// undecided says why a run without a match says nothing, or nothing if it does.
func (s *sighting) undecided() string {
	switch {
	case s.stopped != "":
		return s.stopped + " before the selector was compared"
	case s.unknownOpcode:
		return fmt.Sprintf("opcode %#02x at %d is not known here", s.lastOp, s.lastPC)
	case len(s.asks) > 0:
		return fmt.Sprintf("asks %s before it decides", s.asks[0].To)
	case len(s.reads) > 0:
		return fmt.Sprintf("reads storage slot %s before it decides", s.reads[0])
	case !s.loadsSelector && s.readsStorage:
		return "decides by its storage before it looks at the selector"
	case !s.loadsSelector && s.looksAround:
		return "decides by the block, the chain or other accounts before it looks at the selector"
	case !s.loadsSelector && s.fault != "":
		return s.fault + " before it looks at the selector: it is data, code of another machine, or in the place of a contract that is built in"
	case s.comparesLength > 0:
		return fmt.Sprintf("compares the length of the calldata with %d", s.comparesLength)
	}
	return ""
}

// open is an inconclusive result that names what would settle it.
func (s *sighting) open(reason string) Result {
	if len(s.reads) > 0 {
		return Result{Reason: reason, Reads: s.reads}
	}
	return Result{Reason: reason, Asks: s.asks}
}

// handedOn is the result of a run that hands the call to another account.
func (s *sighting) handedOn(compared bool) Result {
	if len(s.reads)+len(s.asks) > 0 {
		reason := "hands the call to an account that its storage names"
		if len(s.asks) > 0 {
			reason = fmt.Sprintf("hands the call to an account that %s names", s.asks[0].To)
		}
		r := s.open(reason)
		r.Compared = compared
		return r
	}
	next := s.next
	return Result{Reason: fmt.Sprintf("hands the call to %s", next), Next: &next, Forwarded: s.forwarded, Compared: compared}
}

// compareWithUnknown settles a selector that was compared with nothing equal: it is missing if selectors taken at random fare the same.
// They do not where the code finds functions in another way, such as a table that is indexed by a hash of the selector.
func (m *machine) compareWithUnknown(selector selectors.Selector, seen *sighting) Result {
	compared := 0
	for _, other := range strangers(selector) {
		if number(other) < distinctive {
			continue
		}
		control := m.run(other, nil)
		if len(control.matches) > 0 {
			continue // by chance a function of the contract
		}
		if !control.faresLike(seen) {
			return Result{Reason: fmt.Sprintf("no comparison with the selector, and yet %s fares differently", other)}
		}
		compared++
	}
	if compared == 0 {
		return Result{Reason: "every selector that was tried is compared"}
	}
	return Result{Verdict: Missing, Reason: fmt.Sprintf("falls through: %s, like any unknown selector", seen.ending())}
}

// strangers returns selectors that differ from the given one in every byte.
func strangers(s selectors.Selector) []selectors.Selector {
	patterns := [][4]byte{{0x5b, 0xd1, 0xe9, 0x95}, {0xa3, 0xc5, 0x9a, 0xc3}, {0x1f, 0x83, 0x47, 0x6d}, {0xc8, 0x2e, 0x70, 0x3b}}
	return xored(s, patterns)
}

// neighbours returns selectors that take the same way as the given one through most dispatchers, up to the comparison with it: those next to
// it where functions are searched by size, and, where they are looked up in buckets, some that fall into its bucket.
func neighbours(s selectors.Selector) []selectors.Selector {
	patterns := [][4]byte{{3: 1}, {3: 2}, {3: 4}, {2: 1}, {1: 1}, {0: 1}, {0: 0x80}, {1: 0x10, 3: 1}, {2: 0x40, 3: 3}, {0: 2, 2: 5, 3: 7}}
	return xored(s, patterns)
}

func xored(s selectors.Selector, patterns [][4]byte) []selectors.Selector {
	var list []selectors.Selector
	for _, pattern := range patterns {
		other := s
		for i := range other {
			other[i] ^= pattern[i]
		}
		list = append(list, other)
	}
	return list
}

// confirm returns the first comparison of the run that is with the selector. It runs neighbours up to the same point: there, one side is
// their own selector, and the other is not. Where both sides are, the code compares the calldata with itself, and where none is, constants.
// Where no neighbour gets there, large selectors are believed, and small ones returned as unsure.
func (m *machine) confirm(selector selectors.Selector, seen *sighting) (matched, unsure *match) {
	for i := range seen.matches {
		candidate := &seen.matches[i]
		switch m.judge(selector, candidate) {
		case Present:
			return candidate, nil
		case Inconclusive:
			if number(selector) >= confirmable {
				return candidate, nil
			}
			unsure = candidate
		}
	}
	return nil, unsure
}

func (m *machine) judge(selector selectors.Selector, candidate *match) Verdict {
	for _, other := range neighbours(selector) {
		control := m.run(other, candidate)
		if !control.reached {
			continue
		}
		moved, stayed := word(other, candidate.leftAligned), word(selector, candidate.leftAligned)
		a, b := control.operands[0], control.operands[1]
		switch {
		case a.Eq(&moved) != b.Eq(&moved): // the other side may come from a table, and have moved elsewhere
			return Present
		case a.Eq(&moved), a.Eq(&stayed) && b.Eq(&stayed):
			return Missing
		}
	}
	return Inconclusive
}
