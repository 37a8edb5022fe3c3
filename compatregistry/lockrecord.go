package compatregistry

import (
	"encoding/hex"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// A recordForm is what a line of a lock file must look like.
type recordForm struct {
	fields      string // names of the fields, for messages
	least, most int    // how many fields there are
	read        func(*lockParser, []word)
}

var recordForms map[string]recordForm

func init() { // not an initialiser: the readers refer to the table
	recordForms = map[string]recordForm{
		"admit":     {"CONTRACT SELECTOR SIGNATURE REASON", 4, 4, (*lockParser).admission},
		"binding":   {"IMPORT-PATH CONTRACT GENERATOR DIGEST", 4, 4, (*lockParser).binding},
		"directive": {"VERB SYMBOL [FEATURE,...]", 2, 3, (*lockParser).directive},
		"forwarder": {"SYMBOL PARAMETER [ATTRIBUTE,...]", 2, 3, (*lockParser).forwarder},
		"method":    {"IMPORT-PATH TYPE.METHOD CONTRACT SELECTOR", 4, 4, (*lockParser).method},
		"selector":  {"CONTRACT SELECTOR SIGNATURE RETURNS MUTABILITY", 5, 5, (*lockParser).selector},
	}
}

func (p *lockParser) record(words []word) {
	kind, fields := words[0].text, words[1:]
	form, ok := recordForms[kind]
	if !ok {
		p.errorAt(1, "record %q is not known: write admit, binding, directive, forwarder, method or selector", kind)
		return
	}
	if len(fields) < form.least || len(fields) > form.most {
		p.errorAt(1, "%s has %d fields: write %q", kind, len(fields), kind+" "+form.fields)
		return
	}
	form.read(p, fields)
}

func (p *lockParser) selector(f []word) {
	s := LockedSelector{Contract: f[0].text, Signature: f[2].text, Mutability: f[4].text, Line: p.number}
	var ok bool
	if s.Selector, ok = p.selectorOf(f[1], f[2]); !ok {
		return
	}
	if s.Returns, ok = p.returnTypes(f[3]); !ok {
		return
	}
	if !slices.Contains(mutabilities, s.Mutability) {
		p.errorAt(f[4].column, "mutability %q is not known: write %s", s.Mutability, strings.Join(mutabilities, ", "))
		return
	}
	p.unique("selector", s.Contract, f[1].text)
	p.lock.Selectors = append(p.lock.Selectors, s)
}

// mutabilities are those of the Solidity ABI specification ("JSON", stateMutability).
var mutabilities = []string{"nonpayable", "payable", "pure", "view"}

func (p *lockParser) admission(f []word) {
	selector, ok := p.selectorOf(f[1], f[2])
	if !ok {
		return
	}
	if strings.TrimSpace(f[3].text) == "" {
		p.errorAt(f[3].column, "reason is empty: say why the function may stay unregistered")
		return
	}
	p.unique("admit", f[0].text, f[1].text)
	p.lock.Admitted = append(p.lock.Admitted, Admission{
		Contract: f[0].text, Selector: selector, Signature: f[2].text, Reason: f[3].text, Line: p.number,
	})
}

func (p *lockParser) binding(f []word) {
	digest, ok := strings.CutPrefix(f[3].text, "sha256:")
	if sum, err := hex.DecodeString(digest); !ok || err != nil || len(sum) != 32 || strings.ToLower(digest) != digest {
		p.errorAt(f[3].column, "digest %q is malformed: it is sha256: and 64 lower-case hex digits", f[3].text)
		return
	}
	p.unique("binding", f[0].text, f[1].text, f[2].text, f[3].text)
	p.lock.Bindings = append(p.lock.Bindings, LockedBinding{
		ImportPath: f[0].text, Contract: f[1].text, Generator: f[2].text, Digest: f[3].text, Line: p.number,
	})
}

func (p *lockParser) method(f []word) {
	typeName, name, _ := strings.Cut(f[1].text, ".")
	if !token.IsIdentifier(typeName) || !token.IsIdentifier(name) {
		p.errorAt(f[1].column, "%q is no method: write TYPE.METHOD, such as NewtonPolicyCaller.Owner", f[1].text)
		return
	}
	selector, ok := p.parseSelector(f[3])
	if !ok {
		return
	}
	p.unique("method", f[0].text, f[1].text, f[2].text)
	p.lock.Methods = append(p.lock.Methods, LockedMethod{
		ImportPath: f[0].text, Type: typeName, Name: name, Contract: f[2].text, Selector: selector, Line: p.number,
	})
}

func (p *lockParser) directive(f []word) {
	d := LockedDirective{Verb: f[0].text, Symbol: f[1].text, Line: p.number}
	if len(f) == 3 {
		d.Features = strings.Split(f[2].text, ",")
		if slices.Contains(d.Features, "") {
			p.errorAt(f[2].column, "feature is empty: separate features with one comma")
			return
		}
	}
	p.unique("directive", d.Verb, d.Symbol)
	p.lock.Directives = append(p.lock.Directives, d)
}

// parseSelector accepts one spelling of a selector only: records are compared and merged as text.
func (p *lockParser) parseSelector(w word) (selectors.Selector, bool) {
	s, err := selectors.ParseSelector(w.text)
	if err == nil && s.String() != w.text {
		err = fmt.Errorf("selector %q is spelled differently everywhere else: write %s", w.text, s)
	}
	if err != nil {
		p.errorAt(w.column, "%v", err)
		return selectors.Selector{}, false
	}
	return s, true
}

// selectorOf reads a selector together with the signature that must hash to it: a record that was edited by hand must
// not make a use invisible.
func (p *lockParser) selectorOf(selector, signature word) (selectors.Selector, bool) {
	s, ok := p.parseSelector(selector)
	if !ok {
		return s, false
	}
	if _, err := selectors.ParseSignature(signature.text); err != nil {
		p.errorAt(signature.column, "%v", err)
		return s, false
	}
	if right := selectors.Of(signature.text); right != s {
		p.errorAt(selector.column, "selector of %s is %s, not %s: %s", signature.text, right, s, restore)
		return s, false
	}
	return s, true
}

// returnTypes reads a list such as "(bytes32,bool)". Lists are shared between records, so nobody may modify them.
func (p *lockParser) returnTypes(w word) ([]string, bool) {
	if types, ok := p.returns[w.text]; ok {
		return types, true
	}
	// A list of returns has the syntax of a list of parameters.
	s, err := selectors.ParseSignature("f" + w.text)
	if err != nil || s.Name != "f" {
		p.errorAt(w.column, "returns %q are malformed: write canonical types, such as (bytes32,bool), or ()", w.text)
		return nil, false
	}
	p.returns[w.text] = s.Inputs
	return s.Inputs, true
}
