package golangci_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// binaryEnv names the environment variable that says where the golangci-lint with this plugin is; see cmd/golangci-lint-compat.
const binaryEnv = "COMPATLINT_GOLANGCI"

// repository is the root of this module, seen from the folder in which go test runs.
const repository = "../.."

// binary returns the golangci-lint to test. Building it takes minutes on a machine that has not done it before, so that the tests do not.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv(binaryEnv)
	if path == "" {
		why := "this test needs golangci-lint: build cmd/golangci-lint-compat, and set " + binaryEnv + " to the path of the program"
		if os.Getenv("CI") == "true" {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	if !filepath.IsAbs(path) {
		t.Fatalf("%s=%s: write an absolute path", binaryEnv, path)
	}
	return path
}

// config is the file that the documentation shows.
const config = ".golangci.compat.yml"

// A service is a copy of the example that a test may change, with a cache of golangci-lint's own.
type service struct {
	dir, cache string
	today      string
	env        []string
	packages   []string // to lint
}

// newService copies the example, with the configuration that the documentation shows.
func newService(t *testing.T, packages ...string) *service {
	t.Helper()
	binary(t)
	s := &service{dir: t.TempDir(), cache: t.TempDir(), today: "2026-12-01", packages: packages}
	if err := os.CopyFS(s.dir, os.DirFS(filepath.Join(repository, "testdata", "avs"))); err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	s.replace(t, "go.mod", "=> ../..", "=> "+root)
	s.write(t, config, documented(t, config))
	return s
}

func (s *service) read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (s *service) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (s *service) remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(s.dir, name)); err != nil {
		t.Fatal(err)
	}
}

// replace changes the one place of a file that has the old text.
func (s *service) replace(t *testing.T, name, old, text string) {
	t.Helper()
	before := s.read(t, name)
	if strings.Count(before, old) != 1 {
		t.Fatalf("%s has %q %d times, not once", name, old, strings.Count(before, old))
	}
	s.write(t, name, strings.Replace(before, old, text, 1))
}

// An issue is a finding as golangci-lint writes it.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
	SuggestedFixes []any
}

// A result is what came of a run of golangci-lint.
type result struct {
	code     int
	issues   []issue
	stderr   string
	analyzed int // packages whose results were not in the cache
}

// golangci-lint's exit codes.
const (
	clean    = 0
	findings = 1
	failed   = 3
)

// lint runs golangci-lint on the service's packages. Other tests may run it at the same time.
func (s *service) lint(t *testing.T, flags ...string) result {
	t.Helper()
	args := append([]string{"run", "-c", config, "--allow-parallel-runners", "--show-stats=false", "--output.json.path=stdout"}, flags...)
	code, stdout, stderr := s.run(t, binary(t), append(args, s.packages...)...)
	r := result{code: code, stderr: debugLine.ReplaceAllString(stderr, ""), analyzed: analyzed(t, stderr)}
	if code == failed {
		return r
	}
	var report struct{ Issues []issue }
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatalf("golangci-lint exits with %d and prints no JSON: %v\n%s%s", code, err, stdout, stderr)
	}
	r.issues = report.Issues
	if (code == findings) != (len(r.issues) > 0) || code != findings && code != clean {
		t.Fatalf("golangci-lint exits with %d and %d issues\n%s", code, len(r.issues), stderr)
	}
	return r
}

// run runs a program in the service's folder.
func (s *service) run(t *testing.T, program string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "COMPATLINT_TODAY="+s.today, "COMPATLINT_REGISTRY=", "GOFLAGS=", "GOWORK=",
		"GOLANGCI_LINT_CACHE="+s.cache, "GL_DEBUG=goanalysis/issues/cache", "NO_COLOR=1")
	cmd.Env = append(cmd.Env, s.env...)
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &err
	if failure, exited := cmd.Run(), (*exec.ExitError)(nil); failure != nil && !errors.As(failure, &exited) {
		t.Fatalf("%s: %v", program, failure)
	}
	return cmd.ProcessState.ExitCode(), out.String(), err.String()
}

// When asked by GL_DEBUG, golangci-lint tells what its cache did.
var (
	debugLine = regexp.MustCompile(`(?m)^level=debug .*\n`)
	cacheLine = regexp.MustCompile(`analyzing (\d+)/\d+ packages`)
)

func analyzed(t *testing.T, stderr string) int {
	t.Helper()
	total := 0
	for _, found := range cacheLine.FindAllStringSubmatch(stderr, -1) {
		n, err := strconv.Atoi(found[1])
		if err != nil {
			t.Fatal(err)
		}
		total += n
	}
	return total
}

// about returns the issues whose text has all the words.
func (r result) about(words ...string) []issue {
	var found []issue
	for _, i := range r.issues {
		has := true
		for _, word := range words {
			has = has && strings.Contains(i.Text, word)
		}
		if has {
			found = append(found, i)
		}
	}
	return found
}
