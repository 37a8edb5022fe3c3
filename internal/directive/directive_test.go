package directive_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/directive"
)

var update = flag.Bool("update", false, "write the golden files")

func parse(text string) (*directive.Directive, bool) {
	return directive.Parse(&ast.Comment{Slash: 1, Text: text})
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text string
		want string // verb, kind, features, until, reason
	}{
		{"//compat:requires policy_code_hash", "requires||policy_code_hash||"},
		{"//compat:requires a,b", "requires||a,b||"},
		{"//compat:requires a, b", "requires||a,b||"},
		{"//compat:requires  a  ,  b  ", "requires||a,b||"},
		{"//compat:requires a -- see the release notes", "requires||a||"},
		{"//compat:requires\ta", "requires||a||"},
		{"//compat:guard selector-miss", "guard|selector-miss|||"},
		{"//compat:guard selector-miss -- by text", "guard|selector-miss|||"},
		{"//compat:guard supports a", "guard|supports|a||"},
		{"//compat:guard supports a,b", "guard|supports|a,b||"},
		{"//compat:guard  supports  a", "guard|supports|a||"},
		{"//compat:passthrough", "passthrough||||"},
		{"//compat:passthrough -- it retries", "passthrough||||"},
		{"//compat:ignore a until=2026-08-01 -- moves next week", "ignore||a|2026-08-01|moves next week"},
		{"//compat:ignore until=2026-08-01 a -- order is free", "ignore||a|2026-08-01|order is free"},
		{"//compat:ignore a,b until=2026-08-01 -- two", "ignore||a,b|2026-08-01|two"},
		{"//compat:ignore a, b until=2026-08-01 -- two", "ignore||a,b|2026-08-01|two"},
		{"//compat:ignore a until=2026-08-01 -- a reason -- with dashes", "ignore||a|2026-08-01|a reason -- with dashes"},
		{"//compat:ignore a until=2026-08-01 -- reason\r", "ignore||a|2026-08-01|reason"},
	} {
		d, ok := parse(test.text)
		if !ok || d.Problem != "" {
			t.Errorf("Parse(%q) = %v, %t", test.text, d, ok)
			continue
		}
		until := ""
		if !d.Until.IsZero() {
			until = d.Until.String()
		}
		got := strings.Join([]string{string(d.Verb), d.Kind, strings.Join(d.Features, ","), until, d.Reason}, "|")
		if got != test.want {
			t.Errorf("Parse(%q) = %s, want %s", test.text, got, test.want)
		}
		if !slices.ContainsFunc(d.Features, d.Names) && len(d.Features) > 0 || d.Names("other") {
			t.Errorf("Parse(%q): Names disagrees with Features", test.text)
		}
	}
}

func TestParseLeavesOthersAlone(t *testing.T) {
	for _, text := range []string{
		"// a comment",
		"//go:generate go run .",
		"//compatible: not ours",
		"// compat: a word that prose may start with",
		"// compat:everything is prose unless the verb is known",
		"// see //compat:requires",
		"/* compat:requires a */",
		"//",
		"//nolint:directcall",
	} {
		if d, ok := parse(text); ok {
			t.Errorf("Parse(%q) = %+v", text, d)
		}
	}
}

// TestProblems pins what users read about each mistake.
func TestProblems(t *testing.T) {
	var got strings.Builder
	for _, text := range []string{
		"// compat:requires a",
		"//\tcompat:ignore a until=2026-08-01 -- reason",
		"//compat:require a",
		"//compat:Requires a",
		"//compat:",
		"//compat: requires a",
		"//compat:requires",
		"//compat:requires a,",
		"//compat:requires a b",
		"//compat:requires -- later",
		"//compat:guard",
		"//compat:guard supports",
		"//compat:guard supports a b",
		"//compat:guard selector-miss a",
		"//compat:guard selector_miss",
		"//compat:passthrough a",
		"//compat:ignore",
		"//compat:ignore a",
		"//compat:ignore a until=2026-08-01",
		"//compat:ignore a until=2026-08-01 --",
		"//compat:ignore a -- reason",
		"//compat:ignore a until=tomorrow -- reason",
		"//compat:ignore a until=2026-02-30 -- reason",
		"//compat:ignore a until= -- reason",
		"//compat:ignore until=2026-08-01 -- reason",
		"//compat:ignore a b until=2026-08-01 -- reason",
		"//compat:ignore a until=2026-08-01 until=2026-09-01 -- reason",
	} {
		d, ok := parse(text)
		if !ok || d.Problem == "" {
			t.Errorf("Parse(%q) finds no problem: %+v", text, d)
			continue
		}
		fmt.Fprintf(&got, "%q\n\t%s\n", text, d.Problem)
	}
	golden(t, "problems.golden", got.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path+".tmp", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".tmp", path); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("//compat:requires a,b -- c")
	f.Add("//compat:guard supports a")
	f.Add("//compat:ignore a until=2026-08-01 -- reason")
	f.Add("// compat:ignore")
	f.Add("//compat:")
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := parse(text)
		switch {
		case !ok && strings.HasPrefix(text, "//compat:"):
			t.Fatalf("Parse(%q) overlooks a directive", text)
		case !ok || d.Problem != "":
			return
		}
		for _, feature := range d.Features {
			if feature == "" || strings.ContainsAny(feature, " \t,") {
				t.Fatalf("Parse(%q) has the feature %q", text, feature)
			}
		}
		named := len(d.Features) > 0
		switch d.Verb {
		case directive.Requires:
			ok = named
		case directive.Guard:
			ok = named == (d.Kind == directive.GuardSupports) && (named || d.Kind == directive.GuardSelectorMiss)
		case directive.Passthrough:
			ok = !named
		case directive.Ignore:
			ok = named && !d.Until.IsZero() && d.Reason != ""
		default:
			ok = false
		}
		if !ok {
			t.Fatalf("Parse(%q) accepts %+v", text, d)
		}
	})
}

func read(t *testing.T, source string) (*token.FileSet, *ast.File, *directive.File) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return fset, file, directive.Read(fset, file)
}

// TestOn names the directives after the line they should cover.
func TestOn(t *testing.T) {
	_, _, file := read(t, `package p

func f() {
	call() //compat:requires line4
	call()
	//compat:requires line7
	call()
	//compat:requires line10
	//compat:guard supports line10
	call()
	call() //compat:requires line11
	call()
	//compat:requires nothing

	call()
	// prose
	//compat:requires line18
	call(
		1, //compat:requires line19
		2,
	)
	//compat:requires malformed one
	call()
	//compat:requires nothing
	// prose ends it outside of doc comments
	call()
}
`)
	want := map[int]string{4: "line4", 7: "line7", 10: "line10 line10", 11: "line11", 18: "line18", 19: "line19"}
	for _, line := range []int{3, 4, 5, 7, 10, 11, 12, 15, 18, 19, 20, 21, 23, 26, 27} {
		var features []string
		for _, d := range file.On(line) {
			features = append(features, d.Features...)
		}
		if got := strings.Join(features, " "); got != want[line] {
			t.Errorf("line %d is covered by %q, want %q", line, got, want[line])
		}
	}
	if len(file.All) != 10 {
		t.Errorf("found %d directives, want 10, the malformed one included", len(file.All))
	}
}

func TestOf(t *testing.T) {
	fset, file, directives := read(t, `package p

// InDoc is commented.
//
//compat:requires indoc
func InDoc() {}

//compat:requires first
// FirstInDoc has prose below.
func FirstInDoc() {}

func OnLine() {} //compat:requires online

//compat:requires malformed one
func Malformed() {}

func Inside() {
	//compat:requires inside
	OnLine()
}

//compat:requires detached

func Detached() {}

//compat:requires a
//compat:passthrough
func Several() {} //compat:guard selector-miss
`)
	got := map[string]string{}
	for _, decl := range file.Decls {
		fn := decl.(*ast.FuncDecl)
		var parts []string
		for _, d := range directives.Of(fn.Doc, fn.Pos()) {
			parts = append(parts, strings.TrimSpace(string(d.Verb)+" "+strings.Join(d.Features, ",")))
		}
		slices.Sort(parts)
		got[fn.Name.Name] = strings.Join(parts, "; ")
	}
	want := map[string]string{
		"InDoc": "requires indoc", "FirstInDoc": "requires first", "OnLine": "requires online", "Malformed": "", "Inside": "", "Detached": "",
		"Several": "guard; passthrough; requires a",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("directives of functions (-want +got):\n%s", diff)
	}
	for _, d := range directives.All {
		if fset.File(d.Pos) == nil || d.End <= d.Pos {
			t.Errorf("%+v has no position", d)
		}
	}
}
