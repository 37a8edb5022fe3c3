// Command operator answers the tasks of one TaskManager.
//
// It is configured by the environment: AVS_RPC_URL, AVS_TASK_MANAGER, AVS_CLIENT_REGISTRY, AVS_KEYSTORE (a keystore file)
// and AVS_PASSWORD_FILE are required, AVS_STRICT lists the features whose legacy contracts are refused. What an answer
// holds is decided in packages verify and tasks; here are the configuration and the loop.
package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/signal"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/internal/attest"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"example.com/avs/internal/tasks"
	"github.com/compatlint/compatlint/compat"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Getenv); err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "operator:", err)
		os.Exit(1)
	}
}

// run answers tasks until the context is done.
func run(ctx context.Context, getenv func(string) string) error {
	cfg, err := configFrom(getenv)
	if err != nil {
		return err
	}
	if err := flags.Load(getenv("AVS_STRICT")); err != nil {
		return fmt.Errorf("AVS_STRICT: %w", err)
	}
	chain, err := ethclient.DialContext(ctx, cfg.rpcURL)
	if err != nil {
		return fmt.Errorf("dial the node at AVS_RPC_URL: %w", err)
	}
	defer chain.Close()
	id, err := chain.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("chain id of the node at AVS_RPC_URL: %w", err)
	}
	signer, err := cfg.signer(id)
	if err != nil {
		return err
	}
	gate := &compat.Gate{ChainID: id.Uint64(), Strictness: flags.Source{}, Recorder: metrics.Recorder{}}
	responder, err := tasks.NewResponder(chain, gate, cfg.taskManager, cfg.clientRegistry)
	if err != nil {
		return err
	}
	attester, err := attest.NewSubmitter(chain, gate, cfg.clientRegistry)
	if err != nil {
		return err
	}
	o := &operator{responder: responder, attester: attester, signer: signer}
	return o.loop(ctx)
}

// config is what the environment says.
type config struct {
	rpcURL         string
	taskManager    common.Address
	clientRegistry common.Address
	keystore       string
	passwordFile   string
}

// configFrom reads the configuration; its error names every variable that is missing or malformed.
func configFrom(getenv func(string) string) (config, error) {
	var errs []error
	required := func(name string) string {
		value := getenv(name)
		if value == "" {
			errs = append(errs, fmt.Errorf("%s is not set", name))
		}
		return value
	}
	address := func(name string) common.Address {
		value := required(name)
		if value != "" && !common.IsHexAddress(value) {
			errs = append(errs, fmt.Errorf("%s: %q is not an address", name, value))
		}
		return common.HexToAddress(value)
	}
	cfg := config{
		rpcURL:         required("AVS_RPC_URL"),
		taskManager:    address("AVS_TASK_MANAGER"),
		clientRegistry: address("AVS_CLIENT_REGISTRY"),
		keystore:       required("AVS_KEYSTORE"),
		passwordFile:   required("AVS_PASSWORD_FILE"),
	}
	return cfg, errors.Join(errs...)
}

// signer returns the transaction options that sign with the keystore's key for the chain.
func (c config) signer(chainID *big.Int) (*bind.TransactOpts, error) {
	key, err := os.Open(c.keystore)
	if err != nil {
		return nil, fmt.Errorf("AVS_KEYSTORE: %w", err)
	}
	defer key.Close()
	password, err := os.ReadFile(c.passwordFile)
	if err != nil {
		return nil, fmt.Errorf("AVS_PASSWORD_FILE: %w", err)
	}
	opts, err := bind.NewTransactorWithChainID(key, strings.TrimRight(string(password), "\r\n"), chainID)
	if err != nil {
		return nil, fmt.Errorf("AVS_KEYSTORE: %w", err)
	}
	return opts, nil
}
