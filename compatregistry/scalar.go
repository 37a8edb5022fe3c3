package compatregistry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// located is a piece of text with its place in the registry.
type located struct {
	text     string
	position Position
}

func texts(list []located) []string {
	if list == nil {
		return nil
	}
	plain := make([]string, len(list))
	for i, l := range list {
		plain[i] = l.text
	}
	return plain
}

// readText reads text that fits on a line: it becomes part of messages and tables.
func (d *decoder) readText(n *yaml.Node) (located, bool) {
	return d.readTextOf(n, unicode.IsPrint, "unprintable characters or line breaks")
}

// readProse reads text that may have several lines.
func (d *decoder) readProse(n *yaml.Node) (located, bool) {
	allowed := func(r rune) bool { return unicode.IsPrint(r) || r == '\n' || r == '\t' }
	return d.readTextOf(n, allowed, "unprintable characters")
}

func (d *decoder) readTextOf(n *yaml.Node, allowed func(rune) bool, otherwise string) (located, bool) {
	if n.Kind == yaml.ScalarNode && (n.Tag == integerTag || n.Tag == floatTag || n.Tag == boolTag || n.Tag == timestampTag) {
		d.valueError(n, "must be text, not %s: write %q", describe(n), n.Value)
		return located{}, false
	}
	if n.Kind != yaml.ScalarNode || n.Tag != stringTag {
		d.valueError(n, "must be text, not %s", describe(n))
		return located{}, false
	}
	if strings.TrimSpace(n.Value) == "" {
		d.valueError(n, "is empty: write something or remove the key")
		return located{}, false
	}
	if strings.ContainsFunc(n.Value, func(r rune) bool { return !allowed(r) }) {
		d.valueError(n, "has %s: write plain text", otherwise)
		return located{}, false
	}
	return located{n.Value, d.source.position(n)}, true
}

// text stores text that fits on a line.
func (d *decoder) text(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if l, ok := d.readText(n); ok {
			*into = l.text
		}
	}
}

// prose stores text that may have several lines.
func (d *decoder) prose(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if l, ok := d.readProse(n); ok {
			*into = strings.TrimSpace(l.text)
		}
	}
}

// textAt stores text with its position.
func (d *decoder) textAt(into *located) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if l, ok := d.readText(n); ok {
			*into = l
		}
	}
}

// textList stores a list of texts, each of which may occur once and must satisfy check, unless that is nil.
func (d *decoder) textList(into *[]located, check func(text string) error) func(*yaml.Node) {
	return func(n *yaml.Node) {
		seen := map[string]bool{}
		d.elements(n, func(element *yaml.Node) {
			l, ok := d.readText(element)
			if !ok {
				return
			}
			if seen[l.text] {
				d.valueError(element, "has %q twice: remove one", l.text)
				return
			}
			seen[l.text] = true
			if check != nil {
				if err := check(l.text); err != nil {
					d.valueError(element, "has %v", err)
					return
				}
			}
			*into = append(*into, l)
		})
	}
}

// notEmpty refuses a list without elements.
func (d *decoder) notEmpty(advice string, read func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
			d.valueError(n, "is empty: %s", advice)
			return
		}
		read(n)
	}
}

// texts stores a list of texts without their positions.
func (d *decoder) texts(into *[]string, check func(text string) error) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var list []located
		d.textList(&list, check)(n)
		*into = texts(list)
	}
}

// choice stores one of a few words.
func choice[T ~string](d *decoder, into *T, words ...T) func(*yaml.Node) {
	return func(n *yaml.Node) {
		l, ok := d.readText(n)
		if !ok {
			return
		}
		if slices.Contains(words, T(l.text)) {
			*into = T(l.text)
			return
		}
		known := make([]string, len(words))
		for i, w := range words {
			known[i] = string(w)
		}
		advice := "write " + strings.Join(known[:len(known)-1], ", ") + " or " + known[len(known)-1]
		d.valueError(n, "%q is unknown: %s", l.text, d.suggest.didYouMean(l.text, known, advice))
	}
}

// boolean stores true or false.
func (d *decoder) boolean(into *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		value, err := strconv.ParseBool(n.Value)
		if n.Kind != yaml.ScalarNode || n.Tag != boolTag || err != nil {
			d.valueError(n, "must be true or false, not %s", describeValue(n))
			return
		}
		*into = value
	}
}

// number stores a whole number from least upwards.
func (d *decoder) number(into *int, least int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		value, err := strconv.ParseInt(n.Value, 10, 32)
		if n.Kind != yaml.ScalarNode || n.Tag != integerTag || err != nil || value < int64(least) {
			d.valueError(n, "must be a whole number from %d upwards, not %s", least, describeValue(n))
			return
		}
		*into = int(value)
	}
}

// maxDays bounds durations to what the calendar can hold.
const maxDays = 1_000_000

// days stores a duration in days, written as "30d", from least upwards.
func (d *decoder) days(into *int, least int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		digits, ok := strings.CutSuffix(n.Value, "d")
		value, err := strconv.ParseUint(digits, 10, 32)
		switch {
		case n.Kind == yaml.ScalarNode && n.Tag == integerTag:
			d.valueError(n, "must be a number of days such as 30d, not %s: write %sd", describeValue(n), n.Value)
		case n.Kind != yaml.ScalarNode || !ok || err != nil || int(value) < least || value > maxDays:
			d.valueError(n, "must be a number of days from %dd to %dd, not %s", least, maxDays, describeValue(n))
		default:
			*into = int(value)
		}
	}
}

// A datedPosition is a date with its place in the registry.
type datedPosition struct {
	grace.Date
	position Position
}

// date stores a date with its position. YAML has a type of its own for what looks like one, so any scalar will do.
func (d *decoder) date(into *datedPosition) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			d.valueError(n, "must be a date such as 2026-10-01, not %s", describe(n))
			return
		}
		parsed, err := grace.ParseDate(n.Value)
		if err != nil {
			d.valueError(n, "is wrong: %v", err)
			return
		}
		*into = datedPosition{parsed, d.source.position(n)}
	}
}

// describeValue quotes a short scalar and names the type of everything else.
func describeValue(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && len(n.Value) <= 80 {
		return fmt.Sprintf("%q", n.Value)
	}
	return describe(n)
}
