// Package initial writes a first registry for a module out of the bindings and ABI files that lie in it.
package initial

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
)

// maxFileSize bounds which files are looked at. Bindings and artifacts have some hundred kilobytes.
const maxFileSize = 16 << 20

// A Contract is a contract that something in the module speaks of.
type Contract struct {
	Name     string
	Packages []string        // import paths of its bindings, sorted
	ABIFile  string          // a file with the ABI of the bindings, relative to the module's root; "" for none
	Others   []string        // files of the contract's name with another ABI
	Methods  []string        // canonical signatures, sorted
	shapes   map[string]bool // of the functions of all bindings
}

// Found is what lies in a module.
type Found struct {
	Contracts []*Contract // with a binding, by name
	Files     []*Contract // ABI files without one, by name
}

// An abiFile is a file that holds an ABI.
type abiFile struct {
	name   string // of the contract, by the name of the file
	path   string // relative to the root, with slashes
	shapes map[string]bool
	abi    *selectors.ABI
}

type search struct {
	root, module string
	build        build.Context
	contracts    map[string]*Contract
	files        []abiFile
}

// Find looks through the module at root, as it is built with the tags. Folders that the go command leaves out, and modules inside of the module,
// are left out here too.
func Find(root, tags string) (*Found, error) {
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return nil, err
	}
	module := modfile.ModulePath(data)
	if module == "" {
		return nil, fmt.Errorf("%s names no module", filepath.Join(root, "go.mod"))
	}
	s := &search{root: root, module: module, build: build.Default, contracts: map[string]*Contract{}}
	s.build.BuildTags = slices.Concat(s.build.BuildTags, strings.FieldsFunc(tags, func(r rune) bool { return r == ',' || r == ' ' }))
	if err := filepath.WalkDir(root, s.visit); err != nil {
		return nil, err
	}
	return s.found(), nil
}

func (s *search) visit(name string, entry fs.DirEntry, err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fs.SkipDir
	case err != nil:
		return err
	case entry.IsDir() && name != s.root && (ignored(entry.Name()) || isModule(name)):
		return fs.SkipDir
	case !entry.Type().IsRegular():
		return nil
	}
	base := entry.Name()
	isGo := strings.HasSuffix(base, ".go") && !strings.HasSuffix(base, "_test.go")
	isABI := strings.HasSuffix(base, ".json") || strings.HasSuffix(base, ".abi")
	if !isGo && !isABI {
		return nil
	}
	info, err := entry.Info()
	if err != nil || info.Size() > maxFileSize {
		return nil // it has just gone, or is none of what is looked for
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("looking for bindings: %w", err)
	}
	if isGo {
		s.binding(name, data)
	} else {
		s.abi(name, data)
	}
	return nil
}

// ignored follows "go help packages", and leaves out the packages of npm, which are many.
func ignored(folder string) bool {
	return strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_") || slices.Contains([]string{"testdata", "vendor", "node_modules"}, folder)
}

func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// binding notes the contracts that a Go file binds. Files that do not parse are for the go command to report.
func (s *search) binding(name string, data []byte) {
	if !bytes.Contains(data, []byte("go-ethereum/accounts/abi")) {
		return
	}
	if ok, err := s.build.MatchFile(filepath.Dir(name), filepath.Base(name)); err != nil || !ok {
		return // the lock file would not know it
	}
	bindings, err := gobinding.ParseSource(name, data)
	if err != nil {
		return
	}
	for _, b := range bindings {
		if b.Generator != gobinding.GeneratorOther && b.ABI != nil && isName(b.Name) {
			s.add(b, path.Join(s.module, path.Dir(s.relative(name))))
		}
	}
}

func (s *search) add(b gobinding.Contract, importPath string) {
	c := s.contracts[b.Name]
	if c == nil {
		c = &Contract{Name: b.Name, shapes: map[string]bool{}}
		s.contracts[b.Name] = c
	}
	if !slices.Contains(c.Packages, importPath) {
		c.Packages = append(c.Packages, importPath)
	}
	for shape := range shapes(b.ABI) {
		c.shapes[shape] = true
	}
	for _, m := range b.ABI.Methods {
		if !slices.Contains(c.Methods, m.Signature) {
			c.Methods = append(c.Methods, m.Signature)
		}
	}
}

// abi notes a file that holds an ABI with functions. Most JSON files hold something else.
func (s *search) abi(name string, data []byte) {
	abi, err := selectors.ParseABI(data)
	if err != nil || len(abi.Methods) == 0 {
		return
	}
	base := filepath.Base(name)
	base = strings.TrimSuffix(strings.TrimSuffix(base, filepath.Ext(base)), ".abi")
	if isName(base) {
		s.files = append(s.files, abiFile{base, s.relative(name), shapes(abi), abi})
	}
}

// isName reports whether the registry takes a name for that of a contract, without more being said about it.
func isName(name string) bool {
	for i, r := range name {
		if !(r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || i > 0 && r >= '0' && r <= '9') {
			return false
		}
	}
	return name != ""
}

// shapes describes the functions of an ABI by what a caller sees of them.
func shapes(abi *selectors.ABI) map[string]bool {
	set := map[string]bool{}
	for _, m := range abi.Methods {
		set[m.Signature+" "+strings.Join(m.Returns, ",")] = true
	}
	return set
}

func (s *search) relative(name string) string {
	rel, err := filepath.Rel(s.root, name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	return filepath.ToSlash(rel)
}

// found sorts what was found, and gives the contracts their ABI files.
func (s *search) found() *Found {
	slices.SortFunc(s.files, func(a, b abiFile) int {
		return cmp.Or(cmp.Compare(strings.Count(a.path, "/"), strings.Count(b.path, "/")), strings.Compare(a.path, b.path))
	})
	f := &Found{}
	alone := map[string]*Contract{}
	for _, file := range s.files {
		if c := s.contracts[file.name]; c != nil {
			c.file(file)
		} else if alone[file.name] == nil { // the nearest to the root stands for the others
			alone[file.name] = &Contract{Name: file.name, ABIFile: file.path, Methods: signatures(file.abi)}
			f.Files = append(f.Files, alone[file.name])
		}
	}
	for _, c := range s.contracts {
		slices.Sort(c.Packages)
		slices.Sort(c.Methods)
		f.Contracts = append(f.Contracts, c)
	}
	byName := func(a, b *Contract) int { return strings.Compare(a.Name, b.Name) }
	slices.SortFunc(f.Contracts, byName)
	slices.SortFunc(f.Files, byName)
	return f
}

func signatures(abi *selectors.ABI) []string {
	var list []string
	for _, m := range abi.Methods {
		list = append(list, m.Signature)
	}
	slices.Sort(list)
	return list
}

// file notes an ABI file of the contract's name. Only one that has the functions of the bindings can stand for them.
func (c *Contract) file(f abiFile) {
	if len(f.shapes) != len(c.shapes) {
		c.Others = append(c.Others, f.path)
		return
	}
	for shape := range f.shapes {
		if !c.shapes[shape] {
			c.Others = append(c.Others, f.path)
			return
		}
	}
	if c.ABIFile == "" {
		c.ABIFile = f.path
	}
}
