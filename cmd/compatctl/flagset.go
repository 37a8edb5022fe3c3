package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/sending"
	"github.com/compatlint/compatlint/internal/strictness"
)

const flagSetHelp = `
flag set makes a feature strict on one network, or permissive again. It checks first that it
can, shows who would break, asks, signs, sends, waits, and reads the flag back.

Keys never go on the command line. One of these signs:
  -keystore FILE       a keystore file of geth, clef or Foundry; or a folder, with -from
  -clef ENDPOINT       clef, or another signer with its protocol: for hardware wallets too
  -safe ADDRESS        a Safe multisig: writes a file for the Transaction Builder of its app

Examples:
  compatctl flag set -network sepolia -feature policy_code_hash -to strict -dry-run
                                          rehearse it on a fork: nothing is sent
  compatctl flag set -network sepolia -feature policy_code_hash -to strict -keystore key.json
  compatctl flag set -network sepolia -feature policy_code_hash -to strict \
      -clef http://localhost:8550 -from 0x…
  compatctl flag set -network mainnet -feature policy_code_hash -to strict \
      -safe 0x… -out strict.json
  compatctl flag set -network sepolia -feature policy_code_hash -to permissive \
      -keystore key.json -password-file password.txt -yes       in a script

Exit codes: 0 the flag has the value (with -safe: the file was written; with -dry-run: it
would have it); 1 the chain refuses, or the flag reads differently afterwards; 2 nothing was
sent, or what became of it is not known: compatctl flag get tells later.
`

// setting has the flags of flag set.
type setting struct {
	shared
	nodes
	feature, to                              string
	keystore, passwordFile, clef, safe, from string
	format, out, maxFee                      string
	yes, force, noPreview, dryRun            bool
	confirmations                            uint64
	wait                                     time.Duration
	isStrict                                 bool           // what -to says
	fromAddress, safeAddress                 common.Address // what -from and -safe say
	feeLimit                                 *big.Int       // what -max-fee says, in wei
}

func (s *setting) register(fs *flag.FlagSet) {
	s.shared.register(fs)
	s.registerEndpoints(fs)
	s.registerLimits(fs)
	s.block = "latest"
	fs.StringVar(&s.networks, "network", "", "set the flag on `NETWORK` of the registry (default: the only one)")
	fs.StringVar(&s.feature, "feature", "", "set the flag of `FEATURE`")
	fs.StringVar(&s.to, "to", "", "what the flag is to be: `strict|permissive`")
	fs.StringVar(&s.keystore, "keystore", "", "sign with the key in the keystore `FILE`, or with that of -from in a folder")
	fs.StringVar(&s.passwordFile, "password-file", "", "read the password of the keystore from `FILE`, which nobody else may read (default: ask)")
	fs.StringVar(&s.clef, "clef", "", "let the external signer at `ENDPOINT` sign: an http URL, or the path of its socket")
	fs.StringVar(&s.from, "from", "", "send from `ADDRESS`, an account of -keystore or -clef")
	fs.StringVar(&s.safe, "safe", "", "propose the transaction to the Safe at `ADDRESS`: write it to -out and send nothing")
	fs.StringVar(&s.out, "out", "", "write the file for the Safe to `FILE`")
	fs.StringVar(&s.format, "format", "text", "print `FORMAT`: "+strings.Join(setFormats, ", "))
	fs.StringVar(&s.maxFee, "max-fee", "200", "pay at most `GWEI` for a unit of gas, the tip included")
	fs.Uint64Var(&s.confirmations, "confirmations", 1, "wait until `N` blocks have the transaction below them, its own included")
	fs.DurationVar(&s.wait, "wait", 5*time.Minute, "wait `DURATION` for the transaction to be mined and confirmed")
	fs.BoolVar(&s.yes, "yes", false, "do not ask")
	fs.BoolVar(&s.force, "force", false, "make the feature strict although it is not known who would break")
	fs.BoolVar(&s.noPreview, "no-preview", false, "do not look for who would break")
	fs.BoolVar(&s.dryRun, "dry-run", false, "do it on a fork of the network, which needs anvil, and say what would happen")
}

// setFormats are those of flag set.
var setFormats = []string{"text", "json"}

func (cl *commandLine) flagSetCommand() *ffcli.Command {
	var s setting
	fs := flag.NewFlagSet("set", flag.ContinueOnError)
	s.register(fs)
	var c *ffcli.Command
	exec := func(ctx context.Context, args []string) error {
		if err := s.valid(args); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return cl.flagSet(ctx, &s)
	}
	c = cl.command("set", "compatctl flag set -network NETWORK -feature FEATURE -to strict|permissive [flags]",
		"make a feature strict, or permissive again", flagSetHelp, fs, exec)
	return c
}

func (s *setting) valid(args []string) error {
	switch {
	case len(args) > 0:
		return errors.New("flag set takes no arguments, and there is one")
	case s.feature == "":
		return errors.New("-feature is needed: the name of one feature")
	case s.to == "":
		return errors.New("-to is needed: strict or permissive")
	case s.to != strictness.FlagStrict && s.to != strictness.FlagPermissive:
		return fmt.Errorf("-to %q: a flag is strict or permissive", s.to)
	case !slices.Contains(setFormats, s.format):
		return fmt.Errorf("-format %q: the formats are %s", s.format, strings.Join(setFormats, ", "))
	case s.confirmations == 0:
		return errors.New("-confirmations 0: the block of the transaction is the first")
	case s.wait <= 0:
		return fmt.Errorf("-wait %s: there must be some time to wait", s.wait)
	}
	s.isStrict = s.to == strictness.FlagStrict
	var err error
	if s.feeLimit, err = sending.ParseGwei(s.maxFee); err != nil {
		return fmt.Errorf("-max-fee: %w", err)
	}
	if err := s.validSender(); err != nil {
		return err
	}
	return s.nodes.valid()
}

// validSender checks what says who signs.
func (s *setting) validSender() (err error) {
	given := 0
	for _, value := range []string{s.keystore, s.clef, s.safe} {
		if value != "" {
			given++
		}
	}
	switch {
	case given > 1:
		return errors.New("-keystore, -clef and -safe are three ways to sign: choose one")
	case given == 0 && !s.dryRun:
		return errors.New("who signs? Name a keystore file with -keystore, an external signer with -clef, or a multisig with -safe")
	case s.clef != "" && s.from == "":
		return errors.New("-clef needs -from: the account that signs")
	case s.passwordFile != "" && s.keystore == "":
		return errors.New("-password-file is for -keystore")
	case s.safe != "" && s.from != "":
		return errors.New("-from is for -keystore and -clef: what -safe proposes is sent from the Safe")
	case s.out != "" && s.safe == "":
		return errors.New("-out is the file for -safe")
	case s.safe != "" && s.out == "" && !s.dryRun:
		return errors.New("-safe needs -out: the file to write")
	}
	if s.fromAddress, err = parseAddress("-from", s.from); err != nil {
		return err
	}
	s.safeAddress, err = parseAddress("-safe", s.safe)
	return err
}

// parseAddress reads an address; none is zero. One with upper and lower case letters has a checksum in them.
func parseAddress(name, text string) (common.Address, error) {
	address, err := common.Address{}, error(nil)
	switch {
	case text == "":
	case !common.IsHexAddress(text) || !strings.HasPrefix(text, "0x"):
		err = fmt.Errorf("%s: this is no address: it is 0x and 40 hex digits", name)
	default:
		address = common.HexToAddress(text)
		if digits := text[2:]; digits != strings.ToLower(digits) && digits != strings.ToUpper(digits) && address.Hex() != text {
			err = fmt.Errorf("%s %s: its checksum is wrong, one of the digits is not what it was", name, text)
		}
		if address == (common.Address{}) {
			err = fmt.Errorf("%s: the zero address is nobody's", name)
		}
	}
	return address, err
}
