// Package signing signs transactions: with a key of a keystore file, or by way of an external signer such as clef, which has keys and
// hardware wallets of its own. Keys never come from a command line or from the environment.
package signing

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// A Signer signs transactions of one account.
type Signer interface {
	Address() common.Address
	// SignTx returns the transaction with a signature that is valid on the chain. Nothing else of it is changed.
	SignTx(ctx context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// check fails unless signed is the transaction that was asked for, signed by the account.
func check(signed, asked *types.Transaction, account common.Address, chainID *big.Int) error {
	if signed == nil {
		return errors.New("the signer answers without a transaction")
	}
	rules := types.LatestSignerForChainID(chainID)
	if signed.ChainId().Cmp(asked.ChainId()) != 0 || rules.Hash(signed) != rules.Hash(asked) { // whose hashes are for the chain of the rules
		return fmt.Errorf("the signer has changed the transaction%s: nothing was sent, sign it as it is", difference(signed, asked))
	}
	sender, err := types.Sender(rules, signed)
	switch {
	case err != nil:
		return errors.New("the signer answers with a signature that is not valid")
	case sender != account:
		return fmt.Errorf("the signer has signed as %s and not as %s", sender, account)
	}
	return nil
}

// difference names what a signer has changed.
func difference(signed, asked *types.Transaction) string {
	switch {
	case signed.Type() != asked.Type():
		return " (its type)"
	case signed.ChainId().Cmp(asked.ChainId()) != 0:
		return " (its chain id)"
	case signed.Nonce() != asked.Nonce():
		return fmt.Sprintf(" (its nonce, from %d to %d)", asked.Nonce(), signed.Nonce())
	case signed.Gas() != asked.Gas():
		return fmt.Sprintf(" (its gas limit, from %d to %d)", asked.Gas(), signed.Gas())
	case signed.GasFeeCap().Cmp(asked.GasFeeCap()) != 0 || signed.GasTipCap().Cmp(asked.GasTipCap()) != 0:
		return " (its fees)"
	case signed.To() == nil || asked.To() == nil || *signed.To() != *asked.To():
		return " (its recipient)"
	}
	return " (its data or value)"
}
