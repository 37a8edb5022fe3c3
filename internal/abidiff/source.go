package abidiff

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// A Source is one side of a comparison.
type Source struct {
	Name      string // as the user wrote it
	Version   string // of the module, as the go command resolved it; "" for what is no module
	Contracts []Contract

	single bool // one file with one contract, whose name is then of no importance
}

// A Contract is a contract of a source.
type Contract struct {
	Name       string
	Version    selectors.Version
	File       string // where its ABI was read
	ImportPath string // of the binding; "" where it is not known

	place string // the file, relative to the source: tells contracts of one name apart
}

// Read reads one side of a comparison: a file, a folder, module@version or the import path of a package. dir is the working directory,
// absolute. What is wrong inside files is a compatregistry.ErrorList.
func Read(ctx context.Context, dir, name string) (*Source, error) {
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, filepath.FromSlash(name))
	}
	source := &Source{Name: name}
	info, err := os.Stat(path)
	switch {
	case name == "":
		return nil, errors.New("the name of what to compare is empty")
	case err == nil && info.IsDir():
		err = source.readFolder(path, "")
	case err == nil:
		err = source.readFile(path)
	case !errors.Is(err, fs.ErrNotExist):
	case isPath(name):
		err = fmt.Errorf("%s: there is no such file or folder", name)
	case strings.Contains(name, "@"):
		err = source.readModule(ctx, name)
	default:
		err = source.readPackages(ctx, dir, name)
	}
	if err == nil {
		err = source.complete()
	}
	if err != nil {
		return nil, err
	}
	return source, nil
}

// complete drops the parts of bindings whose ABI is in another file of the package, and refuses those whose ABI is nowhere.
func (s *Source) complete() error {
	read := map[string]bool{}
	for _, c := range s.Contracts {
		if c.Version.ABI != nil {
			read[filepath.Dir(c.File)+"\x00"+c.Name] = true
		}
	}
	var problems compatregistry.ErrorList
	s.Contracts = slices.DeleteFunc(s.Contracts, func(c Contract) bool {
		if c.Version.ABI == nil && !read[filepath.Dir(c.File)+"\x00"+c.Name] {
			position := compatregistry.Position{File: c.File, Line: 1, Column: 1}
			problems = append(problems, compatregistry.Error{Position: position, Message: fmt.Sprintf(
				"the binding of %s has no ABI that can be read: there is no %[1]sMetaData with one in its package", c.Name)})
		}
		return c.Version.ABI == nil
	})
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// isPath recognises what can only be meant as a file or folder. A module's version may look like an extension, but has an @ before it.
func isPath(name string) bool {
	if filepath.IsAbs(name) || name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") {
		return true
	}
	extension := strings.ToLower(filepath.Ext(name))
	return extension == ".json" || extension == ".abi" || extension == ".go" || strings.Contains(name, `\`)
}

// readFile reads a file that the user named, so it has to hold an ABI.
func (s *Source) readFile(path string) error {
	data, err := readLimited(path)
	if err != nil {
		return err
	}
	s.single = true
	if strings.EqualFold(filepath.Ext(path), ".go") {
		found, err := parseGo(path, data)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return at(path, 1, 1, "there is no binding with a contract's ABI in this file")
		}
		s.Contracts, s.single = found, len(found) == 1
		return nil
	}
	contract, err := parseJSON(path, data)
	if err != nil {
		return err
	}
	s.Contracts = []Contract{contract}
	return nil
}
