package hosts_test

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/analyzers"
	"github.com/compatlint/compatlint/internal/inputs"
)

// block returns the one block of a language in a page of the documentation that contains a text.
func block(t *testing.T, page, language, having string) string {
	t.Helper()
	fence := regexp.MustCompile("(?ms)^```" + language + "\n(.*?)^```$")
	var found []string
	for _, match := range fence.FindAllStringSubmatch(read(t, filepath.Join(repository, "docs", page)), -1) {
		if strings.Contains(match[1], having) {
			found = append(found, match[1])
		}
	}
	if len(found) != 1 {
		t.Fatalf("%s has %d blocks of %s with %q, not one", page, len(found), language, having)
	}
	return found[0]
}

// TestBazelPage holds the documented configuration against the analyzers.
func TestBazelPage(t *testing.T) {
	var config map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	if err := json.Unmarshal([]byte(block(t, "bazel.md", "json", "registry")), &config); err != nil {
		t.Fatal(err)
	}
	if len(config) != 1 || len(config[inputs.Analyzer.Name].Flags) == 0 {
		t.Errorf("the configuration sets %v, not the flags of %s", config, inputs.Analyzer.Name)
	}
	for flag := range config[inputs.Analyzer.Name].Flags {
		if inputs.Analyzer.Flags.Lookup(flag) == nil {
			t.Errorf("there is no flag %q", flag)
		}
	}
	build := block(t, "bazel.md", "starlark", "nogo(\n")
	for _, a := range analyzers.All() {
		if !strings.Contains(build, "//analyzers/"+a.Name+`"`) {
			t.Errorf("the BUILD file leaves out %s", a.Name)
		}
	}
}

// TestBazelDay: the day that Bazel is told changes on days on which something ends, and only then.
func TestBazelDay(t *testing.T) {
	dir := service(t)
	write(t, filepath.Join(dir, "status.sh"), block(t, "bazel.md", "sh", "STABLE_COMPAT_DAY"))
	write(t, filepath.Join(dir, "ignored.go"), "package svc\n\n//compat:ignore policy_code_hash until=2026-09-15 -- not yet\nvar _ = Owner\n")
	gitRepository(t, dir)
	for today, want := range map[string]string{
		"2026-05-31": "2000-01-01", // before the registry's dates
		"2026-09-14": "2026-06-01",
		"2026-09-15": "2026-09-15", // the end of the ignore
		"2026-10-31": "2026-09-15",
		"2026-11-01": "2026-11-01", // the end of the window
		"2027-01-01": "2026-11-01",
	} {
		out, _ := command{dir: dir, env: append(gitEnv, "COMPATLINT_TODAY="+today), args: []string{program(t, "sh"), "status.sh"}}.run(t)
		if want := "STABLE_COMPAT_DAY " + want + "\n"; out != want {
			t.Errorf("on %s: %q, want %q", today, out, want)
		}
	}
}

// TestPrecommitPage: who writes the hook down by hand gets what the repository's hook has.
func TestPrecommitPage(t *testing.T) {
	var hooks []map[string]any
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(repository, hooksFile))), &hooks); err != nil {
		t.Fatal(err)
	}
	var page struct {
		Repos []struct{ Hooks []map[string]any }
	}
	if err := yaml.Unmarshal([]byte(block(t, "pre-commit.md", "yaml", "repo: local")), &page); err != nil {
		t.Fatal(err)
	}
	written := page.Repos[0].Hooks[0]
	for _, hook := range hooks {
		if hook["files"] != written["files"] {
			t.Errorf("hook %v is started by %v, the page has %v", hook["id"], hook["files"], written["files"])
		}
	}
	system := hooks[slices.IndexFunc(hooks, func(hook map[string]any) bool { return hook["language"] == "system" })]
	for _, key := range []string{"id", "description", "minimum_pre_commit_version"} { // not needed, or not the same
		delete(system, key)
		delete(written, key)
	}
	if diff := cmp.Diff(system, written); diff != "" {
		t.Errorf("the page's hook differs (-hook +page):\n%s", diff)
	}
}

// TestCIPage holds the documented workflow against the action.
func TestCIPage(t *testing.T) {
	var workflow struct {
		On   map[string]any
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(block(t, "ci.md", "yaml", "jobs:")), &workflow); err != nil {
		t.Fatal(err)
	}
	if _, scheduled := workflow.On["schedule"]; !scheduled {
		t.Error("the workflow never runs by itself")
	}
	known := slices.Sorted(maps.Keys(readAction(t).Inputs))
	used := false
	for _, step := range workflow.Jobs["compatlint"].Steps {
		if !strings.HasPrefix(step.Uses, "compatlint/compatlint@") {
			continue
		}
		used = true
		for name := range step.With {
			if !slices.Contains(known, name) {
				t.Errorf("the action has no input %q", name)
			}
		}
	}
	if !used {
		t.Error("the workflow does not use the action")
	}
	page := read(t, filepath.Join(repository, "docs", "ci.md"))
	for _, name := range known {
		if !strings.Contains(page, "| `"+name+"` |") {
			t.Errorf("the page does not list the input %s", name)
		}
	}
}
