// Package wrap has uses that a suggested fix moves into a compat.BackwardCompat, each beside one for which that would not do.
package wrap

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/settlement"
	"example.com/lint/bindings/taskmanager"
	"github.com/compatlint/compatlint/compat"
)

var errNone = errors.New("none")

type reader struct {
	policy        *policy.NewtonPolicy
	gate          *compat.Gate
	policyAddress common.Address
	owner         common.Address
	hash          [32]byte
	err           error
}

func (r *reader) defined(ctx context.Context) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `unguarded`
	if err != nil {
		return [32]byte{}, fmt.Errorf("hash: %w", err)
	}
	return hash, nil
}

// valueExists has the value's variable already: only err is new.
func (r *reader) valueExists(ctx context.Context, opts *bind.CallOpts) (hash [32]byte) {
	hash, failure := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	if failure != nil {
		panic(failure)
	}
	return hash
}

// errorExists has the error's variable already.
func (r *reader) errorExists(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	_, err := r.policy.Owner(opts)
	if err != nil {
		return [32]byte{}, err
	}
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return hash, err
}

// assigned has both variables in an outer scope, where := would hide them.
func (r *reader) assigned(ctx context.Context, opts *bind.CallOpts, ask bool) (hash [32]byte, err error) {
	if ask {
		hash, err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	}
	return hash, err
}

func (r *reader) assignedToFields(ctx context.Context, opts *bind.CallOpts) error {
	r.hash, r.err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return r.err
}

func (r *reader) assignedToElement(ctx context.Context, opts *bind.CallOpts, hashes [][32]byte) (err error) {
	hashes[0], err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return err
}

func (r *reader) blank(ctx context.Context, opts *bind.CallOpts) error {
	_, err := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return err
}

func (r *reader) blankAssigned(ctx context.Context, opts *bind.CallOpts) (err error) {
	_, err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return err
}

// errorDropped would drop the error of Resolve.
func (r *reader) errorDropped(ctx context.Context, opts *bind.CallOpts) [32]byte {
	hash, _ := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return hash
}

func (r *reader) declared(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	var hash, err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	return hash, err
}

func (r *reader) returned(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `unguarded`
}

// errIsTaken has another err, and another resolved.
func (r *reader) errIsTaken(ctx context.Context, opts *bind.CallOpts, err string, resolved int) ([32]byte, error) {
	return r.policy.GetPolicyCodeHash(opts) // want `unguarded`
}

func (r *reader) oneLine(ctx context.Context) (string, error) { return r.policy.GetMetadataCid(nil) } // want `unguarded`

func (r *reader) inHeader(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	if hash, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `unguarded`
		return [32]byte{}, err
	} else if hash == [32]byte{} {
		return hash, errNone
	}
	return [32]byte{}, nil
}

func (r *reader) inHeaderBlank(ctx context.Context, opts *bind.CallOpts) error {
	if _, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `unguarded`
		return err
	}
	return nil
}

func (r *reader) inElse(ctx context.Context, opts *bind.CallOpts) (string, error) {
	if r.policy == nil {
		return "", errNone
	} else if hash, err := r.policy.GetPolicyCodeHash(opts); err != nil { // want `unguarded`
		return "", err
	} else {
		show := func() string { return fmt.Sprint(hash) }
		return show(), nil
	}
}

func (r *reader) inSwitch(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	switch hash, err := r.policy.GetPolicyCodeHash(opts); { // want `unguarded`
	case err != nil:
		return [32]byte{}, err
	default:
		return hash, nil
	}
}

// several lines keep their comments.
func (r *reader) severalLines(
	ctx context.Context,
) (*types.Transaction, error) {
	// The cid is pinned.
	return r.policy.SetMetadataCid( // want `unguarded`
		&bind.TransactOpts{
			Context: ctx, // canceled with the request
		},
		"cid",
	)
}

// twice has two fixes that both add a variable.
func (r *reader) twice(ctx context.Context, opts *bind.CallOpts) ([32]byte, string, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	if err != nil {
		return hash, "", err
	}
	cid, err := r.policy.GetMetadataCid(opts) // want `unguarded`
	return hash, cid, err
}

// reliedOn proves to the second use that the selectors are there.
func (r *reader) reliedOn(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	if _, err := r.policy.PolicyCodeHash(opts); err != nil { // want `unguarded`
		return [32]byte{}, err
	}
	return r.policy.GetPolicyCodeHash(opts)
}

// jumps must not jump over a new variable.
func (r *reader) jumps(ctx context.Context, opts *bind.CallOpts) (hash [32]byte, err error) {
	if r.policy == nil {
		goto done
	}
	hash, err = r.policy.GetPolicyCodeHash(opts) // want `unguarded`
done:
	return hash, err
}

// halfGuarded has a guard of its own kind, which may be meant for the first use as well.
func (r *reader) halfGuarded(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `unguarded`
	if err != nil {
		return hash, err
	}
	_, err = r.policy.GetMetadataCid(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, "policy_metadata") {
		r.gate.RecordLegacy(ctx, "policy_metadata", r.policyAddress)
		return hash, nil
	}
	return hash, err
}

func (r *reader) inClosure(ctx context.Context, opts *bind.CallOpts) func() error {
	return func() error {
		_, err := r.policy.GetPolicyCodeHash(opts) // want `escapes`
		return err
	}
}

// structure has a result without a name.
func structure(ctx context.Context, gate *compat.Gate, s *settlement.Settlement) (uint64, error) {
	validators, err := s.Validators(&bind.CallOpts{Context: ctx}, 1) // want `unguarded`
	return validators.Next, err
}

// lockstep contracts are never served in two versions.
func lockstep(ctx context.Context, gate *compat.Gate, m *taskmanager.TaskManager) (*types.Transaction, error) {
	return m.Respond(nil, nil, nil) // want `unguarded`
}

//compat:requires policy_code_hash
func fetch(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}

func duty(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) ([32]byte, error) {
	return fetch(p, nil) // want `unguarded`
}

func main() {}

var _, _, _, _ = structure, lockstep, duty, main
