package compatregistry

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// validate checks the rules that concern more than one value, and fills the indexes.
func (b *builder) validate() {
	if len(b.registry.Contracts) == 0 && len(b.registry.Features) == 0 && len(b.errors) == 0 {
		b.errorAt(b.top, "registry is empty: write contracts and the features that they gained")
	}
	b.checkFeatureNames()
	for _, c := range b.contracts {
		b.within(fmt.Sprintf("contract %q", c.Name), func() { b.checkSiblings(c) })
	}
	for _, f := range b.features {
		b.within(fmt.Sprintf("feature %q", f.Name), func() {
			b.checkContracts(f)
			b.checkWindow(f)
			b.checkChange(f)
		})
	}
	b.checkSelectors()
	b.checkLiveVersions()
	b.checkReferences()
}

// snakeCase is the form of feature names. A name is hashed to find its on-chain flag, where a near miss reads as unset.
var snakeCase = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func (b *builder) checkFeatureNames() {
	for _, f := range b.features {
		b.within(fmt.Sprintf("feature %q", f.Name), func() {
			if !snakeCase.MatchString(f.Name) {
				b.errorAt(f.Position, "the name is not lower_snake_case: write %s", snakeCaseAdvice(f.Name))
			}
			first, taken := b.registry.folded[fold(f.Name)]
			if taken {
				b.errorAt(f.Position, "the name differs from %q on line %d only in case and underscores: choose another",
					first.Name, first.Position.Line)
				return
			}
			b.registry.folded[fold(f.Name)] = f.Feature
		})
	}
}

var wordStart = regexp.MustCompile(`([a-z0-9])([A-Z])`)
var notWord = regexp.MustCompile(`[^a-z0-9]+`)

// snakeCaseAdvice rewrites camel case, dashes and spaces, and else gives an example.
func snakeCaseAdvice(name string) string {
	name = strings.ToLower(wordStart.ReplaceAllString(name, "${1}_${2}"))
	name = strings.Trim(notWord.ReplaceAllString(name, "_"), "_")
	if snakeCase.MatchString(name) {
		return name
	}
	return "a name such as policy_code_hash"
}

func (b *builder) checkSiblings(c *contractDraft) {
	for _, sibling := range c.siblings {
		switch {
		case sibling.text == c.Name:
			b.errorAt(sibling.position, "siblings has the contract itself: remove it")
		case b.registry.contracts[sibling.text] == nil:
			b.errorAt(sibling.position, "sibling %q is not among the contracts: %s", sibling.text, b.meantContract(sibling.text))
		}
	}
}

func (b *builder) checkContracts(f *featureDraft) {
	for _, name := range f.contracts {
		if b.registry.contracts[name.text] == nil {
			b.errorAt(name.position, "contract %q is not among the contracts: %s", name.text, b.meantContract(name.text))
		}
	}
}

func (b *builder) meantContract(name string) string {
	known := make([]string, len(b.contracts))
	for i, c := range b.contracts {
		known[i] = c.Name
	}
	return b.suggest.didYouMean(name, known, "add it there")
}

// checkLiveVersions bounds how many versions of a contract the service has to serve at once.
func (b *builder) checkLiveVersions() {
	versions := map[string][]string{}
	reported := map[string]bool{}
	limit := b.registry.Policy.MaxLiveVersions
	for _, f := range b.features {
		if !f.NeedsGuard() || f.version.text == "" {
			continue
		}
		for _, contract := range f.Contracts {
			if slices.Contains(versions[contract], f.version.text) || reported[contract] {
				continue
			}
			versions[contract] = append(versions[contract], f.version.text)
			if live := len(versions[contract]) + 1; live > limit {
				reported[contract] = true
				b.errorAt(f.version.position, "contract %q has %d live versions (before %s, with %s), more than policy.max_live_versions %d: "+
					"end a window before you open another, or raise policy.max_live_versions",
					contract, live, versions[contract][0], strings.Join(versions[contract], ", with "), limit)
			}
		}
	}
}

// checkReferences checks the names that guards and networks use.
func (b *builder) checkReferences() {
	for _, feature := range b.supports {
		if b.registry.features[feature.text] == nil {
			b.errorAt(feature.position, "guards.supports: feature %q is not among the features: %s", feature.text, b.meantFeature(feature.text))
		}
	}
	for _, target := range b.targets {
		if name := target.contract.text; b.registry.contracts[name] == nil {
			b.errorAt(target.contract.position, "network %q: contract %q is not among the contracts: %s", target.network, name, b.meantContract(name))
		}
	}
	for _, e := range b.listings {
		b.checkListing(e)
	}
}

func (b *builder) meantFeature(name string) string {
	if meant := b.registry.folded[fold(name)]; meant != nil {
		return fmt.Sprintf("did you mean %q?", meant.Name)
	}
	known := make([]string, len(b.features))
	for i, f := range b.features {
		known[i] = f.Name
	}
	return b.suggest.didYouMean(name, known, "add it there, or remove this entry")
}
