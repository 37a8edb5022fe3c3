package guard

import (
	"go/ast"
	"go/types"

	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/inputs"
)

// contradicted lists the functions that say //compat:guard selector-miss and that are no classifiers: by their type, or because their body
// answers wrongly for an error of which nothing but its kind is known.
func (j *judge) contradicted() []*types.Func {
	var list []*types.Func
	for _, file := range j.pass.Files {
		if !j.result.Inputs.Options.Tests && inputs.IsTestFile(j.pass.Fset, file.Package) {
			continue
		}
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			fn, ok := j.info.Defs[decl.Name].(*types.Func)
			if ok && j.result.Symbols.IsGuard(fn, directive.GuardSelectorMiss, "") && j.contradicts(fn, decl) {
				list = append(list, fn)
			}
		}
	}
	return list
}

func (j *judge) contradicts(fn *types.Func, decl *ast.FuncDecl) bool {
	params, results := fn.Signature().Params(), fn.Signature().Results()
	if params.Len() != 1 || results.Len() != 1 || !types.Identical(params.At(0).Type(), errorType) ||
		!types.Identical(results.At(0).Type(), types.Typ[types.Bool]) {
		return true
	}
	if decl.Body == nil {
		return false
	}
	for given, wrong := range map[kind]tristate{isNilError: yes, isMiss: no, isOther: yes} {
		s := (&climb{judge: j}).simulation(scenario{}, nil, nil)
		start := newState()
		start.set(params.At(0), value{kind: given, own: true})
		s.runAll(declaredCallee(decl), start)
		for _, e := range s.ends {
			if !e.exits && e.result == wrong {
				return true
			}
		}
	}
	return false
}
