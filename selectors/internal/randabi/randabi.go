// Package randabi makes random contract ABIs for the tests of package selectors and its subpackages.
//
// What belongs here: generating ABI JSON that is legal Solidity output yet awkward for code generators. What does not:
// expectations about what anybody makes of it.
package randabi

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// An Entry is one element of an ABI JSON array.
type Entry struct {
	Type            string      `json:"type"`
	Name            string      `json:"name,omitempty"`
	Inputs          []Parameter `json:"inputs"`
	Outputs         []Parameter `json:"outputs,omitempty"`
	StateMutability string      `json:"stateMutability,omitempty"`
	Constant        bool        `json:"constant,omitempty"`
	Payable         bool        `json:"payable,omitempty"`
	Anonymous       bool        `json:"anonymous,omitempty"`
}

// A Parameter is an input, an output or a tuple's component.
type Parameter struct {
	Name         string      `json:"name"`
	Type         string      `json:"type"`
	InternalType string      `json:"internalType,omitempty"`
	Components   []Parameter `json:"components,omitempty"`
	Indexed      bool        `json:"indexed,omitempty"`
}

// Names are chosen to overload, to be numbered, to lose underscores, and to meet keywords and the methods of generated
// types. Few of them collide in Go, so that most ABIs can be bound.
var functionNames = []string{
	"foo", "foo0", "foo1", "bar", "bar_baz", "_under", "a_b_c", "trailing_", "version", "getPolicyCodeHash", "_1st",
	"E1st",
	"type", "func", "range", "map", "select", "go", "call", "transact", "transfer", "URL", "X", "x9", "owner_of", "pack",
	"tryPack", "unpackFoo", "session", "caller", "_caller", "Foo",
}

var parameterNames = []string{"", "to", "amount", "_value", "type", "range", "data", "x"}

var elementaryTypes = []string{
	"address", "bool", "string", "bytes", "bytes1", "bytes4", "bytes32", "uint8", "uint24", "uint64", "uint256", "int16",
	"int128", "int256", "function",
}

// A Generator makes ABIs. It is not safe for concurrent use.
type Generator struct {
	random  *rand.Rand
	structs int
}

// New returns a generator whose ABIs depend on the seed only.
func New(seed uint64) *Generator {
	return &Generator{random: rand.New(rand.NewPCG(seed, 1))}
}

// ABI returns a random contract with up to limit functions.
func (g *Generator) ABI(limit int) []Entry {
	var entries []Entry
	for range 1 + g.random.IntN(limit) {
		entries = append(entries, g.function())
	}
	for i := range g.random.IntN(4) {
		entries = append(entries, Entry{Type: "event", Name: fmt.Sprintf("Event_%d", i%2), Inputs: g.parameters(3), Anonymous: g.chance(8)})
	}
	for i := range g.random.IntN(3) {
		entries = append(entries, Entry{Type: "error", Name: fmt.Sprintf("Failure%d", i), Inputs: g.parameters(2)})
	}
	for _, kind := range []string{"constructor", "fallback", "receive"} {
		if g.chance(4) {
			special := Entry{Type: kind, StateMutability: "payable"}
			if kind == "constructor" {
				special.Inputs = named(g.parameters(2))
			}
			entries = append(entries, special)
		}
	}
	g.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries
}

// Methods returns exactly count functions, none of which collide in Go.
func (g *Generator) Methods(count int) []Entry {
	var entries []Entry
	for i := range count {
		e := g.function()
		e.Name = fmt.Sprintf("m_%s_%d", e.Name, i)
		entries = append(entries, e)
	}
	return entries
}

// Aliases returns aliases, as abigen's --alias takes them, for some of the given ABI names.
func (g *Generator) Aliases(abiNames []string) map[string]string {
	aliases := map[string]string{}
	for i, name := range abiNames {
		if g.chance(4) {
			aliases[name] = fmt.Sprintf("renamed_%d%s", i, strings.Trim(name, "_"))
		}
	}
	return aliases
}

// JSON encodes entries as an ABI file.
func JSON(entries []Entry) ([]byte, error) {
	return json.MarshalIndent(entries, "", "  ")
}

func (g *Generator) chance(oneIn int) bool {
	return g.random.IntN(oneIn) == 0
}

func (g *Generator) pick(from []string) string {
	return from[g.random.IntN(len(from))]
}

func (g *Generator) function() Entry {
	name := g.pick(functionNames)
	if g.chance(2) {
		name = fmt.Sprintf("method_%c%d", 'a'+rune(g.random.IntN(26)), g.random.IntN(1000))
	}
	e := Entry{Type: "function", Name: name, Inputs: g.parameters(4), Outputs: g.parameters(3)}
	if g.chance(6) { // as compilers before 0.6 wrote it
		e.Constant = g.chance(2)
		e.Payable = !e.Constant && g.chance(2)
		return e
	}
	e.StateMutability = g.pick([]string{"view", "pure", "nonpayable", "payable"})
	return e
}

func (g *Generator) parameters(limit int) []Parameter {
	parameters := []Parameter{}
	for i := range g.random.IntN(limit + 1) {
		p := g.parameter(0)
		p.Name = g.pick(parameterNames)
		if p.Name != "" && i > 0 {
			p.Name = fmt.Sprintf("%s%d", p.Name, i)
		}
		parameters = append(parameters, p)
	}
	return parameters
}

// named gives plain names to parameters: abigen copies those of a constructor into Go code, keyword or not.
func named(parameters []Parameter) []Parameter {
	for i := range parameters {
		parameters[i].Name = fmt.Sprintf("argument%d", i)
	}
	return parameters
}

func (g *Generator) parameter(depth int) Parameter {
	p := Parameter{Type: g.pick(elementaryTypes)}
	if depth < 3 && g.chance(6) {
		p = g.tuple(depth)
	}
	for g.chance(5) {
		suffix := "[]"
		if g.chance(2) {
			suffix = fmt.Sprintf("[%d]", 1+g.random.IntN(5))
		}
		p.Type += suffix
		if p.InternalType != "" {
			p.InternalType += suffix
		}
	}
	return p
}

func (g *Generator) tuple(depth int) Parameter {
	g.structs++
	p := Parameter{Type: "tuple", InternalType: fmt.Sprintf("struct Library.Record%d", g.structs)}
	for i := range 1 + g.random.IntN(3) {
		component := g.parameter(depth + 1)
		component.Name = fmt.Sprintf("field_%d", i)
		p.Components = append(p.Components, component)
	}
	return p
}
