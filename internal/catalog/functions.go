package catalog

import (
	"slices"
	"strings"
	"sync"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// functions are the registered functions of all contracts. A [Required] is made when it is asked for: a service uses few of those that a
// registry has.
type functions struct {
	blocks     []block
	byKey      index
	bySelector index
	byName     index // by ABI name, and so by Go name; see hashName

	mu   sync.Mutex
	made map[key]*Required
}

type key struct {
	contract string
	selector selectors.Selector
}

// A block is the functions that a feature requires of one contract. Functions are numbered through all blocks.
type block struct {
	contract string
	feature  *compatregistry.Feature
	abi      map[selectors.Selector]string // names in the contract's ABI; nil where there is none
	start    int                           // number of the first one
}

func newFunctions(registry *compatregistry.Registry) *functions {
	f := &functions{made: map[key]*Required{}}
	abis := map[string]map[selectors.Selector]string{}
	n := 0
	for _, feature := range registry.Features {
		for _, contract := range feature.Contracts {
			f.blocks = append(f.blocks, block{contract, feature, abiNames(registry, contract, abis), n})
			n += len(feature.Selectors)
		}
	}
	f.byKey, f.bySelector, f.byName = newIndex(n), newIndex(n), newIndex(n)
	for n := len(f.blocks) - 1; n >= 0; n-- { // backwards, so that chains have the order of the registry
		b := &f.blocks[n]
		contract := hashName(b.contract)
		for i := len(b.feature.Selectors) - 1; i >= 0; i-- {
			selector := hashSelector(b.feature.Selectors[i].Selector)
			f.byKey.add(selector^contract, b.start+i)
			f.bySelector.add(selector, b.start+i)
			f.byName.add(hashName(b.abiName(i)), b.start+i)
		}
	}
	return f
}

// abiNames returns the names by which a contract's ABI, if the registry has it, resolves its selectors.
func abiNames(registry *compatregistry.Registry, name string, known map[string]map[selectors.Selector]string) map[selectors.Selector]string {
	if names, ok := known[name]; ok {
		return names
	}
	var names map[selectors.Selector]string
	if contract := registry.Contract(name); contract != nil && contract.ABI != nil {
		names = make(map[selectors.Selector]string, len(contract.ABI.Methods))
		for _, method := range contract.ABI.Methods {
			names[method.Selector] = method.ABIName
		}
	}
	known[name] = names
	return names
}

// abiName is what accounts/abi accepts for the i-th function of the block.
func (b *block) abiName(i int) string {
	required := &b.feature.Selectors[i]
	if name, ok := b.abi[required.Selector]; ok {
		return name
	}
	return required.Name
}

func (b *block) key(i int) key { return key{b.contract, b.feature.Selectors[i].Selector} }

// at returns the block that a function lies in, and which one of it it is.
func (f *functions) at(number int) (b *block, i int) {
	n, found := slices.BinarySearchFunc(f.blocks, number, func(b block, number int) int { return b.start - number })
	if !found {
		n--
	}
	for len(f.blocks[n].feature.Selectors) == 0 { // has the same start as the one after it
		n++
	}
	b = &f.blocks[n]
	return b, number - b.start
}

// find returns the functions of a hash that match.
func (f *functions) find(x index, hash uint32, matches func(b *block, i int) bool) []*Required {
	var found []*Required
	x.each(hash, func(number int) {
		b, i := f.at(number)
		if !matches(b, i) {
			return
		}
		found = append(found, f.get(b.key(i)))
	})
	return sorted(found)
}

// sorted puts functions in an order that does not depend on the registry's, each once: several features may require the same one.
func sorted(found []*Required) []*Required {
	slices.SortFunc(found, func(a, b *Required) int { return strings.Compare(a.Function.String(), b.Function.String()) })
	return slices.Compact(found)
}

func (f *functions) withSelector(selector selectors.Selector) []*Required {
	return f.find(f.bySelector, hashSelector(selector), func(b *block, i int) bool { return b.feature.Selectors[i].Selector == selector })
}

func (f *functions) withABIName(name string) []*Required {
	return f.find(f.byName, hashName(name), func(b *block, i int) bool { return b.abiName(i) == name })
}

func (f *functions) withGoName(name string) []*Required {
	return f.find(f.byName, hashName(name), func(b *block, i int) bool { return selectors.GoName(b.abiName(i)) == name })
}

// get returns a contract's function, nil if it is not registered. It is the same one each time.
func (f *functions) get(k key) *Required {
	f.mu.Lock()
	defer f.mu.Unlock()
	if required := f.made[k]; required != nil {
		return required
	}
	var required *Required
	f.byKey.each(hashSelector(k.selector)^hashName(k.contract), func(number int) {
		b, i := f.at(number)
		switch {
		case b.key(i) != k:
		case required == nil:
			required = b.required(i)
		default:
			required.Features = append(required.Features, b.feature)
		}
	})
	if required != nil {
		f.made[k] = required
	}
	return required
}

func (b *block) required(i int) *Required {
	selector := &b.feature.Selectors[i]
	_, exact := b.abi[selector.Selector]
	return &Required{
		Function: Function{Contract: b.contract, Signature: selector.Signature, Selector: selector.Selector},
		Name:     selector.Name, Inputs: selector.Inputs, ABIName: b.abiName(i), Exact: exact,
		Features: []*compatregistry.Feature{b.feature},
	}
}

// of returns all functions of a contract.
func (f *functions) of(contract string) []*Required {
	var found []*Required
	for n := range f.blocks {
		if b := &f.blocks[n]; b.contract == contract {
			for i := range b.feature.Selectors {
				found = append(found, f.get(b.key(i)))
			}
		}
	}
	return sorted(found)
}
