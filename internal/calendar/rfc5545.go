package calendar

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// maxLine is how many bytes a line may have without its end (RFC 5545, 3.1).
const maxLine = 75

// A file is a sequence of content lines.
type file struct{ text bytes.Buffer }

// property writes a content line. A long one goes on in further lines, each of which begins with a space; characters stay whole.
func (f *file) property(name, value string) {
	line, limit := name+":"+value, maxLine
	for len(line) > limit {
		end := limit
		for !utf8.RuneStart(line[end]) {
			end--
		}
		f.text.WriteString(line[:end] + "\r\n ")
		line, limit = line[end:], maxLine-1
	}
	f.text.WriteString(line + "\r\n")
}

var (
	lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	escapes  = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)
)

// text is a value of type TEXT (3.3.11). Control characters have no place in it, and a reader would stop at bytes that are no UTF-8.
func text(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD")))
	return escapes.Replace(s)
}

// date is a value of type DATE (3.3.4).
func date(d grace.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
