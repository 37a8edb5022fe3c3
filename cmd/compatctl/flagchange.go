package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	bindings "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
	"github.com/compatlint/compatlint/internal/wording"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/sending"
	"github.com/compatlint/compatlint/internal/strictness"
)

// A change is the setting of one flag on one network.
type change struct {
	*setting
	cl       *commandLine
	text     io.Writer // what is for people
	registry *compatregistry.Registry
	network  *compatregistry.Network
	of       *compatregistry.Feature
	signer   *signer

	client   *onchain.Client
	snapshot *onchain.Snapshot
	call     sending.Call
	result   *setResult
}

// A refusal is an error that says what the chain has decided, as opposed to one that leaves it open.
type refusal struct{ error }

// flagSet sets a flag and says what became of it.
func (cl *commandLine) flagSet(ctx context.Context, s *setting) error {
	c, err := cl.newChange(s)
	if err != nil {
		return err
	}
	err = c.do(ctx)
	if c.signer.close != nil {
		c.signer.close()
	}
	if c.snapshot != nil {
		c.snapshot.Close()
	}
	c.result.conclude(err)
	if s.format == "json" {
		if err := writeJSON(cl.stdout, c.result); err != nil {
			return err
		}
	}
	if refused := (refusal{}); errors.As(err, &refused) {
		fmt.Fprintln(cl.stderr, "compatctl: "+printable(err))
		return errFindings
	}
	return err
}

// printable is the text of an error without URLs: one that stands where another argument should is repeated in the error about it.
func printable(err error) string { return wording.WithoutURLs(err.Error()) }

// newChange finds everything that can be found without asking the network.
func (cl *commandLine) newChange(s *setting) (*change, error) {
	c := &change{setting: s, cl: cl, text: cl.stdout}
	if s.format == "json" {
		c.text = cl.stderr
	}
	if err := c.canAsk(); err != nil {
		return nil, err
	}
	var err error
	if c.registry, err = cl.load(&s.shared); err != nil {
		return nil, err
	}
	chosen, err := s.choose(c.registry)
	switch {
	case err != nil:
		return nil, err
	case len(chosen) > 1:
		return nil, errors.New("-network: a flag is set on one network at a time")
	}
	c.network = chosen[0]
	if c.network.StrictnessRegistry == (common.Address{}) {
		return nil, fmt.Errorf("%s has no strictness_registry in compat.yaml: there is no flag to set", c.network.Name)
	}
	if c.of, err = chooseFeature(c.registry, s.feature); err != nil {
		return nil, err
	}
	if c.signer, err = cl.newSigner(s); err != nil {
		return nil, err
	}
	key := strictness.Key(c.of.Name)
	c.call = sending.Call{From: c.signer.address, To: c.network.StrictnessRegistry, Data: contract.PackSetStrictnessFlag(key, s.isStrict)}
	c.result = newSetResult(c)
	return c, nil
}

var contract = bindings.NewStrictnessRegistry()

// canAsk fails where a question would have nobody to answer it, before any work is done.
func (c *change) canAsk() error {
	switch {
	case c.cl.console != nil || c.dryRun:
		return nil
	case !c.yes:
		return errors.New("there is no terminal to ask on: say -yes if the flag is to be set without a question")
	case c.keystore != "" && c.passwordFile == "":
		return errors.New("there is no terminal to ask for the password of the keystore on: name a file with -password-file")
	}
	return nil
}

func (c *change) say(format string, args ...any) { fmt.Fprintf(c.text, format+"\n", args...) }

// warn says what the user should know before it is done.
func (c *change) warn(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	c.result.Warnings = append(c.result.Warnings, text)
	c.say("WARNING: %s", text)
}

// do does it.
func (c *change) do(ctx context.Context) error {
	reading, err := c.look(ctx)
	if err != nil {
		return err
	}
	if reading.Strict == c.isStrict {
		c.result.Outcome = outcomeAlready
		c.say("\n%s is %s on %s already: there is nothing to do", c.of.Name, c.to, c.network.Name)
		return nil
	}
	if err := c.permitted(ctx); err != nil {
		return err
	}
	c.say("%s may set it", c.call.From)
	c.warnOf(reading)
	if err := c.checkSafe(ctx); err != nil {
		return err
	}
	complete, err := c.showPreview(ctx)
	switch {
	case err != nil:
		return err
	case c.dryRun:
		return c.rehearse(ctx)
	case !complete && c.isStrict && !c.force:
		return errors.New("it is not known who would break, so nothing was sent: crawl again, or say -force")
	}
	if err := c.confirm(ctx); err != nil {
		return err
	}
	if c.safe != "" {
		return c.propose()
	}
	return c.send(ctx)
}

// look reads what the chain says now.
func (c *change) look(ctx context.Context) (strictness.Flag, error) {
	ctx, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	var err error
	if c.client, err = c.dial(c.cl.getenv)(ctx, c.network); err != nil {
		return strictness.Flag{}, err
	}
	for _, warning := range c.client.Warnings() {
		fmt.Fprintf(c.cl.stderr, "compatctl: %s: %s\n", c.network.Name, warning)
	}
	if c.snapshot, err = c.client.Pin(ctx, "latest"); err != nil {
		return strictness.Flag{}, err
	}
	at := c.snapshot.Block
	reading, err := strictness.Read(ctx, c.snapshot, c.network.StrictnessRegistry, []string{c.of.Name})
	if err == nil {
		err = strictness.CheckKey(ctx, c.snapshot, c.network.StrictnessRegistry, c.of.Name)
	}
	if err != nil {
		return strictness.Flag{}, err
	}
	flag := reading.Flags[0]
	c.result.read(at, flag.Strict)
	c.say("%s (chain %d) at block %d %s", c.network.Name, c.network.ChainID, at.Number, at.Hash)
	c.say("registry %s, owner %s, admin of the feature %s", c.network.StrictnessRegistry, accountOrNone(reading.Owner), accountOrNone(flag.Admin))
	c.say("%s (key %s) is %s; in compat.yaml its state is %s%s", c.of.Name, strictness.Key(c.of.Name), flagName(flag.Strict), c.of.State, c.until())
	if c.call.From == (common.Address{}) { // of a rehearsal without a sender
		if reading.Owner == nil {
			return flag, errors.New("-from is needed: the registry has no owner() that could be asked who may set its flags")
		}
		c.call.From = *reading.Owner
		c.result.From = reading.Owner
	}
	return flag, nil
}

func (c *change) until() string {
	if c.of.GraceEnd.IsZero() {
		return ""
	}
	return ", its grace_end " + c.of.GraceEnd.String()
}

func accountOrNone(address *common.Address) string {
	if address == nil {
		return "none"
	}
	return address.Hex()
}

func flagName(strict bool) string {
	if strict {
		return strictness.FlagStrict
	}
	return strictness.FlagPermissive
}

// permitted asks the chain what would become of the transaction.
func (c *change) permitted(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	_, err := c.snapshot.Call(ctx, c.call.From, c.call.To, c.call.Data)
	var revert *onchain.Revert
	if errors.As(err, &revert) {
		return refusal{fmt.Errorf("the registry refuses a call of setStrictnessFlag by %s: %s", c.call.From, strictness.Explain(revert))}
	}
	return err
}

// warnOf says what is unusual about the change.
func (c *change) warnOf(flag strictness.Flag) {
	if c.isStrict && c.snapshot.Block.Time < flag.PromisedEnd {
		c.warn("the chain promises that legacy is served until %s. This ends the window before its time, and everybody can see it in the event GraceEndedEarly",
			strictness.Moment(flag.PromisedEnd))
	}
	switch needsGuard := c.of.NeedsGuard(); {
	case c.of.State == compatregistry.Retired:
		c.warn("the feature is retired in compat.yaml: services do not ask for its flag any more")
	case c.of.GraceEnd.IsZero():
		c.warn("the contracts of the feature are lockstep: services do not ask for its flag")
	case c.isStrict && needsGuard && !grace.Expired(c.day, c.of.GraceEnd):
		c.warn("compat.yaml says that legacy is served until %s. Services refuse it as soon as they see the flag; then make the state strict there", c.of.GraceEnd)
	case c.isStrict && needsGuard:
		c.say("afterwards make the state strict in compat.yaml")
	case !c.isStrict && !needsGuard:
		c.warn("the state is strict in compat.yaml: code may call the new functions without a guard, and such code fails on legacy whatever the flag says")
	}
}

// checkSafe warns of a Safe that is not on this chain: the same address may be a Safe on another one only.
func (c *change) checkSafe(ctx context.Context) error {
	if c.safe == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, c.maxTime)
	defer cancel()
	code, err := c.snapshot.Code(ctx, c.safeAddress)
	if err == nil && len(code) == 0 {
		c.warn("there is no contract at %s on this chain: is the Safe on another one?", c.safeAddress)
	}
	return err
}

// confirm asks the user to type the name of the feature.
func (c *change) confirm(ctx context.Context) error {
	if c.yes {
		return nil
	}
	consequence := ""
	if p := c.result.Preview; c.isStrict && p != nil && p.Legacy > 0 {
		consequence = fmt.Sprintf(": services refuse %d of %d deployments from then on", p.Legacy, p.Total)
	}
	fmt.Fprintf(c.cl.stderr, "\nThis makes %s %s on %s (chain %d)%s.\n", c.of.Name, c.to, c.network.Name, c.network.ChainID, consequence)
	typed, err := c.cl.console.Ask(ctx, "Type the name of the feature to go on: ")
	switch {
	case errors.Is(err, errInterrupted):
		return err
	case trimmed(typed) != c.of.Name:
		return errors.New("this is not the name of the feature: nothing was sent")
	}
	return nil
}
