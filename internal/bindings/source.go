package bindings

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"sync"

	"github.com/compatlint/compatlint/selectors/gobinding"
)

// sources reads bindings at the place where their methods are declared. The files of the package under analysis are already parsed;
// others are read once per process, since a binding never changes while a linter runs.
type sources struct {
	fset *token.FileSet
	own  map[string]*ast.File
	read map[string][]gobinding.Contract
}

func newSources(fset *token.FileSet, files []*ast.File) *sources {
	s := &sources{fset: fset, own: map[string]*ast.File{}, read: map[string][]gobinding.Contract{}}
	for _, file := range files {
		s.own[fset.Position(file.Package).Filename] = file
	}
	return s
}

// binding returns the contract's binding in the file that declares pos, and whether that file could be read and has one.
func (s *sources) binding(pos token.Pos, contract string) (gobinding.Contract, bool) {
	if !pos.IsValid() {
		return gobinding.Contract{}, false
	}
	contracts, _ := s.contracts(s.fset.Position(pos).Filename)
	for _, c := range contracts {
		if c.Name == contract {
			return c, true
		}
	}
	return gobinding.Contract{}, false
}

func (s *sources) contracts(filename string) ([]gobinding.Contract, bool) {
	if contracts, ok := s.read[filename]; ok {
		return contracts, contracts != nil
	}
	var contracts []gobinding.Contract
	if file, ok := s.own[filename]; ok {
		contracts = nonNil(gobinding.ParseFile(file))
	} else if filepath.IsAbs(filename) { // relative names are those of build systems that keep packages apart
		contracts = parsed(filename)
	}
	s.read[filename] = contracts
	return contracts, contracts != nil
}

var parsedFiles sync.Map // filename -> func() []gobinding.Contract

// parsed reads a binding once per process; nil means that it cannot be read.
func parsed(filename string) []gobinding.Contract {
	once, _ := parsedFiles.LoadOrStore(filename, sync.OnceValue(func() []gobinding.Contract {
		src, err := os.ReadFile(filename)
		if err != nil {
			return nil
		}
		contracts, err := gobinding.ParseSource(filename, src)
		if err != nil {
			return nil
		}
		return nonNil(contracts)
	}))
	return once.(func() []gobinding.Contract)()
}

// nonNil keeps "read, and no binding in it" apart from "not read".
func nonNil(contracts []gobinding.Contract) []gobinding.Contract {
	if contracts == nil {
		return []gobinding.Contract{}
	}
	return contracts
}
