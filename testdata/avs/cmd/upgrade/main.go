// Command upgrade upgrades policies to the current implementation on a fork, as their owner will on the live network.
//
//	upgrade OWNER PROXY…
//
// It is what the pre-deploy gate applies before it looks. The owner's key is not needed: on a fork anybody can be impersonated. So it takes
// the URL from COMPATCTL_FORK_URL only, which compatctl fork sets; it cannot reach a live network by mistake.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/internal/unlocked"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Getenv("COMPATCTL_FORK_URL"), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "upgrade:", err)
		os.Exit(1)
	}
}

// run upgrades the proxies in the name of their owner.
func run(ctx context.Context, url string, args []string) error {
	addresses, err := parse(args)
	if err != nil {
		return err
	}
	if url == "" {
		return errors.New("COMPATCTL_FORK_URL is not set: run this with compatctl fork")
	}
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return fmt.Errorf("dial the fork: %w", err)
	}
	defer client.Close()
	proxies, err := unlocked.LoadProxy()
	if err != nil {
		return err
	}
	owner := unlocked.Account{Client: client, Address: addresses[0]}
	if err := owner.Impersonate(ctx); err != nil {
		return err
	}
	implementation, err := owner.Deploy(ctx, "NewtonPolicy")
	if err != nil {
		return err
	}
	for _, proxy := range addresses[1:] {
		if err := proxies.Upgrade(ctx, owner, proxy, implementation); err != nil {
			return err
		}
		fmt.Printf("upgraded %s to %s\n", proxy, implementation)
	}
	return nil
}

func parse(args []string) ([]common.Address, error) {
	if len(args) < 2 {
		return nil, errors.New("usage: upgrade OWNER PROXY…")
	}
	addresses := make([]common.Address, len(args))
	for i, arg := range args {
		if !common.IsHexAddress(arg) {
			return nil, fmt.Errorf("%q is not an address", arg)
		}
		addresses[i] = common.HexToAddress(arg)
	}
	return addresses, nil
}
