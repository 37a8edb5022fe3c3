package dispatch_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// Dispatchers that solc does not write today. Each has e998a088.
var dispatchers = map[string]string{
	"Vyper, one after the other": loadSelector + "DUP1 0x4ccf57fe XOR @second JUMPI" + one + "second: DUP1 0xe998a088 XOR @third JUMPI CALLDATASIZE 0x04 GT @third JUMPI" +
		one + "third:" + refuse,
	"XOR and ISZERO":           loadSelector + "0xe998a088 XOR ISZERO @f JUMPI" + refuse + function,
	"SUB":                      loadSelector + "0xe998a088 SUB @no JUMPI" + one + "no:" + refuse,
	"DIV and AND":              "0x0100000000000000000000000000000000000000000000000000000000 PUSH0 CALLDATALOAD DIV 0xffffffff AND 0xe998a088 EQ @f JUMPI" + refuse + function,
	"through memory":           "0x04 PUSH0 0x1c CALLDATACOPY PUSH0 MLOAD 0xe998a088 EQ @f JUMPI" + refuse + function,
	"left-aligned":             "PUSH0 CALLDATALOAD 0xe0 SHR 0xe0 SHL 0xe998a08800000000000000000000000000000000000000000000000000000000 EQ @f JUMPI" + refuse + function,
	"binary search":            loadSelector + "DUP1 0x80000000 GT @low JUMPI DUP1 0xe998a088 EQ @f JUMPI" + refuse + "low: 0x4ccf57fe EQ @f JUMPI" + refuse + function,
	"in a fallback, by switch": loadSelector + "0x4ccf57fe DUP2 EQ @g JUMPI 0xe998a088 DUP2 EQ @f JUMPI" + refuse + "g:" + refuse + function,
	"fallback that answers":    loadSelector + "0xe998a088 EQ @f JUMPI 0x02 PUSH0 MSTORE 0x20 PUSH0 RETURN" + function,
	"fallback that names it":   loadSelector + "DUP1 0xe998a088 EQ @f JUMPI PUSH0 MSTORE 0x20 PUSH0 REVERT" + function,
	"for the owner, after":     loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + "f: CALLER 0x1111111111111111111111111111111111111111 EQ @g JUMPI" + refuse + "g:" + one,
}

func TestOtherDispatchers(t *testing.T) {
	for name, text := range dispatchers {
		t.Run(name, func(t *testing.T) {
			code := assemble(text)
			for selector, want := range map[string]dispatch.Verdict{
				"0xe998a088": dispatch.Present, "0xe998a089": dispatch.Missing, "0x12345678": dispatch.Missing, "0x00000000": dispatch.Missing,
			} {
				got := dispatch.Check(code, parse(t, selector), dispatch.Known{})
				if got.Verdict != want {
					t.Errorf("%s: %s: %s, want %s", selector, got.Verdict, got.Reason, want)
				}
			}
		})
	}
}

// buckets is a dispatcher as Vyper's for many methods: the remainder of the selector chooses an entry of a table, which has a selector and
// where its function is.
func buckets(n int, own ...uint32) []byte {
	head := loadSelector + fmt.Sprintf("DUP1 0x%04x SWAP1 MOD 0x06 MUL @table ADD 0x06 SWAP1 0x1a CODECOPY ", n) + // 6 bytes, the last in the word at 0
		"PUSH0 MLOAD DUP1 0x10 SHR DUP3 XOR @no JUMPI 0xffff AND JUMP no:" + refuse + function + "table= "
	code := assemble(head)
	entry := bytes.LastIndexByte(code, byte(vm.JUMPDEST))
	table := make([]byte, 6*n)
	for _, s := range own {
		copy(table[6*(int(s)%n):], []byte{byte(s >> 24), byte(s >> 16), byte(s >> 8), byte(s), byte(entry >> 8), byte(entry)})
	}
	return append(code, table...)
}

func TestBuckets(t *testing.T) {
	for _, n := range []int{1, 2, 7, 50, 200} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			code := buckets(n, 0xe998a088)
			for selector, want := range map[string]dispatch.Verdict{
				"0xe998a088": dispatch.Present, "0xe998a089": dispatch.Missing, "0x12345678": dispatch.Missing, "0x4ccf57fe": dispatch.Missing,
			} {
				got := dispatch.Check(code, parse(t, selector), dispatch.Known{})
				if got.Verdict != want {
					t.Errorf("%s: %s: %s, want %s", selector, got.Verdict, got.Reason, want)
				}
			}
		})
	}
}

// Code that does not let anybody tell. Each would be missing if falling through were all that counted, or present if a comparison were.
func TestCannotKnow(t *testing.T) {
	tests := []struct{ name, code, reason string }{
		{"jump table without a comparison", "PUSH0 CALLDATALOAD 0xff SHR @high JUMPI" + refuse + "high:" + one, "fares differently"},
		{"first byte only", "PUSH0 CALLDATALOAD 0xf8 SHR 0xe9 EQ @f JUMPI" + refuse + function, "fares differently"},
		{"one caller only", "CALLER 0x1111111111111111111111111111111111111111 EQ @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" +
			refuse + function, "fares differently when 0x1111111111111111111111111111111111111111 calls"},
		{"one caller only, as its storage says", "CALLER PUSH0 SLOAD EQ @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" +
			refuse + function, "reads storage slot"},
		{"loop", "again: @again JUMP", "still running"},
		{"loop that eats all gas", "PUSH0 again: 0x01 ADD DUP1 DUP1 SSTORE @again JUMP", "out of gas"},
		{"unknown opcode", "#0c", "opcode 0x0c"},
		{"other format", "#ef0001", "another format"},
		{"other machine", "#00010000000000020000000000000000", "another machine"},
		{"fallback that refuses it", "PUSH0 CALLDATALOAD 0xe0 SHR 0xe0 SHL 0xe998a08800000000000000000000000000000000000000000000000000000000 EQ @no JUMPI" +
			one + "no:" + refuse, "this may be a refusal"},
		{"a contract that Arbitrum has built in", "INVALID", "invalid opcode before it looks at the selector"},
		{"a contract that Avalanche's chains have built in", "ADD", "stack underflow"},
		{"a contract that Moonbeam has built in", "#60006000fd", "in the place of contracts of their own"},
		{"code of PolkaVM", "#50564d0000", "stack underflow"},
		{"only at a time", "0x71000000 TIMESTAMP GT @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + function, "by the block"},
		{"only on a chain", "0x05 CHAINID EQ @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + function, "by the block, the chain"},
		{"only with calldata of a length", "CALLDATASIZE 0x04 EQ @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + function,
			"compares the length of the calldata with 4"},
		{"storage", "PUSH0 SLOAD @one JUMPI" + refuse + "one:" + refuse, "reads storage slot"},
		{"another contract", "PUSH0 PUSH0 PUSH0 PUSH0 0x9999999999999999999999999999999999999999 GAS STATICCALL" + refuse,
			"asks 0x9999999999999999999999999999999999999999"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dispatch.Check(assemble(test.code), codeHash, dispatch.Known{})
			if got.Verdict != dispatch.Inconclusive || !strings.Contains(got.Reason, test.reason) {
				t.Errorf("%s: %s, want inconclusive: %s", got.Verdict, got.Reason, test.reason)
			}
		})
	}
}

// What looks like the cases above and is settled.
func TestCanKnow(t *testing.T) {
	inside := loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + function
	for name, code := range map[string]string{
		"a contract that refuses everything": refuse,
		"invalid after a look":               loadSelector + "0x4ccf57fe EQ @f JUMPI INVALID" + function,
		"the time after a look":              loadSelector + "0x4ccf57fe EQ @f JUMPI TIMESTAMP PUSH0 MSTORE 0x20 PUSH0 RETURN" + function,
		"only callers without code, else":    "CALLER EXTCODESIZE @no JUMPI" + loadSelector + "0x4ccf57fe EQ @f JUMPI" + refuse + "no:" + refuse + function,
		"less calldata than a length":        "0x04 CALLDATASIZE LT @no JUMPI" + loadSelector + "0x4ccf57fe EQ @f JUMPI no:" + refuse + function,
	} {
		if got := dispatch.Check(assemble(code), codeHash, dispatch.Known{}); got.Verdict != dispatch.Missing {
			t.Errorf("%s: %s: %s, want missing", name, got.Verdict, got.Reason)
		}
	}
	for name, code := range map[string]string{
		"only callers without code": "CALLER EXTCODESIZE @no JUMPI" + inside + "no:" + refuse,
		"only before a time":        "0x71000000 TIMESTAMP LT @in JUMPI" + refuse + "in:" + inside,
		"only on a chain":           "0x01 CHAINID EQ @in JUMPI" + refuse + "in:" + inside,
		"lengths that are computed": "0x04 CALLDATASIZE SUB POP CALLDATASIZE DUP1 EQ @in JUMPI in:" + inside,
	} {
		if got := dispatch.Check(assemble(code), codeHash, dispatch.Known{}); got.Verdict != dispatch.Present {
			t.Errorf("%s: %s: %s, want present", name, got.Verdict, got.Reason)
		}
	}
}

// Code that does not run elsewhere than at its own address, or only there, as libraries do, has the verdict of the address that is known.
func TestAddressOfItsOwn(t *testing.T) {
	own := common.HexToAddress("0x7777777777777777777777777777777777777777")
	code := assemble("ADDRESS 0x7777777777777777777777777777777777777777 EQ @in JUMPI" + refuse + "in:" + loadSelector + "0xe998a088 EQ @f JUMPI" +
		refuse + function)
	for address, want := range map[common.Address]dispatch.Verdict{own: dispatch.Present, {}: dispatch.Missing, {1: 9}: dispatch.Missing} {
		got := dispatch.Check(code, codeHash, dispatch.Known{Address: address})
		if got.Verdict != want || !got.UsesAddress {
			t.Errorf("at %s: %+v, want %s and that it uses the address", address, got, want)
		}
	}
	later := assemble(loadSelector + "0xe998a088 EQ @f JUMPI" + refuse + "f: ADDRESS PUSH0 MSTORE 0x20 PUSH0 RETURN")
	if got := dispatch.Check(later, codeHash, dispatch.Known{}); got.Verdict != dispatch.Present || got.UsesAddress {
		t.Errorf("%+v, want that it is present anywhere", got)
	}
}

// What a library answers depends on whose storage it runs with, and the ask says so.
func TestDelegatedAsk(t *testing.T) {
	for op, delegated := range map[string]bool{"DELEGATECALL": true, "STATICCALL": false} {
		code := assemble("0x20 PUSH0 PUSH0 PUSH0 0x9999999999999999999999999999999999999999 GAS " + op + " POP PUSH0 MLOAD @in JUMPI" + refuse + "in:" + refuse)
		r := dispatch.Check(code, codeHash, dispatch.Known{})
		if len(r.Asks) != 1 || r.Asks[0].Delegated != delegated {
			t.Errorf("%s: %+v, want one ask", op, r)
		}
	}
}

func TestHandsOn(t *testing.T) {
	to := common.HexToAddress("0x9999999999999999999999999999999999999999")
	tests := []struct {
		name, code          string
		forwarded, compared bool
	}{
		{"EIP-1167", "#363d3d373d3d3d363d739999999999999999999999999999999999999999 #5af43d82803e903d91602b57fd5bf3", false, false},
		{"EIP-7702", "#ef01009999999999999999999999999999999999999999", false, false},
		{"delegates", delegate, false, false},
		{"forwards", forward, true, false},
		{"0age's clone", "#3d3d3d3d363d3d37363d739999999999999999999999999999999999999999 #5af43d3d93803e602a57fd5bf3", false, false},
		{"EIP-1167 with a short address", "#363d3d373d3d3d363d7f #0000000000000000000000009999999999999999999999999999999999999999 #5af43d82803e903d91603757fd5bf3", false, false},
		{"Vyper's first clone", "#3660006000376110006000366000 #739999999999999999999999999999999999999999 #5af4602c57600080fd5b6110006000f3", false, false},
		{"Solady's clone with PUSH0", "#5f5f365f5f37365f739999999999999999999999999999999999999999 #5af43d5f5f3e6029573d5ffd5b3d5ff3", false, false},
		{"clone with arguments behind the calldata", "CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY 0x20 @data CALLDATASIZE CODECOPY " +
			"PUSH0 PUSH0 0x20 CALLDATASIZE ADD PUSH0 0x9999999999999999999999999999999999999999 GAS DELEGATECALL STOP data= " +
			"#00000000000000000000000000000000000000000000000000000000000000aa", false, false},
		{"answers payments, delegates the rest", "CALLDATASIZE @rest JUMPI STOP rest:" + delegate, false, false},
		{"looks whether there is code", "0x9999999999999999999999999999999999999999 EXTCODESIZE @in JUMPI" + refuse + "in:" + delegate, false, false},
		{"compares before", loadSelector + "0xe998a088 EQ @f JUMPI f:" + delegate, false, true},
		{"implements something else", loadSelector + "0x4ccf57fe EQ @f JUMPI" + delegate + function, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := dispatch.Check(assemble(test.code), codeHash, dispatch.Known{})
			if got.Verdict != dispatch.Inconclusive || got.Next == nil || *got.Next != to || got.Forwarded != test.forwarded || got.Compared != test.compared {
				t.Errorf("%+v, want that it hands the call to %s", got, to)
			}
		})
	}
}

// What is known of storage and of other contracts settles where a proxy leads.
func TestKnown(t *testing.T) {
	implementation, beacon := common.Address{1}, common.Address{2}
	slot := common.HexToHash("0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50")
	known := dispatch.Known{Storage: map[common.Hash]common.Hash{}, Answers: map[dispatch.Ask][]byte{}}
	r := dispatch.Check(fixture(t, "BeaconProxy"), codeHash, known)
	if len(r.Reads) != 1 || r.Reads[0] != slot || len(r.Asks) > 0 {
		t.Fatalf("%+v, want that it reads the slot of the beacon", r)
	}
	known.Storage[slot] = common.BytesToHash(beacon[:])
	r = dispatch.Check(fixture(t, "BeaconProxy"), codeHash, known)
	ask := dispatch.Ask{To: beacon, Input: string(hexCode("5c60da1b"))}
	if len(r.Asks) != 1 || r.Asks[0] != ask {
		t.Fatalf("%+v, want that it asks the beacon", r)
	}
	known.Answers[ask] = common.LeftPadBytes(implementation[:], 32)
	r = dispatch.Check(fixture(t, "BeaconProxy"), codeHash, known)
	if r.Next == nil || *r.Next != implementation {
		t.Fatalf("%+v, want that it hands the call to %s", r, implementation)
	}
}

func TestCodeOfAnyLength(t *testing.T) {
	for length, want := range map[int]dispatch.Verdict{0: dispatch.Missing, 1: dispatch.Missing, 1 << 20: dispatch.Missing, 1<<20 + 1: dispatch.Inconclusive} {
		code := make([]byte, length)
		copy(code[:min(length, length/3)], assemble(refuse)) // a byte alone is STOP
		if got := dispatch.Check(code, codeHash, dispatch.Known{}); got.Verdict != want {
			t.Errorf("%d bytes: %s: %s, want %s", length, got.Verdict, got.Reason, want)
		}
	}
}

// A small selector is also a length or a constant: only a comparison that moves with the selector counts.
func TestSmallSelectors(t *testing.T) {
	code := assemble(loadSelector + "0x24 EQ @f JUMPI" + refuse + function)
	if got := dispatch.Check(code, selectors.Selector{3: 0x24}, dispatch.Known{}); got.Verdict != dispatch.Present {
		t.Errorf("%s: %s, want present", got.Verdict, got.Reason)
	}
	code = assemble("0x24 0x24 EQ @no JUMPI" + refuse + "no:" + refuse)
	if got := dispatch.Check(code, selectors.Selector{3: 0x24}, dispatch.Known{}); got.Verdict == dispatch.Present {
		t.Errorf("%s: %s, want another", got.Verdict, got.Reason)
	}
}

// Code that does what it can to take long: every limit holds.
func TestHostileCodeEndsSoon(t *testing.T) {
	push := func(n int) string { return strings.Repeat("DUP1 ", n) }
	programs := map[string][]byte{
		"loop":                  assemble("again: @again JUMP"),
		"comparisons":           assemble(loadSelector + "again: " + strings.Repeat("0xe998a088 DUP2 EQ POP ", 100) + "@again JUMP"),
		"keccak":                assemble("again: 0x013000 PUSH0 KECCAK256 POP @again JUMP"),
		"calls of itself":       assemble("again: PUSH0 PUSH0 0x2000 PUSH0 PUSH0 ADDRESS GAS CALL POP @again JUMP"),
		"calls of accounts":     assemble("PUSH0 again: 0x01 ADD PUSH0 PUSH0 0x2000 PUSH0 DUP5 GAS STATICCALL POP @again JUMP"),
		"sizes of accounts":     assemble("0xffffff again: 0x01 ADD DUP1 EXTCODESIZE POP @again JUMP"),
		"contracts":             assemble("again: 0x8000 PUSH0 PUSH0 CREATE POP @again JUMP"),
		"modular powers":        assemble("again: PUSH0 PUSH0 0x0400 PUSH0 0x05 GAS STATICCALL POP @again JUMP"),
		"pairings":              assemble("again: PUSH0 PUSH0 0x0180 PUSH0 0x08 GAS STATICCALL POP @again JUMP"),
		"storage":               assemble("PUSH0 again: 0x01 ADD DUP1 SLOAD POP @again JUMP"),
		"a megabyte of jumps":   append(assemble("0x0fffff JUMP"), bytes.Repeat([]byte{byte(vm.JUMPDEST)}, dispatch.MaxCodeSize-5)...),
		"a megabyte of nothing": bytes.Repeat([]byte{byte(vm.JUMPDEST)}, dispatch.MaxCodeSize),
		"calls of itself with all gas, in a tree": assemble("again: PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL @again JUMP"),
		"delegated to itself, deep":               assemble("PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS DELEGATECALL PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS DELEGATECALL"),
		"contracts at chosen addresses":           assemble("PUSH0 again: 0x01 ADD DUP1 0x8000 PUSH0 PUSH0 CREATE2 POP @again JUMP"),
		"contracts of its own code":               assemble("again: CODESIZE PUSH0 PUSH0 CODECOPY GAS CODESIZE PUSH0 PUSH0 CREATE2 POP @again JUMP"),
		"self-destruction":                        assemble("again: ADDRESS SELFDESTRUCT @again JUMP"),
		"self-destruction in calls": assemble("CALLDATASIZE ISZERO @end JUMPI again: PUSH0 PUSH0 PUSH0 PUSH0 PUSH0 ADDRESS GAS CALL POP @again JUMP " +
			"end: CALLER SELFDESTRUCT"),
		"powers of a megabyte":       assemble("again: 0x010000 PUSH0 MSTORE 0x010000 0x20 MSTORE 0x010000 0x40 MSTORE PUSH0 PUSH0 0x8000 PUSH0 0x05 GAS STATICCALL POP @again JUMP"),
		"rounds of BLAKE2":           assemble("again: 0xffffffff 0xe0 SHL PUSH0 MSTORE PUSH0 PUSH0 0xd5 PUSH0 0x09 GAS STATICCALL POP @again JUMP"),
		"rounds of BLAKE2, paid for": assemble("again: 0x7000 0xe0 SHL PUSH0 MSTORE PUSH0 PUSH0 0xd5 PUSH0 0x09 GAS STATICCALL POP @again JUMP"),
		"pairings of a megabyte":     assemble("again: PUSH0 PUSH0 0x017700 PUSH0 0x08 GAS STATICCALL POP @again JUMP"),
		"points of a blob":           assemble("again: PUSH0 PUSH0 0xc0 PUSH0 0x0a GAS STATICCALL POP @again JUMP"),
		"memory":                     assemble("PUSH0 again: 0x20 ADD DUP1 DUP1 MSTORE @again JUMP"),
		"memory, back and forth":     assemble("again: 0x030000 PUSH0 0x20 MCOPY @again JUMP"),
		"code of others":             assemble("again: 0x8000 PUSH0 PUSH0 ADDRESS EXTCODECOPY @again JUMP"),
		"logs":                       assemble("again: 0x0800 PUSH0 LOG0 @again JUMP"),
		"a full stack":               assemble("PUSH0 again: " + push(1000) + strings.Repeat("POP ", 1000) + "@again JUMP"),
	}
	for name, code := range programs {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got := dispatch.Check(code, codeHash, dispatch.Known{})
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %s", took)
			} else {
				t.Logf("%s: %s: %s", took, got.Verdict, got.Reason)
			}
		})
	}
}
