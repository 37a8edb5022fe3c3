package render_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/render"
)

// sourced is a report with one error in a file of that text. The finding goes from the first « to the first », which are not in the file.
func sourced(t *testing.T, text string) *driver.Report {
	t.Helper()
	before, rest, ok := strings.Cut(text, "«")
	inside, after, closed := strings.Cut(rest, "»")
	if !ok || !closed {
		t.Fatalf("%q marks no place", text)
	}
	r := report(finding.Error)
	r.Dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(r.Dir, "a.go"), []byte(before+inside+after), 0o666); err != nil {
		t.Fatal(err)
	}
	f := &r.Findings[0]
	f.Line, f.Column = at(before)
	if inside != "" {
		f.EndLine, f.EndColumn = at(before + inside)
	}
	return r
}

func at(before string) (line, column int) {
	return strings.Count(before, "\n") + 1, len(before) - strings.LastIndex(before, "\n")
}

// written is what a format prints, without the summary of text.
func written(t *testing.T, format string, r *driver.Report, opts render.Options) string {
	t.Helper()
	var out strings.Builder
	if err := render.Write(&out, format, r, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestExcerpt(t *testing.T) {
	for name, test := range map[string]struct{ source, want string }{
		"plain":          {"a := «f(x)»\n", "  1 | a := f(x)\n    |      ^~~~\n"},
		"one letter":     {"a := «f»(x)\n", "  1 | a := f(x)\n    |      ^\n"},
		"insertion":      {"a := «»f(x)\n", "  1 | a := f(x)\n    |      ^\n"},
		"tabs before":    {"\t\ta«b»c\n", "  1 |         abc\n    |          ^\n"},
		"tab inside":     {"«a\tb»c\n", "  1 | a    bc\n    | ^~~~~~\n"},
		"wide before":    {"/*契約*/ «f»()\n", "  1 | /*契約*/ f()\n    |          ^\n"},
		"wide inside":    {"«契約»()\n", "  1 | 契約()\n    | ^~~~\n"},
		"narrow before":  {"/*né*/ «f»()\n", "  1 | /*né*/ f()\n    |        ^\n"},
		"combining":      {"/*e\u0301*/ «f»()\n", "  1 | /*e\u0301*/ f()\n    |       ^\n"},
		"emoji":          {"\"🚀\" «f»()\n", "  1 | \"🚀\" f()\n    |      ^\n"},
		"several lines":  {"a := «f(\n\tx)»\n", "  1 | a := f(\n    |      ^~\n"},
		"end of file":    {"a := «f(x)»", "  1 | a := f(x)\n    |      ^~~~\n"},
		"windows":        {"a := «f(\r\n\tx)»\r\n", "  1 | a := f(\n    |      ^~\n"},
		"escape":         {"\"\x1b[2J\" «f»()\n", "  1 | \"\uFFFD[2J\" f()\n    |        ^\n"},
		"not UTF-8":      {"\"\xff\" «f»()\n", "  1 | \"\uFFFD\" f()\n    |     ^\n"},
		"turned around":  {"\"\u202e\" «f»()\n", "  1 | \"\uFFFD\" f()\n    |     ^\n"},
		"tenth line":     {strings.Repeat("\n", 9) + "«f»()\n", "  10 | f()\n     | ^\n"},
		"beyond the end": {"«f»", "  1 | f\n    | ^\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := written(t, "text", sourced(t, test.source), render.Options{Excerpts: true})
			_, got, _ = strings.Cut(got, "(directcall)\n")
			got, _, _ = strings.Cut(got, "\n1 finding")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestExcerptContext checks that lines around the place are shown as far as the file has them.
func TestExcerptContext(t *testing.T) {
	got := written(t, "text", sourced(t, "one\n\nthree\n«four»\nfive\n"), render.Options{Excerpts: true, Context: 2})
	const want = "a.go:4:1: <message> (directcall)\n  2 |\n  3 | three\n  4 | four\n    | ^~~~\n  5 | five\n\n" +
		"1 finding in 1 file: directcall 1 (3 uses of 1 registered selector, 1 guarded)\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExcerptOfNothing checks that a finding whose source cannot be read, or no longer has the line, is printed without.
func TestExcerptOfNothing(t *testing.T) {
	for name, change := range map[string]func(r *driver.Report){
		"no file": func(r *driver.Report) { r.Findings[0].File = "b.go" },
		"no line": func(r *driver.Report) { r.Findings[0].Line = 7 },
	} {
		r := sourced(t, "«f»()\n")
		change(r)
		if plain, got := written(t, "text", r, render.Options{}), written(t, "text", r, render.Options{Excerpts: true}); got != plain {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, plain)
		}
	}
}

func TestColor(t *testing.T) {
	r := sourced(t, "«f»()\n")
	const plain = "a.go:1:1: <message> (directcall)\n"
	if got := written(t, "text", r, render.Options{}); !strings.HasPrefix(got, plain) || strings.Contains(got, "\x1b") {
		t.Errorf("without colours it is %q", got)
	}
	const colored = "\x1b[1ma.go:1:1:\x1b[0m <message> (\x1b[1;31mdirectcall\x1b[0m)\n"
	if got := written(t, "text", r, render.Options{Color: true}); !strings.HasPrefix(got, colored) {
		t.Errorf("with colours it is %q, want %q at its start", got, colored)
	}
	r.Findings[0].Severity = finding.Warning
	const warning = "\x1b[1ma.go:1:1:\x1b[0m \x1b[1;33mwarning: \x1b[0m<message> (\x1b[1;33mdirectcall\x1b[0m)\n"
	if got := written(t, "text", r, render.Options{Color: true}); !strings.HasPrefix(got, warning) {
		t.Errorf("a warning is %q, want %q at its start", got, warning)
	}
}
