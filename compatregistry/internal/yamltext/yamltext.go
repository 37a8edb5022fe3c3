// Package yamltext knows where the lines and columns of a YAML parser lie in a text.
package yamltext

import "unicode/utf8"

// LineStarts returns the offsets at which lines begin for a YAML 1.1 scanner (section 4.2), which takes some Unicode separators for line
// breaks.
func LineStarts(data []byte) []int {
	starts := []int{0}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		i += size
		switch r {
		case '\r':
			if i < len(data) && data[i] == '\n' {
				i++
			}
			starts = append(starts, i)
		case '\n', '\u0085', '\u2028', '\u2029':
			starts = append(starts, i)
		}
	}
	return starts
}

// Offset returns where a line and column of the scanner lie, given the line starts. Columns count characters, from 1. What the parser puts
// behind the last line is at the end.
func Offset(data []byte, starts []int, line, column int) int {
	if line > len(starts) {
		return len(data)
	}
	offset := starts[line-1]
	for range column - 1 {
		_, size := utf8.DecodeRune(data[offset:])
		offset += size
	}
	return offset
}
