package selectors

import (
	"errors"
	"fmt"
	"strings"
)

// A Signature is a function's canonical signature: its name and the canonical types of its parameters, with tuples
// written as "(uint256,address)" (Solidity ABI specification, "Function Selector").
type Signature struct {
	Name   string
	Inputs []string
}

// String returns the canonical text, which is what [Of] hashes.
func (s Signature) String() string {
	return s.Name + "(" + strings.Join(s.Inputs, ",") + ")"
}

// ParseSignature reads a canonical signature. It is strict, because a signature that is off by a space hashes to a
// selector that no contract has: spaces, parameter names, "uint" and "int", unknown types and unbalanced parentheses
// are errors. Where the text can be understood, the error says what to write instead.
func ParseSignature(text string) (Signature, error) {
	s, err := scanSignature(text)
	if err == nil {
		return s, nil
	}
	if canonical, ok := canonicalize(text); ok {
		return Signature{}, fmt.Errorf("signature %q is not canonical: write %q", text, canonical)
	}
	return Signature{}, fmt.Errorf("signature %q: %w", text, err)
}

func scanSignature(text string) (Signature, error) {
	if text == "" {
		return Signature{}, errors.New(`it is empty: write one such as "transfer(address,uint256)"`)
	}
	if isSelector(text) {
		return Signature{}, errors.New(`this is a selector: write the signature, such as "transfer(address,uint256)"`)
	}
	name, _, hasParameters := strings.Cut(text, "(")
	if !isIdentifier(name) {
		return Signature{}, fmt.Errorf("%q is not a Solidity function name", name)
	}
	if !hasParameters {
		return Signature{}, fmt.Errorf("there is no parameter list: write %q if the function takes none", text+"()")
	}
	types, rest, err := scanTypes(text[len(name):], 0)
	if err != nil {
		return Signature{}, err
	}
	if rest != "" {
		return Signature{}, fmt.Errorf("%q is unexpected after the parameter list", rest)
	}
	return Signature{Name: name, Inputs: types}, nil
}

// isSelector looks at the prefix first: parsing fails for every valid signature, and making that error costs more than the scan.
func isSelector(text string) bool {
	if !strings.HasPrefix(text, "0x") {
		return false
	}
	_, err := ParseSelector(text)
	return err == nil
}

// isIdentifier accepts what the Solidity grammar calls an identifier.
func isIdentifier(name string) bool {
	for i := range len(name) {
		if !isIdentifierByte(name[i]) || i == 0 && isDigit(name[i]) {
			return false
		}
	}
	return name != ""
}

func isIdentifierByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || isDigit(c) || c == '_' || c == '$'
}

func isDigit(c byte) bool {
	return '0' <= c && c <= '9'
}
