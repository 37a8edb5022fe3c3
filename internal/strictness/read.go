package strictness

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	bindings "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A Chain is what a registry is read from: a snapshot of package onchain, whose calls that are made at the same time travel in one batch.
type Chain interface {
	Code(ctx context.Context, address common.Address) ([]byte, error)
	Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error)
}

// A Reading is what a registry says.
type Reading struct {
	Owner *common.Address // nil where the registry has no owner()
	Flags []Flag          // in the order of the features that were asked for
}

// A Flag is what a registry says about one feature.
type Flag struct {
	Feature     string
	Strict      bool
	PromisedEnd uint64          // of the grace window, in seconds since 1970; 0 where nothing is promised or the registry cannot promise
	Admin       *common.Address // nil where there is none, or the registry knows no admins
}

// Key is the key of a feature in every registry.
func Key(feature string) common.Hash { return crypto.Keccak256Hash([]byte(feature)) }

var contract = bindings.NewStrictnessRegistry()

// nobodys is the selector of a function that no contract has. What answers it answers anything, and what it says of a flag says nothing.
var nobodys = crypto.Keccak256([]byte("compatlintAsksWhetherThisContractAnswersAnything(bytes32)"))[:4]

// Read reads the flags of features at once. It fails if one of them cannot be read, or if the contract is no strictness registry.
func Read(ctx context.Context, chain Chain, registry common.Address, features []string) (*Reading, error) {
	r := &reader{chain: chain, registry: registry}
	reading := &Reading{Flags: make([]Flag, len(features))}
	r.ask(func() error { return r.checkContract(ctx) })
	r.ask(func() (err error) {
		reading.Owner, err = r.account(ctx, "owner()", contract.PackOwner())
		return err
	})
	for i, feature := range features {
		flag := &reading.Flags[i]
		flag.Feature = feature
		key := Key(feature)
		r.ask(func() (err error) {
			flag.Strict, err = r.strict(ctx, key)
			return err
		})
		r.ask(func() (err error) {
			flag.PromisedEnd, err = r.promisedEnd(ctx, key)
			return err
		})
		r.ask(func() (err error) {
			flag.Admin, err = r.account(ctx, "featureAdmin(bytes32)", contract.PackFeatureAdmin(key))
			if flag.Admin != nil && *flag.Admin == (common.Address{}) {
				flag.Admin = nil
			}
			return err
		})
	}
	if err := r.wait(); err != nil {
		return nil, err
	}
	return reading, nil
}

// CheckKey reports whether the registry derives the key of a feature as services do. A registry that does not say how cannot be checked.
func CheckKey(ctx context.Context, chain Chain, registry common.Address, feature string) error {
	r := &reader{chain: chain, registry: registry}
	word, ok, err := r.optional(ctx, "featureKey(string)", contract.PackFeatureKey(feature))
	switch {
	case err != nil:
		return err
	case ok && word != Key(feature):
		return fmt.Errorf("%s has another key for %s: featureKey(string) answers %s, and keccak256 of the name is %s: services would not see the flag",
			registry, feature, word, Key(feature))
	}
	return nil
}

// A reader asks a registry many things at the same time.
type reader struct {
	chain    Chain
	registry common.Address

	all  sync.WaitGroup
	mu   sync.Mutex
	errs []error // in the order of the questions
}

// ask runs a question beside the others.
func (r *reader) ask(question func() error) {
	r.mu.Lock()
	i := len(r.errs)
	r.errs = append(r.errs, nil)
	r.mu.Unlock()
	r.all.Go(func() {
		err := question()
		r.mu.Lock()
		r.errs[i] = err
		r.mu.Unlock()
	})
}

// wait returns the error of the first question that has one.
func (r *reader) wait() error {
	r.all.Wait()
	for _, err := range r.errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkContract fails where there is no contract, or one that answers anything.
func (r *reader) checkContract(ctx context.Context) error {
	code, err := r.chain.Code(ctx, r.registry)
	switch {
	case err != nil:
		return err
	case len(code) == 0:
		return fmt.Errorf("there is no contract at %s, the strictness_registry of compat.yaml", r.registry)
	}
	_, ok, err := r.optional(ctx, "a function that does not exist", append(nobodys[:4:4], make([]byte, 32)...))
	if err != nil {
		return err
	}
	if ok {
		return fmt.Errorf("%s is no strictness registry: it answers calls of functions that do not exist", r.registry)
	}
	return nil
}

func (r *reader) strict(ctx context.Context, key common.Hash) (bool, error) {
	word, ok, err := r.optional(ctx, "isStrict(bytes32)", contract.PackIsStrict(key))
	switch {
	case err != nil:
		return false, err
	case !ok:
		return false, fmt.Errorf("%s is no strictness registry: it has no isStrict(bytes32)", r.registry)
	}
	switch word {
	case common.Hash{}:
		return false, nil
	case common.Hash{31: 1}:
		return true, nil
	}
	return false, fmt.Errorf("%s is no strictness registry: isStrict(bytes32) answers %s, which is neither true nor false", r.registry, word)
}

func (r *reader) promisedEnd(ctx context.Context, key common.Hash) (uint64, error) {
	word, ok, err := r.optional(ctx, "graceEnd(bytes32)", contract.PackGraceEnd(key))
	if err != nil || !ok {
		return 0, err
	}
	if [24]byte(word[:24]) != [24]byte{} {
		return 0, fmt.Errorf("graceEnd(bytes32) of %s answers %s, which is no uint64", r.registry, word)
	}
	return binary.BigEndian.Uint64(word[24:]), nil
}

func (r *reader) account(ctx context.Context, function string, input []byte) (*common.Address, error) {
	word, ok, err := r.optional(ctx, function, input)
	if err != nil || !ok {
		return nil, err
	}
	if [12]byte(word[:12]) != [12]byte{} {
		return nil, fmt.Errorf("%s of %s answers %s, which is no address", function, r.registry, word)
	}
	address := common.BytesToAddress(word[12:])
	return &address, nil
}

// optional calls a function that the registry may not have. ok says that it has it.
func (r *reader) optional(ctx context.Context, function string, input []byte) (word common.Hash, ok bool, err error) {
	output, err := r.chain.Call(ctx, common.Address{}, r.registry, input)
	var revert *onchain.Revert
	switch {
	case errors.As(err, &revert) && (len(revert.Data) == 0 || revert.Fault):
		return word, false, nil
	case errors.As(err, &revert):
		return word, false, fmt.Errorf("%s refuses %s: %s", r.registry, function, Explain(revert))
	case err != nil:
		return word, false, err
	case len(output) == 0:
		return word, false, nil
	case len(output) != 32:
		return word, false, fmt.Errorf("%s of %s answers %d bytes and not one word", function, r.registry, len(output))
	}
	return common.Hash(output), true, nil
}
