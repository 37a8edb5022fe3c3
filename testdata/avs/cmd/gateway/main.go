// Command gateway serves what the chain knows about policies over HTTP.
//
// It is configured by the environment: AVS_RPC_URL (required), AVS_LISTEN, and AVS_STRICT, the features whose legacy
// contracts are refused. Reading and deciding belong to packages chainio, verify and report; here is the HTTP.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/internal/chainio"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"example.com/avs/internal/verify"
	"github.com/compatlint/compatlint/compat"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Getenv); err != nil {
		fmt.Fprintln(os.Stderr, "gateway:", err)
		os.Exit(1)
	}
}

// run serves until the context is done.
func run(ctx context.Context, getenv func(string) string) error {
	url := getenv("AVS_RPC_URL")
	if url == "" {
		return errors.New("AVS_RPC_URL is not set: give the URL of an Ethereum node")
	}
	if err := flags.Load(getenv("AVS_STRICT")); err != nil {
		return fmt.Errorf("AVS_STRICT: %w", err)
	}
	chain, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return fmt.Errorf("dial the node at AVS_RPC_URL: %w", err)
	}
	defer chain.Close()
	id, err := chain.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("chain id of the node at AVS_RPC_URL: %w", err)
	}
	gate := &compat.Gate{ChainID: id.Uint64(), Strictness: flags.Source{}, Recorder: metrics.Recorder{}}
	s := &server{client: chainio.New(chain), caller: chain, verifier: verify.New(chain, gate), gate: gate}
	s.logStrictness(ctx)
	return serve(ctx, listenAddress(getenv), s.routes())
}

// serve runs the HTTP server until the context is done, and then gives running requests a few seconds.
func serve(ctx context.Context, address string, handler http.Handler) error {
	srv := &http.Server{Addr: address, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	slog.Info("gateway listens", "address", address)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	timeout, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	return srv.Shutdown(timeout)
}

func listenAddress(getenv func(string) string) string {
	if address := getenv("AVS_LISTEN"); address != "" {
		return address
	}
	return "localhost:8080"
}
