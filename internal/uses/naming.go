package uses

import (
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// named records the uses by name: of everything that takes a method's name, those places that give it a registered one.
func (f *finder) named(takers []nameTaker) {
	for _, taker := range f.follow(takers) {
		site, name, ok := f.site(taker)
		if !ok {
			continue
		}
		for _, text := range f.strings(name) {
			f.addNamed(taker, site, text)
		}
	}
}

func (f *finder) addNamed(taker nameTaker, site inspector.Cursor, name string) {
	contract, ok := f.contractAt(taker, site)
	if !ok {
		return
	}
	candidates := f.catalog.ByABIName(name, contract, f.valuesPassed(taker, site))
	if len(candidates) > 0 {
		f.addRequired(Named, site, candidates)
	}
}

// PacksOnly reports whether fn is a forwarder, of the package or of another one, that makes calldata of the names it is given and sends none of
// it: the Add of a batch, or a function that returns the bytes. That it succeeds says nothing of the contract.
func (r *Result) PacksOnly(fn *types.Func) bool {
	fn = fn.Origin()
	known, packs := false, true
	for found, p := range r.names.forwarders {
		if found.obj == fn {
			known, packs = true, packs && p.packs
		}
	}
	if fn.Pkg() != nil && fn.Pkg() != r.names.pkg {
		for _, f := range r.names.others(fn) {
			known, packs = true, packs && f.Packs
		}
	}
	return known && packs
}
