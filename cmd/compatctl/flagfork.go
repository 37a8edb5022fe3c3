package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/fork"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/sending"
	"github.com/compatlint/compatlint/internal/strictness"
)

// A rehearsal is a fork of a network: package fork has it.
type rehearsal interface {
	Impersonate(ctx context.Context, address common.Address) error
	Err(ctx context.Context) error
	Close() error
}

// startFork forks the network at the block that was looked at, and returns where the fork answers.
func (c *change) startFork(ctx context.Context) (rehearsal, string, error) {
	options := fork.Options{Client: c.client, ChainID: c.network.ChainID, Block: strconv.FormatUint(c.snapshot.Block.Number, 10)}
	if c.cl.replaced.fork != nil {
		return c.cl.replaced.fork(ctx, options)
	}
	f, err := fork.Start(ctx, options)
	if err != nil {
		return nil, "", err
	}
	return f, f.URL, nil
}

// rehearse sets the flag on a fork of the network.
func (c *change) rehearse(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	c.say("\nrehearsing on a fork: nothing is sent to %s", c.network.Name)
	stage, url, err := c.startFork(ctx)
	if err != nil {
		return fmt.Errorf("-dry-run: %w", err)
	}
	err = c.rehearseOn(ctx, stage, url)
	return errors.Join(err, stage.Close())
}

func (c *change) rehearseOn(ctx context.Context, stage rehearsal, url string) error {
	client, err := onchain.Dial(ctx, onchain.Options{URLs: []string{url}, Source: "the fork", ChainID: c.network.ChainID})
	if err != nil {
		return err
	}
	if err := stage.Impersonate(ctx, c.call.From); err != nil {
		return err
	}
	receipt, err := c.sendOn(ctx, client)
	if unreliable := stage.Err(ctx); unreliable != nil {
		return fmt.Errorf("the fork cannot be believed: %w", unreliable)
	}
	if err != nil {
		return err
	}
	snapshot, err := client.Pin(ctx, strconv.FormatUint(receipt.Block, 10))
	if err != nil {
		return err
	}
	defer snapshot.Close()
	reading, err := strictness.Read(ctx, snapshot, c.network.StrictnessRegistry, []string{c.of.Name})
	if err != nil {
		return err
	}
	if err := stage.Err(ctx); err != nil {
		return fmt.Errorf("the fork cannot be believed: %w", err)
	}
	c.result.GasUsed = receipt.GasUsed
	if err := c.compare(snapshot.Block, reading.Flags[0].Strict, outcomeWouldSet); err != nil {
		return err
	}
	c.say("the transaction would succeed with %d gas, and %s would be %s on %s", receipt.GasUsed, c.of.Name, c.to, c.network.Name)
	return nil
}

// sendOn sends the transaction on the fork, as its sender.
func (c *change) sendOn(ctx context.Context, client *onchain.Client) (*sending.Receipt, error) {
	hash, err := sending.SendUnsigned(ctx, client, c.call)
	if revert := (*sending.RevertError)(nil); errors.As(err, &revert) {
		return nil, refusal{fmt.Errorf("the registry would refuse it: %s", strictness.Explain(revert.Revert))}
	}
	if err != nil {
		return nil, err
	}
	receipt, err := sending.Await(ctx, client, hash, c.call.From, math.MaxUint64, sending.Waiting{Poll: c.cl.replaced.poll, Say: func(string) {}})
	if err != nil {
		return nil, fmt.Errorf("the transaction was not mined on the fork: %w", err)
	}
	if !receipt.Success {
		return nil, refusal{errors.New("the transaction would revert")}
	}
	return receipt, nil
}
