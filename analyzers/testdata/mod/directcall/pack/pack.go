// Package pack encodes calls with abigen v2's bindings.
package pack

import (
	"github.com/ethereum/go-ethereum"
	bindv2 "github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"example.com/lint/bindings/oraclev2"
	"example.com/lint/bindings/policyv2"
)

func pack(p *policyv2.NewtonPolicy) []byte {
	_ = p.PackOwner()
	return p.PackGetPolicyCodeHash() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func tryPack(p *policyv2.NewtonPolicy) ([]byte, error) {
	return p.TryPackSetMetadataCid("cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// unpack decodes what a call has returned.
func unpack(p *policyv2.NewtonPolicy, data []byte) ([32]byte, error) {
	return p.UnpackGetPolicyCodeHash(data)
}

// called is one use, at the Pack: bind.Call gets Unpack too.
func called(p *policyv2.NewtonPolicy, c *bindv2.BoundContract, opts *bindv2.CallOpts) ([32]byte, error) {
	return bindv2.Call(c, opts, p.PackGetPolicyCodeHash(), p.UnpackGetPolicyCodeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func calledOwner(p *policyv2.NewtonPolicy, c *bindv2.BoundContract, opts *bindv2.CallOpts) error {
	_, err := bindv2.Call(c, opts, p.PackOwner(), p.UnpackOwner)
	return err
}

func transacted(p *policyv2.NewtonPolicy, c *bindv2.BoundContract, opts *bindv2.TransactOpts) {
	bindv2.Transact(c, opts, p.PackSetMetadataCid("cid")) // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func message(p *policyv2.NewtonPolicy) ethereum.CallMsg {
	return ethereum.CallMsg{Data: p.PackGetPolicyCodeHash()} // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func value(p *policyv2.NewtonPolicy) func() []byte {
	return p.PackGetPolicyCodeHash // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func other(o *oraclev2.Oracle) [][]byte {
	return [][]byte{o.PackGetPolicyCodeHash(), o.PackPolicyCodeHash()}
}

// A packer is an interface over v2.
type packer interface {
	PackGetPolicyCodeHash() []byte
	TryPackGetPolicyCodeHash() ([]byte, error)
	UnpackGetPolicyCodeHash([]byte) ([32]byte, error)
}

func through(p packer) ([]byte, error) {
	data := p.PackGetPolicyCodeHash() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	p.UnpackGetPolicyCodeHash(data)
	return p.TryPackGetPolicyCodeHash() // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A suitcase packs something else.
type suitcase interface {
	PackGetPolicyCodeHash(weight int) []byte
	TryPackGetPolicyCodeHash() []byte
}

func travels(s suitcase) { s.PackGetPolicyCodeHash(1); s.TryPackGetPolicyCodeHash() }

var (
	_ = pack
	_ = tryPack
	_ = unpack
	_ = called
	_ = calledOwner
	_ = transacted
	_ = message
	_ = value
	_ = other
	_ = through
	_ = travels
)
