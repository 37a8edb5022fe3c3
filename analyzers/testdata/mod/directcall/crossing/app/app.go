// Package app names methods to forwarders of other packages, which their source tells of.
package app

import (
	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
	"example.com/lint/directcall/crossing/batch"
	"example.com/lint/directcall/crossing/contract"
	"example.com/lint/directcall/crossing/reader"
)

const codeHash = "getPolicyCodeHash"

func depth(c *contract.Contract, r reader.Reader) {
	c.Call(nil, nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Call(nil, "getPolicyCodeHash", "owner")
	r.Call(nil, nil, codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	r.Call(nil, codeHash, "owner")
	r.Read("owner", codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	r.Read(codeHash, "owner")
	reader.Must(codeHash, r) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	reader.Must("owner", r)
	reader.Note(codeHash, r)
}

// further is at depth four.
func further(r reader.Reader, method string) { reader.Must(method, r) }

func fourth(r reader.Reader) {
	further(r, codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	further(r, "owner")
}

func variables(c *contract.Contract) {
	c.Named("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Named("owner")
	c.Overwritten("getPolicyCodeHash")
	c.Describe("getPolicyCodeHash")
	c.Has("getPolicyCodeHash")
	c.ID("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.ID("owner")

	once := "getPolicyCodeHash"
	c.Call(nil, nil, once) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	twice := "getPolicyCodeHash"
	twice = "owner"
	c.Call(nil, nil, twice)
}

func closures(c *contract.Contract) {
	c.Closure(codeHash, "", "") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Closure("", codeHash, "") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	c.Closure("", "", codeHash)

	call := func(method string) error { return c.Call(nil, nil, method) }
	call(codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	call("owner")
}

func generics(c *contract.Contract, b *contract.Box[string]) {
	contract.Get[string](c, codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	contract.Get[string](c, "owner")
	b.Get(codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	b.Drop(codeHash)
}

func expressions(c *contract.Contract) {
	(*contract.Contract).Call(c, nil, nil, codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	(*contract.Contract).Call(c, nil, codeHash, "owner")
}

func contracts(p *policy.NewtonPolicyRaw, o *oracle.OracleRaw) {
	contract.Policy(p, codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	contract.Policy(p, "attest0")
	contract.Oracle(o, codeHash)
	o.Call(nil, nil, codeHash)
	contract.Known(codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	contract.Stranger(codeHash)
}

// overloads are told apart by the values, which are counted across packages too.
func overloads(c *contract.Contract, hash [32]byte, proof []byte) {
	c.Call(nil, nil, "attest", hash, proof) // want `attest\(bytes32,bytes\)`
	c.Call(nil, nil, "attest", hash)
}

// batches make calldata, which is a use as well.
func batches(b *batch.Batch) {
	b.Add(codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	b.Add("owner")
	b.AddAt(0, codeHash)           // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	b.Both(nil, codeHash, "owner") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	b.Both(nil, "owner", codeHash) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	b.Both(nil, "owner", "version")
}

// others are not followed: guards.callers names them.
func others(k *contract.Kept, c contract.Caller) {
	k.Keep(codeHash)
	c.Call(nil, nil, codeHash)
	reader.Through(c, codeHash)
	contract.Variable(nil, codeHash)
}

var _, _, _, _, _, _, _, _, _, _ = depth, fourth, variables, closures, generics, expressions, contracts, overloads, batches, others
