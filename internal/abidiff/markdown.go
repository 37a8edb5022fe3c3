package abidiff

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// writeMarkdown writes what is put into a pull request: a table for each contract.
func (r *Report) writeMarkdown(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "## Contract changes from %s to %s\n\n%s.\n", code(r.Old.Name), code(r.New.Name), capital(r.Summary()))
	for _, p := range r.pairs() {
		fmt.Fprintf(w, "\n### %s\n\n%s.\n", markdownText(p.title()), capital(p.summary()))
		if p.Violates() {
			fmt.Fprint(w, "\n**Only additions are allowed for this contract.**\n")
		}
		rows := p.rows()
		if len(rows) == 0 {
			continue
		}
		fmt.Fprint(w, "\n| change | selector | what |\n|---|---|---|\n")
		for _, row := range rows {
			selector := ""
			if row.selector != "" {
				selector = code(row.selector)
			}
			fmt.Fprintf(w, "| %s | %s | %s |\n", row.kind, selector, code(row.what))
		}
	}
	return w.Flush()
}

// code makes a code span, of text without backticks: names of files may have some.
func code(text string) string {
	text = strings.NewReplacer("`", "'", "|", `\|`, "\n", " ").Replace(text)
	return "`" + text + "`"
}

var markdownEscapes = strings.NewReplacer("_", `\_`, "*", `\*`, "[", `\[`, "]", `\]`, "<", "&lt;", "`", "'", "|", `\|`, "\n", " ")

func markdownText(text string) string { return markdownEscapes.Replace(text) }

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
