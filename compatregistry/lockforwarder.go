package compatregistry

import (
	"strconv"
	"strings"
)

// Attributes of a forwarder's record, in the order in which they are written: "packs,contract=NAME,values=INDEX".
const (
	packsAttribute    = "packs"
	contractAttribute = "contract"
	valuesAttribute   = "values"
)

func (p *lockParser) forwarder(f []word) {
	parameter, ok := parseIndex(f[1].text)
	if !ok {
		p.errorAt(f[1].column, "parameter %q is no number: count the parameters from 0, without the receiver", f[1].text)
		return
	}
	forwarder := LockedForwarder{Symbol: f[0].text, Parameter: parameter, Line: p.number}
	if len(f) == 3 && !p.attributes(&forwarder, f[2]) {
		return
	}
	p.unique("forwarder", f[0].text, f[1].text)
	p.lock.Forwarders = append(p.lock.Forwarders, forwarder)
}

// attributes reads the optional last word of a forwarder's record. Only one spelling is accepted: records are compared and merged as text.
func (p *lockParser) attributes(forwarder *LockedForwarder, w word) bool {
	for _, attribute := range strings.Split(w.text, ",") {
		key, value, _ := strings.Cut(attribute, "=")
		switch key {
		case packsAttribute:
			forwarder.Packs = true
		case contractAttribute:
			forwarder.Contract = value
		case valuesAttribute:
			forwarder.Values, _ = parseIndex(value)
		}
	}
	if forwarder.attributes() != w.text {
		p.errorAt(w.column, "attributes %q of a forwarder are malformed: write packs, contract=NAME or values=INDEX, in this order", w.text)
		return false
	}
	return true
}

// attributes is what is known of a forwarder besides its parameter, as one word; "" for nothing.
func (f *LockedForwarder) attributes() string {
	var known []string
	if f.Packs {
		known = append(known, packsAttribute)
	}
	if f.Contract != "" {
		known = append(known, contractAttribute+"="+f.Contract)
	}
	if f.Values > 0 {
		known = append(known, valuesAttribute+"="+strconv.Itoa(f.Values))
	}
	return strings.Join(known, ",")
}

// parseIndex reads a number from 0 that is spelled as strconv.Itoa does.
func parseIndex(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 0 && strconv.Itoa(n) == text
}
