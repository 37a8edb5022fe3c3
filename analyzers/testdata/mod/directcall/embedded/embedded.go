// Package embedded reaches a binding's methods through types of its own.
package embedded

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
)

// A Reader embeds the contract.
type Reader struct{ *policy.NewtonPolicy }

// A Nested reader embeds one that does, and hides one of its methods.
type Nested struct{ Reader }

// PolicyCodeHash is the reader's own.
func (n Nested) PolicyCodeHash(*bind.CallOpts) ([32]byte, error) { return [32]byte{}, nil }

// A Halves embeds what the contract is made of.
type Halves struct {
	policy.NewtonPolicyCaller
	*policy.NewtonPolicyTransactor
}

// Alias is another name of the same type.
type Alias = policy.NewtonPolicyCaller

// AliasOfAlias is one more.
type AliasOfAlias = Alias

// Defined keeps the methods that are promoted to the struct, and loses those declared on it.
type Defined policy.NewtonPolicy

// A Stranger embeds another contract.
type Stranger struct{ *oracle.Oracle }

// Generic embeds the contract in a parameterized type.
type Generic[T any] struct {
	*policy.NewtonPolicy
	State T
}

// Hash calls a promoted method of its own.
func (r Reader) Hash(opts *bind.CallOpts) ([32]byte, error) {
	return r.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) .* annotate Reader\.Hash with //compat:requires policy_code_hash`
}

// Hash is a method with a pointer receiver.
func (n *Nested) Hash(opts *bind.CallOpts) ([32]byte, error) {
	return n.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) .* annotate Nested\.Hash with`
}

// Own calls the method that hides the binding's.
func (n *Nested) Own(opts *bind.CallOpts) ([32]byte, error) { return n.PolicyCodeHash(opts) }

// Hidden names the binding's method all the same.
func (n *Nested) Hidden(opts *bind.CallOpts) ([32]byte, error) {
	return n.Reader.PolicyCodeHash(opts) // want `^NewtonPolicy\.policyCodeHash\(\)`
}

// Calls and Sends use one half each.
func (h Halves) Calls(opts *bind.CallOpts) (string, error) {
	return h.GetMetadataCid(opts) // want `^NewtonPolicy\.getMetadataCid\(\)`
}

func (h Halves) Sends(opts *bind.TransactOpts) (*types.Transaction, error) {
	return h.SetMetadataCid(opts, "") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// Of is a method of an instance.
func (g Generic[T]) Of(opts *bind.CallOpts) ([32]byte, error) {
	return g.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Instance calls the promoted method of an instance.
func Instance(g Generic[string], opts *bind.CallOpts) ([32]byte, error) {
	return g.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Anonymous structs embed too.
func Anonymous(opts *bind.CallOpts, p *policy.NewtonPolicy) ([32]byte, error) {
	held := struct{ *policy.NewtonPolicy }{p}
	return held.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Field reaches the binding through a field that is not embedded.
func Field(opts *bind.CallOpts, s struct {
	Policy struct{ Contract *policy.NewtonPolicy }
}) ([32]byte, error) {
	return s.Policy.Contract.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Aliased and AliasedTwice are the same type.
func Aliased(a *Alias, opts *bind.CallOpts) ([32]byte, error) {
	return a.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func AliasedTwice(a AliasOfAlias, opts *bind.CallOpts) ([32]byte, error) {
	return a.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// DefinedPromotes calls a method that the defined type has by embedding.
func DefinedPromotes(d *Defined, opts *bind.CallOpts) ([32]byte, error) {
	return d.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// StrangerHash calls another contract.
func StrangerHash(s Stranger, opts *bind.CallOpts) ([32]byte, error) {
	return s.GetPolicyCodeHash(opts)
}
