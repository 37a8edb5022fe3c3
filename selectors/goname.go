package selectors

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
)

// A GoMethod is a method of generated Go code that sends or packs a selector.
type GoMethod struct {
	Type, Name string // such as "NewtonPolicyCaller" and "GetPolicyCodeHash"
	Method     Method
}

// GoName returns the Go identifier that abigen makes of a Solidity name: underscores go, what follows them is
// capitalised. It is abi.ToCamelCase of go-ethereum's accounts/abi.
func GoName(abiName string) string {
	return abi.ToCamelCase(abiName)
}

// BindingsV1 returns the methods that abigen (v1) generates for a contract, in ABI order: XCaller, XSession and
// XCallerSession for what is read-only, XTransactor, XSession and XTransactorSession for the rest. Methods of X itself
// are promoted from XCaller and XTransactor and are not listed.
//
// Aliases map the ABI name of a method or event ("foo0") to another name, like abigen's --alias. It is an error if
// abigen refuses to generate code for the ABI, and also if two methods get the same Go name: abigen overlooks that when
// one of them is read-only, and its code does not compile (accounts/abi/abigen/bind.go, Bind).
func BindingsV1(contract string, a *ABI, aliases map[string]string) ([]GoMethod, error) {
	base, err := baseType(contract)
	if err != nil {
		return nil, err
	}
	if _, err := (naming{aliases: aliases, digitPrefix: "E"}).goNames(eventNames(a)); err != nil {
		return nil, err
	}
	names, err := naming{aliases: aliases, digitPrefix: "M"}.goNames(methodNames(a))
	if err != nil {
		return nil, err
	}
	var methods []GoMethod
	for _, m := range a.Methods {
		name := names[m.ABIName]
		if name == "" {
			return nil, fmt.Errorf("method %q has no name in Go: give it an alias", m.ABIName)
		}
		if err := checkTypes(m); err != nil {
			return nil, err
		}
		suffixes := [...]string{"Transactor", "Session", "TransactorSession"}
		if m.ReadOnly() {
			suffixes = [...]string{"Caller", "Session", "CallerSession"}
		}
		for _, suffix := range suffixes {
			methods = append(methods, GoMethod{Type: base + suffix, Name: name, Method: m})
		}
	}
	return methods, nil
}

// BindingsV2 returns the methods that abigen --v2 generates for a contract to encode calls, in ABI order: PackM and
// TryPackM on X. Aliases may also name custom errors; otherwise they and the errors are as for [BindingsV1]
// (accounts/abi/abigen/bindv2.go, BindV2).
func BindingsV2(contract string, a *ABI, aliases map[string]string) ([]GoMethod, error) {
	base, err := baseType(contract)
	if err != nil {
		return nil, err
	}
	rule := naming{aliases: aliases, digitPrefix: "E", numbered: true}
	for _, others := range [][]string{eventNames(a), errorNames(a)} {
		if _, err := rule.goNames(others); err != nil {
			return nil, err
		}
	}
	names, err := rule.goNames(methodNames(a))
	if err != nil {
		return nil, err
	}
	var methods []GoMethod
	for _, m := range a.Methods {
		if err := checkTypes(m); err != nil {
			return nil, err
		}
		name := "Pack" + names[m.ABIName]
		methods = append(methods, GoMethod{Type: base, Name: name, Method: m}, GoMethod{Type: base, Name: "Try" + name, Method: m})
	}
	return methods, nil
}

func baseType(contract string) (string, error) {
	base := GoName(contract)
	if !token.IsIdentifier(base) {
		return "", fmt.Errorf("contract name %q makes no Go type name", contract)
	}
	return base, nil
}

// A naming is how one version of abigen makes Go names of the names in one group: methods, events or errors.
type naming struct {
	aliases     map[string]string
	digitPrefix string // goes before a name that would start with a digit
	numbered    bool   // a prefixed name that is taken gets a number; v1 does that in random order, so there it is refused
}

// goNames returns the Go name of each ABI name. Like abigen v2 it goes through them in sorted order.
func (n naming) goNames(abiNames []string) (map[string]string, error) {
	names := make(map[string]string, len(abiNames))
	owner := make(map[string]string, len(abiNames))
	taken := func(name string) bool { _, ok := owner[name]; return ok }
	for _, abiName := range slices.Sorted(slices.Values(abiNames)) {
		original := abiName
		if alias, ok := n.aliases[abiName]; ok {
			original = alias
		}
		name := GoName(original)
		if name != "" && isDigit(name[0]) {
			name = n.digitPrefix + name
			if n.numbered {
				name = abi.ResolveNameConflict(name, taken)
			}
		}
		if taken(name) {
			return nil, fmt.Errorf("%q and %q are both named %q in Go: give one of them an alias", owner[name], abiName, name)
		}
		if !token.IsIdentifier("X" + name) {
			return nil, fmt.Errorf("%q is named %q in Go, which is no identifier: give it an alias", abiName, name)
		}
		owner[name] = abiName
		names[abiName] = name
	}
	return names, nil
}

func methodNames(a *ABI) []string {
	var names []string
	for _, m := range a.Methods {
		names = append(names, m.ABIName)
	}
	return names
}

// eventNames leaves out anonymous events, for which abigen generates nothing.
func eventNames(a *ABI) []string {
	var names []string
	for _, e := range a.Events {
		if !e.Anonymous {
			names = append(names, e.ABIName)
		}
	}
	return names
}

// errorNames lists each name once: accounts/abi keeps one error of a name.
func errorNames(a *ABI) []string {
	var names []string
	for _, e := range a.Errors {
		names = append(names, e.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// checkTypes refuses the types of the ABI specification that accounts/abi does not know.
func checkTypes(m Method) error {
	for _, t := range slices.Concat(m.Inputs, m.Returns) {
		if strings.Contains(t, "fixed") {
			return fmt.Errorf("method %q: abigen does not support type %s", m.ABIName, t)
		}
	}
	return nil
}
