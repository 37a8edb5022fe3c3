package crawl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/compatlint/compatlint/internal/wording"
)

// Formats are those that Write knows.
var Formats = []string{"text", "json", "markdown", "prometheus"}

// Write writes a report in one of the Formats.
func Write(w io.Writer, format string, r *Report) error {
	switch format {
	case "text":
		return writeText(w, r)
	case "json":
		return writeJSON(w, r)
	case "markdown":
		return writeMarkdown(w, r)
	case "prometheus":
		return writePrometheus(w, r)
	}
	return fmt.Errorf("unknown format %q", format)
}

func writeJSON(w io.Writer, r *Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(r)
}

// mostListed is how many targets are listed where people read.
const mostListed = 20

func writeText(w io.Writer, r *Report) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\n", r.heading())
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "FEATURE\tSTATE\tGRACE END\tTARGETS\tLEGACY\tGONE\tINCONCLUSIVE")
	for _, f := range r.Features {
		fmt.Fprintf(table, "%s\t%s\t%s\t%d\t%s\t%d\t%d\n", f.Name, f.State, wording.OrDash(f.GraceEnd), f.Total, share(f.Legacy, f.Total), f.Gone, f.Inconclusive)
	}
	table.Flush()
	for _, f := range r.Features {
		writeTargets(&b, f)
	}
	if r.Changes != nil {
		writeChanges(&b, r.Changes)
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "\nproblem on %s: %s\n", r.Network, p)
	}
	fmt.Fprintf(&b, "\n%s\n", r.Sentence())
	_, err := w.Write(b.Bytes())
	return err
}

// heading says what was crawled.
func (r *Report) heading() string {
	if r.Block == 0 && len(r.Problems) > 0 {
		return fmt.Sprintf("%s (chain %d): not read", r.Network, r.ChainID)
	}
	return fmt.Sprintf("%s (chain %d) at block %d %s of %s: %s", r.Network, r.ChainID, r.Block, r.At.Hash,
		time.Unix(int64(r.At.Time), 0).UTC().Format(time.RFC3339), wording.Count(r.Targets, "target"))
}

// Sentence sums up the report in one line.
func (r *Report) Sentence() string {
	legacy, unknown := 0, 0
	for _, f := range r.Features {
		legacy += f.Legacy
		unknown += f.Inconclusive
	}
	text := fmt.Sprintf("%s, %s: %d legacy, %d inconclusive", wording.Count(r.Targets, "target"), wording.Count(len(r.Features), "feature"), legacy, unknown)
	if len(r.Problems) > 0 {
		text += ", " + wording.Count(len(r.Problems), "problem")
	}
	return text
}

// share adds the part of the whole in percent. It rounds to what is not there yet: 0 % and 100 % are only said of none and all.
func share(part, whole int) string {
	switch {
	case part == 0:
		return "0"
	case part == whole:
		return fmt.Sprintf("%d (100 %%)", part)
	}
	return fmt.Sprintf("%d (%d %%)", part, min(max(100*part/whole, 1), 99))
}

func writeTargets(b *bytes.Buffer, f Feature) {
	if len(f.Targets) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", f.Name)
	table := tabwriter.NewWriter(b, 2, 0, 2, ' ', 0)
	for _, t := range f.Targets[:min(mostListed, len(f.Targets))] {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", t.Status, t.Contract, t.Address, t.explanation())
	}
	table.Flush()
	if more := len(f.Targets) - mostListed; more > 0 {
		fmt.Fprintf(b, "  … and %d more: -format json lists all of them\n", more)
	}
}

// explanation says what is behind the status.
func (t Target) explanation() string {
	switch {
	case t.Status == Legacy && t.Implementation != t.Address:
		return fmt.Sprintf("no %s in %s", strings.Join(t.Missing, ", "), t.Implementation)
	case t.Status == Legacy:
		return "no " + strings.Join(t.Missing, ", ")
	}
	return wording.OneLine(t.Evidence)
}

func writeChanges(b *bytes.Buffer, c *Changes) {
	fmt.Fprintf(b, "\nsince block %d\n", c.Since.Number)
	for _, f := range c.Features {
		fmt.Fprintf(b, "  %s: %d migrated, %d new on legacy, %d vanished\n", f.Name, len(f.Migrated), len(f.New), len(f.Vanished))
		for _, group := range []struct {
			what    string
			targets []Target
		}{{"migrated", f.Migrated}, {"new on legacy", f.New}, {"vanished", f.Vanished}} {
			for _, t := range group.targets[:min(mostListed, len(group.targets))] {
				fmt.Fprintf(b, "    %s: %s %s\n", group.what, t.Contract, t.Address)
			}
			if more := len(group.targets) - mostListed; more > 0 {
				fmt.Fprintf(b, "    %s: … and %d more\n", group.what, more)
			}
		}
	}
}

func writeMarkdown(w io.Writer, r *Report) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### Legacy on %s\n\n%s\n\n", wording.Markdown(r.Network), r.heading())
	fmt.Fprint(&b, "| feature | state | grace end | targets | legacy | gone | inconclusive |\n|---|---|---|---:|---:|---:|---:|\n")
	for _, f := range r.Features {
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %s | %d | %d |\n", wording.Markdown(f.Name), f.State, wording.OrDash(f.GraceEnd), f.Total, share(f.Legacy, f.Total), f.Gone, f.Inconclusive)
	}
	for _, f := range r.Features {
		if len(f.Targets) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n<details><summary>%s: %s</summary>\n\n| status | contract | target | |\n|---|---|---|---|\n", wording.Markdown(f.Name), wording.Count(len(f.Targets), "target"))
		for _, t := range f.Targets[:min(mostListed, len(f.Targets))] {
			fmt.Fprintf(&b, "| %s | %s | `%s` | %s |\n", t.Status, wording.Markdown(t.Contract), t.Address, wording.Markdown(t.explanation()))
		}
		if more := len(f.Targets) - mostListed; more > 0 {
			fmt.Fprintf(&b, "| | | … and %d more | |\n", more)
		}
		fmt.Fprint(&b, "\n</details>\n")
	}
	if r.Changes != nil {
		fmt.Fprintf(&b, "\n| since block %d | migrated | new on legacy | vanished |\n|---|---:|---:|---:|\n", r.Changes.Since.Number)
		for _, f := range r.Changes.Features {
			fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", wording.Markdown(f.Name), len(f.Migrated), len(f.New), len(f.Vanished))
		}
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "\n**problem:** %s\n", wording.Markdown(p))
	}
	fmt.Fprintf(&b, "\n%s\n", r.Sentence())
	_, err := w.Write(b.Bytes())
	return err
}
