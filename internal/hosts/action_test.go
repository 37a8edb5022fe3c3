package hosts_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

// An action is what GitHub reads from action.yml.
type action struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	Name, ID, If, Uses, Shell, Run string
	WorkingDirectory               string `yaml:"working-directory"`
	Env, With                      map[string]string
}

func readAction(t *testing.T) action {
	t.Helper()
	var a action
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(repository, "action.yml"))), &a); err != nil {
		t.Fatal(err)
	}
	if a.Runs.Using != "composite" || len(a.Runs.Steps) == 0 {
		t.Fatalf("this is no composite action: %+v", a)
	}
	return a
}

// A runner does what GitHub's runner does with an action, as far as ours asks for it.
type runner struct {
	t        *testing.T
	action   action
	dir      string            // of the workflow's checkout
	temp     string            // RUNNER_TEMP
	values   map[string]string // of contexts, such as inputs.packages
	uploads  []map[string]string
	path     []string
	failed   bool // a step has
	exit     int  // what it exited with
	out, err strings.Builder
}

func newRunner(t *testing.T, dir string, with map[string]string) *runner {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("which bash is on the PATH differs")
	}
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{t: t, action: readAction(t), dir: dir, temp: t.TempDir(), values: map[string]string{"github.action_path": root}}
	for name, input := range r.action.Inputs {
		r.values["inputs."+name] = input.Default
	}
	for name, value := range with {
		if _, ok := r.action.Inputs[name]; !ok {
			t.Fatalf("the action has no input %q", name)
		}
		r.values["inputs."+name] = value
	}
	return r
}

// run runs the action and returns its outputs.
func (r *runner) run() map[string]string {
	r.t.Helper()
	for _, step := range r.action.Runs.Steps {
		if !r.wanted(step.If) {
			continue
		}
		if step.Uses != "" {
			r.uploads = append(r.uploads, r.evaluated(step.With))
			continue
		}
		r.shell(step)
	}
	outputs := map[string]string{}
	for name, output := range r.action.Outputs {
		outputs[name] = r.evaluate(output.Value)
	}
	return outputs
}

// shell runs a step as a runner does: see "shell" in GitHub's workflow syntax.
func (r *runner) shell(step actionStep) {
	r.t.Helper()
	if step.Shell != "bash" || step.Run == "" {
		r.t.Fatalf("step %q is neither a bash script nor an action", step.Name)
	}
	if strings.Contains(step.Run, "${{") {
		r.t.Errorf("step %q has an expression in its script, through which a pull request could run commands", step.Name)
	}
	folder := r.t.TempDir()
	script, output, paths := filepath.Join(folder, "script.sh"), filepath.Join(folder, "output"), filepath.Join(folder, "path")
	write(r.t, script, step.Run)
	env := []string{"GITHUB_OUTPUT=" + output, "GITHUB_PATH=" + paths, "RUNNER_TEMP=" + r.temp, "COMPATLINT_TODAY=" + serviceDay}
	env = append(env, "PATH="+strings.Join(append(slices.Clone(r.path), os.Getenv("PATH")), string(os.PathListSeparator)))
	for name, value := range r.evaluated(step.Env) {
		env = append(env, name+"="+value)
	}
	dir := filepath.Join(r.dir, r.evaluate(step.WorkingDirectory))
	code, stdout, stderr := command{
		dir: dir, env: env, args: []string{program(r.t, "bash"), "--noprofile", "--norc", "-eo", "pipefail", script},
	}.result(r.t)
	r.out.WriteString(stdout)
	r.err.WriteString(stderr)
	if code != 0 {
		r.failed, r.exit = true, code
	}
	for _, line := range linesOf(output) {
		name, value, _ := strings.Cut(line, "=")
		r.values["steps."+step.ID+".outputs."+name] = value
	}
	r.path = append(r.path, linesOf(paths)...)
}

// linesOf are the lines of a file, if it is there.
func linesOf(name string) []string {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' })
}

var expression = regexp.MustCompile(`\$\{\{ *(.*?) *\}\}`)

// evaluate puts values in the place of expressions.
func (r *runner) evaluate(text string) string {
	return expression.ReplaceAllStringFunc(text, func(match string) string {
		return r.value(expression.FindStringSubmatch(match)[1])
	})
}

func (r *runner) evaluated(texts map[string]string) map[string]string {
	values := maps.Clone(texts)
	for name, text := range values {
		values[name] = r.evaluate(text)
	}
	return values
}

// value is what a context holds; the outputs of steps that did not run are empty.
func (r *runner) value(name string) string {
	value, ok := r.values[name]
	if !ok && !strings.HasPrefix(name, "steps.lint.outputs.") {
		r.t.Fatalf("the action uses %s, which there is not", name)
	}
	return value
}

// wanted decides the condition of a step. Without a condition, or without a status function in it, a failed step before means no.
func (r *runner) wanted(condition string) bool {
	if condition == "" {
		return !r.failed
	}
	match := expression.FindStringSubmatch(condition)
	if match == nil {
		r.t.Fatalf("%q is not written as an expression", condition)
	}
	status, rest, _ := strings.Cut(match[1], " && ")
	name, empty := strings.CutSuffix(rest, " != ''")
	if status != "!cancelled()" || !empty {
		r.t.Fatalf("the test does not know conditions such as %q", condition)
	}
	return r.value(name) != ""
}

// TestAction runs the action's steps on a module with a finding and on one without.
func TestAction(t *testing.T) {
	for _, test := range []struct {
		name   string
		source string
		exit   int
		says   string
	}{
		{"clean", serviceSource + "\n//compat:requires policy_code_hash\nfunc settle() error { return nil }\n", 0, ""},
		{"finding", serviceUse, 1, "file=service.go,line=5,"},
		{"unusable", "package svc\n\nvar Owner = owner\n", 2, ""},
	} {
		for _, sarif := range []string{"false", "true"} {
			t.Run(test.name+"/"+sarif, func(t *testing.T) {
				dir := service(t)
				write(t, filepath.Join(dir, "service.go"), test.source)
				r := newRunner(t, filepath.Dir(dir), map[string]string{"working-directory": filepath.Base(dir), "sarif": sarif})
				outputs := r.run()
				if r.exit != test.exit || !strings.Contains(r.out.String(), test.says) {
					t.Errorf("the action exits with %d, want %d and %q\n%s%s", r.exit, test.exit, test.says, &r.out, &r.err)
				}
				if test.says == "" && strings.Contains(r.out.String(), "::error") {
					t.Errorf("the action annotates\n%s", &r.out)
				}
				uploads := sarif == "true" && test.exit < 2
				if (outputs["sarif"] != "") != uploads || (len(r.uploads) == 1) != uploads {
					t.Fatalf("outputs are %v, uploads %v", outputs, r.uploads)
				}
				if uploads {
					checkUpload(t, r, outputs["sarif"], test.exit)
				}
			})
		}
	}
}

// checkUpload looks at what goes to code scanning, which has one result for each finding.
func checkUpload(t *testing.T, r *runner, path string, findings int) {
	t.Helper()
	if diff := cmp.Diff(map[string]string{"sarif_file": path, "category": "compatlint"}, r.uploads[0]); diff != "" {
		t.Errorf("upload (-want +got):\n%s", diff)
	}
	var log struct{ Runs []struct{ Results []any } }
	if err := json.Unmarshal([]byte(read(t, path)), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || len(log.Runs[0].Results) != findings {
		t.Errorf("the SARIF file has %+v, want %d results", log.Runs, findings)
	}
}

// TestActionArguments: the shell splits the lists of flags and packages, and does nothing else with them.
func TestActionArguments(t *testing.T) {
	dir := service(t)
	write(t, filepath.Join(dir, "service.go"), serviceUse)
	write(t, filepath.Join(dir, "sub", "sub.go"), "// Package sub is empty.\npackage sub\n")
	r := newRunner(t, dir, map[string]string{"packages": "./sub\nexample.com/svc/su...", "args": "-today 2026-08-01\n-tests"})
	r.run()
	if r.exit != 0 || !strings.Contains(r.err.String(), "the clock is set to 2026-08-01") {
		t.Errorf("the action exits with %d\n%s%s", r.exit, &r.out, &r.err)
	}
	r = newRunner(t, dir, map[string]string{"packages": "./sub $(touch,pwned)"})
	r.run()
	if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil || r.exit != 2 {
		t.Errorf("the action exits with %d, and ran a command: %t", r.exit, err == nil)
	}
}
