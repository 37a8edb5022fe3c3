// Package chain is the keeper's connection to a node: dialling, retries, and waiting for transactions.
package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// ErrReverted says that a transaction was included and failed.
var ErrReverted = errors.New("transaction reverted")

// Conn is a connection with limits. It is safe for concurrent use.
type Conn struct {
	*ethclient.Client
	ID       *big.Int
	MaxPrice *big.Int
	attempts int
	pause    time.Duration
	log      *slog.Logger
}

// Dial connects and asks for the chain id.
func Dial(ctx context.Context, url string, maxPrice *big.Int, log *slog.Logger) (*Conn, error) {
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial node: %w", err)
	}
	id, err := client.ChainID(ctx)
	if err != nil {
		client.Close()
		return nil, fmt.Errorf("read chain id: %w", err)
	}
	return &Conn{Client: client, ID: id, MaxPrice: maxPrice, attempts: 4, pause: 250 * time.Millisecond, log: log}, nil
}

// Retry runs f until it succeeds, the error is final, or the attempts are used up.
func (c *Conn) Retry(ctx context.Context, what string, f func(context.Context) error) error {
	var last error
	pause := c.pause
	for attempt := range c.attempts {
		if last = f(ctx); last == nil {
			return nil
		}
		if final(last) {
			return fmt.Errorf("%s: %w", what, last)
		}
		c.log.Warn("retrying", "what", what, "attempt", attempt+1, "err", last)
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what, errors.Join(ctx.Err(), last))
		case <-time.After(pause):
			pause *= 2
		}
	}
	return fmt.Errorf("%s: gave up after %d attempts: %w", what, c.attempts, last)
}

// final reports whether trying again cannot help.
func final(err error) bool {
	if errors.Is(err, context.Canceled) || errors.Is(err, bind.ErrNoCode) {
		return true
	}
	var coded interface{ ErrorCode() int }
	return errors.As(err, &coded) && coded.ErrorCode() == 3
}

// Fees returns what to offer for a transaction, or an error when the market is above the limit.
func (c *Conn) Fees(ctx context.Context) (tip, fee *big.Int, err error) {
	head, err := c.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("read head: %w", err)
	}
	if tip, err = c.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, fmt.Errorf("suggest tip: %w", err)
	}
	fee = new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, big.NewInt(2)))
	if c.MaxPrice != nil && fee.Cmp(c.MaxPrice) > 0 {
		return nil, nil, fmt.Errorf("fee %s is above the limit %s", fee, c.MaxPrice)
	}
	return tip, fee, nil
}

// Wait returns the receipt of a transaction, or ErrReverted.
func (c *Conn) Wait(ctx context.Context, tx *types.Transaction) (*types.Receipt, error) {
	ticker := time.NewTicker(2 * time.Second)
	defer ticker.Stop()
	for {
		receipt, err := c.TransactionReceipt(ctx, tx.Hash())
		switch {
		case err == nil && receipt.Status == types.ReceiptStatusSuccessful:
			return receipt, nil
		case err == nil:
			return receipt, fmt.Errorf("%w: %s", ErrReverted, tx.Hash())
		case !errors.Is(err, ethereum.NotFound):
			c.log.Warn("reading receipt", "tx", tx.Hash(), "err", err)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-ticker.C:
		}
	}
}

// HasCode reports whether there is a contract at the address.
func (c *Conn) HasCode(ctx context.Context, address common.Address) (bool, error) {
	code, err := c.CodeAt(ctx, address, nil)
	if err != nil {
		return false, fmt.Errorf("read code of %s: %w", address, err)
	}
	return len(code) > 0, nil
}
