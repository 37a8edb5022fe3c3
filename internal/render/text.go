package render

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
)

// text prints one line for each finding, an empty line between files, and a summary. The lines keep the form file:line:col: message, which
// editors and terminals turn into links.
func text(out io.Writer, r *driver.Report, opts Options) error {
	w := bufio.NewWriter(out)
	paint := palette(opts.Color)
	file := ""
	for i, f := range r.Findings {
		if i > 0 && (f.File != file || opts.Excerpts) {
			fmt.Fprintln(w)
		}
		file = f.File
		color := paint[f.Severity]
		position := paint[""](fmt.Sprintf("%s:%d:%d:", f.File, f.Line, f.Column))
		fmt.Fprintf(w, "%s %s%s (%s)\n", position, color(severity(f)), f.Message, color(f.Analyzer))
		if opts.Excerpts {
			excerpt(w, r, f.Place, opts.Context, color)
		}
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, Summary(r))
	return w.Flush()
}

// palette colours text by severity; positions, which have none, are bold.
func palette(color bool) map[finding.Severity]func(string) string {
	paint := func(code string) func(string) string {
		return func(text string) string {
			if !color || text == "" {
				return text
			}
			return "\033[" + code + "m" + text + "\033[0m"
		}
	}
	return map[finding.Severity]func(string) string{"": paint("1"), finding.Error: paint("1;31"), finding.Warning: paint("1;33")}
}

func severity(f driver.Finding) string {
	if f.Severity == finding.Warning {
		return "warning: "
	}
	return ""
}

// Summary is the one line that says what was found, and what was looked at.
func Summary(r *driver.Report) string {
	looked := fmt.Sprintf(" (%s of %s, %d guarded)",
		Count(r.Stats.Uses, "use"), Count(r.Stats.Selectors, "registered selector"), r.Stats.Uses-r.Stats.Unguarded)
	if n := r.Stats.InBaseline; n > 0 {
		looked = ", " + Count(n, "finding") + " in the baseline" + looked
	}
	if len(r.Findings) == 0 {
		return "no findings" + looked
	}
	byAnalyzer, files := map[string]int{}, map[string]bool{}
	for _, f := range r.Findings {
		files[f.File] = true
		byAnalyzer[f.Analyzer]++
	}
	var parts []string
	for name, n := range byAnalyzer {
		parts = append(parts, fmt.Sprintf("%s %d", name, n))
	}
	slices.Sort(parts)
	return fmt.Sprintf("%s in %s: %s", found(r), Count(len(files), "file"), strings.Join(parts, ", ")) + looked
}

// found counts warnings apart: they do not fail the run, and "no findings" is what exit code 0 means.
func found(r *driver.Report) string {
	failing := r.Errors()
	warnings := len(r.Findings) - failing
	switch {
	case warnings == 0:
		return Count(failing, "finding")
	case failing == 0:
		return "no findings, " + Count(warnings, "warning")
	}
	return Count(failing, "finding") + " and " + Count(warnings, "warning")
}

// Count is a number with its noun: "1 use", "2 uses".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Stats prints what a run looked at, and what took the time.
func Stats(out io.Writer, s driver.Stats) error {
	w := bufio.NewWriter(out)
	row := func(name string, value any) { fmt.Fprintf(w, "%-22s %v\n", name, value) }
	row("registry", strings.Join(s.Registries, " "))
	row("features registered", s.Features)
	row("selectors registered", s.Selectors)
	row("packages analysed", s.Packages)
	row("uses seen", s.Uses)
	var kinds []string
	for kind := range s.Guarded {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		row("  "+kind, s.Guarded[kind])
	}
	row("  not guarded", s.Unguarded)
	if s.Tests {
		row("uses in tests", s.InTests)
	} else {
		row("uses in tests", "not looked at without -tests")
	}
	row("uses in generated", s.Generated)
	if s.InBaseline > 0 {
		row("findings in baseline", s.InBaseline)
	}
	for _, phase := range s.Phases {
		row("time "+phase.Name, phase.Took.Round(time.Millisecond))
	}
	return w.Flush()
}
