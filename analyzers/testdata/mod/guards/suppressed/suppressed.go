// Package suppressed stops findings with //compat:ignore, and tries to.
package suppressed

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

type hash = [32]byte

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
}

// One statement: on its line, above it, above its first line.

func (r *reader) onLine() (hash, error) {
	return r.policy.GetPolicyCodeHash(nil) //compat:ignore policy_code_hash until=2026-09-20 -- a reason
}

func (r *reader) above() (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason
	return r.policy.GetPolicyCodeHash(nil)
}

func (r *reader) aboveInCase(on bool) (hash, error) {
	switch {
	case on:
		//compat:ignore policy_code_hash until=2026-09-20 -- a reason
		return r.policy.GetPolicyCodeHash(nil)
	default:
		return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
	}
}

func (r *reader) aboveIf() (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- covers the condition
	if value, err := r.policy.GetPolicyCodeHash(nil); err != nil {
		return r.policy.PolicyCodeHash(nil) // want `\[directcall/unguarded\]`
	} else {
		return value, nil
	}
}

func (r *reader) aboveLoop(all []*policy.NewtonPolicy) error {
	//compat:ignore policy_code_hash until=2026-09-20 -- covers the loop's head // want `^//compat:ignore policy_code_hash stops no finding: remove it \[staleguard/unused-ignore\]$`
	for _, p := range all {
		if _, err := p.GetPolicyCodeHash(nil); err != nil { // want `\[directcall/unguarded\]`
			return err
		}
	}
	return nil
}

// The rest of a dual path is one statement further on, but the finding is at the use.
func (r *reader) atTheUse(ctx context.Context) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- the flag comes with the next release
	value, err := r.policy.GetPolicyCodeHash(nil)
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, "policy_code_hash", r.target)
		return hash{}, nil
	}
	return value, err
}

func (r *reader) atTheDefect(ctx context.Context) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(nil) // want `\[dualpath/strict-not-asked\]`
	//compat:ignore policy_code_hash until=2026-09-20 -- not here // want `\[staleguard/unused-ignore\]$`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, "policy_code_hash", r.target)
		return hash{}, nil
	}
	return value, err
}

// A whole function, with the closures in it.

// both is covered.
//
//compat:ignore policy_code_hash until=2026-09-20 -- a reason
func (r *reader) both() error {
	if _, err := r.policy.PolicyCodeHash(nil); err != nil {
		return err
	}
	go func() { _, _ = r.policy.GetPolicyCodeHash(nil) }()
	return nil
}

// other is covered for another feature.
//
//compat:ignore policy_metadata until=2026-09-20 -- a reason // want `^//compat:ignore policy_metadata stops no finding: remove it \[staleguard/unused-ignore\]$`
func (r *reader) other() error {
	_, err := r.policy.PolicyCodeHash(nil) // want `\[directcall/unguarded\]`
	return err
}

// A comment in another place of the function covers what is there.
func (r *reader) inBody() error {
	//compat:ignore policy_code_hash until=2026-09-20 -- nothing on the next line // want `\[staleguard/unused-ignore\]$`

	_, err := r.policy.PolicyCodeHash(nil) // want `\[directcall/unguarded\]`
	return err
}

// What is missing.

func (r *reader) withoutUntil() (hash, error) {
	//compat:ignore policy_code_hash -- a reason // want `^//compat:ignore has no end: write //compat:ignore FEATURE\[,FEATURE\] until=YYYY-MM-DD -- reason \[staleguard/malformed-ignore\]$`
	return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
}

func (r *reader) withoutReason() (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 // want `^//compat:ignore has no reason: write .*\[staleguard/malformed-ignore\]$`
	return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
}

func (r *reader) withoutDate() (hash, error) {
	//compat:ignore policy_code_hash until=2026-02-30 -- no such day // want `^//compat:ignore: .*\[staleguard/malformed-ignore\]$`
	return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
}

// What has ended.

func (r *reader) endsTomorrow() (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-02 -- a reason
	return r.policy.GetPolicyCodeHash(nil)
}

func (r *reader) endsToday() (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-01 -- a reason // want `^//compat:ignore policy_code_hash ended on 2026-09-01: guard the use, or remove the comment \[staleguard/expired-ignore\]$`
	return r.policy.GetPolicyCodeHash(nil) // want `\[directcall/unguarded\]`
}

// Lists.

func (r *reader) bothOfTwo(opts *bind.CallOpts) (string, hash, error) {
	//compat:ignore policy_code_hash,policy_metadata until=2026-09-20 -- a reason
	text, value := must(r.policy.GetMetadataCid(opts)), must(r.policy.GetPolicyCodeHash(opts))
	return text, value, nil
}

func (r *reader) oneOfTwo() (hash, error) {
	//compat:ignore policy_code_hash,policy_metadata until=2026-09-20 -- a reason // want `^//compat:ignore policy_metadata stops no finding: remove it \[staleguard/unused-ignore\]$`
	return r.policy.GetPolicyCodeHash(nil)
}

func (r *reader) noneOfTwo() (common.Address, error) {
	//compat:ignore policy_code_hash,policy_metadata until=2026-09-20 -- a reason // want `^//compat:ignore policy_code_hash,policy_metadata stops no finding: remove it \[staleguard/unused-ignore\]$`
	return r.policy.Owner(nil)
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
