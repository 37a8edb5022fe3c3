package compat

import (
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// LegacyNotSupportedError says that Target lacks the selectors of Feature while the feature is strict. The owner of the
// contract has to upgrade it. Find it with [errors.As].
type LegacyNotSupportedError struct {
	Feature Feature
	Target  common.Address
	ChainID uint64 // 0 if unknown
	Ticket  string // may be empty
	Err     error  // the selector miss; may be nil
}

// Error says who has to do what.
func (e *LegacyNotSupportedError) Error() string {
	var chain string
	if e.ChainID != 0 {
		chain = fmt.Sprintf(" on chain %d", e.ChainID)
	}
	return describe(fmt.Sprintf("contract %s%s lacks feature %q, and its strict flag refuses legacy contracts: "+
		"the owner of the contract must upgrade it", e.Target.Hex(), chain, e.Feature), e.Ticket, e.Err)
}

// Unwrap returns the error of the call that met the legacy contract.
func (e *LegacyNotSupportedError) Unwrap() error { return e.Err }

// GraceExpiredError says that Target lacks the selectors of Feature and that the window in which it was served
// nevertheless ended on GraceEnd. Find it with [errors.As].
type GraceExpiredError struct {
	Feature  Feature
	GraceEnd Date
	Ticket   string // may be empty
	Target   common.Address
	Err      error // the selector miss; may be nil
}

// Error says who has to do what.
func (e *GraceExpiredError) Error() string {
	return describe(fmt.Sprintf("contract %s lacks feature %q, and its grace window ended on %s: the owner of the contract "+
		"must upgrade it, or the window must be extended in compat.yaml", e.Target.Hex(), e.Feature, e.GraceEnd), e.Ticket, e.Err)
}

// Unwrap returns the error of the call that met the legacy contract.
func (e *GraceExpiredError) Unwrap() error { return e.Err }

// unconfirmedError says that the Prober does not know whether the contract has the selectors.
type unconfirmedError struct {
	feature Feature
	target  common.Address
	cause   error // the suspected selector miss; nil if the Prober was asked first
	probe   error
}

func (e *unconfirmedError) Error() string {
	if e.cause == nil {
		return fmt.Sprintf("whether contract %s has feature %q is not known, so it is not called: the probe failed: %v",
			e.target.Hex(), e.feature, withoutURL(e.probe))
	}
	return fmt.Sprintf("contract %s may lack feature %q, but the probe failed, so legacy is not served: %v (the call failed with: %v)",
		e.target.Hex(), e.feature, withoutURL(e.probe), e.cause)
}

func (e *unconfirmedError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.probe}
	}
	return []error{e.cause, e.probe}
}

// describe appends to text where to read on.
func describe(text, ticket string, cause error) string {
	var s strings.Builder
	s.WriteString(text)
	if ticket != "" {
		fmt.Fprintf(&s, " (%s)", ticket)
	}
	if cause != nil {
		fmt.Fprintf(&s, ": %v", cause)
	}
	return s.String()
}
