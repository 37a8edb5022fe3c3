package probe

import (
	"encoding/hex"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
)

const (
	ff     = "ff"
	ones   = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
	zeroes = "0000000000000000000000000000000000000000000000000000000000000000"
)

// words are numbers as an answer has them. What is longer than a number is a word as it stands.
func words(list ...any) []byte {
	var text strings.Builder
	for _, item := range list {
		switch item := item.(type) {
		case int:
			fmt.Fprintf(&text, "%064x", item)
		case string:
			text.WriteString(item)
		}
	}
	data, err := hex.DecodeString(text.String())
	if err != nil {
		panic(err)
	}
	return data
}

// right is a word with digits at its end, and left one with digits at its beginning.
func right(digits string) string { return zeroes[len(digits):] + digits }
func left(digits string) string  { return digits + zeroes[len(digits):] }

// shape compares an answer with types that are written with commas between them.
func shape(t *testing.T, output []byte, types ...string) string {
	t.Helper()
	parsed, err := parseTypes(types)
	if err != nil {
		t.Fatal(err)
	}
	return compareShape(output, parsed)
}

// Each type with the words at the ends of its range, and with those next to them that it cannot hold.
func TestRangesOfWords(t *testing.T) {
	tests := []struct {
		kind    string
		in, out []string
	}{
		{"bool", []string{right("00"), right("01")}, []string{right("02"), right("0100"), left("01"), ones}},
		{"address", []string{zeroes, right(strings.Repeat(ff, 20))}, []string{right("01" + strings.Repeat("00", 20)), left("01"), ones}},
		{"uint8", []string{zeroes, right("ff")}, []string{right("0100"), ones, left("80")}},
		{"uint24", []string{right("ffffff")}, []string{right("01000000"), ones}},
		{"uint32", []string{right("ffffffff")}, []string{right("0100000000"), ones}},
		{"uint64", []string{right(strings.Repeat(ff, 8))}, []string{right("01" + strings.Repeat("00", 8)), ones}},
		{"uint128", []string{right(strings.Repeat(ff, 16))}, []string{right("01" + strings.Repeat("00", 16)), left("01"), ones}},
		{"uint248", []string{right(strings.Repeat(ff, 31))}, []string{left("01"), ones}},
		{"uint256", []string{zeroes, ones, left("80")}, nil},
		{"int8", []string{zeroes, right("7f"), ones, ones[:62] + "80"}, []string{right("80"), right("ff"), ones[:62] + "7f", left("80"), ones[:60] + "0080"}},
		{"int24", []string{right("7fffff"), ones[:58] + "800000"}, []string{right("800000"), ones[:58] + "7fffff"}},
		{"int128", []string{right("7f" + strings.Repeat(ff, 15)), ones[:32] + left("80")[:32]},
			[]string{right("80" + strings.Repeat("00", 15)), ones[:32] + "7f" + ones[:30], right(strings.Repeat(ff, 16))}},
		{"int256", []string{zeroes, ones, left("80"), "7f" + ones[:62]}, nil},
		{"bytes1", []string{zeroes, left("ff")}, []string{left("ff01"), right("01"), ones}},
		{"bytes4", []string{left("ffffffff")}, []string{left("ffffffff01"), right("ffffffff"), ones}},
		{"bytes31", []string{ones[:62] + "00"}, []string{right("01"), ones}},
		{"bytes32", []string{zeroes, ones}, nil},
		{"function", []string{left(strings.Repeat(ff, 24))}, []string{left(strings.Repeat(ff, 25)), ones}},
	}
	for _, test := range tests {
		for _, w := range test.in {
			if difference := shape(t, words(w), test.kind); difference != "" {
				t.Errorf("%s of %s: %s", test.kind, w, difference)
			}
		}
		for _, w := range test.out {
			difference := shape(t, words(w), test.kind)
			if !strings.Contains(difference, "out of range for "+test.kind) || !strings.Contains(difference, "word 0 is 0x") {
				t.Errorf("%s of %s: %q, want that it is out of range", test.kind, w, difference)
			}
			// The same word in an array, a tuple and a list.
			for kind, output := range map[string][]byte{
				test.kind + "[2]":                     words(test.in[0], w),
				"(uint256," + test.kind + ")":         words(ones, w),
				test.kind + "[]":                      words(32, 2, test.in[0], w),
				"(" + test.kind + ",bytes)[]":         words(32, 1, 32, w, 64, 0),
				test.kind + "[][2]":                   words(32, 64, 96, 0, 1, w),
				"(string,(bool," + test.kind + ")[])": words(32, 64, 96, 0, 1, 1, w),
			} {
				if difference := shape(t, output, kind); !strings.Contains(difference, "out of range for "+test.kind) {
					t.Errorf("%s with %s: %q, want that a word is out of range", kind, w, difference)
				}
			}
		}
	}
}

func TestShapesOfAnswers(t *testing.T) {
	tests := []struct {
		types  string // with ; between them
		output []byte
		want   string // part of the difference; "" for none
	}{
		{"", nil, ""},
		{"", words(1), "1 words where () has 0"},
		{"bool", words(1)[:31], "31 bytes, which encode nothing"},
		{"bool", nil, "0 words where (bool) has 1"},
		{"bool;bool", words(1), "1 words where (bool,bool) has 2"},
		{"bool", words(1, 1), "2 words where (bool) has 1"},
		{"uint256[3]", words(1, 2, 3), ""},
		{"uint256[3]", words(1, 2), "has 3"},
		{"(uint8,bool)[2]", words(255, 1, 255, 1), ""},
		{"(uint8,bool)[2]", words(255, 1, 255, 2), "word 3 is 0x2"},
		{"string", words(32, 2, left("6869")), ""},
		{"string", words(32, 0), ""},
		{"string", words(32, 33, zeroes), "not the length of string"},
		{"string", words(33, 0), "it ends before"},
		{"string", words(96, 0), "a position in it is required"},
		{"string", words(ones, 0), "a position in it is required"},
		{"string", words(32, ones), "not the length of string: 0 bytes follow"},
		{"string", words(64, 0), "it ends before word 2"},
		{"bytes;bool", words(64, 1, 1, left("aa")), ""},
		{"bytes;bool", words(64, 2, 1, left("aa")), "word 1 is 0x2"},
		{"address[]", words(32, 2, 1, 2), ""},
		{"address[]", words(32, 3, 1, 2), "not the length of address[]"},
		{"address[]", words(32, 1, ones), "word 2"},
		{"address[]", words(32, "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"), "not the length"},
		{"address[]", words(32, right("ffffffffffffffff")), "not the length"},
		{"uint256[][]", words(32, 2, 64, 128, 1, 7, 1, 8), ""},
		{"uint256[][]", words(32, 2, 64, 64, 1, 7), ""}, // two values in the same words
		{"uint256[][]", words(32, 2, 64, 160, 1, 7), "a position in it is required for uint256[]"},
		{"string[2]", words(32, 64, 96, 0, 1, left("aa")), ""},
		{"string[2]", words(32, 64, 96, 0, 2), "not the length of string"},
		{"(string,uint8)", words(32, 64, 255, 0), ""},
		{"(string,uint8)", words(32, 64, 256, 0), "word 2 is 0x100"},
		{"(string,uint8)", words(64, 255, 0), "it ends before"},
		{"uint256[1000000000000]", words(1), "another shape"},
		{"uint256[1000000000][1000000000][1000000000]", words(1), "another shape"},
	}
	for _, test := range tests {
		difference := shape(t, test.output, strings.FieldsFunc(test.types, func(r rune) bool { return r == ';' })...)
		if (difference == "") != (test.want == "") || !strings.Contains(difference, test.want) {
			t.Errorf("%s with %x: %q, want %q", test.types, test.output, difference, test.want)
		}
	}
}

// Lists of lists that share their words would be longer than anything can be.
func TestSharedWordsEnd(t *testing.T) {
	list := []any{32}
	for range 6 { // each level has 1000 elements, all of them the next level
		list = append(list, 1000) // a length
		for range 1000 {
			list = append(list, 32*1000)
		}
	}
	list = append(list, 0)
	output := words(list...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	difference := shape(t, output, "uint256[][][][][][][]")
	runtime.ReadMemStats(&after)
	if took := time.Since(start); took > 2*time.Second || after.TotalAlloc-before.TotalAlloc > 64<<20 {
		t.Errorf("took %s and %d bytes", took, after.TotalAlloc-before.TotalAlloc)
	}
	if !strings.Contains(difference, "share words") {
		t.Errorf("difference %q", difference)
	}
}

// Whatever an answer has in it, it is looked at and never more than that.
func FuzzCompareShape(f *testing.F) {
	kinds := []string{"bool", "string", "uint24[]", "string[2]", "bytes4[][]", "address[][2][]", "uint8[2][]"}
	f.Add(words(32, 2, 1, 2), 2)
	f.Add(words(32, 2, 64, 128, 1, 7, 1, 8), 4)
	f.Add(words(32, 64, 96, 0, 1, 1, ones), 5)
	f.Fuzz(func(t *testing.T, output []byte, kind int) {
		name := kinds[uint(kind)%uint(len(kinds))]
		difference := shape(t, output, name)
		parsed, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		arguments := abi.Arguments{{Type: parsed}}
		if _, err := arguments.Unpack(output); difference == "" && err != nil {
			t.Fatalf("%x is taken for %s, and go-ethereum says %v", output, name, err)
		}
	})
}
