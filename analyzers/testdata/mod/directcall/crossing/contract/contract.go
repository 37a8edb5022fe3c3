// Package contract is a hand-written wrapper, of which other packages see no bodies.
package contract

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"golang.org/x/sync/errgroup"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
)

// A Contract is a contract that is called by name.
type Contract struct {
	bound *bind.BoundContract
	ABI   *abi.ABI
}

// Names of methods are kept in a type of their own.
type Name string

// Call forwards.
func (c *Contract) Call(opts *bind.CallOpts, result any, method string, params ...any) error {
	out := []any{result}
	if err := c.bound.Call(opts, &out, method, params...); err != nil {
		return fmt.Errorf("call of %s: %w", method, err)
	}
	return nil
}

// Named forwards a name of another type, by way of a variable.
func (c *Contract) Named(method Name) error {
	text := string(method)
	return c.Call(nil, nil, text)
}

// Overwritten forwards a variable that has two values.
func (c *Contract) Overwritten(method string) error {
	text := method
	if text == "" {
		text = "owner"
	}
	return c.Call(nil, nil, text)
}

// Describe has a name that goes nowhere.
func (c *Contract) Describe(method string) error { return errors.New(method) }

// Has only asks the ABI.
func (c *Contract) Has(method string) bool {
	_, ok := c.ABI.Methods[method]
	return ok
}

// ID takes the name to the map of methods.
func (c *Contract) ID(method string) []byte { return c.ABI.Methods[method].ID }

// Closure forwards in closures, one of them for a package whose source nobody reads.
func (c *Contract) Closure(first, second, third string) error {
	call := func(method string) error { return c.Call(nil, nil, method) }
	var group errgroup.Group
	group.Go(func() error { return c.Call(nil, nil, second) })
	if err := call(first); err != nil {
		return err
	}
	return group.Wait()
}

// Get is generic.
func Get[T any](c *Contract, method string) (value T, err error) {
	err = c.Call(nil, &value, method)
	return value, err
}

// A Box is generic, and its method calls its type parameter something else.
type Box[T any] struct{ contract *Contract }

// Get forwards.
func (b *Box[U]) Get(method string) (value U, err error) {
	return Get[U](b.contract, method)
}

// Drop does not.
func (b *Box[U]) Drop(method string) (value U) { return value }

// Policy forwards to one contract only, Oracle to one that is not registered.
func Policy(p *policy.NewtonPolicyRaw, method string) error { return p.Call(nil, nil, method) }

// Oracle is the other.
func Oracle(o *oracle.OracleRaw, method string) error { return o.Call(nil, nil, method) }

// Known packs with the ABI of a contract.
func Known(method string) ([]byte, error) {
	parsed, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return parsed.Pack(method)
}

// Stranger packs with the ABI of one that is not registered.
func Stranger(method string) ([]byte, error) {
	parsed, err := oracle.OracleMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	return parsed.Pack(method)
}

// A Kept contract keeps the name in a field.
type Kept struct {
	contract *Contract
	method   string
}

// Keep is not seen to forward: guards.callers names such functions.
func (k *Kept) Keep(method string) { k.method = method }

// Call is what forwards.
func (k *Kept) Call() error { return k.contract.Call(nil, nil, k.method) }

// A Caller has the method of a Contract, and nothing is known of what it does.
type Caller interface {
	Call(opts *bind.CallOpts, result any, method string, params ...any) error
}

// Variable is a function in a variable.
var Variable = func(c *Contract, method string) error { return c.Call(nil, nil, method) }
