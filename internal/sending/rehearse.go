package sending

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// SendUnsigned sends the call on a fork that impersonates its sender. The error is a *RevertError if it would revert.
func SendUnsigned(ctx context.Context, fork Node, call Call) (common.Hash, error) {
	gas, err := estimated(ask(ctx, fork, "eth_estimateGas", call.message()))
	if err != nil {
		return common.Hash{}, err
	}
	message := call.message()
	message["gas"] = hexutil.Uint64(gas)
	var hash common.Hash
	err = decode(ask(ctx, fork, "eth_sendTransaction", message), "the hash of the transaction on the fork", &hash)
	return hash, err
}
