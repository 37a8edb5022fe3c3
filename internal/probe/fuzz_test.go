package probe

import (
	"encoding/json"
	"strings"
	"testing"
)

// A file that is taken for the output of compatlint is one: JSON of version 1, with a list of uses.
func FuzzReadUses(f *testing.F) {
	for _, text := range []string{`{"version":1,"uses":[]}`, `{"version":1,"uses":[{"feature":"f","selector":"0xe998a088"},{"feature":"g"}],"findings":[]}`,
		`{"version":2,"uses":[]}`, `{"version":1,"uses":null}`, `{"uses":[],"version":1,"version":2}`, `[]`, ``, `{"version":1,"uses":[[[[]]]]}`, `{"VERSION":1,"Uses":[]}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		uses, err := ReadUses(strings.NewReader(text))
		if err != nil {
			if uses != nil || !strings.Contains(err.Error(), "this is not the output of compatlint") {
				t.Errorf("%q: %v, %v", text, uses, err)
			}
			return
		}
		var document map[string]json.RawMessage
		if err := json.NewDecoder(strings.NewReader(text)).Decode(&document); err != nil {
			t.Errorf("%q is taken for the output of compatlint: %v", text, err)
		}
		for u := range uses.selectors {
			if u.selector == "" || !uses.features[u.feature] {
				t.Errorf("%q: use %+v", text, u)
			}
		}
	})
}

// Types of the registry are read without fail, and their sizes are never negative.
func FuzzParseTypes(f *testing.F) {
	for _, name := range []string{"uint256", "(uint8,bool)[2]", "bytes4[][3]", "fixed128x18", "(string,(bool,int24)[])[9999999999999999999]", "function", "uint8[0]", "()", "("} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		types, err := parseTypes([]string{name})
		if err != nil {
			return
		}
		for _, valueType := range types {
			if valueType.words < 1 || valueType.words > manyWords || valueType.size < 0 {
				t.Errorf("%s has %d words, size %d", valueType.name, valueType.words, valueType.size)
			}
		}
		for _, output := range [][]byte{nil, words(32, 1, 32, 0), words(ones, ones)} {
			_ = compareShape(output, types) // ends
		}
	})
}
