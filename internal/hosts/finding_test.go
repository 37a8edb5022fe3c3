package hosts_test

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A Finding is what every host tells of a finding.
type Finding struct {
	File         string // relative to the module's folder, with slashes
	Line, Column int
	Analyzer     string
	Message      string
}

func sorted(findings []Finding) []Finding {
	slices.SortFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Analyzer, b.Analyzer), cmp.Compare(a.Message, b.Message))
	})
	return findings
}

// findingLine is how hosts print findings as text.
var findingLine = regexp.MustCompile(`^(\S+?):(\d+):(\d+): (.*) \(([a-z]+)\)$`)

// warning begins the message of a finding that fails no run. Hosts that know no warnings have none.
const warning = "warning: "

// parse reads the findings in a text, without the warnings. Lines that are no findings must be among the ones that other accepts.
func parse(t *testing.T, text string, other func(line string) bool) []Finding {
	t.Helper()
	var findings []Finding
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		parts := findingLine.FindStringSubmatch(line)
		switch {
		case parts == nil && !other(line):
			t.Fatalf("this is not a finding: %q, in\n%s", line, text)
		case parts != nil && !strings.HasPrefix(parts[4], warning):
			findings = append(findings, Finding{parts[1], number(t, parts[2]), number(t, parts[3]), parts[5], parts[4]})
		}
	}
	return sorted(findings)
}

// positioned reads a position as the go command writes it.
func positioned(t *testing.T, m module, position, analyzer, message string) Finding {
	t.Helper()
	parts := strings.Split(position, ":")
	if len(parts) < 3 {
		t.Fatalf("%q is no position", position)
	}
	n := len(parts)
	file := m.relative(t, strings.Join(parts[:n-2], ":"))
	return Finding{file, number(t, parts[n-2]), number(t, parts[n-1]), analyzer, message}
}

func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
