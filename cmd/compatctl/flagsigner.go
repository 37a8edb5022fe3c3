package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/compatlint/compatlint/internal/signing"
)

// A signer is who sends the transaction.
type signer struct {
	address  common.Address // zero for a rehearsal that names nobody
	keystore *signing.Keystore
	close    func() // nil where there is nothing to close
}

// newSigner finds the sender. Nobody is asked for anything; a password in a file is tried at once, before the work that would be in vain.
func (cl *commandLine) newSigner(s *setting) (*signer, error) {
	switch {
	case s.safe != "":
		return &signer{address: s.safeAddress}, nil
	case s.keystore != "":
		key, err := signing.OpenKeystore(s.keystore, s.fromAddress)
		if err != nil {
			return nil, fmt.Errorf("-keystore: %w", err)
		}
		if s.passwordFile != "" && !s.dryRun {
			password, err := signing.ReadPassword(s.passwordFile)
			if err != nil {
				return nil, fmt.Errorf("-password-file: %w", err)
			}
			if err := key.Unlock(password); err != nil {
				return nil, fmt.Errorf("-password-file: %w", err)
			}
		}
		return &signer{address: key.Address(), keystore: key, close: key.Lock}, nil
	}
	return &signer{address: s.fromAddress}, nil
}

// approvalTime is how long the user of an external signer may think.
const approvalTime = 10 * time.Minute

// sign signs with what the user has named.
func (c *change) sign(ctx context.Context, tx *types.Transaction) (*types.Transaction, error) {
	chainID := new(big.Int).SetUint64(c.network.ChainID)
	if c.signer.keystore != nil {
		return c.signer.keystore.SignTx(ctx, tx, chainID)
	}
	ctx, cancel := context.WithTimeout(ctx, approvalTime)
	defer cancel()
	clef, err := signing.DialClef(ctx, c.clef, c.call.From)
	if err != nil {
		return nil, err
	}
	defer clef.Close()
	clef.Method = "setStrictnessFlag(bytes32,bool)"
	fmt.Fprintln(c.cl.stderr, "compatctl: waiting for the signer to approve the transaction …")
	return clef.SignTx(ctx, tx, chainID)
}

// maxTries is how often a password may be mistyped.
const maxTries = 3

// unlock asks for the password of a keystore, unless a file had it.
func (c *change) unlock(ctx context.Context) error {
	key := c.signer.keystore
	if key == nil || c.passwordFile != "" {
		return nil
	}
	for try := 1; ; try++ {
		password, err := c.cl.console.Password(ctx, fmt.Sprintf("Password of %s: ", key.Address()))
		if err != nil {
			if errors.Is(err, errInterrupted) {
				return err
			}
			return errors.New("the password could not be read: nothing was sent")
		}
		err = key.Unlock(strings.TrimSuffix(password, "\r"))
		if err == nil || try == maxTries {
			return err
		}
		fmt.Fprintln(c.cl.stderr, "compatctl: "+printable(err))
	}
}
