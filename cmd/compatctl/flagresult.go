package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/strictness"
)

// What becomes of a change.
const (
	outcomeAlready  = "already"   // the flag had the value
	outcomeSet      = "set"       // it has the value now
	outcomeWouldSet = "would-set" // it has it on a fork
	outcomeProposed = "proposed"  // the file for the Safe was written
	outcomeRefused  = "refused"   // by the chain: the flag is as it was
	outcomeDiffers  = "differs"   // the transaction was mined, and the flag reads differently
	outcomeNotSent  = "not-sent"
	outcomeUnknown  = "unknown" // the transaction was sent, and what became of it is not known
)

// A setResult is what flag set says in JSON. It is documented in docs/flag.md.
type setResult struct {
	Version     int             `json:"version"` // changes when a field changes its meaning or goes
	Network     string          `json:"network"`
	ChainID     uint64          `json:"chainId"`
	Registry    common.Address  `json:"registry"`
	Feature     string          `json:"feature"`
	Key         common.Hash     `json:"key"`
	To          string          `json:"to"`   // strict or permissive
	From        *common.Address `json:"from"` // null where nobody is known
	Outcome     string          `json:"outcome"`
	Flag        string          `json:"flag"`  // strict, permissive or unknown: what was read last
	Block       *onchain.Block  `json:"block"` // where it was read
	Transaction *common.Hash    `json:"transaction"`
	GasUsed     uint64          `json:"gasUsed,omitempty"`
	Preview     *preview        `json:"preview"` // null where nobody has looked
	Warnings    []string        `json:"warnings"`
	Error       string          `json:"error,omitempty"`
}

func newSetResult(c *change) *setResult {
	r := &setResult{
		Version: 1, Network: c.network.Name, ChainID: c.network.ChainID, Registry: c.network.StrictnessRegistry,
		Feature: c.of.Name, Key: strictness.Key(c.of.Name), To: c.to, Outcome: outcomeNotSent, Flag: strictness.FlagUnknown, Warnings: []string{},
	}
	if c.call.From != (common.Address{}) {
		r.From = &c.call.From
	}
	return r
}

// read notes what the flag is at a block.
func (r *setResult) read(at onchain.Block, strict bool) {
	r.Block, r.Flag = &at, flagName(strict)
}

// conclude notes the error that the command ends with.
func (r *setResult) conclude(err error) {
	if err == nil {
		return
	}
	r.Error = printable(err)
	if refused := (refusal{}); errors.As(err, &refused) && r.Outcome != outcomeDiffers {
		r.Outcome = outcomeRefused
	}
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(value)
}

func trimmed(line string) string { return strings.TrimSpace(line) }
