// Package interfaces calls the contract through interfaces that hide it.
package interfaces

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/policy"
)

// A PolicyReader is what most services write by hand.
type PolicyReader interface {
	Owner(opts *bind.CallOpts) (common.Address, error)
	GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error)
}

// A PolicyWriter sends.
type PolicyWriter interface {
	SetMetadataCid(opts *bind.TransactOpts, cid string) (*types.Transaction, error)
}

// A Policy embeds both.
type Policy interface {
	PolicyReader
	PolicyWriter
}

var _ Policy = (*policy.NewtonPolicy)(nil)

func reads(r PolicyReader, opts *bind.CallOpts) ([32]byte, error) {
	if _, err := r.Owner(opts); err != nil {
		return [32]byte{}, err
	}
	return r.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func writes(w PolicyWriter, opts *bind.TransactOpts) (*types.Transaction, error) {
	return w.SetMetadataCid(opts, "cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

func embedded(p Policy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A Client embeds the interface in a struct.
type Client struct{ PolicyReader }

// Hash calls the promoted method.
func (c *Client) Hash(opts *bind.CallOpts) ([32]byte, error) {
	return c.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) .* annotate Client\.Hash with`
}

func anonymous(r interface {
	GetPolicyCodeHash(*bind.CallOpts) ([32]byte, error)
}) {
	r.GetPolicyCodeHash(nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func methodValue(r PolicyReader) func(*bind.CallOpts) ([32]byte, error) {
	return r.GetPolicyCodeHash // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func methodExpression(r PolicyReader) ([32]byte, error) {
	return PolicyReader.GetPolicyCodeHash(r, nil) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// A Session is the shape of abigen's sessions: nothing of Ethereum is in it, so the binding's session has to satisfy the interface.
type Session interface {
	GetPolicyCodeHash() ([32]byte, error)
	GetMetadataCid() (string, error)
}

func session(s Session) (string, error) {
	return s.GetMetadataCid() // want `^NewtonPolicy\.getMetadataCid\(\)`
}

// A Transactions interface is satisfied by TransactorSession as well.
type Transactions interface {
	SetMetadataCid(cid string) (*types.Transaction, error)
}

func sends(t Transactions) (*types.Transaction, error) {
	return t.SetMetadataCid("cid") // want `^NewtonPolicy\.setMetadataCid\(string\)`
}

// A Store is some other thing: no session has its second method.
type Store interface {
	GetMetadataCid() (string, error)
	Close() error
}

func store(s Store) (string, error) { return s.GetMetadataCid() }

// Strangers have the name and another signature each.
type (
	withContext interface {
		GetPolicyCodeHash(ctx context.Context) ([32]byte, error)
	}
	otherResult interface {
		GetPolicyCodeHash(opts *bind.CallOpts) (string, error)
	}
	moreInputs interface {
		GetPolicyCodeHash(opts *bind.CallOpts, number *big.Int) ([32]byte, error)
	}
	withoutError interface {
		GetPolicyCodeHash(opts *bind.CallOpts) [32]byte
	}
	otherOpts interface {
		SetMetadataCid(opts *bind.CallOpts, cid string) (*types.Transaction, error)
	}
	otherInput interface {
		SetMetadataCid(opts *bind.TransactOpts, cid []byte) (*types.Transaction, error)
	}
)

func strangers(a withContext, b otherResult, c moreInputs, d withoutError, e otherOpts, f otherInput) {
	a.GetPolicyCodeHash(nil)
	b.GetPolicyCodeHash(nil)
	c.GetPolicyCodeHash(nil, nil)
	d.GetPolicyCodeHash(nil)
	e.SetMetadataCid(nil, "")
	f.SetMetadataCid(nil, nil)
}

// A Traced decorator implements what it wraps: the call inside is a use, its own method is none.
type Traced struct{ inner PolicyReader }

// Owner passes on.
func (t Traced) Owner(opts *bind.CallOpts) (common.Address, error) { return t.inner.Owner(opts) }

// GetPolicyCodeHash passes on.
func (t Traced) GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	return t.inner.GetPolicyCodeHash(opts) // want `^NewtonPolicy\.getPolicyCodeHash\(\) .* annotate Traced\.GetPolicyCodeHash with`
}

// A fake implements the interface and sends nothing.
type fake struct{ hash [32]byte }

func (f fake) GetPolicyCodeHash(*bind.CallOpts) ([32]byte, error) { return f.hash, nil }

func uses(t Traced, f fake) {
	t.GetPolicyCodeHash(nil)
	f.GetPolicyCodeHash(nil)
}

var (
	_ = reads
	_ = writes
	_ = embedded
	_ = anonymous
	_ = methodValue
	_ = methodExpression
	_ = session
	_ = sends
	_ = store
	_ = strangers
	_ = uses
)
