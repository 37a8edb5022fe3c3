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

// check reports what the author of b got wrong.
func (b *BackwardCompat[T]) check() error {
	switch {
	case b.Feature == "":
		return errors.New("compat: field Feature is empty: name the feature as in compat.yaml")
	case b.New == nil:
		return fmt.Errorf("compat: feature %q: field New is nil: set it to the call of the new selector", b.Feature)
	case b.Legacy == nil:
		return fmt.Errorf("compat: feature %q: field Legacy is nil: set it to what to do without the new selector", b.Feature)
	case isPlainDay(b.GraceEnd):
		return nil
	}
	if _, err := grace.ParseDate(string(b.GraceEnd)); err != nil {
		return fmt.Errorf("compat: feature %q: field GraceEnd: %w", b.Feature, err)
	}
	return nil
}

// isPlainDay says yes to nearly all dates, and to nothing else, in a fraction of the time that grace.ParseDate takes:
// every call of Resolve checks its date, and only a selector miss needs the value.
func isPlainDay(d Date) bool {
	if len(d) != len("2006-01-02") || d[4] != '-' || d[7] != '-' {
		return false
	}
	for i := range len(d) {
		if c := d[i]; i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	const everyMonthHas = 28
	month, day := number(d[5:7]), number(d[8:])
	return d[:4] != "0000" && 1 <= month && month <= 12 && 1 <= day && day <= everyMonthHas
}

func number(digits Date) int { return int(digits[0]-'0')*10 + int(digits[1]-'0') }
