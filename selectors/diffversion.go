package selectors

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// A Version is one version of a contract, as [DiffVersions] compares it.
type Version struct {
	ABI     *ABI
	GoNames map[Selector]string // the names in a binding, such as "AddShares"; what is not there is named by abigen's rules

	layouts map[string]string // by signature of the event: its parameters with "indexed"; nil if only the ABI is known
}

// A ParseError is an ABI that cannot be read, and where.
type ParseError struct {
	Line, Column int // from 1, the column in bytes
	Message      string
}

// Error has the position before the message.
func (e *ParseError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message)
}

// ParseVersion reads an ABI as [ParseABI] does, and keeps in addition which parameters of events are indexed. Every error is
// a [*ParseError]: an entry that cannot be read is named with its place, and what concerns the whole text has the place of its first byte.
func ParseVersion(data []byte) (Version, error) {
	a, err := ParseABI(data)
	if err != nil {
		return Version{}, locate(data, err)
	}
	list, err := entryList(data)
	if err != nil {
		return Version{}, locate(data, err)
	}
	layouts, err := eventLayouts(list)
	if err != nil {
		return Version{}, locate(data, err)
	}
	return Version{ABI: a, layouts: layouts}, nil
}

// An eventEntry is what the entry of an event has beyond an abiEntry.
type eventEntry struct {
	Type   string `json:"type"`
	Inputs []struct {
		Indexed bool `json:"indexed"`
	} `json:"inputs"`
}

func eventLayouts(list []byte) (map[string]string, error) {
	var entries []abiEntry
	var events []eventEntry
	if err := errors.Join(json.Unmarshal(list, &entries), json.Unmarshal(list, &events)); err != nil {
		return nil, err
	}
	layouts := map[string]string{}
	for i, e := range events {
		if e.Type != "event" {
			continue
		}
		signature, err := entries[i].signature()
		if err != nil {
			return nil, err
		}
		parameters := make([]string, len(signature.Inputs))
		for j, t := range signature.Inputs {
			parameters[j] = t
			if e.Inputs[j].Indexed {
				parameters[j] += " indexed"
			}
		}
		if _, listed := layouts[signature.String()]; !listed {
			layouts[signature.String()] = typeList(parameters)
		}
	}
	return layouts, nil
}

// layout returns the parameters of an event, such as "(address indexed,uint256)", if it is known which are indexed.
func (v Version) layout(e Event) (string, bool) {
	layout, ok := v.layouts[e.Signature]
	return layout, ok
}

// locate gives an error of ParseABI its place in the text.
func locate(data []byte, err error) *ParseError {
	if at := (*positionError)(nil); errors.As(err, &at) {
		return &ParseError{Line: at.line, Column: at.column, Message: at.message}
	}
	offset := badEntry(data)
	before := data[:offset]
	return &ParseError{
		Line:    bytes.Count(before, []byte("\n")) + 1,
		Column:  offset - bytes.LastIndexByte(before, '\n'),
		Message: strings.ReplaceAll(err.Error(), "\n", " "),
	}
}

// badEntry returns the offset of the first entry that cannot be read, and 0 where the trouble is not with one entry.
func badEntry(data []byte) int {
	list, err := entryList(data)
	if err != nil {
		return 0
	}
	start := max(bytes.Index(data, list), 0)
	builder := abiBuilder{methodNames: map[string]bool{}, eventNames: map[string]bool{}}
	decoder := json.NewDecoder(bytes.NewReader(list))
	if _, err := decoder.Token(); err != nil {
		return 0
	}
	for decoder.More() {
		var raw json.RawMessage
		var entry abiEntry
		if decoder.Decode(&raw) != nil {
			return 0
		}
		if json.Unmarshal(raw, &entry) != nil || builder.add(entry) != nil {
			return start + int(decoder.InputOffset()) - len(raw)
		}
	}
	return 0
}
