// Package courier knows what it costs to hand in a parcel at somebody's depot.
package courier

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/courier/bindings/depot"
)

// Fee asks the depot at the address what a parcel of so many grams costs.
func Fee(ctx context.Context, backend bind.ContractBackend, address common.Address, grams *big.Int) (*big.Int, error) {
	d, err := depot.NewDepot(address, backend)
	if err != nil {
		return nil, err
	}
	return d.FeeFor(&bind.CallOpts{Context: ctx}, grams)
}
