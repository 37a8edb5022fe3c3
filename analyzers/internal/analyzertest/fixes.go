package analyzertest

import (
	"go/format"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
)

// RunWithFixes is Run, and compares each file after all suggested fixes with the file of the same name and ".golden" behind it. The fixes
// of one file must not overlap.
func RunWithFixes(t testing.TB, a *analysis.Analyzer, pattern string, opts ...Option) []Result {
	t.Helper()
	results := Run(t, a, pattern, opts...)
	for _, result := range results {
		edits := map[string][]analysis.TextEdit{}
		for _, d := range result.Action.Diagnostics {
			for _, fix := range d.SuggestedFixes {
				for _, edit := range fix.TextEdits {
					name := result.Action.Package.Fset.Position(edit.Pos).Filename
					edits[name] = append(edits[name], edit)
				}
			}
		}
		for name, list := range edits {
			Golden(t, name+".golden", apply(t, result, name, list))
		}
	}
	return results
}

// apply edits a file from its end to its start, so that no edit moves the place of another.
func apply(t testing.TB, result Result, name string, edits []analysis.TextEdit) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return int(b.Pos - a.Pos) })
	for _, edit := range edits {
		start := result.Action.Package.Fset.Position(edit.Pos).Offset
		end := start
		if edit.End.IsValid() {
			end = result.Action.Package.Fset.Position(edit.End).Offset
		}
		src = slices.Concat(src[:start], edit.NewText, src[end:])
	}
	formatted, err := format.Source(src)
	if err != nil {
		t.Fatalf("%s after its fixes: %v", name, err)
	}
	return formatted
}

// Golden compares got with a file, or writes the file under -update.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	if *Update {
		if err := write(name, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v (run the test with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// write replaces a file by way of a temporary one beside it.
func write(name string, data []byte) error {
	if err := os.WriteFile(name+".tmp", data, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".tmp", name)
}
