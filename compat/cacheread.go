package compat

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
)

// StrictnessReadError says that a strict flag could not be read from the chain. Find it with [errors.As].
type StrictnessReadError struct {
	ChainID  uint64
	Feature  Feature
	Registry common.Address
	Reason   ReadFailure
	Err      error // what the node said, with the URL of the node where the client puts it there; Error leaves it out
}

// Error says what to look at.
func (e *StrictnessReadError) Error() string {
	subject := fmt.Sprintf("compat: strict flag of feature %q on chain %d: ", e.Feature, e.ChainID)
	switch e.Reason {
	case FailureNoContract:
		subject += fmt.Sprintf("there is no contract at %s: check the address of the registry", e.Registry.Hex())
	case FailureWrongContract:
		subject += fmt.Sprintf("the contract at %s does not answer isStrict(bytes32): check the address of the registry", e.Registry.Hex())
	case FailureWrongChain:
		subject += "the node serves another chain: check its URL"
	default:
		subject += "the node gave no usable answer"
	}
	if e.Err == nil {
		return subject
	}
	return subject + ": " + withoutURL(e.Err)
}

// Unwrap returns what the node said.
func (e *StrictnessReadError) Unwrap() error { return e.Err }

// isStrictSelector is that of isStrict(bytes32).
var isStrictSelector = []byte{0x67, 0x91, 0x7b, 0x3d}

func isStrictCalldata(feature Feature) []byte {
	return append(append([]byte{}, isStrictSelector...), crypto.Keccak256([]byte(feature))...)
}

// read asks the registry. The caller holds a slot.
func (f *flag) read(ctx context.Context) (bool, *StrictnessReadError) {
	c := f.chain
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	if reason, err := c.checkIdentity(ctx); err != nil {
		return false, f.unreadable(reason, err)
	}
	answer, err := c.registry.Client.CallContract(ctx, ethereum.CallMsg{To: &c.registry.Address, Data: f.calldata}, nil)
	switch {
	case err != nil && isExecution(err):
		return false, f.unreadable(FailureWrongContract, err)
	case err != nil:
		return false, f.unreadable(FailureRPC, err)
	case len(answer) == 0:
		return false, f.emptyAnswer(ctx)
	}
	strict, err := parseBool(answer)
	if err != nil {
		return false, f.unreadable(FailureWrongContract, err)
	}
	return strict, nil
}

func (f *flag) unreadable(reason ReadFailure, err error) *StrictnessReadError {
	r := &f.chain.registry
	return &StrictnessReadError{ChainID: r.ChainID, Feature: f.feature, Registry: r.Address, Reason: reason, Err: err}
}

// emptyAnswer finds out why the answer was empty: an address without code succeeds with nothing, as does a fallback.
func (f *flag) emptyAnswer(ctx context.Context) *StrictnessReadError {
	code, err := f.chain.registry.Client.CodeAt(ctx, f.chain.registry.Address, nil)
	switch {
	case err != nil:
		return f.unreadable(FailureRPC, err)
	case len(code) == 0:
		return f.unreadable(FailureNoContract, nil)
	}
	return f.unreadable(FailureWrongContract, errors.New("the answer is empty"))
}

// parseBool is stricter than accounts/abi, which takes longer answers: only a function that returns a bool gives this.
func parseBool(answer []byte) (bool, error) {
	if len(answer) == 32 {
		switch value := new(big.Int).SetBytes(answer); {
		case value.Sign() == 0:
			return false, nil
		case value.IsUint64() && value.Uint64() == 1:
			return true, nil
		}
	}
	const shown = 32
	if len(answer) > shown {
		return false, fmt.Errorf("the answer is no boolean: %#x… (%d bytes)", answer[:shown], len(answer))
	}
	return false, fmt.Errorf("the answer is no boolean: %#x", answer)
}

// faults are parts of the words of nodes for a contract that ran and ended badly, in lower case.
var faults = []string{"revert", "opcode", "invalidfe", "out of gas", "outofgas", "stack underflow", "invalid jump"}

// isExecution reports whether err says that the contract ran and failed, which isStrict of a registry never does.
func isExecution(err error) bool {
	var re rpc.Error
	if isTransport(err) || !errors.As(err, &re) {
		return false
	}
	words := strings.ToLower(re.Error())
	for _, fault := range faults {
		if strings.Contains(words, fault) {
			return true
		}
	}
	return re.ErrorCode() == codeReverted
}

// checkIdentity asks the client for its chain, if it can say, now and then and once for all flags.
func (c *flagChain) checkIdentity(ctx context.Context) (ReadFailure, error) {
	client, ok := c.registry.Client.(interface {
		ChainID(context.Context) (*big.Int, error)
	})
	if !ok || c.isIdentified() {
		return "", nil
	}
	select {
	case c.asking <- struct{}{}:
		defer func() { <-c.asking }()
	case <-ctx.Done():
		return FailureRPC, ctx.Err()
	}
	if c.isIdentified() {
		return "", nil
	}
	id, err := client.ChainID(ctx)
	if err != nil {
		return FailureRPC, err
	}
	if id == nil || !id.IsUint64() || id.Uint64() != c.registry.ChainID {
		return FailureWrongChain, fmt.Errorf("chain %v instead of %d", id, c.registry.ChainID)
	}
	until := time.Now().Add(c.options.Interval / 2)
	c.identified.Store(&until)
	return "", nil
}

func (c *flagChain) isIdentified() bool {
	until := c.identified.Load()
	return until != nil && time.Now().Before(*until)
}
