package compatregistry

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// Tags that the YAML parser gives to nodes.
const (
	nullTag      = "!!null"
	boolTag      = "!!bool"
	stringTag    = "!!str"
	integerTag   = "!!int"
	floatTag     = "!!float"
	timestampTag = "!!timestamp"
	mergeTag     = "!!merge"
)

// Limits on hostile input. Aliases let a small file stand for a tree of any size, and each node of it for an error.
const (
	maxExpansion = 1_000_000 // nodes read on top of those that the file itself has room for
	maxErrors    = 10_000
)

// A decoder walks the YAML nodes of a registry and collects errors. Reading goes on after an error, so that all of them
// are reported, until a limit is reached.
type decoder struct {
	source  *source
	errors  ErrorList
	suggest suggester

	context string // what is being decoded, such as `feature "policy_code_hash"`; "" at the top
	path    string // keys from there to the current value, such as "introduced.date"

	visits  int
	merging map[*yaml.Node]bool // mappings whose merge keys are being resolved
	stopped bool
}

func newDecoder(s *source) *decoder {
	return &decoder{source: s, merging: map[*yaml.Node]bool{}}
}

// errorAt reports an error about what is being decoded.
func (d *decoder) errorAt(at Position, format string, args ...any) {
	if d.stopped {
		return
	}
	message := fmt.Sprintf(format, args...)
	if d.context != "" {
		message = d.context + ": " + message
	}
	d.errors = append(d.errors, Error{at, message})
	if len(d.errors) >= maxErrors {
		d.stop(at, "too many errors: the rest is not shown")
	}
}

// valueError reports an error about the value of the current key.
func (d *decoder) valueError(n *yaml.Node, format string, args ...any) {
	subject := d.path
	switch {
	case d.path == "" && d.context == "":
		subject = "registry"
	case d.path == "":
		subject = "it"
	}
	d.errorAt(d.source.position(n), "%s %s", subject, fmt.Sprintf(format, args...))
}

// stop ends decoding: whatever is read from here on is absent, without an error.
func (d *decoder) stop(at Position, message string) {
	d.errors = append(d.errors, Error{at, message})
	d.stopped = true
}

// node follows an alias. It returns false where there is no value: for null, and once decoding has been stopped.
func (d *decoder) node(n *yaml.Node) (*yaml.Node, bool) {
	if n == nil || d.stopped {
		return nil, false
	}
	if d.visits++; d.visits > 2*len(d.source.data)+maxExpansion {
		d.stop(d.source.position(n), "anchors and aliases expand without bound: write the values out")
		return nil, false
	}
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n, n.Tag != nullTag
}

// A pair is an entry of a mapping.
type pair struct {
	key, value *yaml.Node
}

// pairs returns the entries of a mapping with its merge keys ("<<") resolved: what the mapping says itself wins over
// what it merges, and what is merged first over what is merged later.
func (d *decoder) pairs(n *yaml.Node) []pair {
	if d.merging[n] {
		d.valueError(n, "merges itself: remove the << key")
		return nil
	}
	d.merging[n] = true
	defer delete(d.merging, n)

	own := make([]pair, 0, len(n.Content)/2)
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	var merged []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := d.node(n.Content[i])
		switch {
		case ok && key.Tag == mergeTag:
			merged = append(merged, d.mergedPairs(n.Content[i+1])...)
		case d.stopped:
			return nil
		case key.Kind != yaml.ScalarNode || key.Tag != stringTag:
			d.errorAt(d.source.position(n.Content[i]), "a key must be text, not %s: put it in quotes if it is meant to be a name", describe(key))
		case seen[key.Value] != nil:
			first := d.source.position(seen[key.Value])
			d.errorAt(d.source.position(n.Content[i]), "duplicate key %q: it is already on line %d", key.Value, first.Line)
		default:
			seen[key.Value] = n.Content[i]
			own = append(own, pair{key, n.Content[i+1]})
		}
	}
	for _, p := range merged {
		if seen[p.key.Value] == nil {
			seen[p.key.Value] = p.key
			own = append(own, p)
		}
	}
	return own
}

// mergedPairs returns the entries that the value of a merge key stands for: a mapping or a list of mappings.
func (d *decoder) mergedPairs(value *yaml.Node) []pair {
	n, ok := d.node(value)
	if !ok {
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		return d.pairs(n)
	case yaml.SequenceNode:
		var merged []pair
		for _, element := range n.Content {
			if m, ok := d.node(element); ok && m.Kind == yaml.MappingNode {
				merged = append(merged, d.pairs(m)...)
			} else if ok {
				d.errorAt(d.source.position(element), "<< merges mappings, not %s", describe(m))
			}
		}
		return merged
	}
	d.errorAt(d.source.position(value), "<< merges a mapping or a list of mappings, not %s", describe(n))
	return nil
}

// A field is a key that a mapping may have.
type field struct {
	name     string
	read     func(*yaml.Node) // reads a value that is not null
	required string           // what the key is for, if it must be there
}

// object reads a mapping with a fixed set of keys. Keys that are missing are reported at the given position.
func (d *decoder) object(n *yaml.Node, at Position, fields []field) {
	n, present := d.node(n)
	if present && n.Kind != yaml.MappingNode {
		d.valueError(n, "must be a mapping with the keys %s, not %s", fieldNames(fields), describe(n))
		return
	}
	given := make([]bool, len(fields))
	if present {
		d.readFields(n, fields, given)
	}
	for i, f := range fields {
		if f.required != "" && !given[i] {
			d.errorAt(at, "%s is missing: write %s", d.pathTo(f.name), f.required)
		}
	}
}

func (d *decoder) readFields(n *yaml.Node, fields []field, given []bool) {
	parent := d.path
	for _, p := range d.pairs(n) {
		i := fieldIndex(fields, p.key.Value)
		if i < 0 {
			advice := "the keys are " + fieldNames(fields)
			meant := d.suggest.didYouMean(p.key.Value, names(fields), advice)
			d.errorAt(d.source.position(p.key), "unknown key %q: %s", d.pathTo(p.key.Value), meant)
			continue
		}
		value, ok := d.node(p.value)
		if !ok {
			continue
		}
		given[i] = true
		d.path = d.pathTo(fields[i].name)
		fields[i].read(value)
		d.path = parent
	}
}

func (d *decoder) pathTo(key string) string {
	if d.path == "" {
		return key
	}
	return d.path + "." + key
}

// entries reads a mapping with keys of the user's choice.
func (d *decoder) entries(n *yaml.Node, read func(key located, value *yaml.Node)) {
	n, ok := d.node(n)
	if !ok {
		return
	}
	if n.Kind != yaml.MappingNode {
		d.valueError(n, "must be a mapping from names to their descriptions, not %s", describe(n))
		return
	}
	for _, p := range d.pairs(n) {
		read(located{p.key.Value, d.source.position(p.key)}, p.value)
	}
}

// elements reads a list.
func (d *decoder) elements(n *yaml.Node, read func(*yaml.Node)) {
	n, ok := d.node(n)
	if !ok {
		return
	}
	if n.Kind != yaml.SequenceNode {
		d.valueError(n, "must be a list, not %s: put it in [ ]", describe(n))
		return
	}
	for _, element := range n.Content {
		if e, ok := d.node(element); ok {
			read(e)
		} else if !d.stopped {
			d.valueError(element, "has an empty element: remove it")
		}
	}
}

// within decodes something that messages shall name.
func (d *decoder) within(context string, decode func()) {
	outerContext, outerPath := d.context, d.path
	d.context, d.path = context, ""
	decode()
	d.context, d.path = outerContext, outerPath
}

func fieldIndex(fields []field, name string) int {
	for i := range fields {
		if fields[i].name == name {
			return i
		}
	}
	return -1
}

func names(fields []field) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.name
	}
	return list
}

func fieldNames(fields []field) string { return strings.Join(names(fields), ", ") }

// describe names the type of a value as the user sees it.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.Tag {
	case stringTag:
		return "text"
	case integerTag, floatTag:
		return "a number"
	case boolTag:
		return "true or false"
	case timestampTag:
		return "a date"
	case nullTag:
		return "nothing"
	}
	return "a value tagged " + n.Tag
}
