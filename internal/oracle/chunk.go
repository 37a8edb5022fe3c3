package oracle

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// unitsPerFile keeps files at a size that compiles well.
const unitsPerFile = 100

// A chunk is a number of units that are judged and run together.
type chunk struct {
	base  *packages.Package // the package they belong to, without them
	units []Unit
	// dropped counts the units that did not compile.
	dropped int
	files   []chunkFile
	pkg     *packages.Package // the package with them
}

// A chunkFile is a file of a chunk with the lines at which its units begin.
type chunkFile struct {
	path   string
	source []byte
	lines  []int
	units  []Unit
}

// newChunk takes units from next until this many compile.
func newChunk(base *packages.Package, count int, next func() Unit) (*chunk, error) {
	c := &chunk{base: base}
	for {
		if missing := count - len(c.units); missing > 0 {
			c.extend(missing+missing/2, next) // some will not compile
		}
		c.write()
		failed, err := c.check()
		if err != nil {
			return nil, err
		}
		if len(failed) == 0 && len(c.units) == count {
			return c, nil
		}
		c.close()
		if err := c.drop(failed); err != nil {
			return nil, err
		}
		c.units = c.units[:min(count, len(c.units))]
	}
}

// extend adds units that are Go code at least.
func (c *chunk) extend(count int, next func() Unit) {
	for range count {
		if u := next(); parses(u.Source) {
			c.units = append(c.units, u)
		} else {
			c.dropped++
		}
	}
}

// drop leaves out the units that do not compile. Mutations and chance may make one that does not; a plain one has to.
func (c *chunk) drop(failed map[int]error) error {
	for _, u := range c.units {
		if err := failed[u.Number]; err != nil && u.Plain() {
			return fmt.Errorf("%s function does not compile: %w\n%s", u.Shape, err, u.Source)
		}
	}
	c.units = slices.DeleteFunc(c.units, func(u Unit) bool { return failed[u.Number] != nil })
	c.dropped += len(failed)
	return nil
}

func parses(src string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", fileHeader+src, parser.SkipObjectResolution)
	return err == nil
}

const imports = `
import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/compatlint/compatlint/compat"
)

var (
	_ context.Context
	_ = errors.New
	_ = fmt.Sprint
	_ = strings.Join
	_ compat.Feature
)

`

// write makes the files of the chunk.
func (c *chunk) write() {
	c.files = nil
	for units := range slices.Chunk(c.units, unitsPerFile) {
		var b bytes.Buffer
		b.WriteString(fileHeader + imports + "func init() {\n\tFunctions = append(Functions,\n")
		for _, u := range units {
			fmt.Fprintf(&b, "\t\tEntry{%q, %s},\n", u.Name(), u.Name())
		}
		b.WriteString("\t)\n}\n\n")
		file := chunkFile{path: filepath.Join(c.base.Dir, fmt.Sprintf("chunk_%d.go", len(c.files))), units: units}
		line := bytes.Count(b.Bytes(), []byte("\n")) + 1
		for _, u := range units {
			file.lines = append(file.lines, line)
			b.WriteString(u.Source + "\n")
			line += strings.Count(u.Source, "\n") + 1
		}
		file.source = b.Bytes()
		c.files = append(c.files, file)
	}
}

// unitAt returns the unit that stands at a position.
func (c *chunk) unitAt(pos token.Pos) (Unit, bool) {
	at := c.base.Fset.Position(pos)
	for _, file := range c.files {
		if file.path != at.Filename {
			continue
		}
		i, exact := slices.BinarySearch(file.lines, at.Line)
		if !exact {
			i--
		}
		if i >= 0 {
			return file.units[i], true
		}
	}
	return Unit{}, false
}

// check type-checks the chunk and returns why units do not compile, by their numbers.
func (c *chunk) check() (map[int]error, error) {
	pkg := *c.base
	pkg.Syntax = slices.Clone(c.base.Syntax)
	for _, file := range c.files {
		syntax, err := parser.ParseFile(c.base.Fset, file.path, file.source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		pkg.Syntax = append(pkg.Syntax, syntax)
		pkg.GoFiles = append(slices.Clip(pkg.GoFiles), file.path)
		pkg.CompiledGoFiles = append(slices.Clip(pkg.CompiledGoFiles), file.path)
	}
	pkg.TypesInfo = newInfo()
	failed := map[int]error{}
	var outside []error
	config := types.Config{
		Importer: importer(c.base.Imports),
		Sizes:    c.base.TypesSizes,
		Error: func(err error) {
			var failure types.Error
			if errors.As(err, &failure) {
				if u, ok := c.unitAt(failure.Pos); ok {
					failed[u.Number] = cmp.Or(failed[u.Number], err)
					return
				}
			}
			outside = append(outside, err)
		},
	}
	checked, err := config.Check(pkg.PkgPath, pkg.Fset, pkg.Syntax, pkg.TypesInfo)
	pkg.Types = checked
	c.pkg = &pkg
	if len(failed) == 0 && err != nil {
		return nil, errors.Join(append(outside, err)...)
	}
	return failed, nil
}

func newInfo() *types.Info {
	return &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
}

// close forgets the positions of the chunk's files, so that many chunks need no more memory than one.
func (c *chunk) close() {
	for _, file := range c.pkg.Syntax[len(c.base.Syntax):] {
		c.base.Fset.RemoveFile(c.base.Fset.File(file.FileStart))
	}
	c.pkg = nil
}

type importer map[string]*packages.Package

func (i importer) Import(path string) (*types.Package, error) {
	if pkg := i[path]; pkg != nil {
		return pkg.Types, nil
	}
	return nil, fmt.Errorf("package %s is not imported by the functions' package", path)
}
