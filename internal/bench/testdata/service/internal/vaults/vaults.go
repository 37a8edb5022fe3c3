// Package vaults reads vault contracts of both versions: before and after share_price_history.
package vaults

import (
	"context"
	"fmt"
	"math/big"
	"sort"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/keeper/bindings/vault"
	"github.com/compatlint/compatlint/compat"
)

const (
	sharePriceHistory         = compat.Feature("share_price_history")
	sharePriceHistoryGraceEnd = compat.Date("2027-03-01")
	sharePriceHistoryTicket   = "VLT-204"
)

// State is what the keeper needs to know of a vault.
type State struct {
	Address      common.Address
	Assets       *big.Int
	Supply       *big.Int
	Epoch        uint64
	LastSettled  uint64
	Paused       bool
	FeeBps       uint16
	FeeRecipient common.Address
	Strategies   []common.Address
}

// Due lists the epochs that wait for settlement.
func (s *State) Due() []uint64 {
	var due []uint64
	for epoch := s.LastSettled + 1; epoch < s.Epoch; epoch++ {
		due = append(due, epoch)
	}
	return due
}

// Reader reads vaults over one backend. It is safe for concurrent use.
type Reader struct {
	backend bind.ContractBackend
	gate    *compat.Gate

	mu    sync.Mutex
	bound map[common.Address]*vault.VaultCaller
}

// NewReader returns a reader that asks the gate about strictness.
func NewReader(backend bind.ContractBackend, gate *compat.Gate) *Reader {
	return &Reader{backend: backend, gate: gate, bound: map[common.Address]*vault.VaultCaller{}}
}

func (r *Reader) caller(address common.Address) (*vault.VaultCaller, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if bound, ok := r.bound[address]; ok {
		return bound, nil
	}
	bound, err := vault.NewVaultCaller(address, r.backend)
	if err != nil {
		return nil, fmt.Errorf("bind vault %s: %w", address, err)
	}
	r.bound[address] = bound
	return bound, nil
}

// State reads a vault at one block.
func (r *Reader) State(ctx context.Context, address common.Address, block *big.Int) (*State, error) {
	v, err := r.caller(address)
	if err != nil {
		return nil, err
	}
	opts := &bind.CallOpts{Context: ctx, BlockNumber: block}
	s := &State{Address: address}
	steps := []struct {
		name string
		read func() error
	}{
		{"total assets", func() (err error) { s.Assets, err = v.TotalAssets(opts); return err }},
		{"total supply", func() (err error) { s.Supply, err = v.TotalSupply(opts); return err }},
		{"epoch", func() (err error) { s.Epoch, err = v.Epoch(opts); return err }},
		{"last settled epoch", func() (err error) { s.LastSettled, err = v.LastSettled(opts); return err }},
		{"pause", func() (err error) { s.Paused, err = v.Paused(opts); return err }},
		{"fee", func() (err error) { s.FeeBps, err = v.FeeBps(opts); return err }},
		{"fee recipient", func() (err error) { s.FeeRecipient, err = v.FeeRecipient(opts); return err }},
		{"strategies", func() (err error) { s.Strategies, err = v.Strategies(opts); return err }},
	}
	for _, step := range steps {
		if err := step.read(); err != nil {
			return nil, fmt.Errorf("vault %s: %s: %w", address, step.name, err)
		}
	}
	return s, nil
}

// Price returns the share price of an epoch; vaults without history answer with the current one.
func (r *Reader) Price(ctx context.Context, address common.Address, epoch uint64) (*big.Int, error) {
	v, err := r.caller(address)
	if err != nil {
		return nil, err
	}
	price, err := compat.BackwardCompat[*big.Int]{
		Feature:  sharePriceHistory,
		GraceEnd: sharePriceHistoryGraceEnd,
		Ticket:   sharePriceHistoryTicket,
		Target:   address,
		New: func(ctx context.Context) (*big.Int, error) {
			return v.SharePriceAt(&bind.CallOpts{Context: ctx}, epoch)
		},
		Legacy: func(ctx context.Context) (*big.Int, error) {
			return v.ConvertToAssets(&bind.CallOpts{Context: ctx}, big.NewInt(1e18))
		},
	}.Resolve(ctx, r.gate)
	if err != nil {
		return nil, fmt.Errorf("price of vault %s at epoch %d: %w", address, epoch, err)
	}
	return price.Value, nil
}

// Fees returns the fees that a settlement would pay out.
func (r *Reader) Fees(ctx context.Context, address common.Address) (*big.Int, error) {
	v, err := r.caller(address)
	if err != nil {
		return nil, err
	}
	fees, err := v.PendingFees(&bind.CallOpts{Context: ctx})
	switch {
	case err == nil:
		return fees, nil
	case !compat.IsSelectorMiss(err):
		return nil, fmt.Errorf("fees of vault %s: %w", address, err)
	case r.gate.IsStrict(ctx, sharePriceHistory):
		return nil, &compat.LegacyNotSupportedError{Feature: sharePriceHistory, Target: address}
	default:
		r.gate.RecordLegacy(ctx, sharePriceHistory, address)
		return new(big.Int), nil
	}
}

// Bare is what the linter is there for: nothing guards the call.
func (r *Reader) Bare(ctx context.Context, address common.Address, epoch uint64) (*big.Int, error) {
	v, err := r.caller(address)
	if err != nil {
		return nil, err
	}
	return v.SharePriceAt(&bind.CallOpts{Context: ctx}, epoch)
}

// Queue lists the accounts that wait for a redemption, the largest first.
func (r *Reader) Queue(ctx context.Context, address common.Address) ([]common.Address, error) {
	v, err := r.caller(address)
	if err != nil {
		return nil, err
	}
	opts := &bind.CallOpts{Context: ctx}
	length, err := v.QueueLength(opts)
	if err != nil {
		return nil, fmt.Errorf("queue of vault %s: %w", address, err)
	}
	shares := map[common.Address]*big.Int{}
	for i := int64(0); i < length.Int64(); i++ {
		entry, err := v.Queued(opts, big.NewInt(i))
		if err != nil {
			return nil, fmt.Errorf("queue of vault %s: entry %d: %w", address, i, err)
		}
		if sum, ok := shares[entry.Account]; ok {
			sum.Add(sum, entry.Shares)
			continue
		}
		shares[entry.Account] = new(big.Int).Set(entry.Shares)
	}
	accounts := make([]common.Address, 0, len(shares))
	for account := range shares {
		accounts = append(accounts, account)
	}
	sort.Slice(accounts, func(i, j int) bool {
		if order := shares[accounts[i]].Cmp(shares[accounts[j]]); order != 0 {
			return order > 0
		}
		return accounts[i].Cmp(accounts[j]) < 0
	})
	return accounts, nil
}
