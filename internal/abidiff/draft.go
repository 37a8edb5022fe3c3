package abidiff

import (
	"errors"
	"fmt"
	"go/token"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/selectors"
)

// DraftOptions are what a registry entry needs and the contracts do not tell.
type DraftOptions struct {
	Today    grace.Date               // taken for the day of the release
	Release  string                   // of the contracts; "" for the version of the new source, or a placeholder
	Ticket   string                   // "" for a placeholder
	Registry *compatregistry.Registry // nil where there is none
}

// What stands in a draft for what only its author knows. Both are valid, so that the draft is.
const (
	placeholderRelease = "unreleased"
	placeholderTicket  = "TICKET"
)

// defaultMaxGrace is how long windows are where no registry says so, in days.
const defaultMaxGrace = 180

// A draft is registry entries in the making.
type draft struct {
	DraftOptions
	contracts, features strings.Builder
	notes               []string
	declared            map[string]bool // contracts that the draft adds
	names               map[string]bool // folded names of features
	registered          map[contractSelector]bool
}

type contractSelector struct {
	contract string
	selector selectors.Selector
}

func newDraft(opts DraftOptions) *draft {
	d := &draft{DraftOptions: opts, declared: map[string]bool{}, names: map[string]bool{}, registered: map[contractSelector]bool{}}
	if opts.Registry == nil {
		return d
	}
	for _, f := range opts.Registry.Features {
		d.names[fold(f.Name)] = true
		for _, contract := range f.Contracts {
			for _, s := range f.Selectors {
				d.registered[contractSelector{contract, s.Selector}] = true
			}
		}
	}
	return d
}

// WriteDraft writes registry entries for the functions that contracts gained: YAML that is valid in the registry, and a whole registry where
// there is none. It returns what the author has to know, and fails where there is nothing to write.
func (r *Report) WriteDraft(out io.Writer, opts DraftOptions) (notes []string, err error) {
	if opts.Release == "" {
		opts.Release = r.New.Version
	}
	if opts.Release == "" {
		opts.Release = placeholderRelease
	}
	if opts.Ticket == "" {
		opts.Ticket = placeholderTicket
	}
	for _, text := range []string{opts.Release, opts.Ticket} {
		if strings.TrimSpace(text) == "" || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
			return nil, fmt.Errorf("%q cannot stand in a registry: write plain text", text)
		}
	}
	d := newDraft(opts)
	for _, p := range r.Changed {
		if err := d.pair(p); err != nil {
			return nil, err
		}
	}
	if d.features.Len() == 0 {
		return nil, errNothing
	}
	_, err = io.WriteString(out, d.text())
	return d.notes, err
}

// errNothing is no failure: without new functions there is nothing to register.
var errNothing = errors.New("no contract has a function that is not registered yet")

// IsNothing reports whether WriteDraft failed because there is nothing to register.
func IsNothing(err error) bool { return errors.Is(err, errNothing) }

func (d *draft) text() string {
	var b strings.Builder
	if d.Registry == nil {
		b.WriteString("version: 1\n")
	}
	if d.contracts.Len() > 0 {
		b.WriteString("contracts:\n" + d.contracts.String())
	}
	b.WriteString("features:\n" + d.features.String())
	return b.String()
}

// pair drafts the feature of one contract.
func (d *draft) pair(p Pair) error {
	name := p.New.Name
	if p.Contract != nil {
		name = p.Contract.Name
	} else if !strings.HasSuffix(p.Name, ")") { // not a name with a place, but one that may have been asked for
		name = p.Name
	}
	added := d.unregistered(name, p.Changes.Added)
	if len(added) == 0 {
		return nil
	}
	if !solidityName.MatchString(name) || !token.IsIdentifier(goType(name, p.New)) {
		return fmt.Errorf("%q is not the name of a contract: say which it is with -contract", name)
	}
	if p.Contract == nil && !d.declared[name] {
		d.declared[name] = true
		d.contract(name, p.New)
	}
	d.feature(name, p.Contract, added)
	return nil
}

// unregistered returns the functions that are neither in the registry nor in the draft: a contract may have several bindings.
func (d *draft) unregistered(contract string, added []selectors.Method) []selectors.Method {
	var missing []selectors.Method
	for _, m := range added {
		key := contractSelector{contract, m.Selector}
		if !d.registered[key] {
			d.registered[key] = true
			missing = append(missing, m)
		}
	}
	return missing
}

func (d *draft) contract(name string, c *Contract) {
	fmt.Fprintf(&d.contracts, "  %s:\n    rollout: grace # lockstep, if all deployments are upgraded together with the service\n", name)
	if c.ImportPath != "" {
		fmt.Fprintf(&d.contracts, "    bindings: [%s]\n", scalar(c.ImportPath))
	}
	if t := goType(name, c); t != name {
		fmt.Fprintf(&d.contracts, "    types: [%s]\n", t)
	}
}

// goType is the abigen type of a contract: the binding has it, and for an ABI abigen makes it of the contract's name.
func goType(name string, c *Contract) string {
	if strings.HasSuffix(c.File, ".go") {
		return c.Name
	}
	return selectors.GoName(name)
}

func (d *draft) feature(name string, contract *compatregistry.Contract, added []selectors.Method) {
	feature := d.featureName(name, added)
	b := &d.features
	fmt.Fprintf(b, "  %s:\n    contract: %s\n    selectors:\n", feature, name)
	for _, m := range added {
		fmt.Fprintf(b, "      - %q # %s%s\n", m.Signature, m.Selector, strings.TrimPrefix(declaration(m), m.Signature))
	}
	fmt.Fprintf(b, "    introduced:\n      version: %s\n      date: %s # the day of the release\n", scalar(d.Release), d.Today)
	if contract != nil && contract.Rollout == compatregistry.RolloutLockstep {
		fmt.Fprintf(b, "    state: strict # deployed together with the service\n")
	} else {
		days := defaultMaxGrace
		if d.Registry != nil {
			days = d.Registry.Policy.MaxGrace
		}
		fmt.Fprintf(b, "    state: grace\n    grace_end: %s # the latest day that policy.max_grace allows\n", d.Today.AddDays(days))
	}
	fmt.Fprintf(b, "    ticket: %s # under which legacy is removed\n", scalar(d.Ticket))
	d.note(feature, contract, added)
}

// note says what keeps the registry from being valid with the entry in it.
func (d *draft) note(feature string, contract *compatregistry.Contract, added []selectors.Method) {
	if contract == nil {
		return
	}
	if contract.ABI != nil && slices.ContainsFunc(added, func(m selectors.Method) bool { _, ok := contract.ABI.BySelector(m.Selector); return !ok }) {
		d.notes = append(d.notes, fmt.Sprintf("%s: %s is the ABI of contract %s and does not have the new functions: replace it with the new one",
			feature, contract.ABIFile, contract.Name))
	}
	versions := []string{d.Release}
	for _, f := range d.Registry.Features {
		if f.NeedsGuard() && slices.Contains(f.Contracts, contract.Name) && !slices.Contains(versions, f.Introduced.Version) {
			versions = append(versions, f.Introduced.Version)
		}
	}
	if limit := d.Registry.Policy.MaxLiveVersions; contract.Rollout == compatregistry.RolloutGrace && len(versions)+1 > limit {
		d.notes = append(d.notes, fmt.Sprintf("%s: contract %s would have %d live versions, more than policy.max_live_versions %d: end a window first",
			feature, contract.Name, len(versions)+1, limit))
	}
}

// featureName calls a feature after its one function, or after the contract's release, and makes it unlike all others.
func (d *draft) featureName(contract string, added []selectors.Method) string {
	name := contract + "_" + d.Release
	if len(added) == 1 {
		name = contract + "_" + added[0].Name
	}
	name = snakeCase(name)
	for n, base := 2, name; d.names[fold(name)]; n++ {
		name = fmt.Sprintf("%s_%d", base, n)
	}
	d.names[fold(name)] = true
	return name
}

var (
	wordStart    = regexp.MustCompile(`([a-z0-9])([A-Z])`)
	acronymEnd   = regexp.MustCompile(`([A-Z])([A-Z][a-z])`)
	notWord      = regexp.MustCompile(`[^a-z0-9]+`)
	solidityName = regexp.MustCompile(`^[a-zA-Z_$][a-zA-Z0-9_$]*$`)
)

// snakeCase makes a feature's name, which begins with a letter.
func snakeCase(name string) string {
	name = wordStart.ReplaceAllString(acronymEnd.ReplaceAllString(name, "${1}_${2}"), "${1}_${2}")
	name = strings.Trim(notWord.ReplaceAllString(strings.ToLower(name), "_"), "_")
	if name == "" || name[0] < 'a' {
		return strings.TrimSuffix("feature_"+name, "_")
	}
	return name
}

// fold is how the registry compares the names of features.
func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// scalar writes text so that YAML reads the same text.
func scalar(text string) string {
	plain, err := yaml.Marshal(text)
	if err == nil && string(plain) == text+"\n" && !strings.ContainsAny(text, ",[]{}#:") {
		return text
	}
	return fmt.Sprintf("%q", text)
}
