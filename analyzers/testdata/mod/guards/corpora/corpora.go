// Package corpora has the shapes in which public services deal with contracts that may be older than they are, each in a few lines of its
// own. Most of them are no guards: none of the trees that were read asks a strictness flag, and few can tell a selector miss.
package corpora

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/big"
	"strings"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/policy"
	"example.com/lint/multicall"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type hash = [32]byte

type reader struct {
	*policy.NewtonPolicy
	old    *oracle.Oracle
	gate   *compat.Gate
	target common.Address

	supported, unsupported atomic.Bool
	enabled                bool
	version                int
}

// reverted is the classifier that the trees have, by text and by code: it cannot tell a missing selector from any other revert.
func reverted(err error) bool { return err != nil && strings.Contains(err.Error(), "reverted") }

// 1: two selectors of one feature. The second is not called where the first has failed, but the first is told by its text.
func (r *reader) disabledOnRevert(opts *bind.CallOpts) (hash, error) {
	on, err := r.PolicyCodeHash(opts) // want `^reverted cannot tell a selector miss of .*\[dualpath/not-a-classifier\]`
	if err != nil {
		if reverted(err) {
			return hash{}, nil
		}
		return hash{}, fmt.Errorf("is there a hash: %w", err)
	}
	if on == (hash{}) {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts)
}

// 1, with what it lacks.
func (r *reader) disabledOnMiss(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	on, err := r.PolicyCodeHash(opts)
	if err != nil {
		if compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature) {
			r.gate.RecordLegacy(ctx, feature, r.target)
			return hash{}, nil
		}
		return hash{}, fmt.Errorf("is there a hash: %w", err)
	}
	if on == (hash{}) {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts)
}

// 2: the default stands before the call, and the branch of the miss is the one that is not there.
func (r *reader) defaultBefore(opts *bind.CallOpts) int {
	limit := 117964
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if err == nil {
		limit = int(value[0])
	} else if !reverted(err) {
		log.Print(err)
		return 1
	}
	return limit
}

// 2, with what it lacks.
func (r *reader) defaultBeforeMiss(ctx context.Context, opts *bind.CallOpts) (int, error) {
	limit := 117964
	value, err := r.GetPolicyCodeHash(opts)
	if err == nil {
		limit = int(value[0])
	} else if !compat.IsSelectorMiss(err) || r.gate.IsStrict(ctx, feature) {
		return 0, err
	} else {
		r.gate.RecordLegacy(ctx, feature, r.target)
	}
	return limit, nil
}

// 3: a probe that throws the result away.
//
//compat:guard supports policy_code_hash
func (r *reader) active(opts *bind.CallOpts) (bool, error) {
	_, err := r.GetPolicyCodeHash(opts)
	if err != nil && !compat.IsSelectorMiss(err) {
		return false, err
	}
	return err == nil, nil
}

// 3, by text: the directive is a claim that the body does not keep.
//
//compat:guard supports policy_code_hash
func (r *reader) activeByText(opts *bind.CallOpts) (bool, error) {
	_, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/probe-wrong\]`
	if err != nil && !reverted(err) {
		return false, err
	}
	return err == nil, nil
}

// 5: a latch that is set by success and by miss. The latch in a field is not followed, so the flag has to be asked.
func (r *reader) latched(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.unsupported.Load() {
		value, err := r.GetPolicyCodeHash(opts)
		if err == nil {
			r.supported.Store(true)
			return value, nil
		}
		if !compat.IsSelectorMiss(err) {
			return hash{}, err
		}
		if r.supported.Load() || r.gate.IsStrict(ctx, feature) {
			return hash{}, fmt.Errorf("failed despite previously succeeding: %w", err)
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		r.unsupported.Store(true)
	}
	return hash{}, nil
}

// 5, as it was found: no flag.
func (r *reader) latchedWithoutFlag(ctx context.Context, opts *bind.CallOpts) (hash, error) {
	if !r.unsupported.Load() {
		value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/strict-not-asked\]`
		if err == nil {
			r.supported.Store(true)
			return value, nil
		}
		if !compat.IsSelectorMiss(err) {
			return hash{}, err
		}
		if r.supported.Load() {
			return hash{}, fmt.Errorf("failed despite previously succeeding: %w", err)
		}
		r.gate.RecordLegacy(ctx, feature, r.target)
		r.unsupported.Store(true)
	}
	return hash{}, nil
}

// 6: a switch over the classifier sets a variable.
func (r *reader) isRouter(ctx context.Context, opts *bind.CallOpts) (bool, error) {
	router := true
	_, err := r.GetPolicyCodeHash(opts)
	switch {
	case compat.IsSelectorMiss(err) && !r.gate.IsStrict(ctx, feature):
		r.gate.RecordLegacy(ctx, feature, r.target)
		router = false
	case err != nil:
		return false, err
	default:
	}
	return router, nil
}

// 7: the text is classified in lower case, in a variable of its own, through a call by name.
func (r *reader) versionByText(c *bind.BoundContract, opts *bind.CallOpts) (int, error) {
	var out []any
	err := c.Call(opts, &out, "getPolicyCodeHash") // want `^strings\.Contains cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil {
		text := strings.ToLower(err.Error())
		if strings.Contains(text, "execution reverted") || strings.Contains(text, "vm execution error") {
			return 1, nil
		}
		return 0, err
	}
	return 2, nil
}

// 8: a multicall that takes any failure of an element for the old version. The error of Run is that of the transport.
func (r *reader) versions(m *multicall.Contract) error {
	if err := m.Call(new(hash), "getPolicyCodeHash"); err != nil { // want `\[directcall/unguarded\]`
		return err
	}
	return m.Run()
}

// 10: an own sentinel stands for an empty answer.
var errEmptyOutput = errors.New("empty output")

func (r *reader) sentinel(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `^errors\.Is cannot tell .*\[dualpath/not-a-classifier\]`
	if errors.Is(err, errEmptyOutput) || reverted(err) {
		return hash{}, nil
	}
	return value, err
}

// 11: the old ABI is asked whenever the new one fails, a timeout included, and the first error is lost.
func (r *reader) anyErrorFallsBack(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `^legacy runs for every error of .*\[dualpath/every-error\]`
	if err == nil {
		return value, nil
	}
	value, err = r.old.GetPolicyCodeHash(opts)
	return value, err
}

// 12: a text that no go-ethereum of today has.
func (r *reader) deadText(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `^a comparison cannot tell .*\[dualpath/not-a-classifier\]`
	if err != nil {
		if err.Error() == "abi: unmarshalling empty output" {
			return hash{}, nil
		}
		return hash{}, err
	}
	return value, nil
}

// 13: the throw of an old compiler is no miss.
func (r *reader) invalidOpcode(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if err != nil && strings.Contains(err.Error(), "invalid opcode") {
		return hash{}, nil
	}
	return value, err
}

// 14: a precondition in prose. The directive says it to the machine.
//
//compat:requires policy_code_hash
func (r *reader) derivationVersion(opts *bind.CallOpts) (hash, error) {
	return r.GetPolicyCodeHash(opts)
}

// 15: a comparison of version numbers is none that the registry knows.
func (r *reader) byVersion(opts *bind.CallOpts) (hash, error) {
	if r.version < 3 {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 15, declared: the comparison in a function that says what it means.
func (r *reader) byDeclaredVersion(opts *bind.CallOpts) (hash, error) {
	if !r.atLeastV3() {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts)
}

//compat:guard supports policy_code_hash
func (r *reader) atLeastV3() bool { return r.version >= 3 }

// 16: one binding per version; the other contract's method of the same name is no use.
func (r *reader) bindingPerVersion(opts *bind.CallOpts) (hash, error) {
	switch r.version {
	case 1, 2:
		return r.old.GetPolicyCodeHash(opts)
	case 3:
		return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return hash{}, errors.New("version is not supported")
}

// 24: a binding that is nil says that there is no contract, not what the contract can do.
func (r *reader) nilBinding(opts *bind.CallOpts) (hash, error) {
	if r.NewtonPolicy == nil {
		return hash{}, errors.New("policy is not deployed")
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 26: any error at start leaves the field false.
func (r *reader) probedAtStart(opts *bind.CallOpts) {
	if _, err := r.GetPolicyCodeHash(opts); err != nil { // want `\[directcall/unguarded\]`
		log.Print(err)
		return
	}
	r.enabled = true
}

// 27: what the local ABI has proves nothing about the chain.
func (r *reader) inLocalABI(parsed abi.ABI, opts *bind.CallOpts) (hash, error) {
	if _, ok := parsed.Methods["getPolicyCodeHash"]; !ok || !r.enabled {
		return hash{}, nil
	}
	return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 28 and 30: the text of a revert with a reason.
func (r *reader) businessRevert(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if err != nil && err.Error() == "execution reverted: no quorum bitmap history" {
		return hash{}, nil
	}
	return value, err
}

// 29: a loop that takes a revert for the end of the list.
func (r *reader) endOfList(opts *bind.CallOpts) (values []hash, err error) {
	for {
		value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
		if err != nil {
			if strings.Contains(err.Error(), "execution reverted") {
				break
			}
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}

// 32: the same call on another endpoint is a retry and no legacy.
func (r *reader) archiveNode(archive *policy.NewtonPolicy, opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/every-error\]`
	if err != nil {
		return archive.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return value, nil
}

// 33: code at another address says nothing about this one; both arms count.
func (r *reader) multicallExists(ctx context.Context, opts *bind.CallOpts, backend bind.ContractCaller) (hash, error) {
	code, err := backend.CodeAt(ctx, common.Address{}, nil)
	if err != nil {
		return hash{}, err
	}
	if len(code) > 0 {
		return r.GetPolicyCodeHash(opts) // want `\[directcall/unguarded\]`
	}
	return r.PolicyCodeHash(opts) // want `\[directcall/unguarded\]`
}

// 34: no code yet is a race at start.
func (r *reader) waitsForCode(opts *bind.CallOpts) (hash, error) {
again:
	value, err := r.GetPolicyCodeHash(opts) // want `^errors\.Is cannot tell .*\[dualpath/not-a-classifier\]`
	if errors.Is(err, bind.ErrNoCode) {
		goto again
	}
	return value, err
}

// errReverted stands for the error of the virtual machine.
var errReverted = errors.New("execution reverted")

// 37: a text match against an error of the virtual machine.
func (r *reader) vmError(opts *bind.CallOpts) (hash, error) {
	value, err := r.GetPolicyCodeHash(opts) // want `\[dualpath/not-a-classifier\]`
	if err != nil && strings.Contains(err.Error(), errReverted.Error()) {
		return hash{}, nil
	}
	return value, err
}

// Every version has what is called here.
func (r *reader) always(opts *bind.CallOpts) (*big.Int, error) {
	config, err := r.PolicyConfig(opts)
	return config.Threshold, err
}
