package golangci_test

import (
	"cmp"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/report"
)

// A finding is what every host tells of a finding.
type finding struct {
	File         string
	Line, Column int
	Analyzer     string
	Message      string
}

func sorted(findings []finding) []finding {
	slices.SortFunc(findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Analyzer, b.Analyzer), cmp.Compare(a.Message, b.Message))
	})
	return findings
}

// findings splits the issues' texts into analyzer and message.
func (r result) findings(t *testing.T) []finding {
	t.Helper()
	var all []finding
	for _, i := range r.issues {
		analyzer, message, found := strings.Cut(i.Text, ": ")
		if !found || i.FromLinter != "compatlint" {
			t.Fatalf("no analyzer's name before %q of %s", i.Text, i.FromLinter)
		}
		all = append(all, finding{filepath.ToSlash(i.Pos.Filename), i.Pos.Line, i.Pos.Column, analyzer, message})
	}
	return sorted(all)
}

// standalone returns the errors that the command finds in Go files.
func (s *service) standalone(t *testing.T) []finding {
	t.Helper()
	program := filepath.Join(t.TempDir(), "compatlint")
	build := exec.Command("go", "build", "-o", program, "./cmd/compatlint")
	build.Dir = repository
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	code, stdout, stderr := s.run(t, program, "-format", "json", "./...")
	var document struct {
		Findings []struct {
			finding
			Severity string
		}
	}
	if err := json.Unmarshal([]byte(stdout), &document); err != nil {
		t.Fatalf("compatlint exits with %d and prints no JSON: %v\n%s", code, err, stderr)
	}
	var all []finding
	for _, f := range document.Findings {
		if filepath.Ext(f.File) == ".go" && f.Severity == "error" {
			all = append(all, f.finding)
		}
	}
	return sorted(all)
}

// TestSameFindings compares with the standalone command, on a day on which a window has ended. What only hosts report that see one package at a
// time is told apart by its message.
func TestSameFindings(t *testing.T) {
	s := newService(t)
	registry, err := compatregistry.Load(filepath.Join(s.dir, "compat.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	unused := report.ExpiredUnused(registry.Feature("attestation_data"))
	want := s.standalone(t)
	if len(want) == 0 || slices.ContainsFunc(want, func(f finding) bool { return f.Message == unused }) {
		t.Fatalf("the standalone command finds %v", want)
	}
	got := s.lint(t).findings(t)
	rest := slices.DeleteFunc(slices.Clone(got), func(f finding) bool { return f.Message == unused })
	if diff := gocmp.Diff(want, rest); diff != "" {
		t.Errorf("golangci-lint does not find what the standalone command finds (-standalone +golangci-lint):\n%s", diff)
	}
	if len(rest) == len(got) {
		t.Errorf("nothing says %q", unused)
	}
}

// TestText looks at what people read.
func TestText(t *testing.T) {
	program := binary(t)
	s := newService(t)
	_, stdout, stderr := s.run(t, program, "run", "-c", config, "--allow-parallel-runners", "./internal/publish")
	want := "internal/publish/publish.go:36:9: directcall: NewtonPolicy.setMetadataCid(string) " +
		`(feature "policy_metadata", legacy served until 2027-05-14) may be missing on deployed contracts: `
	if !strings.Contains(stdout, want) {
		t.Errorf("nothing begins with\n%s\nin\n%s%s", want, stdout, stderr)
	}
	if !strings.Contains(stderr, "compatlint: the clock is set to 2026-12-01\n") {
		t.Errorf("the clock is not announced:\n%s", stderr)
	}
	_, stdout, _ = s.run(t, program, "version")
	if !strings.Contains(stdout, "(devel)") || !strings.Contains(stdout, "golangci-lint v2.15.0") {
		t.Errorf("golangci-lint would not key its cache by the executable: %s", stdout)
	}
}
