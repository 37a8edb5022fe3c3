package edit

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry"
)

// find returns the pair of a mapping with a key that the mapping itself has.
func find(mapping *yaml.Node, key string) (step, bool) {
	if mapping.Kind != yaml.MappingNode {
		return step{}, false
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return step{mapping, i}, true
		}
	}
	return step{}, false
}

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// featurePath returns where a feature is written.
func (f *File) featurePath(feature string) (step, error) {
	features, ok := find(f.top, "features")
	if !ok {
		return step{}, f.byHand(f.top, "the features come from an anchor")
	}
	path, ok := find(features.value(), feature)
	if !ok || path.value().Kind != yaml.MappingNode {
		return step{}, f.byHand(features.value(), "the feature comes from an anchor")
	}
	return path, nil
}

// replaceScalar puts another value behind a key that is there.
func (f *File) replaceScalar(mapping *yaml.Node, key, value string) ([]splice, error) {
	pair, ok := find(mapping, key)
	if !ok || pair.value().Kind != yaml.ScalarNode {
		return nil, f.byHand(mapping, "its "+key+" comes from an anchor")
	}
	n := pair.value()
	start := f.text.offset(n)
	end, ok := f.text.scalarEnd(n)
	if !ok {
		return nil, f.byHand(n, key+" is written over several lines")
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		start, end = start+1, end-1
	}
	return []splice{{start, end, value}}, nil
}

// extend moves the end of a window and records why.
func (f *File) extend(feature string, e compatregistry.Extension) ([]splice, error) {
	path, err := f.featurePath(feature)
	if err != nil {
		return nil, err
	}
	splices, err := f.replaceScalar(path.value(), "grace_end", e.To.String())
	if err != nil {
		return nil, err
	}
	added, err := f.appendExtension(path, extension(e))
	if err != nil {
		return nil, err
	}
	return append(splices, added), nil
}

func (f *File) appendExtension(feature step, entry string) (splice, error) {
	mapping := feature.value()
	pair, ok := find(mapping, "extensions")
	switch {
	case ok && pair.value().Kind == yaml.SequenceNode && isFlow(pair.value()):
		return f.appendFlow(pair.value(), entry)
	case ok && pair.value().Kind == yaml.SequenceNode && len(pair.value().Content) > 0:
		dash := f.text.indent(f.text.offset(pair.value().Content[0]))
		return f.text.insertLines(f.text.blockEnd(f.pathTo(feature, pair)), dash+"- "+entry+f.text.newline), nil
	case ok && isNull(pair.value()) && !isFlow(mapping):
		key := f.text.offset(pair.key())
		return f.text.insertLines(f.text.lineEnd(key), f.text.indent(key)+"  - "+entry+f.text.newline), nil
	case ok:
		return splice{}, f.byHand(pair.value(), "the extensions come from an anchor")
	case isFlow(mapping):
		return f.appendFlow(mapping, "extensions: ["+entry+"]")
	}
	indent := strings.Repeat(" ", mapping.Content[0].Column-1)
	lines := blockLine(line{key: "extensions", elements: []string{entry}}, indent, f.step(feature), f.text.newline)
	return f.text.insertLines(f.text.blockEnd(f.pathTo(feature)), lines), nil
}

// step is by how much a feature's keys are indented more than its name.
func (f *File) step(feature step) string {
	keys := feature.value().Content
	if len(keys) == 0 || isFlow(feature.value()) || keys[0].Column <= feature.key().Column {
		return "  "
	}
	return strings.Repeat(" ", keys[0].Column-feature.key().Column)
}

// pathTo puts the way to the features before further steps.
func (f *File) pathTo(steps ...step) []step {
	features, _ := find(f.top, "features")
	return append([]step{features}, steps...)
}

// appendFlow adds an element or a pair before the closing bracket.
func (f *File) appendFlow(n *yaml.Node, element string) (splice, error) {
	if len(n.Content) == 0 {
		at := f.text.offset(n) + 1
		return splice{at, at, element}, nil
	}
	at, ok := f.text.flowEnd(n.Content[len(n.Content)-1])
	if !ok {
		return splice{}, f.byHand(n, "a value in the brackets is written over several lines")
	}
	return splice{at, at, ", " + element}, nil
}

// add writes an entry behind the last one.
func (f *File) add(feature *compatregistry.Feature) ([]splice, error) {
	features, ok := find(f.top, "features")
	switch {
	case !ok && isFlow(f.top):
		s, err := f.appendFlow(f.top, "features: {"+flow(feature)+"}")
		return []splice{s}, err
	case !ok:
		last := step{f.top, len(f.top.Content) - 2}
		nl := f.text.newline
		return []splice{f.text.insertLines(f.text.blockEnd([]step{last}), nl+"features:"+nl+block(feature, "  ", "  ", nl))}, nil
	}
	value := features.value()
	switch {
	case isNull(value) && !isFlow(f.top), value.Kind == yaml.MappingNode && len(value.Content) == 0 && !isFlow(f.top):
		return f.addFirst(features, feature)
	case value.Kind != yaml.MappingNode:
		return nil, f.byHand(value, "the features come from an anchor")
	case isFlow(value):
		s, err := f.appendFlow(value, flow(feature))
		return []splice{s}, err
	}
	return []splice{f.addLast(value, feature)}, nil
}

// addFirst writes the first entry in the place of nothing or of {}.
func (f *File) addFirst(features step, feature *compatregistry.Feature) ([]splice, error) {
	t := f.text
	key := t.offset(features.key())
	splices := []splice{t.insertLines(t.lineEnd(key), block(feature, "  ", "  ", t.newline))}
	if !isFlow(features.value()) {
		return splices, nil
	}
	open := t.offset(features.value())
	end, ok := t.flowEnd(features.value())
	if !ok || end > t.lineEnd(key) {
		return nil, f.byHand(features.value(), "the brackets are not on the line of the key")
	}
	for open > 0 && t.data[open-1] == ' ' {
		open--
	}
	return append([]splice{{open, end, ""}}, splices...), nil
}

// addLast writes an entry in the style of the others.
func (f *File) addLast(features *yaml.Node, feature *compatregistry.Feature) splice {
	first, last := step{features, 0}, step{features, len(features.Content) - 2}
	t := f.text
	entry := block(feature, strings.Repeat(" ", first.key().Column-1), f.step(first), t.newline)
	if first != last && t.separated(first.key(), features.Content[2]) {
		entry = t.newline + entry
	}
	return t.insertLines(t.blockEnd(f.pathTo(last)), entry)
}

// separated reports whether there is an empty line between two keys.
func (t *text) separated(a, b *yaml.Node) bool {
	for line := range bytes.Lines(t.data[t.lineEnd(t.offset(a)):t.lineStart(t.offset(b))]) {
		if len(bytes.TrimSpace(line)) == 0 {
			return true
		}
	}
	return false
}
