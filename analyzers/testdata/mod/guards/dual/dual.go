// Package dual classifies the error of the call. Package oracle holds the forms that are right; here are the mistakes, each beside the line
// that would be right, with what is said about them.
package dual

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"example.com/lint/bindings/policy"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const (
	feature  compat.Feature = "policy_code_hash"
	metadata compat.Feature = "policy_metadata"
)

type hash = [32]byte

var errOld = errors.New("policy is too old")

type reader struct {
	policy *policy.NewtonPolicy
	gate   *compat.Gate
	target common.Address
	failed error
}

func (r *reader) legacy() (hash, error) { return hash{}, nil }

func (r *reader) right(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err):
		return hash{}, fmt.Errorf("hash: %w", err)
	case r.gate.IsStrict(ctx, feature):
		return hash{}, errOld
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) configured(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts)
	if !helpers.IsSelectorMiss(err) {
		return value, err
	}
	if strict, flagErr := helpers.IsStrict(ctx, "policy_code_hash"); flagErr != nil || strict {
		return hash{}, errors.Join(err, flagErr)
	}
	helpers.Legacy("policy_code_hash", r.target)
	return r.legacy()
}

func (r *reader) everyError(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^legacy runs for every error of NewtonPolicy\.getPolicyCodeHash\(\) .*\[dualpath/every-error\]`
	switch {
	case err == nil:
		return value, nil
	case r.gate.IsStrict(ctx, feature):
		return hash{}, errOld
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) everyErrorEmptyBranch(opts *bind.CallOpts) hash {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/every-error\]`
	if err != nil {
	}
	return value
}

func (r *reader) blank(opts *bind.CallOpts) hash {
	value, _ := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return value
}

func (r *reader) returned(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	if err != nil {
		return hash{}, fmt.Errorf("hash: %w", err)
	}
	return value, nil
}

func (r *reader) byText(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^strings\.Contains cannot tell a selector miss of .*\[dualpath/not-a-classifier\]`
	if err != nil && strings.Contains(err.Error(), "execution reverted") {
		return r.legacy()
	}
	return value, err
}

func (r *reader) byLowerText(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^strings\.Contains cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil {
		text := strings.ToLower(err.Error())
		if strings.Contains(text, "execution reverted") || strings.Contains(text, "vm execution error") {
			return r.legacy()
		}
		return hash{}, err
	}
	return value, nil
}

func (r *reader) byExactText(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^a comparison cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil && err.Error() == "abi: unmarshalling empty output" {
		return r.legacy()
	}
	return value, err
}

func (r *reader) byNoCode(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^errors\.Is cannot tell .*\[dualpath/not-a-classifier\]`
	if errors.Is(err, bind.ErrNoCode) {
		return r.legacy()
	}
	return value, err
}

func (r *reader) byIdentity(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^a comparison cannot tell .*\[dualpath/not-a-classifier\]`
	if err == bind.ErrNoCode {
		return r.legacy()
	}
	return value, err
}

func (r *reader) byCode(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^errors\.As cannot tell .*\[dualpath/not-a-classifier\]`
	var coded rpc.Error
	if errors.As(err, &coded) && coded.ErrorCode() == 3 {
		return r.legacy()
	}
	return value, err
}

// reverted is a classifier of its own making that the registry does not know.
func reverted(err error) bool { return err != nil && strings.Contains(err.Error(), "reverted") }

func (r *reader) byOwnHelper(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if reverted(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) swallowed(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^an error of .* that is no selector miss is not returned: return it, or wrap it with %w \[dualpath/error-swallowed\]`
	if compat.IsSelectorMiss(err) {
		if r.gate.IsStrict(ctx, feature) {
			return hash{}, err
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, nil
}

func (r *reader) cut(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^the error of .* is replaced by one that does not wrap it, .*\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	if err != nil {
		return hash{}, fmt.Errorf("hash: %s", err)
	}
	return value, nil
}

func (r *reader) indexedVerb(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-cut\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	if err != nil {
		return hash{}, fmt.Errorf("%[2]s: %[1]w", err, "argument indexes are not followed")
	}
	return value, nil
}

func (r *reader) overwritten(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^the error of .* is overwritten before it is classified: .*\[dualpath/error-overwritten\]`
	owner, err := r.policy.Owner(opts)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, owner)
		return r.legacy()
	}
	return value, err
}

func (r *reader) flagReusesError(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-overwritten\]`
	miss := compat.IsSelectorMiss(err)
	strict, err := helpers.IsStrict(ctx, "policy_code_hash")
	switch {
	case err != nil || strict:
		return hash{}, errOld
	case miss:
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) strictNotAsked(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^legacy is served for .* without asking the strict flag: .*\[dualpath/strict-not-asked\]`
	if compat.IsSelectorMiss(err) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) strictLogs(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^legacy is served for .* although the feature is strict: return an error there, .*\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		log.Print("legacy while strict")
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) strictReturnsNil(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		return hash{}, nil
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) strictReturnsField(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if r.gate.IsStrict(ctx, feature) {
		return hash{}, r.failed
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) refusedAlways(opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^a selector miss of .* is refused whatever the strict flag says: .*\[dualpath/always-refused\]`
	if compat.IsSelectorMiss(err) {
		return hash{}, errOld
	}
	return value, err
}

func (r *reader) refusedWhileLenient(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/always-refused\]` `\[dualpath/strict-serves-legacy\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if !r.gate.IsStrict(ctx, feature) {
		return hash{}, errOld
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) notRecorded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^legacy is served for .* without a record of it: .*\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		return r.legacy()
	}
	return value, err
}

func (r *reader) otherRecorded(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, metadata, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedAlways(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^a legacy detection is recorded where .* was no selector miss: .*\[dualpath/false-record\]`
	r.gate.RecordLegacy(ctx, feature, r.target)
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		return r.legacy()
	}
	return value, err
}

func (r *reader) recordedOnOneBranch(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/not-recorded\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
		if r.failed == nil {
			r.gate.RecordLegacy(ctx, feature, r.target)
		}
		return r.legacy()
	}
	return value, err
}

func (r *reader) otherFlag(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^NewtonPolicy.* is guarded by feature "policy_metadata" here: ask for "policy_code_hash" \[dualpath/wrong-feature\]`
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, metadata) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) unknownFlag(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // featurekey reports the name; the guard is there
	if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, "policy_codehash") {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, err
}

func (r *reader) flagErrorIgnored(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `^the error of reading the flag for .* is ignored, .*\[dualpath/flag-error-ignored\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if strict, _ := helpers.IsStrict(ctx, "policy_code_hash"); strict {
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) flagErrorLenient(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/flag-error-ignored\]`
	if !compat.IsSelectorMiss(err) {
		return value, err
	}
	if strict, flagErr := helpers.IsStrict(ctx, "policy_code_hash"); flagErr == nil && strict {
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) conjunctionForDisjunction(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	value, err := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-not-asked\]`
	switch {
	case err == nil:
		return value, nil
	case !compat.IsSelectorMiss(err) && r.gate.IsStrict(ctx, feature):
		return hash{}, err
	}
	r.gate.RecordLegacy(ctx, feature, r.target)
	return r.legacy()
}

func (r *reader) deferredChange(ctx context.Context, opts *bind.CallOpts) (value hash, err error) {
	defer func() {
		if err != nil {
			err = nil
		}
	}()
	value, callErr := r.policy.GetPolicyCodeHash(opts) // want `\[dualpath/error-swallowed\]` `\[dualpath/strict-serves-legacy\]`
	if compat.IsSelectorMiss(callErr) && !r.gate.IsStrict(ctx, feature) {
		r.gate.RecordLegacy(ctx, feature, r.target)
		return r.legacy()
	}
	return value, callErr
}
