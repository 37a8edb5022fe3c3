package probe

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/compatlint/compatlint/internal/wording"
)

// Formats are those that Write knows.
var Formats = []string{"text", "json", "junit", "markdown"}

// Write writes a report in one of the Formats. color marks the verdicts of text for a terminal.
func Write(w io.Writer, format string, r *Report, color bool) error {
	switch format {
	case "text":
		return writeText(w, r, color)
	case "json":
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "\t")
		return encoder.Encode(r)
	case "junit":
		return writeJUnit(w, r)
	case "markdown":
		return writeMarkdown(w, r)
	}
	return fmt.Errorf("unknown format %q", format)
}

var colors = map[string]string{present: "\x1b[32m", missing: "\x1b[31m", inconclusive: "\x1b[33m"}

// writeText writes a table, the networks with their blocks above it and the problems below.
func writeText(w io.Writer, r *Report, color bool) error {
	var b bytes.Buffer
	for _, n := range r.Networks {
		if n.Block == nil {
			fmt.Fprintf(&b, "%s (chain %d): not read\n", n.Name, n.ChainID)
		} else {
			fmt.Fprintf(&b, "%s (chain %d) at block %d %s: %s\n", n.Name, n.ChainID, n.Block.Number, n.Block.Hash, wording.Count(n.Targets, "target"))
		}
	}
	if len(r.Results) > 0 {
		b.WriteString("\n" + table(r, color))
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "\nproblem on %s: %s\n", p.Network, p.Message)
	}
	fmt.Fprintf(&b, "\n%s\n", r.Sentence())
	_, err := w.Write(b.Bytes())
	return err
}

// function names a function as people know it, and as nodes do.
func (r *Result) function() string { return r.Signature + " " + r.Selector }

func table(r *Report, color bool) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NETWORK\tCONTRACT\tTARGET\tFEATURE\tFUNCTION\tVERDICT\tEVIDENCE")
	for _, result := range r.Results {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			result.Network, result.Contract, result.Target, result.Feature, result.function(), result.Verdict, wording.OneLine(result.Evidence))
	}
	w.Flush()
	if !color {
		return b.String()
	}
	// Colours come after the columns are aligned: their characters have no width.
	lines := strings.Split(b.String(), "\n")
	width := 2 + len("VERDICT")
	for _, result := range r.Results {
		width = max(width, 2+len(result.Verdict))
	}
	for i, result := range r.Results {
		line := lines[i+1]
		at := len(line) - len(wording.OneLine(result.Evidence)) - width
		lines[i+1] = line[:at] + colors[result.Verdict] + result.Verdict + "\x1b[0m" + line[at+len(result.Verdict):]
	}
	return strings.Join(lines, "\n")
}

// Sentence sums the report up in one line.
func (r *Report) Sentence() string {
	text := fmt.Sprintf("%s: %d present, %d missing, %d inconclusive",
		wording.Count(r.Summary.Targets, "target"), r.Summary.Present, r.Summary.Missing, r.Summary.Inconclusive)
	if len(r.Problems) > 0 {
		text += ", " + wording.Count(len(r.Problems), "problem")
	}
	return text
}

// maxMarkdownRows keeps a summary below the megabyte that GitHub takes.
const maxMarkdownRows = 1000

// writeMarkdown writes a summary for a pull request or the page of a CI job: what needs attention comes first.
func writeMarkdown(w io.Writer, r *Report) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### compatctl probe: %s\n\n%s\n\n", r.conclusion(), r.Sentence())
	for _, n := range r.Networks {
		if n.Block == nil {
			fmt.Fprintf(&b, "- **%s** (chain %d): not read\n", wording.Markdown(n.Name), n.ChainID)
		} else {
			fmt.Fprintf(&b, "- **%s** (chain %d) at block %d `%s`\n", wording.Markdown(n.Name), n.ChainID, n.Block.Number, n.Block.Hash)
		}
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "- problem on **%s**: %s\n", wording.Markdown(p.Network), wording.Markdown(p.Message))
	}
	if len(r.Results) > 0 {
		b.WriteString("\n| verdict | network | contract | target | feature | function | evidence |\n|---|---|---|---|---|---|---|\n")
	}
	rows := 0
	for _, verdict := range []string{missing, inconclusive, present} {
		for _, result := range r.Results {
			if result.Verdict != verdict {
				continue
			}
			if rows++; rows <= maxMarkdownRows {
				fmt.Fprintf(&b, "| **%s** | %s | %s | `%s` | %s | `%s` | %s |\n", verdict, wording.Markdown(result.Network),
					wording.Markdown(result.Contract), result.Target, wording.Markdown(result.Feature), result.function(), wording.Markdown(result.Evidence))
			}
		}
	}
	if rows > maxMarkdownRows {
		fmt.Fprintf(&b, "\n%d more rows are left out; `-format json` has all.\n", rows-maxMarkdownRows)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (r *Report) conclusion() string {
	switch {
	case r.Summary.Missing > 0:
		return "something is missing"
	case !r.Complete():
		return "could not be determined"
	}
	return "all present"
}
