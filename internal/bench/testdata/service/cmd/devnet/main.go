// Command devnet runs a chain in memory and mines a block now and then, to try the keeper's account on.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"os/signal"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "devnet:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	rich := flag.String("rich", "", "the `address` of the account that has ether")
	every := flag.Duration("every", 12*time.Second, "how often to mine a block")
	flag.Parse()
	if !common.IsHexAddress(*rich) {
		return fmt.Errorf("-rich: %q is not an address", *rich)
	}
	ether := new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)
	chain := simulated.NewBackend(types.GenesisAlloc{
		common.HexToAddress(*rich): {Balance: new(big.Int).Mul(big.NewInt(1000), ether)},
	})
	defer chain.Close()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(*every):
			slog.Info("mined", "block", chain.Commit())
		}
	}
}
