package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/safetx"
	"github.com/compatlint/compatlint/internal/sending"
	"github.com/compatlint/compatlint/internal/strictness"
)

// propose writes the file for the Safe.
func (c *change) propose() error {
	batch := safetx.SetStrictnessFlag(safetx.FlagCall{
		ChainID: c.network.ChainID, Safe: c.safeAddress, Registry: c.network.StrictnessRegistry,
		Name:        fmt.Sprintf("%s: %s on %s", c.of.Name, c.to, c.network.Name),
		Description: fmt.Sprintf("Sets the strict flag of %s to %t. Written by compatctl at block %d.", c.of.Name, c.isStrict, c.snapshot.Block.Number),
		Key:         strictness.Key(c.of.Name), Strict: c.isStrict, Data: c.call.Data, At: c.cl.time(),
	})
	data, err := batch.Marshal()
	if err != nil {
		return err
	}
	if err := atomicfile.Write(c.out, data); err != nil {
		return fmt.Errorf("-out: %w", err)
	}
	c.result.Outcome = outcomeProposed
	c.say("\nwrote %s: nothing was sent", c.out)
	c.say("1. open the Safe %s in its app, on the chain %d", c.safeAddress, c.network.ChainID)
	c.say("2. New transaction, Transaction Builder, drag the file there; the app must not warn about its checksum")
	c.say("3. check the recipient %s and the data before you sign:\n   0x%x", c.call.To, c.call.Data)
	c.say("4. when it is executed: compatctl flag get -network %s -feature %s", c.network.Name, c.of.Name)
	return nil
}

// time is now, unless a test says otherwise.
func (cl *commandLine) time() time.Time {
	if cl.replaced.now != nil {
		return cl.replaced.now()
	}
	return time.Now()
}

// send signs the transaction, sends it, and waits for it.
func (c *change) send(ctx context.Context) error {
	if err := c.unlock(ctx); err != nil {
		return err
	}
	node := &patientNode{dial: c.dialSender}
	tx, err := sending.Build(ctx, node, new(big.Int).SetUint64(c.network.ChainID), c.call, c.feeLimit)
	if revert := (*sending.RevertError)(nil); errors.As(err, &revert) {
		return refusal{fmt.Errorf("the registry refuses it now: %s", strictness.Explain(revert.Revert))}
	}
	if err != nil {
		return err
	}
	c.say("\nnonce %d, gas limit %d, at most %s a unit of gas, %s in all", tx.Nonce(), tx.Gas(), sending.Gwei(tx.GasFeeCap()), sending.Ether(sending.Cost(tx)))
	signed, err := c.sign(ctx, tx)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	hash := signed.Hash()
	c.result.Transaction, c.result.Outcome = &hash, outcomeUnknown
	c.say("sending transaction %s", hash)
	if err := sending.Send(ctx, node, signed); err != nil {
		if rejected := (*sending.RejectedError)(nil); errors.As(err, &rejected) {
			c.result.Outcome = outcomeNotSent
			return err
		}
		fmt.Fprintf(c.cl.stderr, "compatctl: %s; waiting for it all the same\n", printable(err))
	}
	return c.await(ctx, node, signed)
}

// await follows the transaction, and reads the flag in the block that has it.
func (c *change) await(ctx context.Context, node sending.Node, tx *types.Transaction) error {
	limited, cancel := context.WithTimeout(ctx, c.wait)
	defer cancel()
	receipt, err := sending.Await(limited, node, tx.Hash(), c.call.From, tx.Nonce(), sending.Waiting{
		Confirmations: c.confirmations, Poll: c.cl.replaced.poll, Say: func(text string) { fmt.Fprintln(c.cl.stderr, "compatctl: "+text) },
	})
	if err != nil {
		return c.lost(err)
	}
	c.result.GasUsed = receipt.GasUsed
	if !receipt.Success {
		return refusal{fmt.Errorf("transaction %s was mined in block %d and reverted: the flag is as it was", tx.Hash(), receipt.Block)}
	}
	c.say("mined in block %d %s, with %d gas", receipt.Block, receipt.BlockHash, receipt.GasUsed)
	return c.readBack(limited, receipt)
}

// lost says what is known of a transaction that was waited for in vain.
func (c *change) lost(err error) error {
	replaced := (*sending.ReplacedError)(nil)
	if errors.As(err, &replaced) {
		c.result.Outcome = outcomeNotSent
		return fmt.Errorf("transaction %s: %w", c.result.Transaction, err)
	}
	what := fmt.Sprintf("the wait of %s is over", c.wait)
	if sending.Interrupted(err) {
		what = "interrupted"
	}
	return fmt.Errorf("%s, and transaction %s may still be mined: %w. Look later with compatctl flag get -network %s -feature %s",
		what, c.result.Transaction, err, c.network.Name, c.of.Name)
}

// readBack reads the flag in the block of the transaction.
func (c *change) readBack(ctx context.Context, receipt *sending.Receipt) error {
	unread := func(err error) error {
		return fmt.Errorf("transaction %s was mined in block %d, and the flag could not be read back: %w. Read it with compatctl flag get -network %s -feature %s",
			c.result.Transaction, receipt.Block, err, c.network.Name, c.of.Name)
	}
	client, err := c.dial(c.cl.getenv)(ctx, c.network)
	if err != nil {
		return unread(err)
	}
	snapshot, err := client.Pin(ctx, strconv.FormatUint(receipt.Block, 10))
	if err != nil {
		return unread(err)
	}
	defer snapshot.Close()
	if snapshot.Block.Hash != receipt.BlockHash {
		return unread(errors.New("the chain was reorganised, it has another block there now"))
	}
	reading, err := strictness.Read(ctx, snapshot, c.network.StrictnessRegistry, []string{c.of.Name})
	if err != nil {
		return unread(err)
	}
	return c.compare(snapshot.Block, reading.Flags[0].Strict, outcomeSet)
}

// compare holds what was read against what was asked for.
func (c *change) compare(at onchain.Block, strict bool, outcome string) error {
	c.result.read(at, strict)
	if strict != c.isStrict {
		c.result.Outcome = outcomeDiffers
		return refusal{fmt.Errorf("the transaction has succeeded, and in its block %d the flag of %s is %s: somebody else has set it, or the contract is no strictness registry",
			at.Number, c.of.Name, flagName(strict))}
	}
	c.result.Outcome = outcome
	if outcome == outcomeSet {
		c.say("%s is %s on %s", c.of.Name, c.to, c.network.Name)
	}
	return nil
}

// dialSender connects for sending. Endpoints are asked one after the other: they do not agree on what is pending, nor on how a receipt is written.
func (c *change) dialSender(ctx context.Context) (sending.Node, error) {
	single := c.nodes
	single.quorum = 1
	return single.dial(c.cl.getenv)(ctx, c.network)
}

// A patientNode connects again when a node has not answered: a client gives up on an endpoint that has failed often, and a wait is long.
type patientNode struct {
	dial func(context.Context) (sending.Node, error)
	node sending.Node
}

// Batch asks what the node is asked.
func (p *patientNode) Batch(ctx context.Context, requests []onchain.Request) []onchain.Reply {
	replies := make([]onchain.Reply, len(requests))
	if p.node == nil {
		node, err := p.dial(ctx)
		if err != nil {
			for i := range replies {
				replies[i].Err = err
			}
			return replies
		}
		p.node = node
	}
	replies = p.node.Batch(ctx, requests)
	for _, reply := range replies {
		if transport := (*onchain.TransportError)(nil); errors.As(reply.Err, &transport) {
			p.node = nil
		}
	}
	return replies
}
