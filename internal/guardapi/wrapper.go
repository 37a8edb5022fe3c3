package guardapi

import (
	"go/ast"
	"go/token"
	"go/types"
)

// fields are the names of a wrapper type's fields.
type fields struct{ feature, current, legacy, graceEnd, ticket string }

var backwardCompat = fields{feature: "Feature", current: "New", legacy: "Legacy", graceEnd: "GraceEnd", ticket: "Ticket"}

// A Wrapper is a composite literal of compat.BackwardCompat or of a type that the registry says is used like it. A field that the literal
// does not set is nil.
type Wrapper struct {
	Literal                                    *ast.CompositeLit
	Dated                                      bool // the type has GraceEnd and Ticket
	Feature, Current, Legacy, GraceEnd, Ticket ast.Expr

	Type                                    string // as messages name it: "compat.BackwardCompat"
	FeatureField, CurrentField, LegacyField string // the names of its fields: "Feature", "New" and "Legacy"
}

// TypeEnd is where the literal's type ends, or its opening brace where the type is left out.
func (w *Wrapper) TypeEnd() token.Pos {
	if w.Literal.Type == nil {
		return w.Literal.Lbrace + 1
	}
	return w.Literal.Type.End()
}

// Wrapper recognises a wrapper literal.
func (a *API) Wrapper(lit *ast.CompositeLit) (*Wrapper, bool) {
	names, structure, ok := a.wrapperType(a.info.TypeOf(lit))
	if !ok {
		return nil, false
	}
	values := fieldValues(lit, structure)
	return &Wrapper{
		Literal:  lit,
		Dated:    names.graceEnd != "",
		Feature:  values[names.feature],
		Current:  values[names.current],
		Legacy:   values[names.legacy],
		GraceEnd: values[names.graceEnd],
		Ticket:   values[names.ticket],

		Type:         wrapperName(a.info.TypeOf(lit)),
		FeatureField: names.feature,
		CurrentField: names.current,
		LegacyField:  names.legacy,
	}, true
}

// wrapperName names the type of a wrapper literal, which may be a pointer inside a slice literal.
func wrapperName(t types.Type) string {
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return t.String()
	}
	return typeName(named)
}

// typeName is a type as other packages write it, without its type arguments.
func typeName(named *types.Named) string { return named.Obj().Pkg().Name() + "." + named.Obj().Name() }

func fieldValues(lit *ast.CompositeLit, structure *types.Struct) map[string]ast.Expr {
	values := map[string]ast.Expr{}
	for i, element := range lit.Elts {
		if keyed, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := keyed.Key.(*ast.Ident); ok {
				values[key.Name] = keyed.Value
			}
			continue
		}
		if i < structure.NumFields() {
			values[structure.Field(i).Name()] = element
		}
	}
	return values
}

// IsWrapperField reports whether an expression is the field of a wrapper that names its feature; the literals that set it are checked.
func (a *API) IsWrapperField(expr ast.Expr) bool {
	selector, ok := ast.Unparen(expr).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	names, _, ok := a.wrapperType(a.info.TypeOf(selector.X))
	return ok && names.feature == selector.Sel.Name
}

// SetField recognises the target of an assignment that sets a wrapper's field after its literal, and returns the field's name as the runtime's
// type has it: "Feature", "GraceEnd" or "Ticket", with the wrapper's type as messages name it. What is set there cannot be held against the
// registry.
func (a *API) SetField(target ast.Expr) (field, wrapper string, ok bool) {
	selector, isSelector := ast.Unparen(target).(*ast.SelectorExpr)
	if !isSelector {
		return "", "", false
	}
	t := a.info.TypeOf(selector.X)
	names, _, ok := a.wrapperType(t)
	if !ok {
		return "", "", false
	}
	switch selector.Sel.Name { // a configured type has no name for a date or ticket, which no selector matches
	case names.feature:
		field = "Feature"
	case names.graceEnd:
		field = "GraceEnd"
	case names.ticket:
		field = "Ticket"
	}
	return field, wrapperName(t), field != ""
}

// wrapperType returns the field names of a wrapper type, or of a pointer to one, as in &T{…} whose &T is left out inside a slice literal.
func (a *API) wrapperType(t types.Type) (fields, *types.Struct, bool) {
	if t == nil {
		return fields{}, nil, false
	}
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return fields{}, nil, false
	}
	names, ok := a.wrappers[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
	if !ok {
		return fields{}, nil, false
	}
	structure, ok := named.Underlying().(*types.Struct)
	return names, structure, ok
}
