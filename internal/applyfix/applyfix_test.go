package applyfix_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/applyfix"
	"github.com/compatlint/compatlint/internal/driver"
)

const source = `package p

import "fmt"

func F() { fmt.Println("one", "two") }

func G() { fmt.Println("three") }
`

// An edit replaces the first occurrence of a text in source. One that begins with a caret is put before the text.
type edit struct{ old, text string }

func (e edit) in(file string) driver.Edit {
	text, insertion := strings.CutPrefix(e.text, "^")
	start := strings.Index(source, e.old)
	end := start + len(e.old)
	if insertion {
		end = start
	}
	return driver.Edit{Place: driver.Place{File: file}, NewText: text, Start: start, End: end}
}

// module writes a module with the files, and returns a report of it with a finding for each fix of a.go.
func module(t *testing.T, files map[string]string, fixes ...[]edit) (*driver.Report, driver.Options) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files["go.mod"] = "module example.com/p\n\ngo 1.26\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var findings []driver.Finding
	for _, edits := range fixes {
		fix := &driver.Fix{Message: "mend it"}
		for _, e := range edits {
			fix.Edits = append(fix.Edits, e.in("a.go"))
		}
		findings = append(findings, driver.Finding{Fix: fix})
	}
	return driver.NewReport(dir, nil, findings), driver.Options{Dir: dir, Patterns: []string{"./..."}}
}

// plan makes the plan of fixes of one file that holds source.
func plan(t *testing.T, fixes ...[]edit) *applyfix.Plan {
	t.Helper()
	r, opts := module(t, map[string]string{"a.go": source}, fixes...)
	p, err := applyfix.Make(context.Background(), r, opts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMake(t *testing.T) {
	osImport := edit{`import "fmt"`, "^import \"os\"\n"}
	for name, test := range map[string]struct {
		fixes   [][]edit
		want    []edit // to source; nil means that no file changes
		summary string
		leftOut string
	}{
		"one": {
			fixes: [][]edit{{{`"one"`, `"1"`}}},
			want:  []edit{{`"one"`, `"1"`}}, summary: "1 fixed in 1 file",
		},
		"two": {
			fixes: [][]edit{{{`"three"`, `"3"`}}, {{`"one"`, `"1"`}}},
			want:  []edit{{`"one"`, `"1"`}, {`"three"`, `"3"`}}, summary: "2 fixed in 1 file",
		},
		"one of two findings": { // the defects of a use share a fix
			fixes: [][]edit{{{`"one"`, `"1"`}}, {{`"one"`, `"1"`}}},
			want:  []edit{{`"one"`, `"1"`}}, summary: "2 fixed in 1 file",
		},
		"same part": {
			fixes: [][]edit{{{`"one"`, `"1"`}}, {{`"one", "two"`, `"12"`}}},
			want:  []edit{{`"one"`, `"1"`}}, summary: "1 fixed in 1 file; 1 not, because other fixes change the same lines: run it again",
		},
		"same part, the other way round": {
			fixes: [][]edit{{{`"one", "two"`, `"12"`}}, {{`"one"`, `"1"`}}},
			want:  []edit{{`"one", "two"`, `"12"`}}, summary: "1 fixed in 1 file; 1 not, because other fixes change the same lines: run it again",
		},
		"as a whole or not at all": {
			fixes: [][]edit{{{`"one"`, `"1"`}}, {{`"three"`, `"3"`}, {`"one"`, `"eins"`}}},
			want:  []edit{{`"one"`, `"1"`}}, summary: "1 fixed in 1 file; 1 not, because other fixes change the same lines: run it again",
		},
		"next to each other": {
			fixes: [][]edit{{{`"one"`, `"1"`}}, {{`, "two"`, ``}}},
			want:  []edit{{`"one", "two"`, `"1"`}}, summary: "2 fixed in 1 file",
		},
		"two insertions at one place": {
			fixes: [][]edit{{{"func G", "^//compat:requires a\n"}}, {{"func G", "^//compat:requires b\n"}}},
			want:  []edit{{"func G", "^//compat:requires a\n"}}, summary: "1 fixed in 1 file; 1 not, because other fixes change the same lines: run it again",
		},
		"the same import": {
			fixes: [][]edit{{osImport, {`"one"`, `os.Args[0]`}}, {osImport, {`"three"`, `os.Args[1]`}}},
			want:  []edit{{`import "fmt"`, "^import \"os\"\n"}, {`"one"`, `os.Args[0]`}, {`"three"`, `os.Args[1]`}}, summary: "2 fixed in 1 file",
		},
		"is formatted": {
			fixes: [][]edit{{{`{ fmt.Println("three") }`, "{\nfmt.Println( 3 )\n}"}}},
			want:  []edit{{`{ fmt.Println("three") }`, "{\n\tfmt.Println(3)\n}"}}, summary: "1 fixed in 1 file",
		},
		"does not parse": {
			fixes:   [][]edit{{{`"one"`, `"1`}}},
			summary: "0 fixed in 0 files", leftOut: "the fixes of a.go are left out, since with them it would not compile: ",
		},
		"does not compile": {
			fixes:   [][]edit{{{`"one"`, `one`}}},
			summary: "0 fixed in 0 files", leftOut: "the fixes of a.go are left out, since with them it would not compile: a.go:5:24: undefined: one",
		},
		"does not compile together": {
			fixes: [][]edit{{{"func G", "^func H() {}\n\n"}}, {{"func F", "^func H() {}\n\n"}}},
			want:  []edit{{"func G", "^func H() {}\n\n"}}, summary: "1 fixed in 1 file; 1 not, because other fixes change the same lines: run it again",
		},
		"nothing": {summary: "0 fixed in 0 files"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := plan(t, test.fixes...)
			want := source
			for _, e := range test.want {
				if text, ok := strings.CutPrefix(e.text, "^"); ok {
					e.text = text + e.old
				}
				want = strings.Replace(want, e.old, e.text, 1)
			}
			got := source
			if len(p.Files) > 0 {
				got = string(p.Files[0].After)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if p.Summary() != test.summary {
				t.Errorf("summary is %q, want %q", p.Summary(), test.summary)
			}
			if leftOut := strings.Join(p.LeftOut, "\n"); !strings.HasPrefix(leftOut, test.leftOut) || (test.leftOut == "") != (leftOut == "") {
				t.Errorf("left out is %q, want %q", leftOut, test.leftOut)
			}
		})
	}
}

// TestBrokenElsewhere checks that fixes that break a file which they do not change are an error, and not applied.
func TestBrokenElsewhere(t *testing.T) {
	r, opts := module(t, map[string]string{"a.go": source, "b.go": "package p\n\nvar f = F\n"}, []edit{{"func F", "func E"}})
	_, err := applyfix.Make(context.Background(), r, opts)
	if err == nil || !strings.Contains(err.Error(), "b.go:3:9: undefined: F") || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("error is %v", err)
	}
}

// TestLineEnds checks that a file keeps the ends of its lines.
func TestLineEnds(t *testing.T) {
	windows := strings.ReplaceAll("package p\n\nconst A = 1\n", "\n", "\r\n")
	r, opts := module(t, map[string]string{"a.go": windows})
	at := strings.Index(windows, "1")
	r.Findings = []driver.Finding{{Fix: &driver.Fix{Edits: []driver.Edit{
		{Place: driver.Place{File: "a.go"}, NewText: "1 +\n1", Start: at, End: at + 1},
	}}}}
	p, err := applyfix.Make(context.Background(), r, opts)
	if err != nil {
		t.Fatal(err)
	}
	if want := "package p\r\n\r\nconst A = 1 +\r\n\t1\r\n"; string(p.Files[0].After) != want {
		t.Errorf("got %q, want %q", p.Files[0].After, want)
	}
}

func TestWrite(t *testing.T) {
	p := plan(t, []edit{{`"one"`, `"1"`}})
	if err := p.Write(); err != nil {
		t.Fatal(err)
	}
	path := p.Files[0].Path
	if data, err := os.ReadFile(path); err != nil || string(data) != string(p.Files[0].After) {
		t.Errorf("the file holds %q, %v", data, err)
	}
	// Now the file is not what was analysed, as if somebody had changed it meanwhile.
	if err := p.Write(); err == nil || !strings.Contains(err.Error(), "a.go: it has changed since it was analysed") {
		t.Errorf("a file that has changed is written to: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := p.Write(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that has gone is written to: %v", err)
	}
}

func TestDiff(t *testing.T) {
	const want = `--- a/a.go
+++ b/a.go
@@ -2,6 +2,6 @@
 
 import "fmt"
 
-func F() { fmt.Println("one", "two") }
+func F() { fmt.Println("1", "two") }
 
 func G() { fmt.Println("three") }
`
	if diff := cmp.Diff(want, string(plan(t, []edit{{`"one"`, `"1"`}}).Diff())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := plan(t).Diff(); len(got) > 0 {
		t.Errorf("a plan that changes nothing has the diff %q", got)
	}
}
