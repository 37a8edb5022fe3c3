package analyzertest

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"text/scanner"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/compatlint/compatlint/internal/finding"
)

// expectations are the want and warn comments that no finding has met yet.
type expectations map[place][]*regexp.Regexp

type place struct {
	file     string
	line     int
	severity finding.Severity
}

var comment = regexp.MustCompile(`(?:^//|// ?)(want|warn) (["` + "`" + `].*)$`)

func (e expectations) read(t testing.TB, fset *token.FileSet, file *ast.File) {
	t.Helper()
	for _, group := range file.Comments {
		for _, c := range group.List {
			match := comment.FindStringSubmatch(c.Text)
			if match == nil {
				continue
			}
			position := fset.Position(c.Pos())
			at := place{position.Filename, position.Line, finding.Error}
			if match[1] == "warn" {
				at.severity = finding.Warning
			}
			patterns, err := parsePatterns(match[2])
			if err != nil {
				t.Fatalf("%s: %v", position, err)
			}
			e[at] = append(e[at], patterns...)
		}
	}
}

// parsePatterns reads Go string literals up to the end of the text or to another comment.
func parsePatterns(text string) ([]*regexp.Regexp, error) {
	var s scanner.Scanner
	s.Init(strings.NewReader(text))
	s.Mode = scanner.ScanStrings | scanner.ScanRawStrings
	var problem error
	s.Error = func(_ *scanner.Scanner, message string) { problem = fmt.Errorf("%s in %s", message, text) }
	var patterns []*regexp.Regexp
	for token := s.Scan(); token == scanner.String || token == scanner.RawString; token = s.Scan() {
		pattern, err := strconv.Unquote(s.TokenText())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.TokenText(), err)
		}
		compiled, err := regexp.Compile(pattern)
		if err != nil {
			return nil, err
		}
		patterns = append(patterns, compiled)
	}
	return patterns, problem
}

// match takes the findings of one action off the expectations. What hosts see are the diagnostics, so these are compared and not the
// findings; warnings are findings only.
func (e expectations) match(t testing.TB, action *checker.Action, findings []finding.Finding) {
	t.Helper()
	fset := action.Package.Fset
	for _, d := range action.Diagnostics {
		e.take(t, fset.Position(d.Pos), finding.Error, fmt.Sprintf("%s [%s/%s]", d.Message, action.Analyzer.Name, d.Category))
	}
	for _, f := range findings {
		if f.Severity == finding.Warning {
			e.take(t, fset.Position(f.Pos), finding.Warning, fmt.Sprintf("%s [%s/%s]", f.Message, f.Analyzer, f.Category))
		}
	}
}

func (e expectations) take(t testing.TB, position token.Position, severity finding.Severity, message string) {
	t.Helper()
	at := place{position.Filename, position.Line, severity}
	for i, pattern := range e[at] {
		if pattern.MatchString(message) {
			e[at] = append(e[at][:i:i], e[at][i+1:]...)
			return
		}
	}
	t.Errorf("%s: unexpected %s: %s", position, severity, message)
}

func (e expectations) unmatched(t testing.TB) {
	t.Helper()
	for at, patterns := range e {
		for _, pattern := range patterns {
			t.Errorf("%s:%d: no %s matches %q", at.file, at.line, at.severity, pattern)
		}
	}
}
