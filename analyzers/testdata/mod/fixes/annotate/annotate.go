// Package annotate has functions whose callers can take their duty over, each beside one whose callers cannot.
package annotate

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
)

func plain(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

// documented reads the hash.
func documented(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

// directed has a directive already.
//
//go:noinline
func directed(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

// joined has another duty already.
//
//compat:requires policy_metadata -- since v0.3
//go:noinline
func joined(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	if _, err := p.GetMetadataCid(opts); err != nil {
		return [32]byte{}, err
	}
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

/* block has a comment of the other kind. */
func block(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

// twoFeatures gets two directives.
func twoFeatures(p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	if _, err := p.GetMetadataCid(opts); err != nil { // want `unguarded`
		return err
	}
	_, err := p.GetPolicyCodeHash(opts) // want `unguarded`
	return err
}

// hides does not return the error.
func hides(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	hash, _ := p.GetPolicyCodeHash(opts) // want `unguarded`
	return hash, nil
}

// hidesOther does not return the error of its first use.
func hidesOther(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	_, _ = p.PolicyCodeHash(opts)    // want `unguarded`
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

// ignores has an ignore that would stop nothing any more.
func ignores(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	//compat:ignore policy_code_hash until=2026-09-30 -- measured only
	_, _ = p.PolicyCodeHash(opts)
	return p.GetPolicyCodeHash(opts) // want `unguarded`
}

func withoutError(p *policy.NewtonPolicy, opts *bind.CallOpts) [32]byte {
	hash, err := p.GetPolicyCodeHash(opts) // want `unguarded`
	if err != nil {
		panic(err)
	}
	return hash
}

// inClosure has the use in a function of its own.
func inClosure(p *policy.NewtonPolicy, opts *bind.CallOpts) (hash [32]byte, err error) {
	func() {
		hash, err = p.GetPolicyCodeHash(opts) // want `unguarded|escapes`
	}()
	return hash, err
}

func init() {
	var p policy.NewtonPolicy
	_, _ = p.GetPolicyCodeHash(nil) // want `unguarded`
}

// A Hasher says nothing of a duty.
type Hasher interface {
	Hash(ctx context.Context) ([32]byte, error)
}

// A Dutiful one does.
type Dutiful interface {
	//compat:requires policy_code_hash
	Digest(ctx context.Context) ([32]byte, error)
}

type reader struct{ policy *policy.NewtonPolicy }

// Hash is called through Hasher.
func (r *reader) Hash(ctx context.Context) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

// Digest is called through Dutiful.
func (r *reader) Digest(ctx context.Context) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

// Sum is called through no interface.
func (r *reader) Sum(ctx context.Context) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

type inner struct{ policy *policy.NewtonPolicy }

// A wider one has inner's method, and with it satisfies Hasher.
type wider struct{ inner }

// Hash is called through Hasher on wider.
func (i inner) Hash(context.Context) ([32]byte, error) {
	return i.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

type generic[T any] struct{ policy *policy.NewtonPolicy }

// Hash may be called through Hasher.
func (g *generic[T]) Hash(context.Context) ([32]byte, error) {
	return g.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

// Sum is called through no interface.
func (g *generic[T]) Sum(context.Context) ([32]byte, error) {
	return g.policy.GetPolicyCodeHash(nil) // want `unguarded`
}

var _, _, _, _, _, _, _, _ = documented, directed, joined, block, twoFeatures, hides, hidesOther, ignores

var _, _, _, _ = withoutError, inClosure, wider{}, (*generic[int]).Hash
