// Package settle sends the keeper's transactions.
package settle

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/keeper/bindings/vault"
	"example.com/keeper/internal/chain"
	"example.com/keeper/internal/vaults"
	"github.com/compatlint/compatlint/compat"
)

// maxBatch is the number of epochs that fit into a block.
const maxBatch = 24

// Settler settles the epochs of vaults. One goroutine at a time may use it, because of the account's nonce.
type Settler struct {
	conn   *chain.Conn
	reader *vaults.Reader
	gate   *compat.Gate
	key    *ecdsa.PrivateKey
	log    *slog.Logger
}

// New returns a settler that signs with the key.
func New(conn *chain.Conn, reader *vaults.Reader, gate *compat.Gate, key *ecdsa.PrivateKey, log *slog.Logger) *Settler {
	return &Settler{conn: conn, reader: reader, gate: gate, key: key, log: log}
}

func (s *Settler) options(ctx context.Context) (*bind.TransactOpts, error) {
	opts, err := bind.NewKeyedTransactorWithChainID(s.key, s.conn.ID)
	if err != nil {
		return nil, fmt.Errorf("make signer: %w", err)
	}
	opts.Context = ctx
	if opts.GasTipCap, opts.GasFeeCap, err = s.conn.Fees(ctx); err != nil {
		return nil, err
	}
	return opts, nil
}

// Settle settles what is due, as a batch where the vault knows batches and one by one where it does not.
func (s *Settler) Settle(ctx context.Context, state *vaults.State) error {
	due := state.Due()
	if state.Paused || len(due) == 0 {
		return nil
	}
	if len(due) > maxBatch {
		s.log.Warn("settling a part", "vault", state.Address, "due", len(due), "max", maxBatch)
		due = due[:maxBatch]
	}
	v, err := vault.NewVaultTransactor(state.Address, s.conn)
	if err != nil {
		return fmt.Errorf("bind vault %s: %w", state.Address, err)
	}
	opts, err := s.options(ctx)
	if err != nil {
		return err
	}
	tx, err := v.SettleBatch(opts, due, common.Hash{})
	if err == nil {
		return s.wait(ctx, state.Address, tx)
	}
	if !compat.IsSelectorMiss(err) {
		return fmt.Errorf("settle vault %s: %w", state.Address, err)
	}
	if s.gate.IsStrict(ctx, "batch_settlement") {
		return &compat.LegacyNotSupportedError{Feature: "batch_settlement", Target: state.Address}
	}
	s.gate.RecordLegacy(ctx, "batch_settlement", state.Address)
	return s.one(ctx, v, state.Address, due)
}

func (s *Settler) one(ctx context.Context, v *vault.VaultTransactor, address common.Address, due []uint64) error {
	var errs []error
	for _, epoch := range due {
		opts, err := s.options(ctx)
		if err != nil {
			return errors.Join(append(errs, err)...)
		}
		tx, err := v.Settle(opts, epoch)
		if err != nil {
			errs = append(errs, fmt.Errorf("settle epoch %d of vault %s: %w", epoch, address, err))
			continue
		}
		if err := s.wait(ctx, address, tx); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// AnyError is the mistake that is made most: every error is taken for an old contract.
func (s *Settler) AnyError(ctx context.Context, v *vault.VaultTransactor, due []uint64) (*types.Transaction, error) {
	opts, err := s.options(ctx)
	if err != nil {
		return nil, err
	}
	if tx, err := v.SettleBatch(opts, due, common.Hash{}); err == nil {
		return tx, nil
	}
	return v.Settle(opts, due[0])
}

// Rebalance sets equal weights.
func (s *Settler) Rebalance(ctx context.Context, state *vaults.State) error {
	if len(state.Strategies) == 0 {
		return fmt.Errorf("vault %s has no strategies", state.Address)
	}
	v, err := vault.NewVaultTransactor(state.Address, s.conn)
	if err != nil {
		return fmt.Errorf("bind vault %s: %w", state.Address, err)
	}
	weights := make([]uint16, len(state.Strategies))
	rest := uint16(10_000)
	for i := range weights {
		weights[i] = rest / uint16(len(weights)-i)
		rest -= weights[i]
	}
	return s.conn.Retry(ctx, "rebalance", func(ctx context.Context) error {
		opts, err := s.options(ctx)
		if err != nil {
			return err
		}
		tx, err := v.Rebalance(opts, state.Strategies, weights)
		if err != nil {
			return err
		}
		return s.wait(ctx, state.Address, tx)
	})
}

func (s *Settler) wait(ctx context.Context, address common.Address, tx *types.Transaction) error {
	receipt, err := s.conn.Wait(ctx, tx)
	if err != nil {
		return fmt.Errorf("vault %s: %w", address, err)
	}
	cost := new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed))
	s.log.Info("settled", "vault", address, "tx", tx.Hash(), "block", receipt.BlockNumber, "cost", cost)
	return nil
}
