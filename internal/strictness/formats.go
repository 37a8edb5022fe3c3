package strictness

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/wording"
)

// Formats are those that Write knows.
var Formats = []string{"text", "json", "markdown"}

// Write writes a report in one of the Formats.
func Write(w io.Writer, format string, r *Report) error {
	switch format {
	case "text":
		return writeText(w, r)
	case "json":
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "\t")
		return encoder.Encode(r)
	case "markdown":
		return writeMarkdown(w, r)
	}
	return fmt.Errorf("unknown format %q", format)
}

// writeText writes a table, the networks with their blocks above it and the problems below.
func writeText(w io.Writer, r *Report) error {
	var b bytes.Buffer
	for _, n := range r.Networks {
		fmt.Fprintf(&b, "%s (chain %d)%s\n", n.Name, n.ChainID, n.describe())
	}
	if len(r.Flags) > 0 {
		table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "\nNETWORK\tFEATURE\tSTATE\tFLAG\tPROMISED UNTIL\tADMIN\tVERDICT")
		for _, f := range r.Flags {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", f.Network, f.Feature, f.State, f.Flag, wording.OrDash(f.PromisedEnd), account(f.Admin), f.conclusion())
		}
		table.Flush()
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "\nproblem on %s: %s\n", p.Network, p.Message)
	}
	fmt.Fprintf(&b, "\n%s\n", r.Sentence())
	_, err := w.Write(b.Bytes())
	return err
}

// describe says what was read of the network.
func (n Network) describe() string {
	switch {
	case n.Registry == nil:
		return ": it has no strictness_registry in compat.yaml"
	case n.Block == nil:
		return fmt.Sprintf(": not read, registry %s", n.Registry)
	}
	text := fmt.Sprintf(" at block %d %s: registry %s", n.Block.Number, n.Block.Hash, n.Registry)
	if n.Owner != nil {
		text += fmt.Sprintf(", owner %s", n.Owner)
	}
	return text
}

// conclusion is the verdict with its reasons.
func (r Result) conclusion() string {
	text := r.Verdict
	for i, reason := range append(r.Why[:len(r.Why):len(r.Why)], r.Notes...) {
		if i == 0 {
			text += ": " + reason
		} else {
			text += "; " + reason
		}
	}
	return text
}

func account(address *common.Address) string {
	if address == nil {
		return "-"
	}
	return address.Hex()
}

// writeMarkdown writes a summary for a pull request or the page of a CI job: what needs attention comes first.
func writeMarkdown(w io.Writer, r *Report) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### compatctl flag get: %s\n\n%s\n\n", r.heading(), wording.Markdown(r.Sentence()))
	for _, n := range r.Networks {
		fmt.Fprintf(&b, "- **%s** (chain %d)%s\n", wording.Markdown(n.Name), n.ChainID, wording.Markdown(n.describe()))
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "- problem on **%s**: %s\n", wording.Markdown(p.Network), wording.Markdown(p.Message))
	}
	b.WriteString("\n| verdict | network | feature | state | flag | promised until | admin | why |\n|---|---|---|---|---|---|---|---|\n")
	for _, verdict := range []string{Contradicts, Unknown, Agrees} {
		for _, f := range r.Flags {
			if f.Verdict == verdict {
				reasons := strings.Join(append(f.Why[:len(f.Why):len(f.Why)], f.Notes...), "; ")
				fmt.Fprintf(&b, "| **%s** | %s | %s | %s | %s | %s | %s | %s |\n", verdict, wording.Markdown(f.Network), wording.Markdown(f.Feature),
					f.State, f.Flag, wording.OrDash(f.PromisedEnd), account(f.Admin), wording.Markdown(reasons))
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (r *Report) heading() string {
	switch {
	case r.Summary.Contradictions > 0:
		return "the chain contradicts compat.yaml"
	case !r.Complete():
		return "could not be read"
	}
	return "the chain agrees with compat.yaml"
}
