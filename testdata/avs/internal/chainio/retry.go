package chainio

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

// withRetry reads until a read succeeds, at most the given number of times, and waits between the reads. Its error
// joins the errors of all reads.
func withRetry[T any](ctx context.Context, attempts int, wait time.Duration, read func(*bind.CallOpts) (T, error)) (T, error) {
	var errs []error
	for range attempts {
		value, err := read(&bind.CallOpts{Context: ctx})
		if err == nil {
			return value, nil
		}
		errs = append(errs, err)
		select {
		case <-ctx.Done():
			return value, errors.Join(append(errs, ctx.Err())...)
		case <-time.After(wait):
		}
	}
	var none T
	return none, errors.Join(errs...)
}

// CodeHashWithRetry returns the hash of the policy's program and rides out a flaky node.
//
// Wrong: a method value is a use like a call. Here the retry also repeats a miss, which no retry can cure.
func (c *Client) CodeHashWithRetry(ctx context.Context, target common.Address) (common.Hash, error) {
	p, err := c.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := withRetry(ctx, 3, 200*time.Millisecond, p.GetPolicyCodeHash)
	if err != nil {
		return common.Hash{}, fmt.Errorf("code hash of policy %s: %w", target, err)
	}
	return hash, nil
}
