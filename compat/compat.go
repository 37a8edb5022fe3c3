package compat

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// A Feature is the name of a breaking change, as in compat.yaml: "policy_code_hash". The keccak256 hash of the name is
// the key of its strict flag on chain.
type Feature string

// A Date is a calendar day in UTC, written YYYY-MM-DD: "2026-10-01".
type Date string

// BackwardCompat is one call that the contract at Target may be too old for, and what to do if it is.
// The value is not changed by Resolve, and may be used by several goroutines if New and Legacy may.
type BackwardCompat[T any] struct {
	// Feature introduced the selectors that New calls. It must not be empty.
	Feature Feature

	// GraceEnd is the first day on which legacy is refused. It must be a date, and the same as in compat.yaml.
	GraceEnd Date

	// Ticket tells the reader of an error where the migration is tracked. It may be empty.
	Ticket string

	// Target is the contract that is called.
	Target common.Address

	// New calls the feature's selectors. It must return the error of the call, wrapped with %w or as it is.
	New func(context.Context) (T, error)

	// Legacy does without them.
	Legacy func(context.Context) (T, error)
}

// Resolved is the outcome of [BackwardCompat.Resolve].
type Resolved[T any] struct {
	// Value is what New or Legacy returned.
	Value T

	// Legacy says that Legacy ran.
	Legacy bool
}

// check reports what the author of b got wrong, and returns the day on which the grace window ends.
func (b *BackwardCompat[T]) check() (grace.Date, error) {
	switch {
	case b.Feature == "":
		return grace.Date{}, errors.New("compat: field Feature is empty: name the feature as in compat.yaml")
	case b.New == nil:
		return grace.Date{}, fmt.Errorf("compat: feature %q: field New is nil: set it to the call of the new selector", b.Feature)
	case b.Legacy == nil:
		return grace.Date{}, fmt.Errorf("compat: feature %q: field Legacy is nil: set it to what to do without the new selector",
			b.Feature)
	}
	end, err := grace.ParseDate(string(b.GraceEnd))
	if err != nil {
		return grace.Date{}, fmt.Errorf("compat: feature %q: field GraceEnd: %w", b.Feature, err)
	}
	return end, nil
}
