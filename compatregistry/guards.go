package compatregistry

import (
	"gopkg.in/yaml.v3"
)

func (b *builder) readGuards(n *yaml.Node) {
	g := &b.registry.Guards
	b.object(n, b.source.position(n), []field{
		{name: "wrappers", read: b.readWrappers},
		{name: "strict", read: b.texts(&g.Strict, checkFunction)},
		{name: "selector_miss", read: b.texts(&g.SelectorMiss, checkFunction)},
		{name: "record", read: b.texts(&g.Record, checkFunction)},
		{name: "supports", read: b.readSupports},
		{name: "passthrough", read: b.texts(&g.Passthrough, checkFunction)},
		{name: "callers", read: b.texts(&g.Callers, checkFunction)},
	})
}

func (b *builder) readWrappers(n *yaml.Node) {
	seen := map[string]bool{}
	b.elements(n, func(element *yaml.Node) {
		var w Wrapper
		b.object(element, b.source.position(element), []field{
			{name: "type", read: b.checked(&w.Type, checkWrapperType), required: "the struct type, such as pkg/path.T"},
			{name: "feature", read: b.checked(&w.Feature, checkGoName), required: "the field that names the feature"},
			{name: "current", read: b.checked(&w.Current, checkGoName), required: "the field with the function that calls the new version"},
			{name: "legacy", read: b.checked(&w.Legacy, checkGoName), required: "the field with the function that serves the old version"},
		})
		if w.Type != "" && seen[w.Type] {
			b.valueError(element, "has type %q twice: remove one", w.Type)
		}
		seen[w.Type] = true
		b.registry.Guards.Wrappers = append(b.registry.Guards.Wrappers, w)
	})
}

func (b *builder) readSupports(n *yaml.Node) {
	seen := map[Supports]bool{}
	b.elements(n, func(element *yaml.Node) {
		var s Supports
		var feature located
		b.object(element, b.source.position(element), []field{
			{name: "symbol", read: b.checked(&s.Symbol, checkFunction), required: "the function, such as (*pkg/path.T).HasV4"},
			{name: "feature", read: b.textAt(&feature), required: "the name of the feature whose selectors it looks for"},
		})
		if s.Feature = feature.text; s.Feature != "" {
			b.supports = append(b.supports, feature)
		}
		if s.Symbol != "" && seen[s] {
			b.valueError(element, "has %q for the feature %q twice: remove one", s.Symbol, s.Feature)
		}
		seen[s] = true
		b.registry.Guards.Supports = append(b.registry.Guards.Supports, s)
	})
}

// checked stores text that satisfies check.
func (b *builder) checked(into *string, check func(text string) error) func(*yaml.Node) {
	return func(n *yaml.Node) {
		l, ok := b.readText(n)
		if !ok {
			return
		}
		if err := check(l.text); err != nil {
			b.valueError(n, "is %v", err)
			return
		}
		*into = l.text
	}
}
