package selectors_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/internal/randabi"
)

const policyEntries = `[
  {"type": "constructor", "inputs": [{"name": "owner", "type": "address"}]},
  {"type": "function", "name": "getPolicyCodeHash", "stateMutability": "view", "inputs": [], "outputs": [{"type": "bytes32"}]},
  {"type": "function", "name": "check", "stateMutability": "nonpayable",
   "inputs": [{"type": "tuple[]", "components": [{"type": "address"}, {"type": "tuple", "components": [{"type": "uint8"}]}]}]},
  {"type": "function", "name": "check", "constant": true, "inputs": [{"type": "Token[2]", "internalType": "contract Token[2]"}]},
  {"type": "event", "name": "Transfer", "inputs": [{"type": "address", "indexed": true}, {"type": "address"}, {"type": "uint256"}]},
  {"type": "event", "name": "Initialized", "anonymous": true, "inputs": [{"type": "uint8"}]},
  {"type": "error", "name": "Refused", "inputs": [{"type": "uint256"}]},
  {"type": "receive", "stateMutability": "payable"}
]`

var policyABI = &selectors.ABI{
	Methods: []selectors.Method{
		{
			Name: "getPolicyCodeHash", ABIName: "getPolicyCodeHash", Signature: "getPolicyCodeHash()",
			Selector: selectors.Selector{0xe9, 0x98, 0xa0, 0x88}, Returns: []string{"bytes32"}, Mutability: "view",
		},
		{
			Name: "check", ABIName: "check", Signature: "check((address,(uint8))[])", Selector: selectors.Of("check((address,(uint8))[])"),
			Inputs: []string{"(address,(uint8))[]"}, Mutability: "nonpayable",
		},
		{
			Name: "check", ABIName: "check0", Signature: "check(address[2])", Selector: selectors.Of("check(address[2])"),
			Inputs: []string{"address[2]"}, Mutability: "view",
		},
	},
	Events: []selectors.Event{
		{
			Name: "Transfer", ABIName: "Transfer", Signature: "Transfer(address,address,uint256)",
			Topic: common.HexToHash("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"),
		},
		{
			Name: "Initialized", ABIName: "Initialized", Signature: "Initialized(uint8)", Anonymous: true,
			Topic: common.HexToHash("0x7f26b83ff96e1f2b6a682f133852f6798a09c465da95921460cefb3847402498"),
		},
	},
	Errors: []selectors.Error{{Name: "Refused", Signature: "Refused(uint256)", Selector: selectors.Of("Refused(uint256)")}},
}

func TestParseABIShapes(t *testing.T) {
	for name, text := range map[string]string{
		"array":           policyEntries,
		"byte order mark": "\ufeff" + policyEntries,
		"Foundry":         `{"abi": ` + policyEntries + `, "bytecode": {"object": "0x60"}, "methodIdentifiers": {}}`,
		"Hardhat":         `{"_format": "hh-sol-artifact-1", "contractName": "Policy", "abi": ` + policyEntries + `, "bytecode": "0x60"}`,
	} {
		got, err := selectors.ParseABI([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(policyABI, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestParseABIErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                       `the ABI is empty: want a JSON array of ABI entries, or an artifact with one in "abi"`,
		" \n":                    `the ABI is empty: want a JSON array of ABI entries, or an artifact with one in "abi"`,
		"null":                   `this JSON is no ABI: want an array of ABI entries, or an artifact with one in "abi"`,
		`"[]"`:                   `this JSON is no ABI: want an array of ABI entries, or an artifact with one in "abi"`,
		"0x6080604052":           `this is bytecode, not an ABI: compile with ABI output, such as solc --abi`,
		"6080604052":             `this is bytecode, not an ABI: compile with ABI output, such as solc --abi`,
		`{}`:                     `this JSON object has no "abi": want an array of ABI entries, or an artifact with one in "abi"`,
		`{"bytecode": "0x60"}`:   `the artifact has bytecode but no "abi": compile with ABI output, such as solc --abi`,
		`{"abi": null, "bin":1}`: `the artifact has bytecode but no "abi": compile with ABI output, such as solc --abi`,
		`{"abi": "[]"}`:          `"abi" of the artifact is not an array of ABI entries`,
		`{"contracts": {}}`:      `this is compiler output for several contracts: extract the "abi" of one of them`,
		`{"type": "function"}`:   `this is a single ABI entry: put it into a JSON array`,
		"export const abi = []":  `line 1, column 1: invalid character 'e' looking for beginning of value`,
		"[\n  {\"name\": }\n]":   `line 2, column 12: invalid character '}' looking for beginning of value`,
		"[":                      `line 1, column 1: unexpected end of JSON input`,
		"[] []":                  `line 1, column 4: invalid character '[' after top-level value`,
		"[1]":                    `line 1, column 2: a JSON number is not expected here, want an object`,
		"{\"abi\":\n[{\"type\": \"function\",\n\"inputs\": {}}]}":      `line 3, column 11: "inputs" is a JSON object, want an array`,
		`[{"type": "function", "name": 7}]`:                            `line 1, column 31: "name" is a JSON number, want a string`,
		`[{"type": "event", "anonymous": "no"}]`:                       `line 1, column 36: "anonymous" is a JSON string, want true or false`,
		`[{}]`:                                                         `entry 1 (): it has no "type": this is no ABI entry`,
		`[{"type": "struct", "name": "S"}]`:                            `entry 1 (struct S): type "struct" is unknown: want function, event, error, constructor, fallback or receive`,
		`[{"type": "function"}]`:                                       `entry 1 (function): name "" is not a Solidity identifier`,
		`[{"type": "error", "name": "a b"}]`:                           `entry 1 (error a b): name "a b" is not a Solidity identifier`,
		function(`"stateMutability": "open"`):                          `entry 1 (function f): stateMutability "open" is unknown: want pure, view, nonpayable or payable`,
		inputs(`{}`):                                                   `entry 1 (function f): input 1: a type is missing`,
		inputs(`{"type": "uint"}`):                                     `entry 1 (function f): input 1: type "uint" is short for "uint256"`,
		inputs(`{"type": "uint256,bool"}`):                             `entry 1 (function f): input 1: unknown type "uint256,bool"`,
		inputs(`{"type": "bool"}, {"type":7}`):                         `line 1, column 73: "inputs.type" is a JSON number, want a string`,
		inputs(`{"type": "tuple"}`):                                    `entry 1 (function f): input 1: a tuple has no elements`,
		inputs(`{"type": "tuple[x]"}`):                                 `entry 1 (function f): input 1: type "tuple[x]" is malformed`,
		inputs(`{"type": "bool[2"}`):                                   `entry 1 (function f): input 1: type "bool[2" is malformed`,
		inputs(`{"type": "bool", "components": 1}`):                    `line 1, column 78: "inputs.components" is a JSON number, want an array`,
		inputs(`{"type": "tuple[]", "components": [{"type": "Foo"}]}`): `entry 1 (function f): input 1: component 1: unknown type "Foo": a contract is an address, an enum uint8, a struct a tuple such as (uint256,address)`,
		inputs(strings.Repeat(`{"type":"tuple","components":[`, 100) + strings.Repeat(`]}`, 100)): `entry 1 (function f): input 1: ` + strings.Repeat("component 1: ", 64) + `tuples are nested more than 64 deep`,
	} {
		if _, err := selectors.ParseABI([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("ParseABI(%s):\n got %v\nwant %s", text, err, want)
		}
	}
}

func function(fields string) string {
	return `[{"type": "function", "name": "f", ` + fields + `}]`
}

func inputs(parameters string) string {
	return function(`"inputs": [` + parameters + `]`)
}

func TestLoadABI(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Policy.json")
	if err := os.WriteFile(path, []byte(policyEntries), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := selectors.LoadABI(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(policyABI, got); diff != "" {
		t.Errorf("ABI (-want +got):\n%s", diff)
	}

	for text, want := range map[string]string{
		"[\n  oops\n]": path + ":2:3: invalid character 'o' looking for beginning of value",
		"":             path + `: the ABI is empty: want a JSON array of ABI entries, or an artifact with one in "abi"`,
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := selectors.LoadABI(path); err == nil || err.Error() != want {
			t.Errorf("LoadABI of %q:\n got %v\nwant %s", text, err, want)
		}
	}
	if _, err := selectors.LoadABI(path + ".absent"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("LoadABI of an absent file: %v, want fs.ErrNotExist", err)
	}
}

func TestLookup(t *testing.T) {
	if m, ok := policyABI.ByABIName("check0"); !ok || m.Signature != "check(address[2])" {
		t.Errorf("ByABIName(check0) = %+v, %v", m, ok)
	}
	if m, ok := policyABI.ByABIName("check1"); ok {
		t.Errorf("ByABIName(check1) = %+v, want nothing", m)
	}
	if m, ok := policyABI.BySelector(selectors.Of("getPolicyCodeHash()")); !ok || m.Name != "getPolicyCodeHash" {
		t.Errorf("BySelector(getPolicyCodeHash()) = %+v, %v", m, ok)
	}
	if m, ok := policyABI.BySelector(selectors.Of("policyCodeHash()")); ok {
		t.Errorf("BySelector(policyCodeHash()) = %+v, want nothing", m)
	}
}

func FuzzParseABI(f *testing.F) {
	for _, seed := range []string{policyEntries, `{"abi": []}`, `[{"type":"function","name":"f","inputs":[{"type":"tuple[2]","components":[{"name":"a","type":"uint8[]"}]}]}]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ours, err := selectors.ParseABI(data)
		if err != nil {
			return
		}
		names := map[string]bool{}
		for _, m := range ours.Methods {
			if s, err := selectors.ParseSignature(m.Signature); err != nil || selectors.Of(s.String()) != m.Selector || !cmp.Equal(s.Inputs, m.Inputs) {
				t.Errorf("method %+v: %v", m, err)
			}
			if names[m.ABIName] {
				t.Errorf("the ABI name %q occurs twice", m.ABIName)
			}
			names[m.ABIName] = true
		}
		if theirs, ok := gethABI(data); ok {
			for name, want := range theirs.Methods {
				if got, ok := ours.ByABIName(name); !ok || got.Signature != want.Sig {
					t.Errorf("%q is %+v, want %s", name, got, want.Sig)
				}
			}
		}
	})
}

// gethABI reads an ABI with accounts/abi, which panics on types that Go cannot hold.
func gethABI(data []byte) (a abi.ABI, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	a, err := abi.JSON(strings.NewReader(string(data)))
	return a, err == nil
}

func BenchmarkParseABI(b *testing.B) {
	data, err := randabi.JSON(randabi.New(1).Methods(100))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := selectors.ParseABI(data); err != nil {
			b.Fatal(err)
		}
	}
}
