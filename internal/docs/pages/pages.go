// Package pages renders the documentation of the analyzers, which is written in their doc.go, as the Markdown pages below docs/analyzers.
//
// What a page says is written nowhere here; see package docs.
package pages

import (
	"bytes"
	"fmt"
	"go/doc/comment"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
)

// Regenerate is the command that writes the pages, from the root of the repository.
const Regenerate = "go test ./internal/docs/pages -update"

// Index is the name of the page that lists the others.
const Index = "README.md"

// Of returns the pages by the names of their files: one for each analyzer, and the index.
func Of(suite []*analysis.Analyzer) map[string][]byte {
	names := make([]string, len(suite))
	for i, a := range suite {
		names[i] = a.Name
	}
	mention := regexp.MustCompile(`\b(?:` + strings.Join(names, "|") + `)\b`)
	files := map[string][]byte{Index: index(suite)}
	for _, a := range suite {
		files[a.Name+".md"] = page(a, mention)
	}
	return files
}

func index(suite []*analysis.Analyzer) []byte {
	var b bytes.Buffer
	begin(&b, "the doc.go files below analyzers")
	b.WriteString("# The analyzers\n\n| analyzer | finds |\n|---|---|\n")
	for _, a := range suite {
		summary, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(&b, "| [`%s`](%[1]s.md) | %s |\n", a.Name, strings.TrimPrefix(summary, a.Name+": find "))
	}
	b.WriteString("\n`compatlint explain ANALYZER` prints the same on a terminal. The [tutorial](../tutorial.md) shows the analyzers at work, and " +
		"[guards.md](../guards.md) how guards are judged.\n")
	return b.Bytes()
}

// page renders one analyzer's documentation. Where it mentions another analyzer it links to the other's page.
func page(a *analysis.Analyzer, mention *regexp.Regexp) []byte {
	summary, rest, _ := strings.Cut(a.Doc, "\n")
	var b bytes.Buffer
	begin(&b, "analyzers/"+a.Name+"/doc.go")
	fmt.Fprintf(&b, "# %s\n\n%s.\n", a.Name, capital(strings.TrimPrefix(summary, a.Name+": ")))
	var parser comment.Parser
	printer := comment.Printer{HeadingID: func(*comment.Heading) string { return "" }, HeadingLevel: 2}
	for _, block := range parser.Parse(rest).Content {
		b.WriteByte('\n')
		switch block := block.(type) {
		case *comment.Code:
			fmt.Fprintf(&b, "```go\n%s```\n", block.Text)
			continue
		case *comment.Paragraph:
			block.Text = linked(block.Text, a.Name, mention)
		}
		b.Write(printer.Markdown(&comment.Doc{Content: []comment.Block{block}}))
	}
	fmt.Fprintf(&b, "\nSource: [analyzers/%s](../../analyzers/%[1]s). [All analyzers](%s).\n", a.Name, Index)
	return b.Bytes()
}

func begin(b *bytes.Buffer, source string) {
	fmt.Fprintf(b, "<!-- Code generated from %s by %q. DO NOT EDIT. -->\n\n", source, Regenerate)
}

// linked turns the names of other analyzers in a text into links to their pages.
func linked(text []comment.Text, self string, mention *regexp.Regexp) []comment.Text {
	var out []comment.Text
	for _, part := range text {
		plain, ok := part.(comment.Plain)
		if !ok {
			out = append(out, part)
			continue
		}
		end := 0
		for _, at := range mention.FindAllStringIndex(string(plain), -1) {
			name := plain[at[0]:at[1]]
			if string(name) == self {
				continue
			}
			out = append(out, plain[end:at[0]], &comment.Link{Text: []comment.Text{name}, URL: string(name) + ".md"})
			end = at[1]
		}
		out = append(out, plain[end:])
	}
	return out
}

func capital(text string) string {
	first := []rune(text)
	first[0] = unicode.ToUpper(first[0])
	return string(first)
}
