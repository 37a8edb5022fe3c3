package render

import (
	"net/url"
	"path/filepath"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/compatlint/compatlint/internal/driver"
)

// rooted names a file from the root of the repository, which is where other programs look for it. It is false for a file that lies elsewhere;
// that one has its full name.
func rooted(r *driver.Report, file string) (name string, ok bool) {
	path := r.Path(file)
	if rel, err := filepath.Rel(r.Root(), path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel), true
	}
	return filepath.ToSlash(path), false
}

// uri is a name as a relative URL, or as the path of an absolute one.
func uri(name string) string {
	u := url.URL{Path: name}
	return u.String()
}

// utf16Column counts a column in the units of UTF-16, which editors and web pages count in. Places count bytes. Where the line cannot be read,
// or has changed since, the column stays as it is.
func utf16Column(r *driver.Report, file string, line, column int) int {
	text, ok := r.Line(file, line)
	if !ok || column < 1 || column-1 > len(text) {
		return column
	}
	return utf16Length(text[:column-1]) + 1
}

func utf16Length(text string) int {
	n := 0
	for len(text) > 0 {
		c, size := utf8.DecodeRuneInString(text)
		n += max(utf16.RuneLen(c), 1)
		text = text[size:]
	}
	return n
}
