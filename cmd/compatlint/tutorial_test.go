package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
	"github.com/google/go-cmp/cmp"
)

const tutorial = "../../docs/tutorial.md"

// TestTutorial follows the tutorial: it runs the commands of the page in a shell, one after the other, and writes the files that the page shows.
// What the commands print has to be what the page says. -update writes that into the page.
func TestTutorial(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(tutorial)
	if err != nil {
		t.Fatal(err)
	}
	page := readPage(t, string(text))
	outputs := follow(t, page.steps())
	want := page.with(outputs)
	if *update {
		if err := os.WriteFile(tutorial, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("docs/tutorial.md is not what happens; run \"go test ./cmd/compatlint -run TestTutorial -update\" (-happens +page):\n%s", diff)
	}
}

// A part is a piece of a page: text, or something to do.
type part struct {
	text string // as it stands in the page; of a command without its output
	do   string // what the shell is given; "" for text
}

type page []part

// steps are the parts that do something.
func (p page) steps() []string {
	var steps []string
	for _, part := range p {
		if part.do != "" {
			steps = append(steps, part.do)
		}
	}
	return steps
}

// with is the text of the page with these outputs behind the commands.
func (p page) with(outputs []string) string {
	var b strings.Builder
	for _, part := range p {
		b.WriteString(part.text)
		if part.do != "" {
			b.WriteString(outputs[0])
			outputs = outputs[1:]
		}
	}
	return b.String()
}

// readPage takes a page apart. There are three kinds of code blocks: console has commands behind "$ " with their outputs, "go FILE" a file, and
// sh what is not run because it would install something.
func readPage(t *testing.T, text string) page {
	t.Helper()
	var p page
	block, skipped := "", 0
	lines := slices.Collect(strings.Lines(text))
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		info, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		language, name, _ := strings.Cut(info, " ")
		switch {
		case fence && block != "":
			block = ""
		case fence && language == "console":
			block = language
		case fence && language == "sh":
			block = language
			skipped++
		case fence && language == "go" && name != "":
			file := blockAt(lines[i+1:])
			p = append(p, part{text: line + strings.Join(file, ""), do: "cat >" + name + " <<'END'\n" + strings.Join(file, "") + "END"})
			i += len(file)
			block = language
			continue
		case fence:
			t.Fatalf("line %d: a code block of the tutorial is console, go FILE or sh, not %q", i+1, info)
		case block == "console" && strings.HasPrefix(line, "$ "):
			command := commandAt(lines[i:])
			p = append(p, part{text: strings.Join(command, ""), do: strings.TrimPrefix(strings.Join(command, ""), "$ ")})
			i += len(command) - 1
			continue
		case block == "console":
			continue // an output
		}
		p = append(p, part{text: line})
	}
	if skipped != 1 {
		t.Errorf("%d code blocks are sh, which is not run: only installing should be", skipped)
	}
	return p
}

// blockAt returns the lines up to the end of a code block.
func blockAt(lines []string) []string {
	return lines[:slices.Index(lines, "```\n")]
}

// commandAt returns the lines of a command, which goes on where a line ends with a backslash.
func commandAt(lines []string) []string {
	n := 1
	for strings.HasSuffix(lines[n-1], "\\\n") {
		n++
	}
	return lines[:n]
}

// endOfStep is printed behind each step with the step's exit code.
const endOfStep = "-- end of step, exit code "

var endLine = regexp.MustCompile(`(?m)^` + endOfStep + `(\d+) --\n`)

// follow runs the steps in one shell, from the root of the repository, and returns what each prints. A step that fails has to be followed by one
// that shows its exit code, so that the page says so.
func follow(t *testing.T, steps []string) []string {
	t.Helper()
	var script strings.Builder
	for _, step := range steps {
		fmt.Fprintf(&script, "%s\ncode=$?; echo \"%s$code --\"; (exit $code)\n", strings.TrimSpace(step), endOfStep)
	}
	var printed bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "sh", "-c", script.String())
	cmd.Dir = "../.."
	cmd.Env = append(goEnv(), "PATH="+os.Getenv("PATH"), "HOME=/no-home", "TMPDIR="+t.TempDir())
	cmd.Stdout, cmd.Stderr = &printed, &printed
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	ends := endLine.FindAllStringSubmatchIndex(printed.String(), -1)
	if len(ends) != len(steps) {
		t.Fatalf("%d of %d steps ended:\n%s", len(ends), len(steps), printed.String())
	}
	outputs, begin := make([]string, len(steps)), 0
	for i, end := range ends {
		outputs[i] = printed.String()[begin:end[0]]
		begin = end[1]
		code := printed.String()[end[2]:end[3]]
		if code != "0" && (i+1 == len(steps) || strings.TrimSpace(steps[i+1]) != "echo $?") {
			t.Errorf("%s\nexits with %s, and the page does not show that with echo $?:\n%s", steps[i], code, outputs[i])
		}
	}
	return outputs
}

// TestTutorialBindings compares the bindings of the tutorial with what abigen makes of their ABIs.
func TestTutorialBindings(t *testing.T) {
	const (
		fee    = `{"type":"function","name":"fee","inputs":[],"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"}`
		feeFor = `{"type":"function","name":"feeFor","inputs":[{"name":"grams","type":"uint256"}],` +
			`"outputs":[{"name":"","type":"uint256"}],"stateMutability":"view"}`
	)
	for name, abi := range map[string]string{
		"bindings/depot/depot.go":         "[" + fee + "]",
		"_v0.2.0/bindings/depot/depot.go": "[" + fee + "," + feeFor + "]",
	} {
		want, err := abigen.Bind([]string{"Depot"}, []string{abi}, []string{""}, nil, "depot", nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", "tutorial", filepath.FromSlash(name))
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s: -update writes what abigen makes (-want +got):\n%s", path, diff)
		}
	}
}
