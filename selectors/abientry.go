package selectors

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	mutabilityPure       = "pure"
	mutabilityView       = "view"
	mutabilityNonpayable = "nonpayable"
	mutabilityPayable    = "payable"
)

// An abiEntry is one element of an ABI JSON array (Solidity ABI specification, "JSON").
type abiEntry struct {
	Type            string         `json:"type"`
	Name            string         `json:"name"`
	Inputs          []abiParameter `json:"inputs"`
	Outputs         []abiParameter `json:"outputs"`
	StateMutability string         `json:"stateMutability"`
	Constant        bool           `json:"constant"` // before Solidity 0.6: view or pure
	Payable         bool           `json:"payable"`  // before Solidity 0.6
	Anonymous       bool           `json:"anonymous"`
}

type abiParameter struct {
	Type         string         `json:"type"`
	InternalType string         `json:"internalType"`
	Components   []abiParameter `json:"components"`
}

// buildABI turns the decoded entries into an ABI. It numbers overloads while it goes, because the numbers depend on the
// order of the entries.
func buildABI(entries []abiEntry) (*ABI, error) {
	b := abiBuilder{methodNames: map[string]bool{}, eventNames: map[string]bool{}}
	for i, e := range entries {
		if err := b.add(e); err != nil {
			return nil, fmt.Errorf("entry %d (%s): %w", i+1, describeEntry(e), err)
		}
	}
	return &b.abi, nil
}

func describeEntry(e abiEntry) string {
	return strings.TrimSpace(e.Type + " " + e.Name)
}

type abiBuilder struct {
	abi         ABI
	methodNames map[string]bool
	eventNames  map[string]bool
}

func (b *abiBuilder) add(e abiEntry) error {
	switch e.Type {
	case "function":
		return b.addMethod(e)
	case "event":
		return b.addEvent(e)
	case "error":
		return b.addError(e)
	case "constructor", "fallback", "receive":
		return nil
	case "":
		return errors.New(`it has no "type": this is no ABI entry`)
	}
	return fmt.Errorf(`type %q is unknown: want function, event, error, constructor, fallback or receive`, e.Type)
}

func (b *abiBuilder) addMethod(e abiEntry) error {
	signature, err := e.signature()
	if err != nil {
		return err
	}
	returns, err := canonicalTypes("output", e.Outputs, 0)
	if err != nil {
		return err
	}
	mutability, err := e.mutability()
	if err != nil {
		return err
	}
	canonical := signature.String()
	b.abi.Methods = append(b.abi.Methods, Method{
		Name:       e.Name,
		ABIName:    number(b.methodNames, e.Name),
		Signature:  canonical,
		Selector:   Of(canonical),
		Inputs:     signature.Inputs,
		Returns:    returns,
		Mutability: mutability,
	})
	return nil
}

func (b *abiBuilder) addEvent(e abiEntry) error {
	signature, err := e.signature()
	if err != nil {
		return err
	}
	canonical := signature.String()
	b.abi.Events = append(b.abi.Events, Event{
		Name:      e.Name,
		ABIName:   number(b.eventNames, e.Name),
		Signature: canonical,
		Topic:     common.Hash(crypto.Keccak256([]byte(canonical))),
		Anonymous: e.Anonymous,
	})
	return nil
}

func (b *abiBuilder) addError(e abiEntry) error {
	signature, err := e.signature()
	if err != nil {
		return err
	}
	canonical := signature.String()
	b.abi.Errors = append(b.abi.Errors, Error{Name: e.Name, Signature: canonical, Selector: Of(canonical)})
	return nil
}

// number returns the name under which accounts/abi keeps the next entry called name, and marks it as used.
func number(used map[string]bool, name string) string {
	resolved := abi.ResolveNameConflict(name, func(candidate string) bool { return used[candidate] })
	used[resolved] = true
	return resolved
}

func (e abiEntry) signature() (Signature, error) {
	if !isIdentifier(e.Name) {
		return Signature{}, fmt.Errorf("name %q is not a Solidity identifier", e.Name)
	}
	inputs, err := canonicalTypes("input", e.Inputs, 0)
	if err != nil {
		return Signature{}, err
	}
	return Signature{Name: e.Name, Inputs: inputs}, nil
}

// mutability follows accounts/abi: whatever the deprecated "constant" says counts as view, and nothing at all means
// nonpayable.
func (e abiEntry) mutability() (string, error) {
	switch e.StateMutability {
	case mutabilityPure, mutabilityView:
		return e.StateMutability, nil
	case "", mutabilityNonpayable, mutabilityPayable:
	default:
		return "", fmt.Errorf("stateMutability %q is unknown: want pure, view, nonpayable or payable", e.StateMutability)
	}
	switch {
	case e.Constant:
		return mutabilityView, nil
	case e.Payable || e.StateMutability == mutabilityPayable:
		return mutabilityPayable, nil
	}
	return mutabilityNonpayable, nil
}

// canonicalTypes returns the canonical types of a parameter list. Role names an element of it in errors.
func canonicalTypes(role string, parameters []abiParameter, depth int) ([]string, error) {
	var types []string
	for i, p := range parameters {
		t, err := p.canonicalType(depth)
		if err != nil {
			return nil, fmt.Errorf("%s %d: %w", role, i+1, err)
		}
		types = append(types, t)
	}
	return types, nil
}

func (p abiParameter) canonicalType(depth int) (string, error) {
	base, arrays := p.Type, ""
	if open := strings.IndexByte(p.Type, '['); open >= 0 {
		base, arrays = p.Type[:open], p.Type[open:]
	}
	if rest, err := scanArraySuffix(arrays); err != nil || rest != "" {
		return "", fmt.Errorf("type %q is malformed", p.Type)
	}
	if base == "tuple" {
		base, err := canonicalTuple(p.Components, depth+1)
		return base + arrays, err
	}
	err := checkElementary(base)
	if err != nil && strings.HasPrefix(p.InternalType, "contract ") {
		// Old compilers name the contract where a library's function takes one. accounts/abi reads that as an address.
		return "address" + arrays, nil
	}
	return p.Type, err
}

func canonicalTuple(components []abiParameter, depth int) (string, error) {
	if depth > maxTypeDepth {
		return "", errTooDeep
	}
	if len(components) == 0 {
		return "", errEmptyTuple
	}
	elements, err := canonicalTypes("component", components, depth)
	return "(" + strings.Join(elements, ",") + ")", err
}
