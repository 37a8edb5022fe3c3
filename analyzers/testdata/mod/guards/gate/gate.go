// Package gate asks before the call.
package gate

import (
	"context"
	"log"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	metadata compat.Feature = "policy_metadata"
)

type hash = [32]byte

type reader struct {
	policy  *policy.NewtonPolicy
	gate    *compat.Gate
	version *helpers.Version
	prober  compat.Prober
	target  common.Address
	old     bool
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

func (r *reader) earlyReturn(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, feature) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) earlyReturnInverted(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.gate.IsStrict(ctx, feature) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
}

func (r *reader) earlyReturnOfOther(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, metadata) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `is guarded by feature "policy_metadata" here: ask for "policy_code_hash" \[dualpath/wrong-feature\]`
}

func (r *reader) noReturn(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, feature) {
		log.Print("not strict yet")
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

func (r *reader) exits(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, feature) {
		log.Fatal("this service is for strict chains")
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) positive(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.gate.IsStrict(ctx, feature) {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) negative(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.gate.IsStrict(ctx, feature) {
		return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	}
	return r.legacy()
}

func (r *reader) conjunction(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.old && r.gate.IsStrict(ctx, feature) {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) disjunction(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.old || r.gate.IsStrict(ctx, feature) {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) negatedDisjunction(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !(r.old || !r.gate.IsStrict(ctx, feature)) {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) negatedConjunction(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !(r.old && !r.gate.IsStrict(ctx, feature)) {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) inCondition(ctx context.Context) bool {
	if err := ctx.Err(); err == nil && r.gate.IsStrict(ctx, feature) {
		_, err = r.policy.GetPolicyCodeHash(nil)
		return err == nil
	}
	return false
}

func (r *reader) equalsFalse(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.gate.IsStrict(ctx, feature) == false {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) equalsTrue(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.gate.IsStrict(ctx, feature) == true {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
}

func (r *reader) inSwitch(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	switch {
	case r.old:
		return r.legacy()
	case r.gate.IsStrict(ctx, feature):
		return r.policy.GetPolicyCodeHash(opts)
	default:
		return r.legacy()
	}
}

func (r *reader) inSwitchFallsThrough(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	switch {
	case r.old:
		fallthrough
	case r.gate.IsStrict(ctx, feature):
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	default:
		return r.legacy()
	}
}

func (r *reader) inSwitchDefault(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	switch {
	case r.old:
		return r.legacy()
	case !r.gate.IsStrict(ctx, feature):
		return r.legacy()
	default:
		return r.policy.GetPolicyCodeHash(opts)
	}
}

func (r *reader) variable(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := r.gate.IsStrict(ctx, feature)
	if strict {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) variableChanged(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := r.gate.IsStrict(ctx, feature)
	strict = strict || r.old
	if strict {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) variableChangedInClosure(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := r.gate.IsStrict(ctx, feature)
	go func() { strict = true }()
	if strict {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) variableChangedInTheEnd(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict := r.gate.IsStrict(ctx, feature)
	defer func() { strict = true }()
	if strict {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) correlated(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	var current bool
	if r.gate.IsStrict(ctx, feature) {
		current = true
	}
	if current {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) constant(opts *bind.CallOpts) (hash, error) {
	const enabled = false
	if enabled {
		return r.policy.GetPolicyCodeHash(opts) // never runs, so no use
	}
	return r.legacy()
}

func (r *reader) constantTrue(opts *bind.CallOpts) (hash, error) {
	const enabled = true
	if enabled {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) errorReturned(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		return hash{}, err
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) errorOfOther(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_metadata")
	if err != nil {
		return hash{}, err
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/wrong-feature\]`
}

func (r *reader) errorStrict(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		strict = true
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) errorLenient(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		strict = false
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `the error of reading the flag .* is ignored, so an outage of the flag means lenient: .*\[dualpath/flag-error-ignored\]`
}

func (r *reader) errorBlank(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, _ := helpers.IsStrict(ctx, "policy_code_hash")
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
}

func (r *reader) errorLogged(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		log.Print(err)
	}
	if !strict {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
}

func (r *reader) errorInIf(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if strict, err := helpers.IsStrict(ctx, "policy_code_hash"); err != nil {
		return hash{}, err
	} else if strict {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) configuredWithoutError(opts *bind.CallOpts) (hash, error) {
	if helpers.MustBeStrict(feature) {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) supports(opts *bind.CallOpts) (hash, error) {
	if r.version.HasCodeHash() {
		return r.policy.GetPolicyCodeHash(opts)
	}
	return r.legacy()
}

func (r *reader) supportsNot(opts *bind.CallOpts) (hash, error) {
	if !r.version.HasCodeHash() {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) supportsOther(opts *bind.CallOpts) (string, error) {
	if r.version.HasCodeHash() {
		return r.policy.GetMetadataCid(opts) // want `is guarded by feature "policy_code_hash" here: ask for "policy_metadata" \[dualpath/wrong-feature\]`
	}
	return "", nil
}

func (r *reader) probed(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	ok, err := r.prober.Supports(ctx, feature, r.target)
	if err != nil {
		return hash{}, err
	}
	if !ok {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) probedBlank(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	ok, _ := r.prober.Supports(ctx, feature, r.target)
	if !ok {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `the error of asking whether .* is there is ignored, so an outage means legacy: return it \[dualpath/flag-error-ignored\]`
}

func (r *reader) probedIgnored(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	ok, err := r.prober.Supports(ctx, feature, r.target)
	if err != nil {
		log.Print(err)
	}
	if !ok {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
}

func (r *reader) handler(ctx context.Context) {
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	if err != nil {
		log.Print(err)
		return
	}
	if strict {
		_, _ = r.policy.GetPolicyCodeHash(nil)
	}
}

func (r *reader) loop(ctx context.Context, all []*policy.NewtonPolicy) error {
	for _, p := range all {
		if !r.gate.IsStrict(ctx, feature) {
			continue
		}
		if _, err := p.GetPolicyCodeHash(nil); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) loopWithoutContinue(ctx context.Context, all []*policy.NewtonPolicy) error {
	for _, p := range all {
		if !r.gate.IsStrict(ctx, feature) {
			log.Print("lenient")
		}
		if _, err := p.GetPolicyCodeHash(nil); err != nil { // want `\[directcall/unguarded\]`
			return err
		}
	}
	return nil
}

func (r *reader) helper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.lenient(ctx) {
		return r.legacy()
	}
	return r.policy.GetPolicyCodeHash(opts)
}

func (r *reader) lenient(ctx context.Context) bool { return !r.strict(ctx) }

func (r *reader) strict(ctx context.Context) bool { return r.gate.IsStrict(ctx, feature) }

// IsStrict has the name of the flag's reader and not its type.
func (r *reader) IsStrict(string) bool { return r.old }

func (r *reader) lookalike(opts *bind.CallOpts) (hash, error) {
	if r.IsStrict("policy_code_hash") {
		return r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.legacy()
}

func (r *reader) closureInside(ctx context.Context) {
	if r.gate.IsStrict(ctx, feature) {
		func() { _, _ = r.policy.GetPolicyCodeHash(nil) }()
	}
}

func (r *reader) closureThatEscapes(ctx context.Context) {
	if r.gate.IsStrict(ctx, feature) {
		go func() { _, _ = r.policy.GetPolicyCodeHash(nil) }() // want `\[directcall/escapes\]`
	}
}
