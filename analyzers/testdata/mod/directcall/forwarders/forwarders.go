// Package forwarders calls by name through functions of its own: the most common form of all in real code.
package forwarders

import (
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
)

// A Contract is a hand-written wrapper.
type Contract struct {
	bound *bind.BoundContract
	abi   abi.ABI
}

// Call forwards to the bound contract.
func (c *Contract) Call(opts *bind.CallOpts, result any, method string, params ...any) error {
	out := []any{result}
	return c.bound.Call(opts, &out, method, params...)
}

// Get is at depth two, and Must at depth three.
func (c *Contract) Get(method string) (value []byte, err error) {
	err = c.Call(nil, &value, method)
	return value, err
}

// Must is the third.
func (c *Contract) Must(method string) []byte {
	value, err := c.Get(method)
	if err != nil {
		panic(err)
	}
	return value
}

// Describe has a parameter of the same name that goes nowhere.
func (c *Contract) Describe(method string) string { return fmt.Sprintf("call of %s", method) }

func methods(c *Contract, opts *bind.CallOpts) {
	c.Call(opts, nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Call(opts, nil, "owner")
	c.Get("getPolicyCodeHash")  // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Must("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Must("owner")
	c.Describe("getPolicyCodeHash")
}

// expressions have the receiver as the first argument.
func expressions(c *Contract, opts *bind.CallOpts) {
	(*Contract).Call(c, opts, nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	(*Contract).Call(c, opts, nil, "owner", "getPolicyCodeHash")
	(*bind.BoundContract).Call(c.bound, opts, nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	abi.ABI.Pack(c.abi, "getPolicyCodeHash")                            // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// call is a function; order and second say which parameter it is.
func call(c *Contract, first, second string) error { return c.Call(nil, nil, second) }

func functions(c *Contract) {
	call(c, "owner", "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	call(c, "getPolicyCodeHash", "owner")
}

// index takes the name to the map of methods.
func index(a abi.ABI, name string) []byte { return a.Methods[name].ID }

func indexes(a abi.ABI) {
	index(a, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	index(a, "owner")
}

// has only asks whether it is there.
func has(a abi.ABI, name string) bool {
	_, ok := a.Methods[name]
	return ok
}

func asks(a abi.ABI) bool { return has(a, "getPolicyCodeHash") }

// closures forward as well.
func closures(c *Contract) {
	add := func(method string, out any) error { return c.Call(nil, out, method) }
	add("getPolicyCodeHash", nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	add("owner", nil)

	var get = func(method string) { add(method, nil) }
	get("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	get("owner")

	var recursive func(method string)
	recursive = func(method string) {
		c.Get(method)
		recursive(method)
	}
	recursive("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

	func(method string) { c.Get(method) }("owner")
	func(method string) { c.Get(method) }("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

	// A closure uses a parameter of the function around it.
	_ = func() { c.Get("owner") }
}

var packageLevel = func(c *Contract, method string) { c.Get(method) }

func throughVariable(c *Contract) {
	packageLevel(c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	packageLevel(c, "owner")
}

// outer's parameter is used in a closure.
func outer(c *Contract, method string) func() {
	return func() { c.Get(method) }
}

func inner(c *Contract) {
	outer(c, "getPolicyCodeHash")() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	outer(c, "owner")()
}

// Read is generic.
func Read[T any](c *Contract, method string) (value T, err error) {
	err = c.Call(nil, &value, method)
	return value, err
}

func instances(c *Contract) {
	Read[[32]byte](c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	Read[[20]byte](c, "owner")
}

// A Box is generic, and so is its method.
type Box[T any] struct{ contract *Contract }

// Get forwards.
func (b Box[T]) Get(method string) (value T, err error) {
	return value, b.contract.Call(nil, &value, method)
}

func boxes(b Box[string]) {
	b.Get("getMetadataCid") // want `^NewtonPolicy\.getMetadataCid\(\)`
	b.Get("owner")
}

// renamed does not pass on what it was given.
func renamed(c *Contract, method string) {
	method = "owner"
	c.Get(method)
}

// conditional may pass on something else, so its callers' names mean nothing for sure.
func conditional(c *Contract, method string) {
	if method == "" {
		method = "owner"
	}
	c.Get(method)
}

func renames(c *Contract) {
	renamed(c, "getPolicyCodeHash")
	conditional(c, "getPolicyCodeHash")
}

// converted passes the name on through a conversion, and typed has a string type of its own.
type name string

func converted(c *Contract, method name) { c.Get(string(method)) }

func conversions(c *Contract) {
	converted(c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	converted(c, "owner")
}

// variadic takes several names.
func variadic(c *Contract, methods ...string) {
	for _, method := range methods {
		c.Get(method)
	}
}

func several(c *Contract) { variadic(c, "owner", "getPolicyCodeHash") }

// mutual recursion ends.
func ping(c *Contract, method string, n int) {
	if n > 0 {
		pong(c, method, n-1)
	}
}

func pong(c *Contract, method string, n int) {
	c.Get(method)
	ping(c, method, n)
}

func plays(c *Contract) {
	ping(c, "getPolicyCodeHash", 3) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	ping(c, "owner", 3)
}

// policyCall and oracleCall forward to one contract only.
func policyCall(p *policy.NewtonPolicyRaw, method string) error { return p.Call(nil, nil, method) }

func oracleCall(o *oracle.OracleRaw, method string) error { return o.Call(nil, nil, method) }

func contracts(p *policy.NewtonPolicyRaw, o *oracle.OracleRaw) {
	policyCall(p, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	policyCall(p, "attest0")
	oracleCall(o, "getPolicyCodeHash")
	func(method string) { o.Call(nil, nil, method) }("getPolicyCodeHash")
	func(method string) { p.Call(nil, nil, method) }("attest0")
	func(method string) { p.Call(nil, nil, method) }("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A batch keeps the name in a field, where it is lost: guards.callers names such functions.
type batch struct{ names []string }

func (b *batch) add(method string) { b.names = append(b.names, method) }

func batches(b *batch) { b.add("getPolicyCodeHash") }

// A chain of calls starts in one place and has several uses.
type chain struct{ abi abi.ABI }

func (c chain) add(method string) chain {
	c.abi.Pack(method)
	return c
}

func chains(c chain) {
	c.add("getPolicyCodeHash").add("policyCodeHash").add("owner") // want `^NewtonPolicy\.getPolicyCodeHash\(\)` `^NewtonPolicy\.policyCodeHash\(\)`
}

// values of forwarders are not followed.
func values(c *Contract) func(string) []byte { return c.Must }

var (
	_ = methods
	_ = expressions
	_ = functions
	_ = indexes
	_ = asks
	_ = closures
	_ = throughVariable
	_ = inner
	_ = instances
	_ = boxes
	_ = renames
	_ = conversions
	_ = several
	_ = plays
	_ = contracts
	_ = batches
	_ = chains
	_ = values
)

// Variadic passes its values on, so that they can be counted at its calls.
func (c *Contract) Variadic(opts *bind.CallOpts, method string, values ...any) error {
	return c.Call(opts, nil, method, values...)
}

// Extended puts a value of its own before those it is given.
func (c *Contract) Extended(opts *bind.CallOpts, method string, values ...any) error {
	return c.Call(opts, nil, method, append([]any{1}, values...)...)
}

// counted tells overloads apart by the number of values where no ABI does: attest(bytes32) was always there, attest(bytes32,bytes) is new.
func counted(c *Contract, opts *bind.CallOpts, hash [32]byte, proof []byte) {
	c.Variadic(opts, "attest", hash, proof) // want `attest\(bytes32,bytes\)`
	c.Variadic(opts, "attest", hash)
	c.Variadic(opts, "attest", []any{hash}...) // want `attest\(bytes32,bytes\)`
	c.Extended(opts, "attest", proof)          // want `attest\(bytes32,bytes\)`
}
