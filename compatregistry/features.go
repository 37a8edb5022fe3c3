package compatregistry

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/selectors"
)

// A featureDraft is a feature with the positions of its parts. Parts that are missing or malformed have been reported
// and are left zero, so rules must not report zero values once more.
type featureDraft struct {
	*Feature
	contracts  []located
	version    located
	change     located // as written; no text where it is the default
	detect     located
	introduced datedPosition
	graceEnd   datedPosition
	extensions []extensionDraft
	windowed   bool // grace_end is there, be it malformed
}

type extensionDraft struct {
	from, to datedPosition
}

func (b *builder) readFeatures(n *yaml.Node) {
	b.entries(n, func(key located, value *yaml.Node) {
		b.within(fmt.Sprintf("feature %q", key.text), func() { b.readFeature(key, value) })
	})
}

func (b *builder) readFeature(key located, n *yaml.Node) {
	f := &Feature{Name: key.text, Position: key.position, Criticality: Critical}
	draft := &featureDraft{Feature: f}
	var which contractChoice
	b.object(n, key.position, []field{
		{name: "contract", read: b.readSingle(&which)},
		{name: "contracts", read: b.readSeveral(&which)},
		{name: "selectors", read: b.notEmpty("list the functions that the feature added", b.readSelectors(f)), required: `selectors: ["getPolicyCodeHash()"] with the functions that the feature added`},
		{name: "introduced", read: b.readIntroduced(draft), required: "introduced: {version: v0.3.0, date: 2026-04-15}"},
		{name: "state", read: choice(b.decoder, &f.State, Planned, Grace, Strict, Retired), required: "state: planned, grace, strict or retired"},
		{name: "change", read: b.worded(&draft.change, choice(b.decoder, &f.Change, changes...))},
		{name: "detect", read: b.worded(&draft.detect, choice(b.decoder, &f.Detect, DetectSelector, DetectReturns, DetectNone))},
		{name: "grace_end", read: b.readGraceEnd(draft)},
		{name: "ticket", read: b.text(&f.Ticket), required: "ticket: and the issue under which legacy is removed"},
		{name: "owner", read: b.text(&f.Owner)},
		{name: "criticality", read: choice(b.decoder, &f.Criticality, Critical, Warning)},
		{name: "components", read: b.texts(&f.Components, nil)},
		{name: "legacy", read: b.prose(&f.Legacy)},
		{name: "extensions", read: b.readExtensions(draft)},
	})
	b.choose(which, draft)
	f.defaultChange()
	f.Contracts = texts(draft.contracts)
	f.Introduced.Version, f.Introduced.Date = draft.version.text, draft.introduced.Date
	f.GraceEnd, f.GraceEndPosition = draft.graceEnd.Date, draft.graceEnd.position
	if f.GraceEnd.IsZero() {
		f.GraceEndPosition = f.Position
	}
	b.features = append(b.features, draft)
	b.registry.Features = append(b.registry.Features, f)
	b.registry.features[f.Name] = f
}

// worded reads a value and keeps its text and position.
func (b *builder) worded(into *located, read func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		*into = located{n.Value, b.source.position(n)}
		read(n)
	}
}

// defaultChange fills in what the registry leaves out.
func (f *Feature) defaultChange() {
	if f.Change == "" {
		f.Change = ChangeAdded
	}
	if f.Detect == "" {
		f.Detect = detects[f.Change][0]
	}
}

// A contractChoice is what the keys contract and contracts say, of which exactly one must be there.
type contractChoice struct {
	single, several bool
	contracts       []located
}

func (b *builder) readSingle(c *contractChoice) func(*yaml.Node) {
	return func(n *yaml.Node) {
		c.single = true
		if l, ok := b.readText(n); ok {
			c.contracts = append(c.contracts, l)
		}
	}
}

func (b *builder) readSeveral(c *contractChoice) func(*yaml.Node) {
	read := b.notEmpty("name the contracts that have the selectors", b.textList(&c.contracts, nil))
	return func(n *yaml.Node) {
		c.several = true
		read(n)
	}
}

func (b *builder) choose(c contractChoice, draft *featureDraft) {
	switch {
	case c.single && c.several:
		b.errorAt(draft.Position, "contract and contracts are both there: keep one of them")
	case !c.single && !c.several:
		b.errorAt(draft.Position, "contract is missing: write contract: and the name of a contract, or contracts: [A, B]")
	default:
		draft.contracts = c.contracts
	}
}

func (b *builder) readSelectors(f *Feature) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.elements(n, func(element *yaml.Node) {
			if s, ok := b.readSelector(element); ok {
				f.Selectors = append(f.Selectors, s)
			}
		})
	}
}

// readSelector reads a signature, or a mapping with one.
func (b *builder) readSelector(n *yaml.Node) (RequiredSelector, bool) {
	before := len(b.errors)
	var signature, id located
	var returns []string
	if n.Kind == yaml.MappingNode {
		b.object(n, b.source.position(n), []field{
			{name: "signature", read: b.textAt(&signature), required: `signature: "getPolicyCodeHash()"`},
			{name: "id", read: b.readID(&id)},
			{name: "returns", read: b.readReturns(&returns)},
		})
	} else {
		b.textAt(&signature)(n)
	}
	if len(b.errors) > before || signature.text == "" {
		return RequiredSelector{}, false
	}
	return b.requiredSelector(signature, id, returns)
}

func (b *builder) requiredSelector(signature, id located, returns []string) (RequiredSelector, bool) {
	parsed, err := selectors.ParseSignature(signature.text)
	if err != nil {
		b.errorAt(signature.position, "%v", err)
		return RequiredSelector{}, false
	}
	canonical := parsed.String()
	selector := selectors.Of(canonical)
	if id.text != "" {
		switch given, err := selectors.ParseSelector(id.text); {
		case err != nil:
			b.errorAt(id.position, "selector %s: id: %v", canonical, err)
		case given != selector:
			b.errorAt(id.position, "selector %s: id %s is wrong: the id of this signature is %s", canonical, id.text, selector)
		}
	}
	return RequiredSelector{
		Signature: canonical, Name: parsed.Name, Inputs: parsed.Inputs, Selector: selector, Returns: returns, Position: signature.position,
	}, true
}

// readID stores a selector in hex. Without quotes YAML takes it for a number, but the digits are still there.
func (b *builder) readID(into *located) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && n.Tag == integerTag {
			*into = located{n.Value, b.source.position(n)}
			return
		}
		b.textAt(into)(n)
	}
}

func (b *builder) readReturns(into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		list := []string{}
		b.elements(n, func(element *yaml.Node) {
			l, ok := b.readText(element)
			if !ok {
				return
			}
			if _, err := selectors.ParseSignature("f(" + l.text + ")"); err != nil || l.text == "" {
				b.valueError(element, "has %q, which is not a canonical type: write one such as uint256 or (address,bool)", l.text)
				return
			}
			list = append(list, l.text)
		})
		*into = list
	}
}

func (b *builder) readIntroduced(draft *featureDraft) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.object(n, b.source.position(n), []field{
			{name: "version", read: b.textAt(&draft.version), required: "the release of the contracts that added the selectors"},
			{name: "date", read: b.date(&draft.introduced), required: "the day of that release, such as 2026-04-15"},
		})
	}
}

func (b *builder) readGraceEnd(draft *featureDraft) func(*yaml.Node) {
	read := b.date(&draft.graceEnd)
	return func(n *yaml.Node) {
		draft.windowed = true
		read(n)
	}
}

func (b *builder) readExtensions(draft *featureDraft) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.elements(n, func(element *yaml.Node) {
			var e Extension
			var dates extensionDraft
			e.Position = b.source.position(element)
			b.object(element, e.Position, []field{
				{name: "from", read: b.date(&dates.from), required: "the day on which the window would have ended"},
				{name: "to", read: b.date(&dates.to), required: "the day on which it ends now"},
				{name: "reason", read: b.prose(&e.Reason), required: "why legacy has to be served for longer"},
				{name: "approved_by", read: b.text(&e.ApprovedBy), required: "who allowed it"},
			})
			e.From, e.To = dates.from.Date, dates.to.Date
			draft.Extensions = append(draft.Extensions, e)
			draft.extensions = append(draft.extensions, dates)
		})
	}
}
