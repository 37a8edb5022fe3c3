// Package friends has more of what public services do about old contracts, beside what package corpora has: designs where something else than
// the call's error is the guard, and false friends that look like a dual path.
package friends

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
	"example.com/lint/helpers"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	*policy.NewtonPolicy
	v2      *policyv2.NewtonPolicy
	backend bind.ContractBackend
	gate    *compat.Gate
	target  common.Address
	version string
	enabled bool
}

// 4: a probe that logs and says "not found".
func (r *reader) tested(opts *bind.CallOpts) (found bool) {
	if _, err := r.GetPolicyCodeHash(opts); err != nil { // want `\[dualpath/every-error\]`
		log.Print("not tested")
		return false
	}
	return true
}

// 4, declared and right.
//
//compat:guard supports policy_code_hash
func (r *reader) testedRightly(opts *bind.CallOpts) (found bool, err error) {
	if _, err := r.GetPolicyCodeHash(opts); err != nil {
		if compat.IsSelectorMiss(err) {
			return false, nil
		}
		return false, err
	}
	return true, nil
}

// 9: an error of JSON-RPC is no miss: rate limits are such errors too.
func (r *reader) anyRPCError(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `^errors\.As cannot tell .*\[dualpath/not-a-classifier\]`
	var failed rpc.Error
	if errors.As(err, &failed) {
		return hash{}, nil
	}
	return value, err
}

func extract(err error) error {
	var failed rpc.Error
	if errors.As(err, &failed) {
		return failed
	}
	return nil
}

func (r *reader) anyExtractedError(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if extract(err) != nil {
		return hash{}, nil
	}
	return value, err
}

// 15, with multicalls: the new call stands in the else of a version's comparison.
type details struct{ version uint8 }

func (r *reader) inElse(d details, opts *bind.CallOpts) (hash, error) {
	if d.version < 3 {
		return hash{}, nil
	} else {
		return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
}

// 18: an early return on a version text that the registry does not know as a guard.
func (r *reader) earlyReturn(opts *bind.CallOpts) (hash, error) {
	if strings.HasPrefix(r.version, "1.") {
		return hash{}, errors.New("version is not supported")
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 18, with a guard the registry knows.
func (r *reader) earlyReturnOfKnown(v *helpers.Version, opts *bind.CallOpts) (hash, error) {
	if !v.HasCodeHash() {
		return hash{}, errors.New("version is not supported")
	}
	return r.GetPolicyCodeHash(opts)
}

// 20 and 21: the type is the gate. The registry exempts the type, or its methods carry the duty.
type readerV2 struct{ reader }

func (r *readerV2) hash(opts *bind.CallOpts) (hash, error) {
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

//compat:requires policy_code_hash
func (r *readerV2) hashByDuty(opts *bind.CallOpts) (hash, error) { return r.GetPolicyCodeHash(opts) }

// 21: the old version embeds the latest and overrides what it lacks. A call through the old one is no use of the binding.
type readerV1 struct{ readerV2 }

func (r *readerV1) GetPolicyCodeHash(*bind.CallOpts) (hash, error) { return hash{}, nil }

func overridden(r *readerV1, opts *bind.CallOpts) (hash, error) { return r.GetPolicyCodeHash(opts) }

func embedded(r *readerV2, opts *bind.CallOpts) (hash, error) {
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 22: a type assertion behind a helper says what the version is.
type hasher interface {
	GetPolicyCodeHash(*bind.CallOpts) (hash, error)
}

func asHasher(r any) (hasher, bool) {
	h, ok := r.(hasher)
	return h, ok
}

func byAssertion(r any, opts *bind.CallOpts) (hash, error) {
	h, ok := asHasher(r)
	if !ok {
		return hash{}, errors.New("delegate version too low")
	}
	return h.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 22, where the helper says what it stands for.
//
//compat:guard supports policy_code_hash
func isHasher(r any) bool { _, ok := r.(hasher); return ok }

func byDeclaredAssertion(r hasher, opts *bind.CallOpts) (hash, error) {
	if !isHasher(r) {
		return hash{}, errors.New("delegate version too low")
	}
	return r.GetPolicyCodeHash(opts)
}

// 23: two bindings at one address, and the caller picks.
func (r *reader) callerPicks(old bool, opts *bind.CallOpts) (common.Address, error) {
	if old {
		return r.Owner(opts)
	}
	_, err := r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	return common.Address{}, err
}

// 25: a nil binding means that the feature is off.
func (r *reader) nilIsOff(opts *bind.CallOpts) (hash, error) {
	if r.v2 == nil {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 26: the handler checks a field that a probe has set.
func (r *reader) fieldIsGate(opts *bind.CallOpts) (hash, error) {
	if !r.enabled {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

//compat:guard supports policy_code_hash
func (r *reader) isEnabled() bool { return r.enabled }

// 26, declared.
func (r *reader) declaredFieldIsGate(opts *bind.CallOpts) (hash, error) {
	if !r.isEnabled() {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts)
}

// 31: an interface over two versions, told apart by the text of a revert.
func (r *reader) gone(h hasher, opts *bind.CallOpts) (hash, error) {
	value, err := h.GetPolicyCodeHash(opts) // want `^strings\.Contains cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil && strings.Contains(err.Error(), "execution reverted") {
		return hash{}, nil
	}
	return value, err
}

// 33: both arms use the contract, in different forms.
func (r *reader) bothArms(ctx context.Context, multicall common.Address, opts *bind.CallOpts) (any, error) {
	code, err := r.backend.CodeAt(ctx, multicall, nil)
	if err != nil {
		return nil, err
	}
	if len(code) > 0 {
		return r.backend.CallContract(ctx, ethereum.CallMsg{Data: r.v2.PackPolicyCodeHash()}, nil) // want `\[directcall/unguarded\]`
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 35: a transaction that fails is called once more for its reason. Nothing serves legacy here.
func (r *reader) reason(ctx context.Context, opts *bind.TransactOpts) (*types.Transaction, error) {
	tx, err := r.SetMetadataCid(opts, "cid") // want `\[directcall/unguarded\]`
	if err != nil {
		if _, callErr := r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target}, nil); callErr != nil {
			return nil, fmt.Errorf("reason: %w", callErr)
		}
		return nil, err
	}
	return tx, nil
}

// 36: "header not found" is a local count, not a miss.
func (r *reader) localCount(opts *bind.CallOpts) (*big.Int, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `^strings\.Contains cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil && strings.Contains(err.Error(), "header not found") {
		return big.NewInt(0), nil
	}
	return new(big.Int).SetBytes(value[:]), err
}

// 38: selectors that are compared with calldata that was seen. Nothing is sent.
var seenSelector = common.FromHex("0xe998a088")

func decodes(calldata []byte) bool { return bytes.HasPrefix(calldata, seenSelector) }

var sentSelector = common.FromHex("0x4ccf57fe") // want `\[directcall/unguarded\]`

func (r *reader) sendsSelector(ctx context.Context) ([]byte, error) {
	return r.backend.CallContract(ctx, ethereum.CallMsg{To: &r.target, Data: sentSelector}, nil)
}

// A latch in an own field, set where the miss is known, with the flag asked each time.
func (r *reader) latch(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.enabled {
		value, err := r.GetPolicyCodeHash(opts)
		if !compat.IsSelectorMiss(err) {
			return value, err
		}
		if r.gate.IsStrict(ctx, feature) {
			return hash{}, err
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		r.enabled = false
	}
	return hash{}, nil
}

func (r *reader) latchInverted(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if r.enabled {
		value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/always-refused\]` `\[dualpath/strict-serves-legacy\]`
		if !compat.IsSelectorMiss(err) {
			return value, err
		}
		if !r.gate.IsStrict(ctx, feature) {
			return hash{}, err
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		r.enabled = false
	}
	return hash{}, nil
}
