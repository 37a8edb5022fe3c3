package hosts_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// golangciEnv names the environment variable that says where the program is that cmd/golangci-lint-compat builds.
const golangciEnv = "COMPATLINT_GOLANGCI"

// golangciConfig runs our linter alone, with nothing that hides findings.
const golangciConfig = `version: "2"
linters:
  default: none
  enable: [compatlint]
  settings:
    custom:
      compatlint: {type: module, settings: {today: "%s"}}
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
`

// golangciFindings is the code with which golangci-lint exits when it has found something.
const golangciFindings = 1

// golangci lints with the plugin of golangci-lint.
func golangci(t *testing.T, s *source) []Finding {
	t.Helper()
	path := os.Getenv(golangciEnv)
	if path == "" {
		missing(t, "this test needs golangci-lint: build cmd/golangci-lint-compat, and set "+golangciEnv+" to the path of the program")
	}
	m := s.module(t)
	config := filepath.Join(t.TempDir(), "golangci.yml")
	write(t, config, fmt.Sprintf(golangciConfig, m.today))
	args := []string{path, "run", "--config", config, "--allow-parallel-runners", "--show-stats=false", "--path-mode=abs", "--output.json.path=stdout"}
	out, _ := command{
		dir: m.dir, env: []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}, exit: []int{golangciFindings}, args: append(args, m.patterns...),
	}.run(t)
	var document struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &document); err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	var findings []Finding
	for _, issue := range document.Issues {
		analyzer, message, named := strings.Cut(issue.Text, ": ")
		if !named || issue.FromLinter != "compatlint" {
			t.Fatalf("no analyzer's name before %q of %s", issue.Text, issue.FromLinter)
		}
		findings = append(findings, Finding{m.relative(t, issue.Pos.Filename), issue.Pos.Line, issue.Pos.Column, analyzer, message})
	}
	return sorted(findings)
}
