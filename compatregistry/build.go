package compatregistry

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/selectors"
)

// schemaVersion is the version of the format that this package reads.
const schemaVersion = 1

// A builder makes a registry from YAML. Reading comes first, then the rules that concern more than one value: names may
// be used before they are defined.
type builder struct {
	*decoder
	registry *Registry
	top      Position

	contracts []*contractDraft
	features  []*featureDraft
	supports  []located                // features that guards.supports names
	targets   []targetDraft            // contracts that networks name
	listings  []*enumerateDraft        // enumerations that networks have
	abis      map[string]abiResult     // by path: contracts may share an artifact
	methods   map[*Contract]*methodSet // of contracts with an ABI
}

type abiResult struct {
	abi *selectors.ABI
	err error
}

func newBuilder(r *Registry, s *source) *builder {
	r.contracts, r.features, r.folded = map[string]*Contract{}, map[string]*Feature{}, map[string]*Feature{}
	return &builder{
		decoder:  newDecoder(s),
		registry: r,
		abis:     map[string]abiResult{},
		methods:  map[*Contract]*methodSet{},
	}
}

// decode reads the document.
func (b *builder) decode(top *yaml.Node) {
	r := b.registry
	r.Policy = Policy{
		WarnBefore: 30, MaxGrace: 180, MaxExtensions: 2, MaxLiveVersions: 2, RequireStrictness: true, RequireRecord: true,
	}
	b.top = b.source.position(top)
	b.object(top, b.top, []field{
		{name: "version", read: b.version, required: "version: 1"},
		{name: "policy", read: b.policy},
		{name: "contracts", read: b.readContracts},
		{name: "features", read: b.readFeatures},
		{name: "guards", read: b.readGuards},
		{name: "exempt", read: b.texts(&r.Exempt, checkExempt)},
		{name: "networks", read: b.readNetworks},
	})
}

func (b *builder) version(n *yaml.Node) {
	before := len(b.errors)
	b.number(&b.registry.Version, 1)(n)
	if len(b.errors) == before && b.registry.Version != schemaVersion {
		b.valueError(n, "%d is not supported: this compatlint reads version %d, so update compatlint or write version: %[2]d",
			b.registry.Version, schemaVersion)
	}
}

func (b *builder) policy(n *yaml.Node) {
	p := &b.registry.Policy
	b.object(n, b.source.position(n), []field{
		{name: "warn_before", read: b.days(&p.WarnBefore, 0)},
		{name: "max_grace", read: b.days(&p.MaxGrace, 1)},
		{name: "max_extensions", read: b.number(&p.MaxExtensions, 0)},
		{name: "max_live_versions", read: b.number(&p.MaxLiveVersions, 1)},
		{name: "require_strictness", read: b.boolean(&p.RequireStrictness)},
		{name: "require_record", read: b.boolean(&p.RequireRecord)},
	})
}

// loadABI reads the ABI file that a contract names.
func (b *builder) loadABI(file string) (*selectors.ABI, error) {
	path := abiPath(b.registry.Path, file)
	result, loaded := b.abis[path]
	if !loaded {
		if result.err = checkRegular(path); result.err == nil {
			result.abi, result.err = selectors.LoadABI(path)
		}
		b.abis[path] = result
	}
	return result.abi, result.err
}

// checkRegular refuses what would be read for ever: devices and pipes.
func checkRegular(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s: compile the contracts, or correct the path, which is relative to the registry", path)
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file: name an ABI or artifact in JSON", path)
	case info.Size() > maxFileSize:
		return fmt.Errorf("%s: %s", path, tooLarge(info.Size()))
	}
	return nil
}
