package pages_test

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/docs/pages"
)

var update = flag.Bool("update", false, "write the pages")

// committed is the folder with the pages.
const committed = "../../../docs/analyzers"

// TestPagesAreCurrent compares the pages with the documentation of the analyzers, and the folder with the list of the pages.
func TestPagesAreCurrent(t *testing.T) {
	want := pages.Of(analyzers.All())
	if *update {
		write(t, want)
	}
	entries, err := os.ReadDir(committed)
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, entry := range entries {
		there = append(there, entry.Name())
	}
	names := slices.Sorted(maps.Keys(want))
	if diff := cmp.Diff(names, there); diff != "" {
		t.Errorf("docs/analyzers has not the pages of the analyzers: run %q (-want +got):\n%s", pages.Regenerate, diff)
	}
	for _, name := range names {
		got, err := os.ReadFile(filepath.Join(committed, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(want[name]), string(got)); diff != "" {
			t.Errorf("docs/analyzers/%s is out of date: run %q (-want +got):\n%s", name, pages.Regenerate, diff)
		}
	}
}

// write makes the folder hold the pages and nothing else.
func write(t *testing.T, files map[string][]byte) {
	t.Helper()
	if err := os.RemoveAll(committed); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(committed, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(committed, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPage(t *testing.T) {
	suite := []*analysis.Analyzer{
		{Name: "first", Doc: "first: find a *T\n\nWhat first leaves is second's, and secondly:\n\n\tif a < b {\n\t\treturn\n\t}\n\n# More\n\nThe end."},
		{Name: "second", Doc: "second: find nothing"},
	}
	want := map[string]string{
		"first.md": `<!-- Code generated from analyzers/first/doc.go by "go test ./internal/docs/pages -update". DO NOT EDIT. -->

# first

Find a *T.

What first leaves is [second](second.md)'s, and secondly:

` + "```go" + `
if a < b {
	return
}
` + "```" + `

## More

The end.

Source: [analyzers/first](../../analyzers/first). [All analyzers](README.md).
`,
		"second.md": `<!-- Code generated from analyzers/second/doc.go by "go test ./internal/docs/pages -update". DO NOT EDIT. -->

# second

Find nothing.

Source: [analyzers/second](../../analyzers/second). [All analyzers](README.md).
`,
	}
	got := pages.Of(suite)
	for name, text := range want {
		if diff := cmp.Diff(text, string(got[name])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if len(got) != len(want)+1 || got[pages.Index] == nil {
		t.Errorf("the pages are %q", slices.Sorted(maps.Keys(got)))
	}
}
