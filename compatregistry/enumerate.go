package compatregistry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/selectors"
)

// An enumerateDraft is an enumeration with the positions of its parts. Those that are not there have no position.
type enumerateDraft struct {
	Enumerate
	network  string
	path     string
	position Position

	contract, method, page, paging, count, owners, events, argument, since located

	signatures map[string]selectors.Signature // of method, count and owners, by key, where they are well-formed
	listed     []locatedEvent
	parameter  int // that argument names; -1 where it names none
}

type locatedEvent struct {
	selectors.EventSignature
	position Position
}

func (l located) isThere() bool { return l.position != Position{} }

func (b *builder) readEnumerate(network string, set *TargetSet) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d := &enumerateDraft{network: network, path: b.path, position: b.source.position(n), signatures: map[string]selectors.Signature{}, parameter: -1}
		b.object(n, d.position, []field{
			{name: "contract", read: b.textAt(&d.contract), required: "the contract that knows the addresses"},
			{name: "from", read: b.readAddress(&d.From), required: "the address of that contract"},
			{name: "method", read: b.readFunction(d, "method", &d.method)},
			{name: "page", read: b.worded(&d.page, b.number(&d.Page, 1))},
			{name: "paging", read: b.worded(&d.paging, choice(b.decoder, &d.Paging, PagingStartCount, PagingStartEnd))},
			{name: "count", read: b.readFunction(d, "count", &d.count)},
			{name: "owners", read: b.readFunction(d, "owners", &d.owners)},
			{name: "events", read: b.worded(&d.events, b.notEmpty("list the events that name deployments", b.readEvents(d)))},
			{name: "argument", read: b.worded(&d.argument, b.number(&d.parameter, 0))},
			{name: "since", read: b.worded(&d.since, b.readBlock(&d.Since))},
		})
		d.Contract, d.Method, d.Count, d.Owners = d.contract.text, d.method.text, d.count.text, d.owners.text
		b.checkEnumerate(d)
		set.Enumerate = &d.Enumerate
		b.listings = append(b.listings, d)
	}
}

// readFunction reads a canonical signature.
func (b *builder) readFunction(d *enumerateDraft, key string, into *located) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.textAt(into)(n)
		if into.text == "" { // which is reported
			into.position = b.source.position(n)
			return
		}
		signature, err := selectors.ParseSignature(into.text)
		if err != nil {
			b.errorAt(into.position, "%s: %v", b.path, err)
			return
		}
		d.signatures[key] = signature
	}
}

func (b *builder) readEvents(d *enumerateDraft) func(*yaml.Node) {
	return func(n *yaml.Node) {
		b.elements(n, func(element *yaml.Node) {
			l, ok := b.readText(element)
			if !ok {
				return
			}
			event, err := selectors.ParseEventSignature(l.text)
			if err != nil {
				b.errorAt(l.position, "%s: %v", b.path, err)
				return
			}
			for _, other := range d.listed {
				if other.Topic() == event.Topic() && other.Topics() == event.Topics() {
					b.errorAt(l.position, "%s has %q and %q, whose logs look the same: remove one", b.path, other, event)
					return
				}
			}
			d.listed = append(d.listed, locatedEvent{event, l.position})
		})
	}
}

func (b *builder) readBlock(into *uint64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		block, err := strconv.ParseUint(n.Value, 10, 63)
		if n.Kind != yaml.ScalarNode || n.Tag != integerTag || err != nil {
			b.valueError(n, "must be the number of a block in decimal, not %s", describeValue(n))
			return
		}
		*into = block
	}
}

// at reports an error about a key of an enumeration.
func (b *builder) at(d *enumerateDraft, key located, format string, args ...any) {
	b.errorAt(key.position, "%s.%s", d.path, fmt.Sprintf(format, args...))
}

// checkEnumerate checks which keys are there together, and what they say of each other.
func (b *builder) checkEnumerate(d *enumerateDraft) {
	switch {
	case d.method.isThere() && d.events.isThere():
		b.at(d, d.events, "events and %s.method are both there: keep one of them", d.path)
	case d.method.isThere():
		b.without(d, "method", "argument", d.argument, "since", d.since)
		b.checkMethod(d)
	case d.events.isThere():
		b.without(d, "events", "page", d.page, "paging", d.paging, "count", d.count, "owners", d.owners)
		b.checkEvents(d)
	default:
		b.errorAt(d.position, `%s has neither method nor events: write method: and the function that lists the addresses, such as "getAllPolicyClients()", `+
			`or events: and those that name one each, such as ["Deployed(address indexed)"]`, d.path)
	}
}

// without refuses keys that mean nothing next to another.
func (b *builder) without(d *enumerateDraft, key string, others ...any) {
	for i := 0; i < len(others); i += 2 {
		if other := others[i+1].(located); other.isThere() {
			b.at(d, other, "%s does not go with %s.%s: remove one of them", others[i], d.path, key)
		}
	}
}

// checkMethod checks that the parameters of the functions are those that they are called with.
func (b *builder) checkMethod(d *enumerateDraft) {
	b.takesNothing(d, "count", d.count)
	b.takesNothing(d, "owners", d.owners)
	switch {
	case d.owners.isThere():
		b.without(d, "owners", "page", d.page, "paging", d.paging, "count", d.count)
		b.takes(d, "address", `each of the owners: write one such as "getAllPoliciesByOwner(address)"`)
	case d.page.isThere():
		if d.Paging == "" {
			d.Paging = PagingStartCount
		}
		b.takes(d, "uint,uint", `a start and a count: write one such as "getPolicies(uint256,uint256)"`)
	case d.paging.isThere():
		b.at(d, d.paging, "paging goes with %s.page: write page: and how many addresses to ask for at once", d.path)
	case d.count.isThere():
		b.takes(d, "uint", `each index below the count: write one such as "policyAt(uint256)", or add page: and how many addresses to ask for at once`)
	default:
		b.takes(d, "", advice(shape(d.signatures["method"].Inputs)))
	}
}

func (b *builder) takesNothing(d *enumerateDraft, key string, l located) {
	if len(d.signatures[key].Inputs) > 0 {
		b.at(d, l, "%s: %q has parameters, and is called without: write one that has none", key, l.text)
	}
}

// takes checks the parameters of the method.
func (b *builder) takes(d *enumerateDraft, want, what string) {
	s, ok := d.signatures["method"]
	switch {
	case !ok || shape(s.Inputs) == want:
	case want == "":
		b.at(d, d.method, "method: %q has parameters, and there is nothing to call it with: %s", d.method.text, what)
	default:
		b.at(d, d.method, "method: %q has other parameters than it is called with, which is %s", d.method.text, what)
	}
}

// shape writes types without the sizes of numbers.
func shape(types []string) string {
	plain := make([]string, len(types))
	for i, t := range types {
		if plain[i] = t; isNumber(t) {
			plain[i] = "uint"
		}
	}
	return strings.Join(plain, ",")
}

// isNumber reports whether a canonical type is a number that is not negative.
func isNumber(canonical string) bool {
	digits, ok := strings.CutPrefix(canonical, "uint")
	_, err := strconv.ParseUint(digits, 10, 16)
	return ok && err == nil
}

// advice says which key gives a method its arguments.
func advice(shape string) string {
	switch shape {
	case "address":
		return `add owners: and the function that lists them, such as "getAllPolicyOwners()"`
	case "uint":
		return `add count: and the function that says how many there are, such as "policyCount()"`
	case "uint,uint":
		return "add page: and how many addresses to ask for at once, such as 500"
	}
	return "write one that has none"
}

// checkEvents finds the parameter of each event that is the address.
func (b *builder) checkEvents(d *enumerateDraft) {
	if !d.since.isThere() {
		b.errorAt(d.position, "%s has no since: write since: and the first block that may have such an event, which is that of the contract's deployment", d.path)
	}
	for _, event := range d.listed {
		argument := slices.IndexFunc(event.Inputs, func(i selectors.EventInput) bool { return i.Type == "address" })
		switch {
		case d.parameter >= len(event.Inputs):
			b.at(d, d.argument, "argument is %d, and the parameters of %q, counted from 0, end before", d.parameter, event)
		case d.parameter >= 0 && event.Inputs[d.parameter].Type != "address":
			b.at(d, d.argument, "argument is %d, and that parameter of %q is no address", d.parameter, event)
		case d.parameter >= 0:
			argument = d.parameter
		case argument < 0:
			b.errorAt(event.position, "%s.events: %q has no parameter of type address", d.path, event)
		}
		d.Events = append(d.Events, DeploymentEvent{event.String(), argument})
	}
}

// checkListing looks for what an enumeration names in the ABI of its contract. The contract need not be among the contracts.
func (b *builder) checkListing(d *enumerateDraft) {
	contract := b.registry.contracts[d.contract.text]
	methods := b.methods[contract]
	if methods == nil {
		return
	}
	returns := isList
	if d.Count != "" && d.Page == 0 {
		returns = isAddress
	}
	b.checkReader(d, contract, "method", d.method, returns)
	b.checkReader(d, contract, "count", d.count, isCount)
	b.checkReader(d, contract, "owners", d.owners, isList)
	b.checkEmitted(d, contract)
}

// A result is what a function must return.
type result struct {
	name string
	fits func(types []string) bool
}

var (
	isList    = result{"address[]", func(types []string) bool { return len(types) > 0 && types[0] == "address[]" }}
	isAddress = result{"address", func(types []string) bool { return len(types) == 1 && types[0] == "address" }}
	isCount   = result{"a number", func(types []string) bool { return len(types) == 1 && isNumber(types[0]) }}
)

// checkReader looks for a function and compares what it returns.
func (b *builder) checkReader(d *enumerateDraft, contract *Contract, key string, l located, returns result) {
	s, ok := d.signatures[key]
	if !ok {
		return
	}
	methods := b.methods[contract]
	method, ok := methods.bySelector[selectors.Of(s.String())]
	switch {
	case !ok:
		b.errorAt(l.position, "network %q: enumerate: contract %q has no function %q in %s: %s", d.network, contract.Name, l.text, contract.ABIFile,
			methods.meant(&b.suggest, l.text, "correct the signature or the ABI file"))
	case !returns.fits(method.Returns):
		b.errorAt(l.position, "network %q: enumerate: %s: %q returns %s in %s, and must return %s", d.network, key, l.text, typeList(method.Returns),
			contract.ABIFile, returns.name)
	}
}

// checkEmitted looks for events. Those that were changed are no longer in the ABI, but one of them must be.
func (b *builder) checkEmitted(d *enumerateDraft, contract *Contract) {
	if len(d.listed) == 0 {
		return
	}
	known := make([]string, len(contract.ABI.Events))
	for i, event := range contract.ABI.Events {
		known[i] = event.Signature
	}
	for _, event := range d.listed {
		if slices.Contains(known, event.Canonical()) {
			return
		}
	}
	first := d.listed[0]
	b.errorAt(first.position, "network %q: enumerate: contract %q has none of these events in %s: %s", d.network, contract.Name, contract.ABIFile,
		b.suggest.didYouMean(first.Canonical(), known, "correct the signatures or the ABI file"))
}
