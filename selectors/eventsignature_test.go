package selectors_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
)

func TestParseEventSignature(t *testing.T) {
	for _, want := range []selectors.EventSignature{
		{Name: "Paused"},
		{Name: "Transfer", Inputs: []selectors.EventInput{{"address", true}, {"address", true}, {"uint256", false}}},
		{Name: "Deployed", Inputs: []selectors.EventInput{{"(address,(string,uint8[2])[])", false}, {"bytes[3]", true}, {"address", false}}},
		{Name: "T", Inputs: []selectors.EventInput{{"(string,string)", true}}},
	} {
		got, err := selectors.ParseEventSignature(want.String())
		if err != nil {
			t.Errorf("ParseEventSignature(%q): %v", want, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("ParseEventSignature(%q) (-want +got):\n%s", want, diff)
		}
	}
}

func TestEventSignatureTopic(t *testing.T) {
	s, err := selectors.ParseEventSignature("Transfer(address indexed,address indexed,uint256)")
	if err != nil {
		t.Fatal(err)
	}
	const transfer = "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef" // of every ERC-20
	if got := fmt.Sprintf("%x", s.Topic()); got != transfer || s.Topics() != 3 || s.Canonical() != "Transfer(address,address,uint256)" {
		t.Errorf("topic %s of %s, %d topics", got, s.Canonical(), s.Topics())
	}
}

// The place of each parameter is where go-ethereum's encoder puts it.
func TestEventSignaturePlace(t *testing.T) {
	for text, want := range map[string][]string{
		"A(address)":                                                 {"word 0"},
		"A(address indexed)":                                         {"topic 1"},
		"A(uint256,address)":                                         {"word 0", "word 1"},
		"A(uint256 indexed,address)":                                 {"topic 1", "word 0"},
		"A(uint256,address indexed)":                                 {"word 0", "topic 1"},
		"A(string,address)":                                          {"word 0", "word 1"},
		"A(uint256[3],address)":                                      {"word 0", "word 3"},
		"A(uint256[3][2],address)":                                   {"word 0", "word 6"},
		"A(uint256[],address)":                                       {"word 0", "word 1"},
		"A(uint256[][2],address)":                                    {"word 0", "word 1"},
		"A(uint256[2][],address)":                                    {"word 0", "word 1"},
		"A(string[2],address)":                                       {"word 0", "word 1"},
		"A((uint256,bool),address)":                                  {"word 0", "word 2"},
		"A((uint256,bool)[2],address)":                               {"word 0", "word 4"},
		"A((uint256,string),address)":                                {"word 0", "word 1"},
		"A((uint256,string)[2],address)":                             {"word 0", "word 1"},
		"A((uint8,(bool,bytes4)[2]),bool[5],address)":                {"word 0", "word 5", "word 10"},
		"A((string,string) indexed,address,bytes32 indexed,address)": {"topic 1", "word 0", "topic 2", "word 1"},
	} {
		s, err := selectors.ParseEventSignature(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var got []string
		for i := range s.Inputs {
			if topic, word := s.Place(i); topic > 0 {
				got = append(got, "topic "+strconv.Itoa(topic))
			} else {
				got = append(got, "word "+strconv.Itoa(word))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestEventSignatureHead(t *testing.T) {
	for text, want := range map[string]string{
		"A()": "0 true", "A(address)": "1 true", "A(address indexed)": "0 true", "A(string,address)": "2 false", "A(string indexed,address)": "1 true",
		"A(uint256[2],(bool,bool))": "4 true", "A((bool,string))": "1 false", "A(bool[])": "1 false",
	} {
		s, err := selectors.ParseEventSignature(text)
		if err != nil {
			t.Fatal(err)
		}
		words, isAll := s.Head()
		if got := fmt.Sprint(words, isAll); got != want {
			t.Errorf("%s: head %s, want %s", text, got, want)
		}
	}
}

func TestParseEventSignatureSuggests(t *testing.T) {
	for text, want := range map[string]string{
		"event Transfer(address indexed from, address indexed to, uint value);": "Transfer(address indexed,address indexed,uint256)",
		"Deployed( address  indexed )":                                          "Deployed(address indexed)",
		"Deployed(address indexed , uint)":                                      "Deployed(address indexed,uint256)",
		"Deployed(tuple(string a, uint[2] b) indexed info, address policy)":     "Deployed((string,uint256[2]) indexed,address)",
		"Deployed(address policy)":                                              "Deployed(address)",
		"Deployed((address indexed,uint256))":                                   "Deployed((address,uint256))",
		"Deployed(address Indexed)":                                             "Deployed(address)",
		"event Paused();":                                                       "Paused()",
	} {
		want = "event " + strconv.Quote(text) + " is not canonical: write " + strconv.Quote(want)
		if _, err := selectors.ParseEventSignature(text); err == nil || err.Error() != want {
			t.Errorf("ParseEventSignature(%q):\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestParseEventSignatureErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                          `it is empty: write one such as "transfer(address,uint256)"`,
		"Deployed":                  `there is no parameter list: write "Deployed()" if the function takes none`,
		"Deployed(address":          `a closing ")" is missing`,
		"Deployed(address))":        `")" is unexpected after the parameter list`,
		"Deployed(address,)":        `a type is missing`,
		"Deployed(,address)":        `a type is missing`,
		"Deployed( indexed)":        `a type is missing`,
		"Deployed(indexed address)": `"indexed address" is not a type: leave out spaces and parameter names`,
		"Deployed(addr indexed)":    `unknown type "addr"`,
		"Deployed(IPolicy indexed)": `unknown type "IPolicy": a contract is an address, an enum uint8, a struct a tuple such as (uint256,address)`,
		"1(address)":                `"1" is not a Solidity function name`,
		"E(bool indexed,bool indexed,bool indexed,bool indexed)": `4 parameters are indexed, and an event has no more than 3`,
		"E(bool[65537])":                        `its data has more than 65536 words`,
		"E(bool[65536],bool)":                   `its data has more than 65536 words`,
		"E(bool[99999999999999999999])":         `its data has more than 65536 words`,
		"E((bool,bool)[40000])":                 `its data has more than 65536 words`,
		"E(bool[300][300])":                     `its data has more than 65536 words`,
		"E((bool[40000],bool[40000]))":          `its data has more than 65536 words`,
		"E(bool[9999999][9999999][9999999][8])": `its data has more than 65536 words`,
	} {
		want = "event " + strconv.Quote(text) + ": " + want
		if _, err := selectors.ParseEventSignature(text); err == nil || err.Error() != want {
			t.Errorf("ParseEventSignature(%q):\n got %v\nwant %s", text, err, want)
		}
	}
	if _, err := selectors.ParseEventSignature("E(bool[65536])"); err != nil {
		t.Error(err)
	}
	if _, err := selectors.ParseEventSignature("E(bool" + strings.Repeat("[1]", 100_000) + ")"); err != nil {
		t.Error("many dimensions")
	}
}

// Every signature is read as it is written, or an error with a suggestion that is better; places are within the head.
func FuzzParseEventSignature(f *testing.F) {
	for _, seed := range []string{"T(address indexed,uint256)", "T((string,uint8[2])[3] indexed,address)", "event T(address indexed a, (uint b)[2] c);", "T(", "T(a indexed indexed)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := selectors.ParseEventSignature(text)
		if err != nil {
			checkSuggestion(t, text, err)
			return
		}
		if s.String() != text {
			t.Errorf("ParseEventSignature(%q) = %q", text, s)
		}
		head, _ := s.Head()
		for i := range s.Inputs {
			topic, word := s.Place(i)
			if s.Inputs[i].Indexed != (topic > 0) || topic >= s.Topics() || topic == 0 && (word < 0 || word >= head) {
				t.Errorf("%q: parameter %d is at topic %d, word %d", text, i, topic, word)
			}
		}
		if len(text) < 200 {
			checkHead(t, s, head)
		}
	})
}

func checkSuggestion(t *testing.T, text string, err error) {
	t.Helper()
	match := suggestion.FindStringSubmatch(err.Error())
	if match == nil {
		return
	}
	canonical, err := strconv.Unquote(match[1])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := selectors.ParseEventSignature(canonical); err != nil || canonical == text {
		t.Errorf("%q: the suggestion %q is no better: %v", text, canonical, err)
	}
}

// checkHead compares the size of the head with that of go-ethereum, for types that it knows how to write.
func checkHead(t *testing.T, s selectors.EventSignature, head int) {
	t.Helper()
	size := 0
	for _, input := range s.Inputs {
		if input.Indexed || strings.ContainsAny(input.Type, "(x") {
			if !input.Indexed {
				return
			}
			continue
		}
		typ, err := abi.NewType(input.Type, "", nil)
		if err != nil {
			return
		}
		size += abiWords(typ)
	}
	if size != head {
		t.Errorf("%q has a head of %d words, and by go-ethereum of %d", s, head, size)
	}
}

// abiWords is the size of a type in a head by go-ethereum's reading of it.
func abiWords(t abi.Type) int {
	if words, ok := abiFixed(t); ok {
		return words
	}
	return 1
}

func abiFixed(t abi.Type) (int, bool) {
	switch t.T {
	case abi.StringTy, abi.BytesTy, abi.SliceTy:
		return 0, false
	case abi.ArrayTy:
		words, ok := abiFixed(*t.Elem)
		return words * t.Size, ok
	}
	return 1, true
}
