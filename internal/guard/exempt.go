package guard

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/compatlint/compatlint/internal/bindings"
)

// exemptions are the packages and types that the registry says exist for one contract version only.
type exemptions struct {
	packages []string
	types    map[string]bool // "import/path.Type"
}

func newExemptions(list []string) exemptions {
	e := exemptions{types: map[string]bool{}}
	for _, entry := range list {
		if name, ok := strings.CutPrefix(entry, "("); ok {
			e.types[strings.TrimPrefix(strings.TrimSuffix(name, ")"), "*")] = true
			continue
		}
		e.packages = append(e.packages, entry)
	}
	return e
}

// covers reports whether a place lies in an exempt package, or in a method of an exempt type or a closure in one.
func (e exemptions) covers(j *judge, cursor inspector.Cursor) bool {
	path := strings.TrimSuffix(j.pass.Pkg.Path(), "_test")
	for _, pattern := range e.packages {
		if bindings.MatchPath(pattern, path) {
			return true
		}
	}
	if len(e.types) == 0 {
		return false
	}
	for enclosing := range cursor.Enclosing((*ast.FuncDecl)(nil)) {
		fn, ok := j.info.Defs[enclosing.Node().(*ast.FuncDecl).Name].(*types.Func)
		if !ok {
			return false
		}
		named := bindings.Receiver(fn)
		return named != nil && e.types[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
	}
	return false
}
