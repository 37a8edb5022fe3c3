// Package attest sends the operator's attestations to the PolicyClientRegistry.
//
// attest(bytes32) is in every version and bound as Attest; attest(bytes32,bytes) came with v0.2 and is bound as Attest0,
// because abigen numbers overloads in the order of the ABI. The grace window of v0.2 has closed, so its leftovers here
// are findings, however well they are guarded.
package attest

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/avs/bindings/clientregistry"
	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

// Submitter attests in the name of one operator. It is safe for concurrent use.
type Submitter struct {
	registry *clientregistry.PolicyClientRegistry
	address  common.Address
	gate     *compat.Gate
}

// NewSubmitter returns a submitter for the registry at the address.
func NewSubmitter(backend bind.ContractBackend, gate *compat.Gate, registry common.Address) (*Submitter, error) {
	r, err := clientregistry.NewPolicyClientRegistry(registry, backend)
	if err != nil {
		return nil, fmt.Errorf("bind policy client registry %s: %w", registry, err)
	}
	return &Submitter{registry: r, address: registry, gate: gate}, nil
}

// Submit attests to a digest.
//
// Right: Attest is attest(bytes32), the function that was always there. Only its Go name is like the new one's.
func (s *Submitter) Submit(opts *bind.TransactOpts, digest common.Hash) (*types.Transaction, error) {
	return s.registry.Attest(opts, digest)
}

// SubmitData attests to a digest, with data where the registry takes it.
//
// Wrong: the wrapper is as it should be, but its window ended on 2026-08-01. Drop the wrapper, or extend the window in
// compat.yaml with a reason.
func (s *Submitter) SubmitData(
	ctx context.Context, opts *bind.TransactOpts, digest common.Hash, data []byte,
) (*types.Transaction, error) {
	tx, err := compat.BackwardCompat[*types.Transaction]{
		Feature:  features.AttestationData,
		GraceEnd: features.AttestationDataGraceEnd,
		Ticket:   features.AttestationDataTicket,
		Target:   s.address,
		New: func(context.Context) (*types.Transaction, error) {
			return s.registry.Attest0(opts, digest, data)
		},
		Legacy: func(context.Context) (*types.Transaction, error) {
			return s.registry.Attest(opts, digest)
		},
	}.Resolve(ctx, s.gate)
	if err != nil {
		return nil, fmt.Errorf("attest to %s: %w", digest, err)
	}
	return tx.Value, nil
}

// SubmitInSession attests to several digests with the same data and options.
//
// Wrong: the gate before the call is good, the window of the feature is over.
func (s *Submitter) SubmitInSession(ctx context.Context, opts *bind.TransactOpts, digests []common.Hash, data []byte) error {
	if !s.gate.IsStrict(ctx, features.AttestationData) {
		return nil
	}
	session := clientregistry.PolicyClientRegistrySession{Contract: s.registry, TransactOpts: *opts}
	for _, digest := range digests {
		if _, err := session.Attest0(digest, data); err != nil {
			return fmt.Errorf("attest to %s: %w", digest, err)
		}
	}
	return nil
}
