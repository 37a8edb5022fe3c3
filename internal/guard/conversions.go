package guard

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// eachConversion visits the places of a file where a value of one type becomes an interface: written conversions, assignments, arguments,
// results, elements of literals, sends, and type arguments, whose methods are called through the constraint.
func eachConversion(info *types.Info, file inspector.Cursor, visit func(at ast.Expr, from, to types.Type)) {
	c := &conversions{info: info, visit: visit}
	for cursor := range file.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.CallExpr)(nil),
		(*ast.CompositeLit)(nil), (*ast.SendStmt)(nil), (*ast.RangeStmt)(nil), (*ast.Ident)(nil)) {
		c.node(cursor)
	}
}

type conversions struct {
	info  *types.Info
	visit func(at ast.Expr, from, to types.Type)
}

func (c *conversions) node(cursor inspector.Cursor) {
	switch node := cursor.Node().(type) {
	case *ast.AssignStmt:
		if node.Tok == token.ASSIGN || node.Tok == token.DEFINE {
			c.list(node.Rhs, c.typesOf(node.Lhs))
		}
	case *ast.ValueSpec:
		c.valueSpec(node)
	case *ast.ReturnStmt:
		c.list(node.Results, c.resultsAt(cursor))
	case *ast.CallExpr:
		c.call(node)
	case *ast.CompositeLit:
		c.literal(node)
	case *ast.SendStmt:
		if channel, ok := c.coreOf(node.Chan).(*types.Chan); ok {
			c.one(node.Value, channel.Elem())
		}
	case *ast.RangeStmt:
		c.loop(node)
	case *ast.Ident:
		c.instance(node)
	}
}

func (c *conversions) typesOf(exprs []ast.Expr) []types.Type {
	var list []types.Type
	for _, expr := range exprs {
		list = append(list, c.info.TypeOf(expr))
	}
	return list
}

// coreOf is the type of an expression without its name and, for a pointer to an array or struct, its pointer.
func (c *conversions) coreOf(expr ast.Expr) types.Type {
	t := c.info.TypeOf(expr)
	if t == nil {
		return nil
	}
	if pointer, ok := t.Underlying().(*types.Pointer); ok {
		t = pointer.Elem()
	}
	return t.Underlying()
}

// one is a value that becomes to. The blank identifier has no type.
func (c *conversions) one(value ast.Expr, to types.Type) {
	if value != nil && to != nil {
		c.convert(value, c.info.TypeOf(value), to)
	}
}

func (c *conversions) convert(at ast.Expr, from, to types.Type) {
	if from == nil || !types.IsInterface(to) || types.Identical(from, to) {
		return
	}
	if basic, ok := from.(*types.Basic); ok && basic.Kind() == types.UntypedNil {
		return
	}
	c.visit(at, from, to)
}

// list is a list of values, or one call that returns several.
func (c *conversions) list(values []ast.Expr, targets []types.Type) {
	if len(values) == 1 && len(targets) > 1 {
		tuple, ok := c.info.TypeOf(values[0]).(*types.Tuple)
		for i := 0; ok && i < min(tuple.Len(), len(targets)); i++ {
			if targets[i] != nil {
				c.convert(values[0], tuple.At(i).Type(), targets[i])
			}
		}
		return
	}
	for i, value := range values {
		if i < len(targets) {
			c.one(value, targets[i])
		}
	}
}

func (c *conversions) valueSpec(spec *ast.ValueSpec) {
	if spec.Type == nil {
		return
	}
	var targets []types.Type
	for range spec.Names {
		targets = append(targets, c.info.TypeOf(spec.Type))
	}
	c.list(spec.Values, targets)
}

// resultsAt lists the result types of the function around a return.
func (c *conversions) resultsAt(cursor inspector.Cursor) []types.Type {
	for function := range cursor.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var signature *types.Signature
		switch node := function.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := c.info.Defs[node.Name].(*types.Func); ok {
				signature = fn.Signature()
			}
		case *ast.FuncLit:
			signature, _ = c.info.TypeOf(node).Underlying().(*types.Signature)
		}
		if signature == nil {
			return nil
		}
		return typesIn(signature.Results())
	}
	return nil
}

func typesIn(tuple *types.Tuple) []types.Type {
	var list []types.Type
	for v := range tuple.Variables() {
		list = append(list, v.Type())
	}
	return list
}

func (c *conversions) call(call *ast.CallExpr) {
	if tv := c.info.Types[call.Fun]; tv.IsType() {
		c.list(call.Args, []types.Type{tv.Type})
		return
	}
	signature, ok := c.coreOf(call.Fun).(*types.Signature)
	if !ok {
		return
	}
	c.list(call.Args, parameters(signature, call))
}

// parameters lists the types that the arguments of a call become.
func parameters(signature *types.Signature, call *ast.CallExpr) []types.Type {
	list := typesIn(signature.Params())
	if !signature.Variadic() || call.Ellipsis.IsValid() || len(list) == 0 {
		return list
	}
	last := len(list) - 1
	slice, ok := list[last].Underlying().(*types.Slice)
	if !ok { // append([]byte, string...)
		return list[:last]
	}
	for list = list[:last]; len(list) < max(len(call.Args), last+1); {
		list = append(list, slice.Elem())
	}
	return list
}

func (c *conversions) literal(lit *ast.CompositeLit) {
	switch t := c.coreOf(lit).(type) {
	case *types.Struct:
		c.fields(lit, t)
	case *types.Slice:
		c.elements(lit, nil, t.Elem())
	case *types.Array:
		c.elements(lit, nil, t.Elem())
	case *types.Map:
		c.elements(lit, t.Key(), t.Elem())
	}
}

func (c *conversions) fields(lit *ast.CompositeLit, structure *types.Struct) {
	for i, element := range lit.Elts {
		if keyed, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := keyed.Key.(*ast.Ident); ok {
				if field := c.info.ObjectOf(key); field != nil {
					c.one(keyed.Value, field.Type())
				}
			}
		} else if i < structure.NumFields() {
			c.one(element, structure.Field(i).Type())
		}
	}
}

func (c *conversions) elements(lit *ast.CompositeLit, key, value types.Type) {
	for _, element := range lit.Elts {
		if keyed, ok := element.(*ast.KeyValueExpr); ok {
			c.one(keyed.Key, key)
			element = keyed.Value
		}
		c.one(element, value)
	}
}

// loop is a range clause that assigns to variables there are already; new ones have the type of what they hold.
func (c *conversions) loop(loop *ast.RangeStmt) {
	if loop.Tok != token.ASSIGN {
		return
	}
	for i, target := range []ast.Expr{loop.Key, loop.Value} {
		if to := c.info.TypeOf(target); target != nil && to != nil {
			c.convert(target, c.ranged(loop.X, i == 0), to)
		}
	}
}

// ranged is the type of the keys or values of what a loop goes over, nil where no method can be lost.
func (c *conversions) ranged(over ast.Expr, keys bool) types.Type {
	switch t := c.coreOf(over).(type) {
	case *types.Slice:
		if !keys {
			return t.Elem()
		}
	case *types.Array:
		if !keys {
			return t.Elem()
		}
	case *types.Map:
		if keys {
			return t.Key()
		}
		return t.Elem()
	case *types.Chan:
		if keys {
			return t.Elem()
		}
	}
	return nil
}

// instance is a generic function or type with its type arguments.
func (c *conversions) instance(id *ast.Ident) {
	instance, ok := c.info.Instances[id]
	if !ok {
		return
	}
	params := typeParams(c.info.ObjectOf(id))
	for i := 0; i < min(params.Len(), instance.TypeArgs.Len()); i++ {
		c.convert(id, instance.TypeArgs.At(i), params.At(i).Constraint())
	}
}

func typeParams(obj types.Object) *types.TypeParamList {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Origin().Signature().TypeParams()
	case *types.TypeName:
		switch t := obj.Type().(type) {
		case *types.Named:
			return t.Origin().TypeParams()
		case *types.Alias:
			return t.Origin().TypeParams()
		}
	}
	return nil
}
