package vettool

import "testing"

// TestAccept applies fixes to one file. A fix is made as a whole or not at all, and what two fixes insert alike is inserted once.
func TestAccept(t *testing.T) {
	const source = "package p\n\nvar a, b = 1, 2\n"
	insertion := edit{10, 10, []byte("\nimport \"fmt\"\n")}
	for name, test := range map[string]struct {
		fixes [][]edit
		want  string
	}{
		"apart":          {[][]edit{{{22, 23, []byte("10")}}, {{25, 26, []byte("20")}}}, "package p\n\nvar a, b = 10, 20\n"},
		"in any order":   {[][]edit{{{25, 26, []byte("20")}}, {{22, 23, []byte("10")}}}, "package p\n\nvar a, b = 10, 20\n"},
		"over another":   {[][]edit{{{22, 23, []byte("10")}}, {{22, 26, []byte("3, 4")}}}, "package p\n\nvar a, b = 10, 2\n"},
		"half of it":     {[][]edit{{{22, 23, []byte("10")}}, {{25, 26, []byte("20")}, {22, 23, []byte("11")}}}, "package p\n\nvar a, b = 10, 2\n"},
		"the same twice": {[][]edit{{insertion, {22, 23, []byte("10")}}, {insertion, {25, 26, []byte("20")}}}, "package p\n\nimport \"fmt\"\n\nvar a, b = 10, 20\n"},
		"formatted":      {[][]edit{{{22, 23, []byte("  10")}}}, "package p\n\nvar a, b = 10, 2\n"},
	} {
		accepted := map[string][]edit{}
		for _, fix := range test.fixes {
			accept(accepted, map[string][]edit{"p.go": fix})
		}
		got, err := apply([]byte(source), accepted["p.go"])
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if string(got) != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
	}
}

func TestApplyRefuses(t *testing.T) {
	if got, err := apply([]byte("package p\n"), []edit{{0, 7, []byte("pocket")}}); err == nil {
		t.Errorf("a fix that does not parse gave %q", got)
	}
}
