package render

import (
	"go/doc/comment"
	"strings"

	"github.com/compatlint/compatlint/internal/driver"
)

// sarifRuleOf describes an analyzer by its documentation.
func sarifRuleOf(rule driver.Rule) sarifRule {
	summary, rest, _ := strings.Cut(rule.Doc, "\n\n")
	summary = strings.TrimPrefix(summary, rule.Name+": ")
	full, _, _ := strings.Cut(rest, "\n\n")
	if full == "" {
		full = summary
	}
	return sarifRule{
		ID:                   rule.Name,
		ShortDescription:     sarifMessage{Text: summary},
		FullDescription:      sarifMessage{Text: sentence(full)},
		Help:                 sarifMessage{Text: rule.Doc + "\n\n" + rule.URL, Markdown: markdown(rest, rule.URL)},
		HelpURI:              rule.URL,
		DefaultConfiguration: sarifConfig{"error"},
		Properties:           sarifRuleExtras{Tags: []string{"compatibility", "ethereum", "reliability"}, Precision: "very-high"},
	}
}

// sentence is a paragraph on one line. What a colon announces does not follow.
func sentence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if before, ok := strings.CutSuffix(text, ":"); ok {
		return before + "."
	}
	return text
}

// markdown is a doc comment for web pages.
func markdown(text, url string) string {
	var parser comment.Parser
	printer := comment.Printer{HeadingID: func(*comment.Heading) string { return "" }}
	return string(printer.Markdown(parser.Parse(text))) + "\n[Documentation](" + url + ")\n"
}
