package probe

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// A form is how values of a type are encoded.
type form uint8

const (
	unsigned form = iota // a number in the last bits of a word
	signed               // a number with its sign before it
	leading              // bytes at the beginning of a word, zeros behind
	text                 // a length and that many bytes
	list                 // a length and that many elements
	array                // as many elements as the type says
	tuple                // one element of each type
)

// A valueType is a type of the ABI.
type valueType struct {
	name     string // canonical
	form     form
	size     int          // bits of unsigned and signed, bytes of leading, elements of array
	elements []*valueType // of tuple; the only one of list and array
	dynamic  bool         // values are elsewhere: there is a position in their place
	words    int          // that a value, or its position, takes in a sequence
}

// manyWords is more than any answer has.
const manyWords = 1 << 40

// parseTypes reads canonical types.
func parseTypes(names []string) ([]*valueType, error) {
	signature, err := selectors.ParseSignature("f(" + strings.Join(names, ",") + ")")
	if err != nil {
		return nil, fmt.Errorf("(%s) are no canonical types", strings.Join(names, ","))
	}
	types := make([]*valueType, len(signature.Inputs))
	for i, name := range signature.Inputs {
		if types[i], err = parseType(name); err != nil {
			return nil, err
		}
	}
	return types, nil
}

// parseType reads a type that is known to be canonical.
func parseType(name string) (*valueType, error) {
	switch {
	case strings.HasSuffix(name, "]"):
		return parseArray(name)
	case strings.HasPrefix(name, "("):
		elements, err := parseTypes([]string{name[1 : len(name)-1]})
		if err != nil {
			return nil, err
		}
		t := &valueType{name: name, form: tuple, elements: elements}
		for _, e := range elements {
			t.dynamic = t.dynamic || e.dynamic
			t.words = min(t.words+e.words, manyWords)
		}
		return t.placed(), nil
	}
	return elementary(name), nil
}

func parseArray(name string) (*valueType, error) {
	open := strings.LastIndexByte(name, '[')
	element, err := parseType(name[:open])
	if err != nil {
		return nil, err
	}
	digits := name[open+1 : len(name)-1]
	if digits == "" {
		return (&valueType{name: name, form: list, elements: []*valueType{element}, dynamic: true}).placed(), nil
	}
	size, err := strconv.Atoi(digits)
	if err != nil || size > manyWords {
		size = manyWords // nothing has that many elements
	}
	t := &valueType{name: name, form: array, size: size, elements: []*valueType{element}, dynamic: element.dynamic, words: manyWords}
	if element.words < manyWords/size {
		t.words = size * element.words
	}
	return t.placed(), nil
}

// placed gives a type whose values are elsewhere the one word of their position.
func (t *valueType) placed() *valueType {
	if t.dynamic {
		t.words = 1
	}
	return t
}

func elementary(name string) *valueType {
	base := strings.TrimRight(name, "0123456789x")
	digits, _, _ := strings.Cut(name[len(base):], "x") // of fixed128x18
	size, _ := strconv.Atoi(digits)                    // there are none in some names
	t := &valueType{name: name, form: unsigned, size: size, words: 1}
	switch base {
	case "bool":
		t.size = 1
	case "address":
		t.size = 160
	case "int", "fixed":
		t.form = signed
	case "function": // an address and a selector
		t.form, t.size = leading, 24
	case "string":
		t.form, t.dynamic = text, true
	case "bytes":
		t.form = leading
		if digits == "" {
			t.form, t.dynamic = text, true
		}
	}
	return t
}
