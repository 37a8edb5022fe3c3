package gobinding

import (
	"go/ast"
	"regexp"
	"strings"

	"github.com/compatlint/compatlint/selectors"
)

// A declaredMethod is a method declaration with a named receiver type.
type declaredMethod struct {
	declaration  *ast.FuncDecl
	typeName     string
	receiverName string // "" if the receiver has no name
}

// resolveMethods finds the selector of each method of the file and lists it under its contract. It trusts the body and
// the ABI over the comment, since comments survive copying and editing when they should not. Sessions come second,
// because they forward to the others.
func resolveMethods(src *source, set *contractSet) {
	known := map[[2]string]Method{}
	var sessions []declaredMethod
	for _, declaration := range src.methods {
		m := declared(declaration)
		found, ok := fromBody(src, set, m)
		if !ok && src.structs[m.typeName].contractOf != "" {
			sessions = append(sessions, m)
			continue
		}
		if !ok {
			found, ok = fromComment(set, m)
		}
		if ok {
			known[[2]string{found.Type, found.Name}] = found
			set.add(found)
		}
	}
	for _, m := range sessions {
		found, ok := followSession(src, known, m)
		if !ok {
			found, ok = fromComment(set, m)
		}
		if ok {
			set.add(found)
		}
	}
}

func declared(declaration *ast.FuncDecl) declaredMethod {
	m := declaredMethod{declaration: declaration}
	if len(declaration.Recv.List) == 1 {
		receiver := declaration.Recv.List[0]
		m.typeName = typeName(receiver.Type)
		if len(receiver.Names) == 1 {
			m.receiverName = receiver.Names[0].Name
		}
	}
	return m
}

func (m declaredMethod) with(selector selectors.Selector, signature string) Method {
	return Method{Type: m.typeName, Name: m.declaration.Name.Name, Selector: selector, Signature: signature}
}

func fromBody(src *source, set *contractSet, m declaredMethod) (Method, bool) {
	_, a := set.abiFor(m.typeName)
	if a == nil {
		return Method{}, false
	}
	name, ok := namedInBody(src, m)
	if !ok {
		return Method{}, false
	}
	method, ok := a.ByABIName(name)
	return m.with(method.Selector, method.Signature), ok
}

// namedInBody returns the ABI name that a method's body hands to the contract or the ABI in a field of the receiver. A
// body that names several methods is no binding method.
func namedInBody(src *source, m declaredMethod) (name string, ok bool) {
	if m.declaration.Body == nil || m.receiverName == "" {
		return "", false
	}
	several := false
	ast.Inspect(m.declaration.Body, func(n ast.Node) bool {
		call, isCall := n.(*ast.CallExpr)
		if !isCall {
			return true
		}
		argument := nameArgument(src.structs[m.typeName], m.receiverName, call)
		if argument == nil {
			return true
		}
		value, constant := src.stringValue(argument)
		several = several || !constant || ok && value != name
		name, ok = value, true
		return true
	})
	return name, ok && !several
}

// nameArgument returns the argument of a call that names a method of the ABI, or nil if the call is of another kind.
func nameArgument(receiver structType, receiverName string, call *ast.CallExpr) ast.Expr {
	function, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	field, isField := fieldOf(receiverName, function.X)
	promoted := !isField && receiver.embedded && isName(function.X, receiverName)
	position := -1
	switch function.Sel.Name {
	case "Call": // (opts, results, method, params...)
		if promoted || receiver.bound[field] {
			position = 2
		}
	case "Transact": // (opts, method, params...)
		if promoted || receiver.bound[field] {
			position = 1
		}
	case "Pack": // (method, params...)
		if receiver.abis[field] {
			position = 0
		}
	}
	if position < 0 || position >= len(call.Args) {
		return nil
	}
	return call.Args[position]
}

// fieldOf returns the field in an expression of the form receiver.field.
func fieldOf(receiverName string, e ast.Expr) (field string, ok bool) {
	selector, ok := e.(*ast.SelectorExpr)
	if !ok || !isName(selector.X, receiverName) {
		return "", false
	}
	return selector.Sel.Name, true
}

func isName(e ast.Expr, name string) bool {
	ident, ok := e.(*ast.Ident)
	return ok && ident.Name == name
}

// followSession finds what a session's method forwards to: receiver.Contract.M(&receiver.CallOpts, …) is M of the
// contract's Caller type, and with TransactOpts M of its Transactor type.
func followSession(src *source, known map[[2]string]Method, m declaredMethod) (found Method, ok bool) {
	if m.declaration.Body == nil || m.receiverName == "" {
		return Method{}, false
	}
	contract := src.structs[m.typeName].contractOf
	ast.Inspect(m.declaration.Body, func(n ast.Node) bool {
		call, isCall := n.(*ast.CallExpr)
		if !isCall || ok {
			return !ok
		}
		method, half := sessionCall(m.receiverName, call)
		for _, target := range []string{contract, contract + half} {
			if forwarded, isKnown := known[[2]string{target, method}]; isKnown && half != "" {
				found, ok = m.with(forwarded.Selector, forwarded.Signature), true
			}
		}
		return !ok
	})
	return found, ok
}

// sessionCall returns the method in receiver.Contract.method(&receiver.CallOpts, …) and the half of the contract that
// has it, "Caller" or "Transactor"; half is "" for other calls.
func sessionCall(receiverName string, call *ast.CallExpr) (method, half string) {
	function, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return "", ""
	}
	if field, ok := fieldOf(receiverName, function.X); !ok || field != "Contract" {
		return "", ""
	}
	options, ok := call.Args[0].(*ast.UnaryExpr)
	if !ok {
		return "", ""
	}
	switch field, _ := fieldOf(receiverName, options.X); field {
	case "CallOpts":
		return function.Sel.Name, "Caller"
	case "TransactOpts":
		return function.Sel.Name, "Transactor"
	}
	return "", ""
}

// commentedSelector matches the doc comments of abigen: v1 writes "the contract method 0x…", v2 "the contract method
// with ID 0x…", which its line breaks may split anywhere.
var commentedSelector = regexp.MustCompile(`\bcontract method (with ID )?(0x[0-9a-f]{8})\b`)

func fromComment(set *contractSet, m declaredMethod) (Method, bool) {
	if m.typeName == "" || m.declaration.Doc == nil {
		return Method{}, false
	}
	text := strings.Join(strings.Fields(m.declaration.Doc.Text()), " ")
	match := commentedSelector.FindStringSubmatch(text)
	if match == nil {
		return Method{}, false
	}
	name := m.declaration.Name.Name
	if match[1] != "" && !strings.HasPrefix(name, "Pack") && !strings.HasPrefix(name, "TryPack") {
		return Method{}, false // UnpackM has the same comment but sends nothing
	}
	selector, err := selectors.ParseSelector(match[2])
	if err != nil {
		return Method{}, false
	}
	signature := ""
	if _, a := set.abiFor(m.typeName); a != nil {
		if method, ok := a.BySelector(selector); ok {
			signature = method.Signature
		}
	}
	return m.with(selector, signature), true
}
