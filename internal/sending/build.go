package sending

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/compatlint/compatlint/internal/onchain"
)

// maxGas is more than setting a flag costs on any chain, with the data fees that some put into the gas.
const maxGas = 5_000_000

// fallbackTip is offered where the node does not know eth_maxPriorityFeePerGas.
var fallbackTip = big.NewInt(params.GWei)

// Build makes an EIP-1559 transaction of the call, with the next nonce of the account and with the gas and fees that the node names. It pays at
// most maxFee a unit of gas. The error is a *RevertError if the transaction would fail.
func Build(ctx context.Context, node Node, chainID *big.Int, call Call, maxFee *big.Int) (*types.Transaction, error) {
	replies := node.Batch(ctx, []onchain.Request{
		request("eth_estimateGas", call.message()),
		request("eth_getTransactionCount", call.From, "pending"),
		request("eth_getBlockByNumber", "latest", false),
		request("eth_maxPriorityFeePerGas"),
		request("eth_getBalance", call.From, "latest"),
	})
	gas, err := estimated(replies[0])
	if err != nil {
		return nil, err
	}
	var nonce hexutil.Uint64
	if err := decode(replies[1], "the nonce of "+call.From.Hex(), &nonce); err != nil {
		return nil, err
	}
	tip, fee, err := fees(replies[2], replies[3], maxFee)
	if err != nil {
		return nil, err
	}
	var balance hexutil.Big
	if err := decode(replies[4], "the balance of "+call.From.Hex(), &balance); err != nil {
		return nil, err
	}
	if cost := new(big.Int).Mul(fee, new(big.Int).SetUint64(gas)); balance.ToInt().Cmp(cost) < 0 {
		return nil, fmt.Errorf("%s has %s, and the transaction may cost up to %s", call.From, Ether(balance.ToInt()), Ether(cost))
	}
	return types.NewTx(&types.DynamicFeeTx{
		ChainID: chainID, Nonce: uint64(nonce), GasTipCap: tip, GasFeeCap: fee, Gas: gas, To: &call.To, Value: new(big.Int), Data: call.Data,
	}), nil
}

// estimated is the gas that the node has estimated and a quarter more: what a call needs changes with the state.
func estimated(reply onchain.Reply) (uint64, error) {
	if revert := reverted(reply.Err); revert != nil {
		return 0, &RevertError{revert}
	}
	var gas hexutil.Uint64
	if err := decode(reply, "the gas that the transaction needs", &gas); err != nil {
		return 0, err
	}
	if gas > maxGas {
		return 0, fmt.Errorf("the node says that the transaction needs %d gas: setting a flag does not", uint64(gas))
	}
	return uint64(gas) + uint64(gas)/4, nil
}

// fees are what to offer: twice the base fee of the newest block, which six full blocks in a row reach, and the tip on top.
func fees(block, tipReply onchain.Reply, maxFee *big.Int) (tip, fee *big.Int, err error) {
	var header struct {
		BaseFee *hexutil.Big `json:"baseFeePerGas"`
	}
	if err := decode(block, "the newest block", &header); err != nil {
		return nil, nil, err
	}
	if header.BaseFee == nil {
		return nil, nil, errors.New("the chain has no base fee: EIP-1559 transactions are not possible there")
	}
	base := header.BaseFee.ToInt()
	tip, err = suggestedTip(tipReply)
	if err != nil {
		return nil, nil, err
	}
	least := new(big.Int).Add(base, tip)
	if least.Cmp(maxFee) > 0 {
		return nil, nil, fmt.Errorf("a unit of gas costs %s now (%s base fee, %s tip), and -max-fee is %s: wait, or raise it",
			Gwei(least), Gwei(base), Gwei(tip), Gwei(maxFee))
	}
	fee = new(big.Int).Add(least, base)
	if fee.Cmp(maxFee) > 0 {
		fee = new(big.Int).Set(maxFee)
	}
	return tip, fee, nil
}

func suggestedTip(reply onchain.Reply) (*big.Int, error) {
	var answered *onchain.RPCError
	if errors.As(reply.Err, &answered) {
		return new(big.Int).Set(fallbackTip), nil
	}
	var tip hexutil.Big
	if err := decode(reply, "the tip that the node suggests", &tip); err != nil {
		return nil, err
	}
	return tip.ToInt(), nil
}

// Cost is what a transaction costs at most.
func Cost(tx *types.Transaction) *big.Int {
	return new(big.Int).Mul(tx.GasFeeCap(), new(big.Int).SetUint64(tx.Gas()))
}

// Gwei writes a price of gas.
func Gwei(wei *big.Int) string { return decimal(wei, params.GWei) + " gwei" }

// Ether writes an amount of the chain's currency, which on most chains is ether.
func Ether(wei *big.Int) string { return decimal(wei, params.Ether) + " ether" }

func decimal(wei *big.Int, unit int64) string {
	digits := len(fmt.Sprint(unit)) - 1
	text := new(big.Rat).SetFrac(wei, big.NewInt(unit)).FloatString(digits)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// ParseGwei reads a price of gas in gwei, such as "1.5".
func ParseGwei(text string) (*big.Int, error) {
	price, ok := new(big.Rat).SetString(text)
	if !ok || strings.ContainsAny(text, "/eEpPxX_") || len(text) > 30 {
		return nil, errors.New("a price in gwei is a number such as 30 or 1.5")
	}
	price.Mul(price, big.NewRat(params.GWei, 1))
	if !price.IsInt() || price.Sign() <= 0 {
		return nil, errors.New("a price in gwei is above 0, and has up to nine digits after the point")
	}
	return price.Num(), nil
}
