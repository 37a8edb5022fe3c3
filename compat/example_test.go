package compat_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

// policy stands for an abigen binding of a contract that was deployed before getPolicyCodeHash() existed.
type policy struct{}

func (policy) GetPolicyCodeHash(context.Context) (common.Hash, error) {
	return common.Hash{}, &nodeError{code: 3, message: "execution reverted", data: "0x"}
}

// count stands for the telemetry of the service.
type count struct{ legacy int }

func (c *count) LegacyDetected(context.Context, uint64, compat.Feature, common.Address) { c.legacy++ }

func lastDay() time.Time { return time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC) }

func ExampleBackwardCompat_Resolve() {
	telemetry := &count{}
	gate := &compat.Gate{ChainID: 11155111, Recorder: telemetry, Clock: lastDay}
	target := common.HexToAddress("0x1111111111111111111111111111111111111111")

	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Ticket:   "NEWT-1001",
		Target:   target,
		New:      policy{}.GetPolicyCodeHash,
		Legacy: func(context.Context) (common.Hash, error) {
			return common.Hash{}, nil // the code hash is not bound
		},
	}.Resolve(context.Background(), gate)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("legacy:", hash.Legacy, "detections:", telemetry.legacy)
	// Output: legacy: true detections: 1
}

// The same decision written by hand, in the form that the analyzers accept.
func ExampleIsSelectorMiss() {
	const policyCodeHash compat.Feature = "policy_code_hash"
	telemetry := &count{}
	gate := &compat.Gate{ChainID: 11155111, Recorder: telemetry}
	target := common.HexToAddress("0x1111111111111111111111111111111111111111")

	fetch := func(ctx context.Context) (common.Hash, error) {
		hash, err := policy{}.GetPolicyCodeHash(ctx)
		switch {
		case err == nil:
			return hash, nil
		case !compat.IsSelectorMiss(err):
			return common.Hash{}, fmt.Errorf("read the code hash of %s: %w", target, err)
		case gate.IsStrict(ctx, policyCodeHash):
			return common.Hash{}, &compat.LegacyNotSupportedError{Feature: policyCodeHash, Target: target, Err: err}
		default:
			gate.RecordLegacy(ctx, policyCodeHash, target)
			return common.Hash{}, nil
		}
	}
	hash, err := fetch(context.Background())
	fmt.Println("bound:", hash != common.Hash{}, "error:", err, "detections:", telemetry.legacy)
	// Output: bound: false error: <nil> detections: 1
}

// strictEverywhere stands for a reader of the flags.
type strictEverywhere struct{}

func (strictEverywhere) IsStrict(context.Context, uint64, compat.Feature) (bool, error) {
	return true, nil
}

func ExampleLegacyNotSupportedError() {
	_, err := compat.BackwardCompat[common.Hash]{
		Feature:  "policy_code_hash",
		GraceEnd: "2026-10-01",
		Ticket:   "NEWT-1001",
		New:      policy{}.GetPolicyCodeHash,
		Legacy:   func(context.Context) (common.Hash, error) { return common.Hash{}, nil },
	}.Resolve(context.Background(), &compat.Gate{Strictness: strictEverywhere{}, Clock: lastDay})

	var refused *compat.LegacyNotSupportedError
	if errors.As(err, &refused) {
		fmt.Println("tell the owner about", refused.Feature, refused.Ticket)
	}
	// Output: tell the owner about policy_code_hash NEWT-1001
}
