package compattest

import (
	"context"
	"fmt"
	"math/big"
	"sync"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/compat"
)

// RegistryAddress is where [Registry] says that its contract is.
var RegistryAddress = common.HexToAddress("0x5715c700000000000000000000000000005715c7")

// Registry is a chain with nothing on it but a registry of strict flags, at RegistryAddress: the client of a
// [compat.StrictnessRegistry]. Every other address has no code.
type Registry struct {
	mu      sync.Mutex
	flags   map[common.Hash]bool
	reads   map[common.Hash]int
	chainID uint64
	absent  bool
	before  func(context.Context) error
	answer  func([]byte) []byte
}

// NewRegistry returns a registry on the chain, with all flags off.
func NewRegistry(chainID uint64) *Registry {
	return &Registry{
		flags: make(map[common.Hash]bool), reads: make(map[common.Hash]int), chainID: chainID,
		before: func(context.Context) error { return nil },
		answer: func(word []byte) []byte { return word },
	}
}

// Entry returns how a StrictnessCache reaches the registry of the chain.
func (r *Registry) Entry(chainID uint64) compat.StrictnessRegistry {
	return compat.StrictnessRegistry{ChainID: chainID, Address: RegistryAddress, Client: r}
}

// Set turns the flag of the feature on or off.
func (r *Registry) Set(feature compat.Feature, strict bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.flags[key(feature)] = strict
}

// Before has f run before every request; its error becomes that of the request. A nil f ends that.
func (r *Registry) Before(f func(context.Context) error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.before = f
	if f == nil {
		r.before = func(context.Context) error { return nil }
	}
}

// Answer has f change every answer of isStrict. A nil f ends that.
func (r *Registry) Answer(f func([]byte) []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answer = f
	if f == nil {
		r.answer = func(word []byte) []byte { return word }
	}
}

// MoveTo makes the node serve another chain.
func (r *Registry) MoveTo(chainID uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.chainID = chainID
}

// Remove takes the contract away.
func (r *Registry) Remove() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.absent = true
}

// Reads returns how often isStrict was called for the feature, answered or not.
func (r *Registry) Reads(feature compat.Feature) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.reads[key(feature)]
}

// ChainID returns the chain that the node serves.
func (r *Registry) ChainID(ctx context.Context) (*big.Int, error) {
	if err := r.ask(ctx); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return new(big.Int).SetUint64(r.chainID), nil
}

// CodeAt returns some code at RegistryAddress, and none elsewhere.
func (r *Registry) CodeAt(ctx context.Context, account common.Address, _ *big.Int) ([]byte, error) {
	if err := r.ask(ctx); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.absent || account != RegistryAddress {
		return nil, nil
	}
	return []byte{0x00}, nil
}

// CallContract answers isStrict(bytes32).
func (r *Registry) CallContract(ctx context.Context, call ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	feature, err := parse(call.Data)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.reads[feature]++
	r.mu.Unlock()
	if err := r.ask(ctx); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.absent || call.To == nil || *call.To != RegistryAddress {
		return nil, nil
	}
	word := make([]byte, 32)
	if r.flags[feature] {
		word[31] = 1
	}
	return r.answer(word), nil
}

// ask runs what Before has set, without the lock: it may wait.
func (r *Registry) ask(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	r.mu.Lock()
	before := r.before
	r.mu.Unlock()
	return before(ctx)
}

func parse(calldata []byte) (common.Hash, error) {
	selector := crypto.Keccak256([]byte("isStrict(bytes32)"))[:4]
	if len(calldata) != 36 || string(calldata[:4]) != string(selector) {
		return common.Hash{}, fmt.Errorf("compattest: the registry has isStrict(bytes32) only, called with %#x", calldata)
	}
	return common.BytesToHash(calldata[4:]), nil
}

func key(feature compat.Feature) common.Hash { return crypto.Keccak256Hash([]byte(feature)) }
