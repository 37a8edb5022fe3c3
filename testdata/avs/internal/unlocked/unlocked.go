// Package unlocked sends transactions of accounts whose keys the node has, or needs not: those of a development chain, and on a fork
// everybody's. No service has such accounts; this is for what surrounds the pre-deploy gate.
package unlocked

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/contracts"
)

// Account is an account of a chain.
type Account struct {
	Client  *ethclient.Client
	Address common.Address
}

// Impersonate has a fork take transactions of the account, and pays for them.
func (a Account) Impersonate(ctx context.Context) error {
	if err := a.Client.Client().CallContext(ctx, nil, "anvil_impersonateAccount", a.Address); err != nil {
		return fmt.Errorf("impersonate %s: %w", a.Address, err)
	}
	return Pay(ctx, a.Client, a.Address)
}

// Pay has a fork give 100 ether to an account.
func Pay(ctx context.Context, client *ethclient.Client, to common.Address) error {
	funds := hexutil.MustDecodeBig("0x56bc75e2d63100000")
	if err := client.Client().CallContext(ctx, nil, "anvil_setBalance", to, (*hexutil.Big)(funds)); err != nil {
		return fmt.Errorf("pay %s: %w", to, err)
	}
	return nil
}

// Deploy deploys a contract of the example.
func (a Account) Deploy(ctx context.Context, name string) (common.Address, error) {
	artifact, err := contracts.Load(name)
	if err != nil {
		return common.Address{}, err
	}
	return a.Create(ctx, name, common.FromHex(artifact.Bytecode))
}

// Create runs creation code.
func (a Account) Create(ctx context.Context, name string, code []byte) (common.Address, error) {
	receipt, err := a.send(ctx, nil, code)
	if err != nil {
		return common.Address{}, fmt.Errorf("deploy %s: %w", name, err)
	}
	return receipt.ContractAddress, nil
}

// Send calls a contract with calldata.
func (a Account) Send(ctx context.Context, to common.Address, data []byte) error {
	_, err := a.send(ctx, &to, data)
	return err
}

// send sends a transaction and waits for it.
func (a Account) send(ctx context.Context, to *common.Address, data []byte) (*types.Receipt, error) {
	message := map[string]any{"from": a.Address, "data": hexutil.Bytes(data)}
	if to != nil {
		message["to"] = *to
	}
	var hash common.Hash
	if err := a.Client.Client().CallContext(ctx, &hash, "eth_sendTransaction", message); err != nil {
		return nil, err
	}
	receipt, err := bind.WaitMinedHash(ctx, a.Client, hash)
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("transaction %s failed", hash)
	}
	return receipt, nil
}
