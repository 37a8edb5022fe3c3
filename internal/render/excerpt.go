package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/compatlint/compatlint/internal/driver"
)

// tab is what a tab is shown as. Terminals do not agree on where their stops are, and the line number has moved them.
const tab = "    "

// excerpt shows the source of a place, with what it is about underlined. It shows nothing where the source cannot be read.
func excerpt(w io.Writer, r *driver.Report, p driver.Place, context int, mark func(string) string) {
	last := p.Line + context
	gutter := len(strconv.Itoa(last))
	for number := p.Line - context; number <= last; number++ {
		line, ok := r.Line(p.File, number)
		if !ok {
			continue
		}
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("  %*d | %s", gutter, number, shown(line)), " "))
		if number == p.Line {
			fmt.Fprintf(w, "  %*s | %s\n", gutter, "", underline(line, p, mark))
		}
	}
}

// underline is the line below the first line of a place.
func underline(line string, p driver.Place, mark func(string) string) string {
	start := min(max(p.Column-1, 0), len(line))
	end := len(line)
	if p.EndLine == p.Line {
		end = min(max(p.EndColumn-1, start), end)
	}
	if p.EndLine == 0 {
		end = start
	}
	n := max(cells(shown(line[start:end])), 1)
	return strings.Repeat(" ", cells(shown(line[:start]))) + mark("^"+strings.Repeat("~", n-1))
}

// shown is a line as it may be sent to a terminal: without tabs, and without anything that would steer the terminal.
func shown(line string) string {
	var b strings.Builder
	for _, c := range line {
		switch {
		case c == '\t':
			b.WriteString(tab)
		case unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// cells counts the columns that a text takes on a terminal.
func cells(text string) int {
	n := 0
	for _, c := range text {
		switch {
		case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		case isWide(c):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(c rune) bool {
	kind := width.LookupRune(c).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
