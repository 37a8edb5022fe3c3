package gobinding

import (
	"maps"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// suffixesV1 are the types that abigen v1 generates for a contract X with methods that send a selector, next to X
// itself. Longer suffixes come before those that they end in.
var suffixesV1 = []string{"TransactorSession", "CallerSession", "Session", "Transactor", "Caller"}

// A contractSet is the contracts of a file while they are being put together.
type contractSet struct {
	src    *source
	abis   map[string]*selectors.ABI // readable ABIs by base name
	byName map[string]*Contract
	baseOf map[string]string // type name to base name, for the types of v1 and v2 contracts
}

// groupContracts finds the generated contracts of a file. Contracts of other code appear when a method is added.
func groupContracts(src *source) *contractSet {
	set := &contractSet{
		src:    src,
		abis:   readABIs(src),
		byName: map[string]*Contract{},
		baseOf: map[string]string{},
	}
	names := slices.Sorted(maps.Keys(src.structs)) // sorted, as odd sources may claim a type for two contracts
	for _, name := range names {
		if set.isV1(name) {
			set.declare(name, GeneratorV1)
			for _, suffix := range suffixesV1 {
				set.baseOf[name+suffix] = name
			}
		}
	}
	for _, name := range names {
		if _, taken := set.baseOf[name]; !taken && set.isV2(name) {
			set.declare(name, GeneratorV2)
		}
	}
	return set
}

// isV1 recognises a contract X by the structs XCaller and XTransactor, each around a BoundContract.
func (set *contractSet) isV1(name string) bool {
	_, ok := set.src.structs[name]
	return ok && set.src.structs[name+"Caller"].bound["contract"] && set.src.structs[name+"Transactor"].bound["contract"]
}

// isV2 recognises a contract X by its field abi and by XMetaData, which holds a value.
func (set *contractSet) isV2(name string) bool {
	data, ok := set.src.metadata[name]
	return ok && !data.pointer && set.src.structs[name].abis["abi"]
}

func (set *contractSet) declare(name, generator string) {
	set.byName[name] = &Contract{Name: name, Generator: generator, ABI: set.abis[name]}
	set.baseOf[name] = name
}

// abiFor returns the ABI that methods of a type are named by, and the base name of the contract.
func (set *contractSet) abiFor(typeName string) (base string, a *selectors.ABI) {
	if base, ok := set.baseOf[typeName]; ok {
		return base, set.abis[base]
	}
	if _, ok := set.src.structs[typeName]; !ok {
		// The type is in another file, as in a binding that somebody split: its name is all there is to go by.
		for _, suffix := range suffixesV1 {
			if base, ok := strings.CutSuffix(typeName, suffix); ok && base != "" {
				return base, set.abis[base]
			}
		}
	}
	for candidate := range set.abis {
		if strings.HasPrefix(typeName, candidate) && len(candidate) > len(base) {
			base = candidate // such as RMN with RMNABI for type RMNContract
		}
	}
	if base != "" {
		return base, set.abis[base]
	}
	if len(set.abis) == 1 {
		for _, a := range set.abis {
			return typeName, a
		}
	}
	return typeName, nil
}

// add lists a method under the contract of its type.
func (set *contractSet) add(m Method) {
	base, a := set.abiFor(m.Type)
	if set.byName[base] == nil {
		set.byName[base] = &Contract{Name: base, Generator: GeneratorOther, ABI: a}
	}
	contract := set.byName[base]
	contract.Methods = append(contract.Methods, m)
}

func (set *contractSet) list() []Contract {
	var contracts []Contract
	for _, name := range slices.Sorted(maps.Keys(set.byName)) {
		c := *set.byName[name]
		slices.SortFunc(c.Methods, compareMethods)
		contracts = append(contracts, c)
	}
	return contracts
}

// readABIs reads every ABI in the file's own values: XMetaData, else XABI. Text that is no ABI is passed over, because
// a method's doc comment may still tell its selector.
func readABIs(src *source) map[string]*selectors.ABI {
	abis := map[string]*selectors.ABI{}
	for base, data := range src.metadata {
		if text, ok := src.stringValue(data.abi); ok {
			readABI(abis, base, text)
		}
	}
	for name, value := range src.values {
		base, ok := strings.CutSuffix(name, "ABI")
		if abis[base] != nil || !ok {
			continue
		}
		if text, ok := src.stringValue(value); ok {
			readABI(abis, base, text)
		}
	}
	return abis
}

func readABI(abis map[string]*selectors.ABI, base, text string) {
	if a, err := selectors.ParseABI([]byte(text)); err == nil {
		abis[base] = a
	}
}
