package docs_test

import (
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/docs"
)

const source = `// Package example reports examples.
//
// # Analyzer first
//
// first: find the first
//
// The first is found.
//
// # Analyzer second
//
// second: find the second
package example
`

func TestMustExtract(t *testing.T) {
	for name, want := range map[string]string{
		"first":  "first: find the first\n\nThe first is found.",
		"second": "second: find the second",
	} {
		if got := docs.MustExtract(source, name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestMustExtractPanics(t *testing.T) {
	for name, source := range map[string]string{
		"third":  source,                                            // no such section
		"first":  strings.ReplaceAll(source, "first: find", "find"), // no summary
		"second": "package",                                         // no Go
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if text, _ := recover().(string); !strings.Contains(text, "documentation of "+name) {
					t.Errorf("panic says %q", text)
				}
			}()
			docs.MustExtract(source, name)
			t.Error("no panic")
		})
	}
}
