package selectors

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
)

// LoadABI reads an ABI from a file, as [ParseABI] does. Errors name the file, and the line and column of malformed
// JSON.
func LoadABI(path string) (*ABI, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read ABI: %w", err)
	}
	a, err := ParseABI(data)
	if at := (*positionError)(nil); errors.As(err, &at) {
		return nil, fmt.Errorf("%s:%d:%d: %s", path, at.line, at.column, at.message)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return a, nil
}

// ParseABI reads an ABI from a JSON array of entries, or from a Foundry or Hardhat artifact: a JSON object whose "abi"
// is such an array. Overloads are numbered as abi.JSON of go-ethereum's accounts/abi numbers them. Types must be those
// of the Solidity ABI specification; one unknown type makes the whole ABI an error, as no selector can be relied upon.
func ParseABI(data []byte) (*ABI, error) {
	list, err := entryList(data)
	if err != nil {
		return nil, err
	}
	var entries []abiEntry
	if err := unmarshalAt(data, list, &entries); err != nil {
		return nil, err
	}
	return buildABI(entries)
}

// byteOrderMark is written by some editors on Windows and is no JSON.
var byteOrderMark = []byte("\xef\xbb\xbf")

// entryList finds the JSON array of ABI entries in data.
func entryList(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, byteOrderMark)
	text := bytes.TrimSpace(data)
	switch {
	case len(text) == 0:
		return nil, errors.New("the ABI is empty: want a JSON array of ABI entries, or an artifact with one in \"abi\"")
	case text[0] == '[':
		return data, nil
	case text[0] == '{':
		return artifactList(data)
	case isBytecode(text):
		return nil, errors.New("this is bytecode, not an ABI: compile with ABI output, such as solc --abi")
	}
	if err := unmarshalAt(data, data, new(any)); err != nil {
		return nil, err
	}
	return nil, errors.New("this JSON is no ABI: want an array of ABI entries, or an artifact with one in \"abi\"")
}

func isBytecode(text []byte) bool {
	digits := bytes.TrimPrefix(text, []byte("0x"))
	return len(digits) >= 8 && len(bytes.Trim(digits, "0123456789abcdefABCDEF")) == 0
}

// artifactList finds the ABI entries in a compiler's output object.
func artifactList(data []byte) ([]byte, error) {
	var artifact map[string]json.RawMessage
	if err := unmarshalAt(data, data, &artifact); err != nil {
		return nil, err
	}
	list := bytes.TrimSpace(artifact["abi"])
	switch {
	case len(list) > 0 && list[0] == '[':
		return list, nil
	case len(list) > 0 && string(list) != "null":
		return nil, errors.New("\"abi\" of the artifact is not an array of ABI entries")
	case has(artifact, "contracts"):
		return nil, errors.New("this is compiler output for several contracts: extract the \"abi\" of one of them")
	case has(artifact, "type"):
		return nil, errors.New("this is a single ABI entry: put it into a JSON array")
	case has(artifact, "bytecode"), has(artifact, "deployedBytecode"), has(artifact, "object"), has(artifact, "bin"):
		return nil, errors.New("the artifact has bytecode but no \"abi\": compile with ABI output, such as solc --abi")
	}
	return nil, errors.New("this JSON object has no \"abi\": want an array of ABI entries, or an artifact with one in \"abi\"")
}

func has(object map[string]json.RawMessage, key string) bool {
	_, ok := object[key]
	return ok
}

// A positionError is malformed JSON at a known place.
type positionError struct {
	line, column int // from 1, the column in bytes
	message      string
}

func (e *positionError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.line, e.column, e.message)
}

// unmarshalAt decodes part, which is a copy or a slice of a part of whole, and positions errors in whole.
func unmarshalAt(whole, part []byte, into any) error {
	err := json.Unmarshal(part, into)
	var syntax *json.SyntaxError
	var mismatch *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax):
		// The offset counts the offending byte in, unless the input ended early.
		return positioned(whole, part, syntax.Offset-1, strings.TrimPrefix(err.Error(), "json: "))
	case errors.As(err, &mismatch):
		message := fmt.Sprintf("a JSON %s is not expected here, want %s", mismatch.Value, jsonKind(mismatch.Type))
		if mismatch.Field != "" {
			message = fmt.Sprintf("%q is a JSON %s, want %s", mismatch.Field, mismatch.Value, jsonKind(mismatch.Type))
		}
		return positioned(whole, part, mismatch.Offset-1, message)
	}
	return err
}

func positioned(whole, part []byte, offset int64, message string) error {
	start := max(bytes.Index(whole, part), 0)
	end := min(start+max(int(offset), 0), len(whole))
	before := whole[:end]
	line := bytes.Count(before, []byte("\n")) + 1
	column := end - bytes.LastIndexByte(before, '\n')
	return &positionError{line: line, column: column, message: message}
}

func jsonKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "an array"
	}
	return "an object"
}
