package compatregistry

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry/internal/yamltext"
)

// A source is the text of a registry and knows where its YAML nodes are.
type source struct {
	path string
	data []byte

	// yamlLines and lines are the offsets at which lines begin for the YAML scanner and for everybody else. The scanner
	// counts characters, and some Unicode separators as line breaks. Both are nil where that makes no difference.
	yamlLines, lines []int

	last int // number of the last line
}

func newSource(path string, data []byte) *source {
	s := &source{path: path, data: data, last: bytes.Count(data, []byte("\n")) + 1}
	if !isPlain(data) {
		s.yamlLines, s.lines = yamltext.LineStarts(data), lineStarts(data)
	}
	return s
}

// isPlain reports whether characters are bytes and lines end with a line feed only.
func isPlain(data []byte) bool {
	for i, c := range data {
		if c >= utf8.RuneSelf || c == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			return false
		}
	}
	return true
}

func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, c := range data {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// position returns where a node begins. The YAML parser puts what is missing at the end of a text behind the last line.
func (s *source) position(n *yaml.Node) Position {
	switch {
	case s.lines == nil && n.Line > s.last, s.lines != nil && n.Line > len(s.yamlLines):
		return s.at(len(s.data))
	case s.lines == nil:
		return Position{File: s.path, Line: n.Line, Column: n.Column}
	}
	return s.at(yamltext.Offset(s.data, s.yamlLines, n.Line, n.Column))
}

// at returns the position of an offset.
func (s *source) at(offset int) Position {
	lines := s.lines
	if lines == nil {
		lines = lineStarts(s.data)
	}
	line := sort.SearchInts(lines, offset+1)
	return Position{File: s.path, Line: line, Column: offset - lines[line-1] + 1}
}

// line returns the text of a line, without its end.
func (s *source) line(number int) []byte {
	starts := lineStarts(s.data)
	text, _, _ := bytes.Cut(s.data[starts[number-1]:], []byte("\n"))
	return bytes.TrimSuffix(text, []byte("\r"))
}
