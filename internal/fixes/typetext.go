package fixes

import (
	"go/types"
)

// typeText writes a type with the names that the file has for it at the site. It reports false for a type that cannot be named there.
func (s *site) typeText(t types.Type) (string, bool) {
	if !s.nameable(t) {
		return "", false
	}
	ok := true
	text := types.TypeString(t, func(pkg *types.Package) string {
		if pkg == s.pass.Pkg {
			return ""
		}
		name, known := s.imports.name(pkg.Path(), pkg.Name())
		ok = ok && known
		return name
	})
	return text, ok
}

// nameable reports whether every part of a type has a name at the site that nothing hides. Packages are left to the qualifier.
func (s *site) nameable(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Kind() != types.UnsafePointer && t.Info()&types.IsUntyped == 0 && s.sees(types.Universe.Lookup(t.Name()))
	case *types.Named:
		return s.nameableObject(t.Obj()) && s.nameableList(t.TypeArgs())
	case *types.Alias:
		return s.nameableObject(t.Obj()) && s.nameableList(t.TypeArgs())
	case *types.TypeParam:
		return s.sees(t.Obj())
	case *types.Pointer:
		return s.nameable(t.Elem())
	case *types.Slice:
		return s.nameable(t.Elem())
	case *types.Array:
		return s.nameable(t.Elem())
	case *types.Chan:
		return s.nameable(t.Elem())
	case *types.Map:
		return s.nameable(t.Key()) && s.nameable(t.Elem())
	case *types.Struct:
		return s.nameableFields(t)
	}
	return false // functions and interfaces without a name are not what contracts return
}

func (s *site) nameableObject(obj *types.TypeName) bool {
	if obj.Pkg() == nil || obj.Pkg() == s.pass.Pkg {
		return s.sees(obj)
	}
	return obj.Exported()
}

func (s *site) nameableList(list *types.TypeList) bool {
	for t := range list.Types() {
		if !s.nameable(t) {
			return false
		}
	}
	return true
}

func (s *site) nameableFields(structure *types.Struct) bool {
	for i := range structure.NumFields() {
		field := structure.Field(i)
		if !field.Exported() && field.Pkg() != s.pass.Pkg || field.Embedded() || structure.Tag(i) != "" || !s.nameable(field.Type()) {
			return false
		}
	}
	return true
}

// zero writes the zero value of a type.
func (s *site) zero(t types.Type) (string, bool) {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		text, ok := s.typeText(t)
		return "*new(" + text + ")", ok && s.sees(types.Universe.Lookup("new"))
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return s.zeroBasic(u)
	case *types.Struct, *types.Array:
		text, ok := s.typeText(t)
		return text + "{}", ok
	}
	return "nil", s.sees(types.Universe.Lookup("nil"))
}

func (s *site) zeroBasic(t *types.Basic) (string, bool) {
	switch info := t.Info(); {
	case info&types.IsString != 0:
		return `""`, true
	case info&types.IsBoolean != 0:
		return "false", s.sees(types.Universe.Lookup("false"))
	case info&types.IsNumeric != 0:
		return "0", true
	}
	return "", false
}

// zeros writes the zero values of all results but the last, each with a comma behind it, for a return statement.
func (s *site) zeros(results *types.Tuple) (string, bool) {
	text := ""
	for i := range results.Len() - 1 {
		zero, ok := s.zero(results.At(i).Type())
		if !ok {
			return "", false
		}
		text += zero + ", "
	}
	return text, true
}

// isNamed reports whether t is the named type of a package.
func isNamed(t types.Type, pkgPath, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkgPath
}

func deref(t types.Type) types.Type {
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		return pointer.Elem()
	}
	return t
}
