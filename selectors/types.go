package selectors

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxTypeDepth bounds how deep tuples may nest. The Solidity compiler gives up long before; the bound keeps hostile
// input from exhausting the stack.
const maxTypeDepth = 64

var (
	errTooDeep    = fmt.Errorf("tuples are nested more than %d deep", maxTypeDepth)
	errEmptyTuple = errors.New("a tuple has no elements")
)

// scanTypes reads a parenthesised, comma-separated list of canonical types at the start of text, such as
// "(uint256,(address,bool)[2])". It returns the types of the list and what follows it.
func scanTypes(text string, depth int) (types []string, rest string, err error) {
	if depth > maxTypeDepth {
		return nil, "", errTooDeep
	}
	rest = text[1:]
	if after, empty := strings.CutPrefix(rest, ")"); empty {
		return nil, after, nil
	}
	for {
		before := rest
		if rest, err = scanType(rest, depth); err != nil {
			return nil, "", err
		}
		types = append(types, before[:len(before)-len(rest)])
		switch {
		case strings.HasPrefix(rest, ")"):
			return types, rest[1:], nil
		case strings.HasPrefix(rest, ","):
			rest = rest[1:]
		case rest == "":
			return nil, "", errors.New(`a closing ")" is missing`)
		default:
			return nil, "", fmt.Errorf("%q is unexpected after type %q", rest[:1], types[len(types)-1])
		}
	}
}

// scanType reads one canonical type at the start of text and returns what follows it.
func scanType(text string, depth int) (rest string, err error) {
	if strings.HasPrefix(text, "(") {
		var elements []string
		if elements, rest, err = scanTypes(text, depth+1); err != nil {
			return "", err
		}
		if len(elements) == 0 {
			return "", errEmptyTuple
		}
	} else {
		end := strings.IndexAny(text, "()[],")
		if end < 0 {
			end = len(text)
		}
		if err := checkElementary(text[:end]); err != nil {
			return "", err
		}
		rest = text[end:]
	}
	return scanArraySuffix(rest)
}

// scanArraySuffix skips any number of "[]" and "[N]" at the start of text.
func scanArraySuffix(text string) (rest string, err error) {
	for strings.HasPrefix(text, "[") {
		size, after, closed := strings.Cut(text[1:], "]")
		if !closed {
			return "", errors.New(`a closing "]" is missing`)
		}
		if size != "" && !isNumber(size) {
			return "", fmt.Errorf(`array size %q is not a positive decimal number`, size)
		}
		text = after
	}
	return text, nil
}

// checkElementary accepts the canonical names of the elementary types (Solidity ABI specification, "Types").
func checkElementary(name string) error {
	switch name {
	case "address", "bool", "string", "bytes", "function":
		return nil
	case "":
		return errors.New("a type is missing")
	}
	base := strings.TrimRight(name, "0123456789x")
	if digits := name[len(base):]; isSizedType(base, digits) {
		return nil
	}
	return unknownTypeError(name)
}

func isSizedType(base, digits string) bool {
	switch base {
	case "uint", "int":
		return isBitSize(digits)
	case "bytes":
		return isNumberUpTo(digits, 32)
	case "fixed", "ufixed":
		bits, decimals, ok := strings.Cut(digits, "x")
		return ok && isBitSize(bits) && isNumberUpTo(decimals, 80)
	}
	return false
}

func isBitSize(digits string) bool {
	if !isNumberUpTo(digits, 256) {
		return false
	}
	n, err := strconv.Atoi(digits)
	return err == nil && n%8 == 0
}

func isNumberUpTo(digits string, limit int) bool {
	if !isNumber(digits) {
		return false
	}
	n, err := strconv.Atoi(digits)
	return err == nil && n <= limit
}

// isNumber accepts positive decimal numbers without leading zeros: "07" names the same size as "7" but hashes to
// another selector.
func isNumber(digits string) bool {
	return digits != "" && digits[0] != '0' && strings.Trim(digits, "0123456789") == ""
}

func unknownTypeError(name string) error {
	if full, ok := shortTypes[name]; ok {
		return fmt.Errorf("type %q is short for %q", name, full)
	}
	if strings.ContainsAny(name, " \t\r\n") {
		return fmt.Errorf("%q is not a type: leave out spaces and parameter names", name)
	}
	if 'A' <= name[0] && name[0] <= 'Z' {
		return fmt.Errorf("unknown type %q: a contract is an address, an enum uint8, a struct a tuple such as (uint256,address)", name)
	}
	return fmt.Errorf("unknown type %q", name)
}

// shortTypes maps what Solidity accepts in source code to what it hashes.
var shortTypes = map[string]string{
	"uint":   "uint256",
	"int":    "int256",
	"byte":   "bytes1",
	"fixed":  "fixed128x18",
	"ufixed": "ufixed128x18",
}
