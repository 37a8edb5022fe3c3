// Package messages has one finding of every kind that staleguard words differently, on the first day after a window.
package messages

import "example.com/lint/bindings/policy"

type hash = [32]byte

func ended(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-09-20 -- a reason // want `expired-ignore`
	return p.GetPolicyCodeHash(nil)
}

func endedWithTheWindow(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-12-31 -- a reason // want `expired-ignore`
	return p.GetPolicyCodeHash(nil)
}

func endedOnTheSameDay(p *policy.NewtonPolicy) (hash, error) {
	//compat:ignore policy_code_hash until=2026-10-01 -- a reason // want `expired-ignore`
	return p.GetPolicyCodeHash(nil)
}

func malformed() {
	//compat:ignore policy_code_hash until=2026-12-31 // want `malformed-ignore`
	//compat:ignore policy_code_hash -- a reason // want `malformed-ignore`
	//compat:ignore policy_code_hash until=2026-13-01 -- a reason // want `malformed-ignore`
	//compat:ignore policy_code_hash until=2026-12-31 until=2026-12-31 -- a reason // want `malformed-ignore`
	//compat:ignore policy_code_hash policy_metadata until=2026-12-31 -- a reason // want `malformed-ignore`
	//compat:ignore until=2026-12-31 -- a reason // want `malformed-ignore`
}

func unused() {
	//compat:ignore verifier_data until=2026-12-31 -- a reason // want `unused-ignore`
	//compat:ignore verifier_data,settlement_batch until=2026-12-31 -- a reason // want `unused-ignore`
}
