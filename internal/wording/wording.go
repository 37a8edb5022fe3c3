// Package wording writes text of others, and numbers, into lines, tables and Markdown.
package wording

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// Count is a number with its noun, in the plural where it is not one.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// OneLine keeps text from breaking the line or the table that it is written into.
func OneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
}

// Markdown keeps text from being taken for markup: evidence repeats what nodes say.
func Markdown(text string) string {
	text = html.EscapeString(text)
	for _, special := range []string{"\\", "`", "*", "_", "[", "]", "|", "!", "~"} {
		text = strings.ReplaceAll(text, special, "\\"+special)
	}
	return strings.ReplaceAll(text, "\n", " ")
}

var url = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://\S*`)

// WithoutURLs takes the URLs out of a text: there may be keys in them.
func WithoutURLs(text string) string { return url.ReplaceAllString(text, "[URL]") }

// OrDash is the text, or what stands in a table where there is none.
func OrDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}
