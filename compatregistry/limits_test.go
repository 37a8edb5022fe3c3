package compatregistry_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/compatregistry"
)

// errorsOf parses text and returns its errors as "line:col: message".
func errorsOf(t *testing.T, text string) []string {
	t.Helper()
	_, err := compatregistry.Parse("compat.yaml", []byte(text))
	var list compatregistry.ErrorList
	if !errors.As(err, &list) {
		t.Fatalf("error is %v, want an ErrorList", err)
	}
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = strings.TrimPrefix(e.Error(), "compat.yaml:")
	}
	return lines
}

// TestText has texts that would not survive as archive members of TestErrors.
func TestText(t *testing.T) {
	const rest = "contracts: {A: {rollout: grace}}\n"
	tests := map[string]struct{ text, want string }{
		"invalid UTF-8":          {"version: 1\nowner: a\xffb\n", "2:9: registry is not UTF-8 text: save it as UTF-8"},
		"UTF-16":                 {"\xff\xfev\x00e\x00", "1:1: registry is not UTF-8 text: save it as UTF-8"},
		"truncated character":    {"version: 1\n# \xc3", "2:3: registry is not UTF-8 text: save it as UTF-8"},
		"control character":      {"version: 1\nowner: \x01\n", "2:8: control character U+0001 is not allowed: remove it"},
		"zero byte":              {"version: 1\n\x00", "2:1: control character U+0000 is not allowed: remove it"},
		"carriage return line":   {"version: 1\rcolour: red\r" + rest, `1:12: unknown key "colour": the keys are version, policy, contracts, features, guards, exempt, networks`},
		"next line as separator": {"version: 1\u0085colour: red\n" + rest, `1:13: unknown key "colour": the keys are version, policy, contracts, features, guards, exempt, networks`},
		"CRLF":                   {"version: 1\r\ncolour: red\r\n" + rest, `2:1: unknown key "colour": the keys are version, policy, contracts, features, guards, exempt, networks`},
		"CRLF and wide letters":  {"version: 1 # Ä\r\n" + rest + "policy: {\"ö\": 1}\r\n", `3:10: unknown key "policy.ö": the keys are warn_before, max_grace, max_extensions, max_live_versions, require_strictness, require_record`},
		"second document":        {"KgraGe}\n---", "2:4: registry has more than one YAML document: keep one, and remove the --- lines"},
		"diff3 conflict":         {rest + "||||||| base\n", "2:1: merge conflict marker: resolve the conflict and remove the <<<<<<<, ======= and >>>>>>> lines"},
		"conflict with CRLF":     {rest + ">>>>>>> x\r\n", "2:1: merge conflict marker: resolve the conflict and remove the <<<<<<<, ======= and >>>>>>> lines"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := errorsOf(t, test.text); len(got) != 1 || got[0] != test.want {
				t.Errorf("errors are\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

func TestSyntaxErrorInALargeFile(t *testing.T) {
	// Too large for the search of the faulty line: what the YAML parser says of the line has to do.
	text := "version: 1\n" + strings.Repeat("# a comment\n", 500_000) + "contracts: {A: {rollout: grace}\n"
	got := errorsOf(t, text)
	if len(got) != 1 || !strings.Contains(got[0], "not valid YAML: did not find expected") {
		t.Errorf("errors are %q", got)
	}
}

func TestFileSizeIsLimited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.yaml")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Truncate(32<<20 + 1); err != nil { // sparse: takes no space
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = compatregistry.Load(path)
	if err == nil || !strings.Contains(err.Error(), ":1:1: file is too large") {
		t.Errorf("error is %v", err)
	}
}

func TestDeviceAsABI(t *testing.T) {
	got := errorsOf(t, "version: 1\ncontracts: {A: {rollout: grace, abi: /dev/zero}}\n")
	const want = `2:38: contract "A": abi cannot be used: `
	if len(got) != 1 || !strings.HasPrefix(got[0], want) {
		t.Errorf("errors are %q, want one that starts with %q", got, want)
	}
}

// TestExpansionIsBounded has inputs of some kilobytes that stand for billions of values.
func TestExpansionIsBounded(t *testing.T) {
	var lists strings.Builder
	lists.WriteString("version: 1\ncontracts: {A: {rollout: lockstep}}\nfeatures:\n")
	for i := range 3000 {
		selectors := "*s"
		if i == 0 {
			selectors = "&s [" + strings.Repeat("x, ", 3000) + "x]"
		}
		fmt.Fprintf(&lists, "  f%d: {selectors: %s}\n", i, selectors)
	}

	var merges strings.Builder
	merges.WriteString("version: 1\nm0: &m0 {k: 1}\n")
	for i := range 30 {
		fmt.Fprintf(&merges, "m%d: &m%d {<<: [*m%d, *m%d, *m%d, *m%d]}\n", i+1, i+1, i, i, i, i)
	}
	merges.WriteString("contracts: {A: {<<: *m30}}\n")

	tests := map[string]struct{ text, want string }{
		"shared list":   {lists.String(), "too many errors"},
		"nested merges": {merges.String(), "anchors and aliases expand without bound"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := errorsOf(t, test.text) // without a bound this does not end
			if len(got) > 10_001 {
				t.Errorf("%d errors", len(got))
			}
			if !strings.Contains(strings.Join(got, "\n"), test.want) {
				t.Errorf("no error says %q; the last is %q", test.want, got[len(got)-1])
			}
		})
	}
}

func TestDeepNesting(t *testing.T) {
	for _, text := range []string{
		"version: " + strings.Repeat("[", 100_000),
		"exempt: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		strings.Repeat("- ", 50_000),
		"? " + strings.Repeat("{? ", 5000),
	} {
		if got := errorsOf(t, text); len(got) == 0 {
			t.Errorf("%.20s...: no errors", text)
		}
	}
}

func TestSuggestionsAreNotQuadratic(t *testing.T) {
	var text strings.Builder
	text.WriteString("version: 1\ncontracts:\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "  Contract%05d: {rollout: lockstep}\n", i)
	}
	text.WriteString("features:\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "  f%d: {contract: Contrakt%05d, selectors: [\"a()\"], introduced: {version: v1, date: 2026-01-01}, state: strict, ticket: T}\n", i, i)
	}
	got := errorsOf(t, text.String())
	if len(got) != 5000 {
		t.Fatalf("%d errors, want 5000", len(got))
	}
	if !strings.Contains(got[0], `did you mean "Contract00000"?`) {
		t.Errorf("the first error has no suggestion: %s", got[0])
	}
	if strings.Contains(got[4999], "did you mean") {
		t.Errorf("name 5000 was still compared with all %d others: %s", 5000, got[4999])
	}
}
