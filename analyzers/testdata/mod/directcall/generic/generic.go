// Package generic reaches a binding through type parameters.
package generic

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
)

// A Hasher has the method.
type Hasher interface {
	GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error)
}

// Of calls the method of a constraint.
func Of[T Hasher](t T, opts *bind.CallOpts) ([32]byte, error) {
	return t.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// Owned has a constraint with another method.
func Owned[T interface {
	Owner(*bind.CallOpts) (common.Address, error)
}](t T, opts *bind.CallOpts) (common.Address, error) {
	return t.Owner(opts)
}

// Exact is constrained to the binding itself, which Go lets nobody call methods of without naming them.
func Exact[T interface {
	*policy.NewtonPolicyCaller
	Hasher
}](t T, opts *bind.CallOpts) ([32]byte, error) {
	return t.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A List is generic and holds bindings.
type List[T any] []T

// Each hands every element to f.
func (l List[T]) Each(f func(T) error) error {
	for _, t := range l {
		if err := f(t); err != nil {
			return err
		}
	}
	return nil
}

// All calls the binding in a closure.
func All(list List[*policy.NewtonPolicy], opts *bind.CallOpts) error {
	return list.Each(func(p *policy.NewtonPolicy) error {
		_, err := p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
		return err
	})
}

// Map is instantiated with a method expression.
func Map[A, B any](a A, f func(A, *bind.CallOpts) (B, error)) (B, error) { return f(a, nil) }

func Mapped(p *policy.NewtonPolicyCaller) ([32]byte, error) {
	return Map(p, (*policy.NewtonPolicyCaller).GetPolicyCodeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}
