package hosts_test

import (
	"path/filepath"
	"regexp"
	"testing"
)

// standalone runs the command, and leaves out what it says of the registry itself.
func standalone(t *testing.T, s *source) []Finding {
	t.Helper()
	m := s.module(t)
	args := append([]string{compatlint(t), "-today", m.today}, m.patterns...)
	out, _ := command{dir: m.dir, args: args, exit: []int{1}}.run(t)
	return inCode(parse(t, out, isSummary))
}

// summaryLine is the last line of the text that the standalone command prints.
var summaryLine = regexp.MustCompile(`^(no|\d+) findings? .*\(\d+ uses? of \d+ registered selectors?, \d+ guarded\)$`)

func isSummary(line string) bool { return line == "" || summaryLine.MatchString(line) }

// inCode keeps the findings in Go files.
func inCode(findings []Finding) []Finding {
	var kept []Finding
	for _, f := range findings {
		if filepath.Ext(f.File) == ".go" {
			kept = append(kept, f)
		}
	}
	return kept
}
