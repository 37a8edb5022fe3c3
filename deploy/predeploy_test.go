package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const gate = "predeploy/predeploy.sh"

func contents(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// settings are the variables of the gate that a text names.
func settings(text string) []string {
	names := regexp.MustCompile(`\b(PREDEPLOY_[A-Z_]+|COMPATLINT|COMPATCTL)\b`).FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

// The script's own description, what it reads, and the table for users name the same settings.
func TestGateIsDocumented(t *testing.T) {
	script := contents(t, gate)
	head, code, _ := strings.Cut(script, "set -euo pipefail")
	_, table, _ := strings.Cut(contents(t, "../docs/predeploy.md"), "| variable | is | default |")
	table, _, _ = strings.Cut(table, "\n\n")
	read := settings(strings.Join(regexp.MustCompile(`\$\{?\w+`).FindAllString(code, -1), "\n"))
	if described := settings(head); !slices.Equal(described, read) {
		t.Errorf("the script describes %v and reads %v", described, read)
	}
	if documented := settings(table); !slices.Equal(documented, read) {
		t.Errorf("docs/predeploy.md has %v, the script reads %v", documented, read)
	}
}

// A workflow is what the test reads of one.
type workflow struct {
	Jobs map[string]struct {
		Needs string
		Steps []struct {
			Uses, Run string
			Env       map[string]string
		}
	}
}

// The deploy waits for the gate, and the gate gets settings that there are.
func TestWorkflow(t *testing.T) {
	var w workflow
	if err := yaml.Unmarshal([]byte(contents(t, "predeploy/workflow.yml")), &w); err != nil {
		t.Fatal(err)
	}
	if needs := w.Jobs["deploy"].Needs; needs != "gate" {
		t.Errorf("the job deploy needs %q, want gate", needs)
	}
	known, ran := settings(contents(t, gate)), false
	for _, step := range w.Jobs["gate"].Steps {
		if step.Run != "deploy/"+gate {
			continue
		}
		ran = true
		if step.Env["PREDEPLOY_CHECK"] == "" || step.Env["SEPOLIA_RPC_URL"] != "${{ secrets.SEPOLIA_RPC_URL }}" {
			t.Errorf("the gate gets %v", step.Env)
		}
		for name := range step.Env {
			if strings.HasPrefix(name, "PREDEPLOY_") && !slices.Contains(known, name) {
				t.Errorf("the gate does not know %s", name)
			}
		}
	}
	if !ran {
		t.Error("the job gate does not run the gate")
	}
}

// What the gate says before it does anything, with programs that are not what they should be.
func TestGateWithoutAFork(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	folder := t.TempDir()
	tool := func(name, script string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("#!/usr/bin/env bash\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
		return path
	}
	fine, findings, unusable := tool("fine", "exit 0"), tool("findings", "exit 1"), tool("unusable", "exit 2")
	killed := tool("killed", "kill -KILL $$")
	for name, test := range map[string]struct {
		compatlint, compatctl, check string
		code                         int
		output                       string
	}{
		"no check":                 {fine, fine, "", 2, "PREDEPLOY_CHECK is not set"},
		"findings":                 {findings, fine, "true", 1, "lint: no go\n\npredeploy: verdict: no go\n"},
		"an invalid registry":      {unusable, fine, "true", 2, "lint: could not tell\n\npredeploy: verdict: could not tell\n"},
		"compatlint is missing":    {"/nonexistent", fine, "true", 2, "lint: could not tell"},
		"compatctl is missing":     {fine, "/nonexistent", "true", 2, "fork: could not tell"},
		"a fork that says nothing": {fine, fine, "true", 2, "fork: could not tell\n\npredeploy: verdict: could not tell\n"},
		"no fork":                  {fine, unusable, "true", 2, "fork: could not tell"},
		"a fork that ends with 1":  {fine, findings, "true", 2, "fork: could not tell"},
		"a fork that is killed":    {fine, killed, "true", 2, "fork: could not tell"},
	} {
		t.Run(name, func(t *testing.T) {
			report := filepath.Join(t.TempDir(), "report.md")
			command := exec.CommandContext(t.Context(), "bash", gate)
			command.Env = append(os.Environ(), "COMPATLINT="+test.compatlint, "COMPATCTL="+test.compatctl, "PREDEPLOY_CHECK="+test.check,
				"PREDEPLOY_REPORT="+report)
			output, _ := command.CombinedOutput()
			if code := command.ProcessState.ExitCode(); code != test.code || !strings.Contains(string(output), test.output) {
				t.Errorf("exit code %d, want %d with %q\n%s", code, test.code, test.output, output)
			}
			if test.check != "" && !strings.HasPrefix(contents(t, report), "# Pre-deploy gate: ") {
				t.Errorf("report:\n%s", contents(t, report))
			}
		})
	}
}
