// Command keeper settles the epochs of vaults.
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
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/keeper/internal/chain"
	"example.com/keeper/internal/settle"
	"example.com/keeper/internal/vaults"
	"github.com/compatlint/compatlint/compat"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "keeper:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	node := flag.String("node", "http://localhost:8545", "the `URL` of a node")
	list := flag.String("vaults", "", "the `addresses` of the vaults, separated by commas")
	keyFile := flag.String("key", "keeper.key", "the `file` that holds the private key")
	every := flag.Duration("every", time.Minute, "how often to look for epochs that are due")
	maxGwei := flag.Int64("max-gwei", 80, "the highest price of gas to pay")
	flag.Parse()

	addresses, err := parse(*list)
	if err != nil {
		return err
	}
	key, err := crypto.LoadECDSA(*keyFile)
	if err != nil {
		return fmt.Errorf("load key: %w", err)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	conn, err := chain.Dial(ctx, *node, new(big.Int).Mul(big.NewInt(*maxGwei), big.NewInt(1e9)), log)
	if err != nil {
		return err
	}
	defer conn.Close()
	gate := &compat.Gate{ChainID: conn.ID.Uint64()}
	reader := vaults.NewReader(conn, gate)
	k := &keeper{reader: reader, settler: settle.New(conn, reader, gate, key, log), vaults: addresses, log: log}
	return k.loop(ctx, *every)
}

func parse(list string) ([]common.Address, error) {
	var addresses []common.Address
	for _, text := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' }) {
		if !common.IsHexAddress(text) {
			return nil, fmt.Errorf("-vaults: %q is not an address", text)
		}
		addresses = append(addresses, common.HexToAddress(text))
	}
	if len(addresses) == 0 {
		return nil, errors.New("-vaults: name at least one vault")
	}
	return addresses, nil
}

type keeper struct {
	reader  *vaults.Reader
	settler *settle.Settler
	vaults  []common.Address
	log     *slog.Logger
}

func (k *keeper) loop(ctx context.Context, every time.Duration) error {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		for _, address := range k.vaults {
			if err := k.keep(ctx, address); err != nil {
				k.log.Error("keeping", "vault", address, "err", err)
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}

func (k *keeper) keep(ctx context.Context, address common.Address) error {
	state, err := k.reader.State(ctx, address, nil)
	if err != nil {
		return err
	}
	for _, epoch := range state.Due() {
		price, err := k.reader.Price(ctx, address, epoch)
		if err != nil {
			return err
		}
		k.log.Info("due", "vault", address, "epoch", epoch, "price", price)
	}
	fees, err := k.reader.Fees(ctx, address)
	if err != nil {
		return err
	}
	k.log.Debug("fees", "vault", address, "fees", fees)
	return k.settler.Settle(ctx, state)
}
