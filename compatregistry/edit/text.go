package edit

import (
	"bytes"
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry/internal/yamltext"
)

// A splice puts text in the place of a part.
type splice struct {
	start, end int
	text       string
}

// A text is the source of a registry, without a byte order mark.
type text struct {
	data    []byte
	starts  []int
	newline string // how its lines end
}

func newText(data []byte) *text {
	t := &text{data: data, starts: yamltext.LineStarts(data), newline: "\n"}
	if at := bytes.IndexByte(data, '\n'); at > 0 && data[at-1] == '\r' {
		t.newline = "\r\n"
	}
	return t
}

// apply returns the text with the splices made. Those at the same place come in their order.
func (t *text) apply(splices []splice) []byte {
	slices.SortStableFunc(splices, func(a, b splice) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	at := 0
	for _, s := range splices {
		out = append(out, t.data[at:s.start]...)
		out = append(out, s.text...)
		at = s.end
	}
	return append(out, t.data[at:]...)
}

// offset returns where a node begins, behind its anchor and tag.
func (t *text) offset(n *yaml.Node) int {
	at := yamltext.Offset(t.data, t.starts, n.Line, n.Column)
	for at < len(t.data) && (t.data[at] == '&' || t.data[at] == '!') {
		for at < len(t.data) && !isBlank(t.data[at]) {
			at++
		}
		at = t.skipBlanks(at)
	}
	return at
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func (t *text) skipBlanks(at int) int {
	for at < len(t.data) && isBlank(t.data[at]) {
		at++
	}
	return at
}

// skipSpace skips blanks and comments.
func (t *text) skipSpace(at int) int {
	for {
		at = t.skipBlanks(at)
		if at >= len(t.data) || t.data[at] != '#' {
			return at
		}
		at = t.lineEnd(at)
	}
}

// lineStart and lineEnd return where the line around an offset begins and where the next one does.
func (t *text) lineStart(at int) int { return bytes.LastIndexByte(t.data[:at], '\n') + 1 }

func (t *text) lineEnd(at int) int {
	if end := bytes.IndexByte(t.data[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(t.data)
}

// indent returns the spaces at the start of the line around an offset.
func (t *text) indent(at int) string {
	start := t.lineStart(at)
	end := start
	for end < len(t.data) && t.data[end] == ' ' {
		end++
	}
	return string(t.data[start:end])
}

// scalarEnd returns where a scalar ends. ok is false for those over several lines.
func (t *text) scalarEnd(n *yaml.Node) (end int, ok bool) {
	start := t.offset(n)
	rest := t.data[start:]
	switch n.Style &^ yaml.TaggedStyle {
	case 0:
		return start + len(n.Value), bytes.HasPrefix(rest, []byte(n.Value))
	case yaml.DoubleQuotedStyle:
		return t.quoteEnd(start, `\`)
	case yaml.SingleQuotedStyle:
		return t.quoteEnd(start, `'`)
	}
	return 0, false
}

// quoteEnd finds the end of a quoted scalar in which an escape character stands before a quote that does not end it.
func (t *text) quoteEnd(start int, escape string) (end int, ok bool) {
	if start >= len(t.data) {
		return 0, false
	}
	quote := t.data[start]
	for at := start + 1; at < len(t.data); at++ {
		switch c := t.data[at]; {
		case c == '\n':
			return 0, false
		case c == escape[0] && at+1 < len(t.data) && (c != quote || t.data[at+1] == quote):
			at++
		case c == quote:
			return at + 1, true
		}
	}
	return 0, false
}

// flowEnd returns where a value inside of brackets ends.
func (t *text) flowEnd(n *yaml.Node) (end int, ok bool) {
	switch {
	case n.Kind == yaml.AliasNode:
		return yamltext.Offset(t.data, t.starts, n.Line, n.Column) + len("*") + len(n.Value), true
	case n.Kind == yaml.ScalarNode:
		return t.scalarEnd(n)
	case n.Style&yaml.FlowStyle == 0:
		return 0, false
	}
	at := t.offset(n) + 1
	if len(n.Content) > 0 {
		if at, ok = t.flowEnd(n.Content[len(n.Content)-1]); !ok {
			return 0, false
		}
	}
	at = t.skipSpace(at)
	if at < len(t.data) && t.data[at] == ',' {
		at = t.skipSpace(at + 1)
	}
	if at >= len(t.data) || t.data[at] != '}' && t.data[at] != ']' {
		return 0, false
	}
	return at + 1, true
}

// A step is a pair of a block mapping on the way from the top to a value.
type step struct {
	mapping *yaml.Node
	index   int // of the key
}

func (s step) key() *yaml.Node   { return s.mapping.Content[s.index] }
func (s step) value() *yaml.Node { return s.mapping.Content[s.index+1] }

// blockEnd returns where the last line of a value ends. Empty lines and comments behind it belong to what follows, unless the comments are
// indented like the value.
func (t *text) blockEnd(path []step) int {
	end := len(t.data)
	for i := len(path) - 1; i >= 0; i-- {
		if next := path[i].index + 2; next < len(path[i].mapping.Content) {
			end = t.lineStart(t.offset(path[i].mapping.Content[next]))
			break
		}
	}
	last := path[len(path)-1].key()
	first := t.lineEnd(t.offset(last))
	for end > first {
		start := t.lineStart(end - 1)
		line := bytes.TrimSpace(t.data[start:end])
		isComment := bytes.HasPrefix(line, []byte("#")) && len(t.indent(start)) < last.Column
		isEnd := bytes.HasPrefix(t.data[start:end], []byte("..."))
		if len(line) > 0 && !isComment && !isEnd {
			break
		}
		end = start
	}
	return end
}

// insertLines is a splice of whole lines at the end of a line.
func (t *text) insertLines(at int, lines string) splice {
	if at > 0 && t.data[at-1] != '\n' {
		lines = t.newline + lines
	}
	return splice{at, at, lines}
}
