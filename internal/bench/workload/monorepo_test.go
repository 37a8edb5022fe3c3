package workload

import (
	"go/format"
	"testing"
)

// TestSource: each kind of package is formatted, and so can be parsed.
func TestSource(t *testing.T) {
	for name, text := range map[string]string{"first": source(0, 0), "later": source(3, 7), "guarded": source(3, caller-1), "bare": source(3, Area-1)} {
		formatted, err := format.Source([]byte(text))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		} else if string(formatted) != text {
			t.Errorf("%s: got\n%s\nwant\n%s", name, text, formatted)
		}
	}
}
