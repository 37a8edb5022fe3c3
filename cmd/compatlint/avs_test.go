package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// example is the service that the README lints.
const example = "../../testdata/avs"

// lintExample runs the program over the example and returns what it prints. It has findings.
func lintExample(t *testing.T, flags ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("compatlint", append(append([]string{"-C", example}, flags...), "./...")...)
	cmd.Env = append(os.Environ(), "COMPATLINT_TODAY="+today, "COMPATLINT_REGISTRY=")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != exitFindings {
		t.Fatalf("%v: %v\n%s", cmd, err, stderr.Bytes())
	}
	return stdout.Bytes()
}

// TestExample compares everything that is printed about the example, in every format, with golden files.
func TestExample(t *testing.T) {
	for golden, flags := range map[string][]string{
		"avs.golden":        nil,
		"avs.source.golden": {"-c", "1"},
		"avs.json.golden":   {"-format", "json"},
		"avs.vet.golden":    {"-json"},
		"avs.sarif.golden":  {"-format", "sarif"},
		"avs.github.golden": {"-format", "github"},
		"avs.diff.golden":   {"-diff"},
	} {
		t.Run(golden, func(t *testing.T) {
			t.Parallel()
			got := independent(lintExample(t, flags...))
			golden := filepath.Join("testdata", golden)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s is not what the program prints; -update writes it (-want +got):\n%s", golden, diff)
			}
		})
	}
}

// independent takes out of an output what changes without it: the version of the program, the name of the example from the root of the
// repository, which a copy without history does not have, and the documentation of the analyzers.
func independent(output []byte) []byte {
	for pattern, replacement := range map[string]string{
		`(?m)^\t{5}"version": .*\n`:               "",
		`testdata/avs/`:                           "",
		`(?m)^(\t{8}"text": "\w+: find ).*"(,?)$`: `$1…"$2`,
		`(?m)^(\t{8}"markdown": ").*"(,?)$`:       `$1…"$2`,
	} {
		output = regexp.MustCompile(pattern).ReplaceAll(output, []byte(replacement))
	}
	return output
}

// A site is a function in a file, as the tables of the example's README name it.
type site struct{ file, function string }

// TestExampleReadme compares the tables in the example's README with the findings, function by function.
func TestExampleReadme(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join(example, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	got := findingsBySite(t)

	wrong := map[site][]string{}
	for _, row := range table(t, string(readme), "The wrong call sites", 4) {
		wrong[siteOf(row)] = analyzersIn(t, row[2])
	}
	if diff := cmp.Diff(wrong, got); diff != "" {
		t.Errorf("the wrong call sites of the README are not the ones with findings (-README +findings):\n%s", diff)
	}

	withTests := findingsBySite(t, "-tests")
	for _, row := range table(t, string(readme), "The right call sites", 3) {
		s := siteOf(row)
		switch {
		case s.function == "everything":
			prefix := strings.TrimSuffix(s.file, "...")
			for found := range withTests {
				if strings.HasPrefix(found.file, prefix) {
					t.Errorf("%s has findings, the README says that nothing below %s has", found, s.file)
				}
			}
		case strings.HasSuffix(s.file, "_test.go"):
			if len(withTests[s]) == 0 {
				t.Errorf("%s has no finding with -tests, the README says that it has", s)
			}
		case !declares(t, s):
			t.Errorf("%s is in the README, but not in the source", s)
		case len(wrong[s]) > 0:
			t.Errorf("the README has %s among the right call sites and among the wrong ones", s)
		}
	}
}

// findingsBySite names the analyzers that report something in each function, sorted, one name a finding.
func findingsBySite(t *testing.T, flags ...string) map[site][]string {
	t.Helper()
	var document struct {
		Findings []struct{ File, Function, Analyzer string }
	}
	if err := json.Unmarshal(lintExample(t, append(flags, "-format", "json")...), &document); err != nil {
		t.Fatal(err)
	}
	found := map[site][]string{}
	for _, f := range document.Findings {
		s := site{f.File, f.Function}
		found[s] = append(found[s], f.Analyzer)
	}
	for names := range maps.Values(found) {
		slices.Sort(names)
	}
	return found
}

// table returns the cells of the first table below a heading, without code quotes.
func table(t *testing.T, markdown, heading string, columns int) [][]string {
	t.Helper()
	_, section, ok := strings.Cut(markdown, "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("the README has no heading %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var rows [][]string
	for line := range strings.Lines(section) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != columns {
			t.Fatalf("row of %d cells, want %d: %s", len(cells), columns, line)
		}
		for i, cell := range cells {
			cells[i] = strings.Trim(cell, "` ")
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 {
		t.Fatalf("there is no table below %q", heading)
	}
	return rows
}

// siteOf reads the first two cells. The README writes methods as go doc does, the program as its messages do.
func siteOf(row []string) site {
	return site{row[0], strings.NewReplacer("(*", "", "(", "", ")", "").Replace(row[1])}
}

var analyzerCell = regexp.MustCompile(`^(\w+)(?:, (\d+))?$`)

// analyzersIn reads a cell such as "gracedate, 2".
func analyzersIn(t *testing.T, cell string) []string {
	t.Helper()
	parts := analyzerCell.FindStringSubmatch(cell)
	if parts == nil {
		t.Fatalf("%q names no analyzer", cell)
	}
	count := 1
	if parts[2] != "" {
		count, _ = strconv.Atoi(parts[2])
	}
	return slices.Repeat([]string{parts[1]}, count)
}

// declares reports whether the file has the function, or the declaration "var _".
func declares(t *testing.T, s site) bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(example, s.file), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if nameOf(decl) == s.function {
				return true
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				value, ok := spec.(*ast.ValueSpec)
				if ok && s.function == decl.Tok.String()+" "+value.Names[0].Name {
					return true
				}
			}
		}
	}
	return false
}

func nameOf(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return fn.Name.Name
	}
	receiver := fn.Recv.List[0].Type
	if star, ok := receiver.(*ast.StarExpr); ok {
		receiver = star.X
	}
	return receiver.(*ast.Ident).Name + "." + fn.Name.Name // no type of the example has type parameters
}
