package selectors_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
)

func TestParseSignature(t *testing.T) {
	for _, want := range []selectors.Signature{
		{Name: "getPolicyCodeHash"},
		{Name: "_$x9", Inputs: []string{"bytes32"}},
		{Name: "transfer", Inputs: []string{"address", "uint256"}},
		{Name: "aggregate3", Inputs: []string{"(address,bool,bytes)[]"}},
		{Name: "f", Inputs: []string{"((uint8,int256[2])[][3],function)", "string", "ufixed128x18", "fixed8x80", "bytes1", "bool[1][]"}},
	} {
		got, err := selectors.ParseSignature(want.String())
		if err != nil {
			t.Errorf("ParseSignature(%q): %v", want, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("ParseSignature(%q) (-want +got):\n%s", want, diff)
		}
	}
}

func TestParseSignatureSuggests(t *testing.T) {
	for text, want := range map[string]string{
		"foo(uint)":                 "foo(uint256)",
		"foo(int,byte)":             "foo(int256,bytes1)",
		"foo(fixed,ufixed)":         "foo(fixed128x18,ufixed128x18)",
		"foo(uint256, address)":     "foo(uint256,address)",
		" foo ( uint256 ) ":         "foo(uint256)",
		"foo( )":                    "foo()",
		"foo(uint256 amount)":       "foo(uint256)",
		"foo(address payable to)":   "foo(address)",
		"foo(uint [] calldata ids)": "foo(uint256[])",
		"foo(tuple(uint,bool)[2])":  "foo((uint256,bool)[2])",
		"foo((uint a, (int b) c)[] memory list, bytes data)": "foo((uint256,(int256))[],bytes)",
		"foo(bool[]list)":   "foo(bool[])",
		"foo(uint256) view": "foo(uint256)",
		"function transfer(address to, uint amount) external returns (bool);": "transfer(address,uint256)",
		"version();": "version()",
	} {
		want = "signature " + strconv.Quote(text) + " is not canonical: write " + strconv.Quote(want)
		if _, err := selectors.ParseSignature(text); err == nil || err.Error() != want {
			t.Errorf("ParseSignature(%q):\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestParseSignatureErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":              `it is empty: write one such as "transfer(address,uint256)"`,
		"0xe998a088":    `this is a selector: write the signature, such as "transfer(address,uint256)"`,
		"foo":           `there is no parameter list: write "foo()" if the function takes none`,
		"1st()":         `"1st" is not a Solidity function name`,
		"()":            `"" is not a Solidity function name`,
		"foo bar(uint)": `"foo bar" is not a Solidity function name`,
		"fôo()":         `"fôo" is not a Solidity function name`,
		"foo(":          `a type is missing`,
		"foo(uint256":   `a closing ")" is missing`,
		"foo((uint256)": `a closing ")" is missing`,
		"foo(uint256))": `")" is unexpected after the parameter list`,
		"foo()()":       `"()" is unexpected after the parameter list`,
		"foo(uint256,)": `a type is missing`,
		"foo(())":       `a tuple has no elements`,
		"foo(uint7)":    `unknown type "uint7"`,
		"foo(uint264)":  `unknown type "uint264"`,
		"foo(uint08)":   `unknown type "uint08"`,
		"foo(bytes33)":  `unknown type "bytes33"`,
		"foo(bytes0)":   `unknown type "bytes0"`,
		"foo(string8)":  `unknown type "string8"`,
		"foo(fixed8x)":  `unknown type "fixed8x"`,
		"foo(IERC20)":   `unknown type "IERC20": a contract is an address, an enum uint8, a struct a tuple such as (uint256,address)`,
		"foo(IERC20 t)": `"IERC20 t" is not a type: leave out spaces and parameter names`,
		"foo(bool[)":    `a closing "]" is missing`,
		"foo(bool[0])":  `array size "0" is not a positive decimal number`,
		"foo(bool[02])": `array size "02" is not a positive decimal number`,
		"foo(bool[-1])": `array size "-1" is not a positive decimal number`,
		"foo(bool[]])":  `"]" is unexpected after type "bool[]"`,
		"f" + strings.Repeat("(", 100) + "bool" + strings.Repeat(")", 100): "tuples are nested more than 64 deep",
	} {
		want = "signature " + strconv.Quote(text) + ": " + want
		if _, err := selectors.ParseSignature(text); err == nil || err.Error() != want {
			t.Errorf("ParseSignature(%q):\n got %v\nwant %s", text, err, want)
		}
	}
}

var suggestion = regexp.MustCompile(`is not canonical: write (".*")$`)

func FuzzParseSignature(f *testing.F) {
	for _, seed := range []string{"transfer(address,uint256)", "foo((uint a,bool b)[2][] memory x, bytes)", "foo(", "0xe998a088", "f(tuple(int))"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := selectors.ParseSignature(text)
		if err == nil {
			if s.String() != text {
				t.Errorf("ParseSignature(%q) = %q", text, s)
			}
			return
		}
		match := suggestion.FindStringSubmatch(err.Error())
		if match == nil {
			return
		}
		canonical, err := strconv.Unquote(match[1])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := selectors.ParseSignature(canonical); err != nil || canonical == text {
			t.Errorf("%q: the suggestion %q is no better: %v", text, canonical, err)
		}
	})
}
