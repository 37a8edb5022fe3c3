package hosts_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// hooksFile is what pre-commit reads in the repository that a hook comes from.
const hooksFile = ".pre-commit-hooks.yaml"

// userConfig is a user's configuration: of a repository, one hook with its arguments.
const userConfig = `repos:
  - repo: %s
    rev: v1.0.0
    hooks:
      - id: %s
        args: %s
`

// jsonText is a value as JSON, which is YAML as well.
func jsonText(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A precommitUser is a repository whose configuration has one of our hooks.
type precommitUser struct {
	dir string
	env []string
}

// newPrecommitUser configures a hook of the repository in hooks for the files in dir, commits them all and installs pre-commit.
func newPrecommitUser(t *testing.T, hooks, dir, id string, args ...string) precommitUser {
	t.Helper()
	write(t, filepath.Join(dir, ".pre-commit-config.yaml"), fmt.Sprintf(userConfig, hooks, id, jsonText(t, args)))
	gitRepository(t, dir)
	path := filepath.Dir(compatlint(t)) + string(os.PathListSeparator) + os.Getenv("PATH")
	u := precommitUser{dir: dir, env: append([]string{"PRE_COMMIT_HOME=" + filepath.Join(scratch, "pre-commit"), "PATH=" + path}, gitEnv...)}
	command{dir: dir, env: u.env, args: []string{program(t, "pre-commit"), "install"}}.run(t)
	return u
}

// commit commits everything and returns whether that was allowed, and what was said.
func (u precommitUser) commit(t *testing.T) (allowed bool, said string) {
	t.Helper()
	git(t, u.dir, "add", "--all")
	before := git(t, u.dir, "rev-parse", "HEAD")
	code, stdout, stderr := command{dir: u.dir, env: u.env, args: []string{program(t, "git"), "commit", "--message=change"}}.result(t)
	if moved := git(t, u.dir, "rev-parse", "HEAD") != before; moved != (code == 0) {
		t.Fatalf("git commit exits with %d, and a commit was made: %t\n%s%s", code, moved, stdout, stderr)
	}
	return code == 0, stdout + stderr
}

// hookRepository is a repository with the hooks and nothing to build, which is all that a hook of language system needs.
func hookRepository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, hooksFile), read(t, filepath.Join(repository, hooksFile)))
	gitRepository(t, dir)
	git(t, dir, "tag", "v1.0.0")
	return dir
}

// service writes a module without a finding. Its registry knows one function, which nothing uses.
func service(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.com/svc\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "compat.yaml"), serviceRegistry)
	write(t, filepath.Join(dir, "service.go"), serviceSource)
	write(t, filepath.Join(dir, "README.md"), "A service.\n")
	return dir
}

const (
	serviceRegistry = `version: 1
contracts:
  Policy: {rollout: grace, types: [Policy]}
features:
  policy_code_hash:
    contract: Policy
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v0.3.0, date: 2026-06-01}
    state: grace
    grace_end: 2026-11-01
    ticket: NEWT-1001
`
	serviceSource = `// Package svc calls a contract.
package svc

// Owner is the calldata of Policy.owner().
var Owner = [4]byte{0x8d, 0xa5, 0xcb, 0x5b}
`
	// serviceUse is the same with a use of the registered function.
	serviceUse = `// Package svc calls a contract.
package svc

// Hash is the calldata of Policy.getPolicyCodeHash().
var Hash = [4]byte{0xe9, 0x98, 0xa0, 0x88}
`
	serviceDay = "2026-07-01"
)

// What pre-commit says of a hook behind its name.
var (
	hookPassed  = regexp.MustCompile(`(?m)^compatlint\.+Passed$`)
	hookFailed  = regexp.MustCompile(`(?m)^compatlint\.+Failed$`)
	hookSkipped = regexp.MustCompile(`(?m)^compatlint\.+\(no files to check\)Skipped$`)
)

// TestPrecommit commits with the hook that runs the installed command, under the real pre-commit.
func TestPrecommit(t *testing.T) {
	program(t, "pre-commit")
	hooks := hookRepository(t)
	for _, test := range []struct {
		name    string
		change  func(t *testing.T, dir string)
		said    *regexp.Regexp
		finding string
	}{
		{
			"a use", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "service.go"), serviceUse) },
			hookFailed, "service.go:5:12: Policy.getPolicyCodeHash()",
		},
		{
			"another selector", func(t *testing.T, dir string) {
				write(t, filepath.Join(dir, "service.go"), strings.Replace(serviceUse, "0x88", "0x89", 1))
			}, hookPassed, "",
		},
		{
			"the registry registers what is used", func(t *testing.T, dir string) {
				replace(t, filepath.Join(dir, "compat.yaml"), `"getPolicyCodeHash()"`, `"getPolicyCodeHash()", "owner()"`)
			}, hookFailed, "service.go:5:13: Policy.owner()",
		},
		{
			"the registry registers what is not used", func(t *testing.T, dir string) {
				replace(t, filepath.Join(dir, "compat.yaml"), `"getPolicyCodeHash()"`, `"getPolicyCodeHash()", "version()"`)
			}, hookPassed, "",
		},
		{
			"an invalid registry", func(t *testing.T, dir string) { replace(t, filepath.Join(dir, "compat.yaml"), "ticket", "tiket") },
			hookFailed, `compat.yaml:11:5: feature "policy_code_hash": unknown key "tiket"`,
		},
		{
			"an invalid lock file", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "compat.lock"), "no lock\n") },
			hookFailed, "compat.lock:1",
		},
		{
			"a module that is no longer there", func(t *testing.T, dir string) { replace(t, filepath.Join(dir, "go.mod"), "module", "modul") },
			hookFailed, "go.mod:1",
		},
		{
			"a workspace", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "go.work"), "go 1.26\n\nuse .\n") },
			hookPassed, "",
		},
		{
			"nothing that matters", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "README.md"), "Two services.\n") },
			hookSkipped, "",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			u := newPrecommitUser(t, hooks, service(t), "compatlint-system", "-today", serviceDay, "./...")
			test.change(t, u.dir)
			allowed, said := u.commit(t)
			if !test.said.MatchString(said) || allowed == (test.said == hookFailed) || !strings.Contains(said, test.finding) {
				t.Errorf("the commit is allowed: %t, want %s and %q\n%s", allowed, test.said, test.finding, said)
			}
		})
	}
}

// TestPrecommitIndex: pre-commit judges what is committed, not what lies in the folder.
func TestPrecommitIndex(t *testing.T) {
	program(t, "pre-commit")
	u := newPrecommitUser(t, hookRepository(t), service(t), "compatlint-system", "-today", serviceDay, "./...")
	write(t, filepath.Join(u.dir, "service.go"), serviceUse)
	git(t, u.dir, "add", "service.go")
	write(t, filepath.Join(u.dir, "service.go"), serviceSource)
	code, stdout, stderr := command{dir: u.dir, env: u.env, args: []string{program(t, "git"), "commit", "--message=change"}}.result(t)
	if code == 0 || !strings.Contains(stdout+stderr, "service.go:5:12") {
		t.Errorf("git commit exits with %d\n%s%s", code, stdout, stderr)
	}
}

// TestPrecommitBuilds uses the hook for which pre-commit builds the command from a tag of this repository.
func TestPrecommitBuilds(t *testing.T) {
	if !*slow && os.Getenv("CI") != "true" {
		t.Skip("builds the command from nothing: use -slow")
	}
	program(t, "pre-commit")
	hooks := t.TempDir()
	checkout(t, hooks)
	gitRepository(t, hooks)
	git(t, hooks, "tag", "v1.0.0")

	u := newPrecommitUser(t, hooks, service(t), "compatlint", "-today", serviceDay, "./...")
	// pre-commit gives the build a GOPATH of its own: without this it would download every module again.
	cache, _ := command{dir: u.dir, args: []string{"go", "env", "GOMODCACHE"}}.run(t)
	u.env = append(u.env, "GOMODCACHE="+strings.TrimSpace(cache), "PATH="+os.Getenv("PATH")) // no compatlint on it
	write(t, filepath.Join(u.dir, "empty.go"), "package svc\n")
	if allowed, said := u.commit(t); !allowed || !hookPassed.MatchString(said) {
		t.Fatalf("a commit without a finding is refused\n%s", said)
	}
	write(t, filepath.Join(u.dir, "service.go"), serviceUse)
	if allowed, said := u.commit(t); allowed || !strings.Contains(said, "service.go:5:12: Policy.getPolicyCodeHash()") {
		t.Errorf("a commit with a finding is allowed: %t\n%s", allowed, said)
	}
}

// precommit lints with the hook that runs the installed command.
func precommit(t *testing.T, s *source) []Finding {
	t.Helper()
	pre := program(t, "pre-commit")
	m := s.copyTo(t, t.TempDir())
	u := newPrecommitUser(t, hookRepository(t), m.dir, "compatlint-system", append([]string{"-today", m.today}, m.patterns...)...)
	out, _ := command{dir: m.dir, env: u.env, exit: []int{1}, args: []string{pre, "run", "--all-files", "--color=never"}}.run(t)
	return inCode(parse(t, out, func(line string) bool { return isSummary(line) || precommitLine.MatchString(line) }))
}

// precommitLine is what pre-commit prints around a hook's output, and what the command prints on stderr.
var precommitLine = regexp.MustCompile(
	`^(\[INFO\] Initializing environment for .*|compatlint\.+Failed|- hook id: compatlint-system|- exit code: 1|compatlint: the clock is set to .*)$`,
)
