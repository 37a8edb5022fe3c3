package compat_test

import (
	"errors"
	"testing"

	"github.com/compatlint/compatlint/compat"
)

func TestErrorMessages(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want string
	}{
		{
			"strict",
			&compat.LegacyNotSupportedError{Feature: feature, Target: target, ChainID: 7, Ticket: "NEWT-1001", Err: errMiss},
			`contract 0x1111111111111111111111111111111111111111 on chain 7 lacks feature "policy_code_hash", and its strict flag ` +
				`refuses legacy contracts: the owner of the contract must upgrade it (NEWT-1001): execution reverted`,
		},
		{
			"strict, as a dual path written by hand builds it",
			&compat.LegacyNotSupportedError{Feature: feature, Target: target},
			`contract 0x1111111111111111111111111111111111111111 lacks feature "policy_code_hash", and its strict flag ` +
				`refuses legacy contracts: the owner of the contract must upgrade it`,
		},
		{
			"expired",
			&compat.GraceExpiredError{Feature: feature, GraceEnd: graceEnd, Ticket: "NEWT-1001", Target: target, Err: errMiss},
			`contract 0x1111111111111111111111111111111111111111 lacks feature "policy_code_hash", and its grace window ended on ` +
				`2026-10-01: the owner of the contract must upgrade it, or the window must be extended in compat.yaml (NEWT-1001): ` +
				`execution reverted`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.err.Error(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestUnconfirmedMessage(t *testing.T) {
	b := set(situation{new: "miss", strict: "off", date: "before", prober: "error"})
	_, err := b.resolve(t.Context())
	want := `contract 0x1111111111111111111111111111111111111111 may lack feature "policy_code_hash", but the probe failed, so ` +
		`legacy is not served: probe unreachable (the call failed with: execution reverted)`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestErrorsUnwrap(t *testing.T) {
	for _, err := range []error{&compat.LegacyNotSupportedError{Err: errMiss}, &compat.GraceExpiredError{Err: errMiss}} {
		if !errors.Is(err, errMiss) {
			t.Errorf("%T does not wrap its cause", err)
		}
	}
}
