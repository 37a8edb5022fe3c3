// Package raw names the contract's functions in strings.
package raw

import (
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/verifier"
	"example.com/lint/multicall"
)

func raw(p *policy.NewtonPolicyRaw, opts *bind.CallOpts, out *[]any) error {
	if err := p.Call(opts, out, "owner"); err != nil {
		return err
	}
	return p.Call(opts, out, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func callerRaw(p *policy.NewtonPolicyCallerRaw, opts *bind.CallOpts, out *[]any) error {
	return p.Call(opts, out, "policyCodeHash") // want `^NewtonPolicy\.policyCodeHash\(\)`
}

func rawSends(p *policy.NewtonPolicyRaw, opts *bind.TransactOpts) {
	p.Transact(opts, "setMetadataCid", "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
	p.Transact(opts, "initialize", "cid")
	p.Transfer(opts)
}

func transactorRaw(p *policy.NewtonPolicyTransactorRaw, opts *bind.TransactOpts) {
	p.Transact(opts, "setMetadataCid", "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func otherRaw(p *oracle.OracleRaw, opts *bind.CallOpts, out *[]any) error {
	return p.Call(opts, out, "getPolicyCodeHash")
}

func bound(c *bind.BoundContract, opts *bind.CallOpts, out *[]any) error {
	if err := c.Call(opts, out, "owner"); err != nil {
		return err
	}
	return c.Call(opts, out, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func boundV2(c *bindv2.BoundContract, opts *bindv2.CallOpts, out *[]any) error {
	return c.Call(opts, out, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func boundSends(c *bind.BoundContract, opts *bind.TransactOpts) {
	c.Transact(opts, "setMetadataCid", "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
	c.Transact(opts, "setmetadatacid", "cid")
}

func boundSendsV2(c *bindv2.BoundContract, opts *bindv2.TransactOpts) {
	c.Transact(opts, "setMetadataCid", "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// A wrapper embeds what it calls.
type wrapper struct{ *bind.BoundContract }

func (w wrapper) hash(opts *bind.CallOpts, out *[]any) error {
	return w.Call(opts, out, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func packed(a abi.ABI) ([]byte, error) {
	if data, err := a.Pack("owner"); err != nil {
		return data, err
	}
	return a.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func packedPointer(a *abi.ABI) ([]byte, error) {
	return a.Pack("setMetadataCid", "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// unpacked decodes what was sent before.
func unpacked(a abi.ABI, data []byte) ([]any, error) { return a.Unpack("getPolicyCodeHash", data) }

func methods(a abi.ABI) []byte {
	_ = a.Methods["owner"].ID
	_ = a.Events["getPolicyCodeHash"]
	return a.Methods["getPolicyCodeHash"].ID // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// present asks the local ABI, which says nothing about the chain, and sends nothing.
func present(a abi.ABI) bool {
	_, ok := a.Methods["getPolicyCodeHash"]
	var _, also = a.Methods["getPolicyCodeHash"]
	return ok && also
}

func notOnlyPresent(a abi.ABI) ([]byte, bool) {
	method, ok := a.Methods["getPolicyCodeHash"] // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	return method.ID, ok
}

// overloads have a number in the name, and without an ABI the arguments tell as well.
func overloads(a *bind.BoundContract, opts *bind.TransactOpts) {
	a.Transact(opts, "attest", [32]byte{})
	a.Transact(opts, "attest", [32]byte{}, []byte{})  // want `^Verifier\.attest\(bytes32,bytes\)`
	a.Transact(opts, "attest0", [32]byte{}, []byte{}) // want `^Verifier\.attest\(bytes32,bytes\)`
}

func overloadsOfRaw(v *verifier.VerifierRaw, opts *bind.TransactOpts) {
	v.Transact(opts, "attest", [32]byte{})
	v.Transact(opts, "attest0", [32]byte{}, []byte{}) // want `^Verifier\.attest\(bytes32,bytes\)`
}

// configured callers stand in the registry under guards.callers.
func configured(c *multicall.Contract) error {
	if err := c.Call(nil, "owner"); err != nil {
		return err
	}
	return c.Call(nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func configuredInterface(c multicall.Caller) error {
	return c.Call(nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A Mock has a Call of its own, as gomock's controller has.
type mock struct{}

func (mock) Call(receiver any, method string, args ...any) error { return nil }

func strangers(m mock, log func(method string)) error {
	log("getPolicyCodeHash")
	return m.Call(nil, "getPolicyCodeHash")
}

var (
	_ = raw
	_ = callerRaw
	_ = rawSends
	_ = transactorRaw
	_ = otherRaw
	_ = bound
	_ = boundV2
	_ = boundSends
	_ = boundSendsV2
	_ = wrapper.hash
	_ = packed
	_ = packedPointer
	_ = unpacked
	_ = methods
	_ = present
	_ = notOnlyPresent
	_ = overloads
	_ = overloadsOfRaw
	_ = configured
	_ = configuredInterface
	_ = strangers
)
