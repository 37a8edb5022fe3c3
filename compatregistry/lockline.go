package compatregistry

import (
	"fmt"
	"strconv"
	"strings"
)

// A word is one field of a line of a lock file. Column counts from 1, in bytes.
type word struct {
	text   string
	column int
}

// splitLine splits a line into words. They are separated by single spaces, and a word that holds a space or anything
// else that would not survive is written as a Go string literal. The error comes with the column it belongs to.
func splitLine(line string, into []word) (words []word, column int, err error) {
	words = into[:0]
	for at := 0; ; at++ {
		rest := line[at:]
		switch {
		case strings.HasPrefix(rest, `"`):
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, at + 1, fmt.Errorf("string has no end or an escape that Go does not know: write it as a Go string")
			}
			text, err := strconv.Unquote(quoted)
			if err != nil {
				return nil, at + 1, fmt.Errorf("string %s is malformed: write it as a Go string", quoted)
			}
			words = append(words, word{text, at + 1})
			at += len(quoted)
		default:
			text, _, _ := strings.Cut(rest, " ")
			if text == "" {
				return nil, at + 1, fmt.Errorf("field is empty: separate fields with one space")
			}
			words = append(words, word{text, at + 1})
			at += len(text)
		}
		if at == len(line) {
			return words, 0, nil
		}
		if line[at] != ' ' {
			return nil, at + 1, fmt.Errorf("%q follows a string: separate fields with one space", line[at:])
		}
	}
}

// quoteWord writes a word so that splitLine reads it back.
func quoteWord(text string) string {
	if text == "" || strings.ContainsFunc(text, needsQuotes) {
		return strconv.Quote(text)
	}
	return text
}

func needsQuotes(r rune) bool {
	return r == '"' || r == ' ' || !strconv.IsPrint(r) || r == '\uFFFD'
}
