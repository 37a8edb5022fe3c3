package compatprobe_test

import (
	"context"
	"encoding/json"
	"math/big"
	"sync"
	"testing"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/contracts"
)

// fake is a chain of accounts that are set by hand.
type fake struct {
	mu       sync.Mutex
	codes    map[common.Address][]byte
	slots    map[common.Address]map[common.Hash]common.Hash
	answers  map[common.Address][]byte // of any call
	requests int
	before   func(ctx context.Context, request int) error
}

func newFake() *fake {
	return &fake{
		codes: map[common.Address][]byte{}, slots: map[common.Address]map[common.Hash]common.Hash{}, answers: map[common.Address][]byte{},
		before: func(context.Context, int) error { return nil },
	}
}

// request counts and, without the lock, runs before.
func (f *fake) request(ctx context.Context) error {
	f.mu.Lock()
	f.requests++
	number, before := f.requests, f.before
	f.mu.Unlock()
	return before(ctx, number)
}

func (f *fake) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.requests
}

func (f *fake) BlockNumber(ctx context.Context) (uint64, error) { return 42, f.request(ctx) }

func (f *fake) CodeAt(ctx context.Context, account common.Address, _ *big.Int) ([]byte, error) {
	if err := f.request(ctx); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.codes[account], nil
}

func (f *fake) StorageAt(ctx context.Context, account common.Address, key common.Hash, _ *big.Int) ([]byte, error) {
	if err := f.request(ctx); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.slots[account][key].Bytes(), nil
}

func (f *fake) CallContract(ctx context.Context, call ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	if err := f.request(ctx); err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.answers[*call.To], nil
}

func (f *fake) setCode(account common.Address, code []byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.codes[account] = code
}

func (f *fake) setSlot(account common.Address, key common.Hash, value common.Address) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.slots[account] == nil {
		f.slots[account] = map[common.Hash]common.Hash{}
	}
	f.slots[account][key] = common.BytesToHash(value[:])
}

// deployed returns the runtime code of a fixture.
func deployed(t testing.TB, name string) []byte {
	t.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ DeployedBytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return artifact.DeployedBytecode
}

// delegator is the code of a proxy that hands calls to the address which the instructions leave on the stack.
func delegator(address []byte) []byte {
	code := common.FromHex("365f5f375f5f365f") // copy the calldata, prepare the arguments
	code = append(code, address...)
	code = append(code, common.FromHex("5af43d5f5f3e6000573d5ffd5b3d5ff3")...) // delegate, copy the answer, return or revert with it
	code[len(code)-9] = byte(len(code) - 5)                                    // the place of the JUMPDEST
	return code
}

// slotProxy is a proxy whose implementation stands in the slot.
func slotProxy(key common.Hash) []byte {
	return delegator(append(append([]byte{0x7f}, key[:]...), 0x54))
}

// diamond is a router whose facets stand in a mapping at slot 0, by selector.
func diamond() []byte { return delegator(common.FromHex("5f3560e01c60e01b5f525f60205260405f2054")) }

// facetSlot is where the diamond keeps the facet of the selector.
func facetSlot(selector []byte) common.Hash {
	return crypto.Keccak256Hash(common.RightPadBytes(selector, 32), make([]byte, 32))
}
