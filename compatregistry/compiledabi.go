package compatregistry

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"github.com/compatlint/compatlint/selectors"
)

// A compiled is what an entry of the cache holds: a registry, and what it was read from besides its own text.
type compiled struct {
	registry *Registry // without Path, Digest and tables
	sources  []abiSource

	numbers map[*selectors.ABI]int // by ABI: 1 + the index of its source; unused when reading
}

// An abiSource is an ABI file, which several contracts may name, as it was when the registry was compiled.
type abiSource struct {
	file   string // as the registry has it
	size   int64
	digest [sha256.Size]byte
	abi    *selectors.ABI
}

// compile collects what is stored of a registry.
func compile(r *Registry) (*compiled, error) {
	c := &compiled{registry: r, numbers: map[*selectors.ABI]int{}}
	for _, contract := range r.Contracts {
		if contract.ABI == nil || c.numbers[contract.ABI] != 0 {
			continue
		}
		source, err := newABISource(r.Path, contract)
		if err != nil {
			return nil, err
		}
		c.sources = append(c.sources, source)
		c.numbers[contract.ABI] = len(c.sources)
	}
	return c, nil
}

// newABISource reads the ABI file of a contract once more. What was loaded must still be its content: otherwise an entry
// would pass off the old ABI as that of the new file.
func newABISource(registry string, contract *Contract) (abiSource, error) {
	path := abiPath(registry, contract.ABIFile)
	if err := checkRegular(path); err != nil {
		return abiSource{}, err
	}
	data, err := readFile(path)
	if err != nil {
		return abiSource{}, err
	}
	abi, err := selectors.ParseABI(data)
	if err != nil {
		return abiSource{}, err
	}
	if !reflect.DeepEqual(abi, contract.ABI) {
		return abiSource{}, fmt.Errorf("%s has changed while it was read", path)
	}
	return abiSource{file: contract.ABIFile, size: int64(len(data)), digest: sha256.Sum256(data), abi: contract.ABI}, nil
}

// isCurrent reports whether the file is as it was. Most changes show in the size already.
func (s abiSource) isCurrent(registry string) bool {
	path := abiPath(registry, s.file)
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != s.size {
		return false
	}
	digest, size, err := hashFile(path)
	return err == nil && size == s.size && digest == s.digest
}

// abiPath is where an ABI file lies that the registry at a path names.
func abiPath(registry, file string) string {
	path := filepath.FromSlash(file)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(registry), path)
}
