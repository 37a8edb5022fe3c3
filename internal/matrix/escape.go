package matrix

import (
	"regexp"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
)

// special has the characters that mean something in GitHub's Markdown somewhere in a line.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;",
)

// escape makes the text of a registry one line of Markdown that shows it.
func escape(text string) string { return special.Replace(strings.Join(strings.Fields(text), " ")) }

// code shows a signature or selector, which the registry has checked: neither has a backtick or a bar.
func code(text string) string { return "`" + text + "`" }

// link leads to the section of a feature. Its name is lower_snake_case, so that the anchor is the name itself.
func link(f *compatregistry.Feature) string { return "[" + escape(f.Name) + "](#" + f.Name + ")" }

// address is a URL that Markdown shows as a link between angle brackets.
var address = regexp.MustCompile(`^https?://[^\s<>|\\` + "`" + `]+$`)

// reference shows a ticket, as a link if it is one.
func reference(ticket string) string {
	if address.MatchString(ticket) {
		return "<" + ticket + ">"
	}
	return orDash(escape(ticket))
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}
