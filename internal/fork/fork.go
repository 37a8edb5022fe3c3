package fork

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/params"

	"github.com/compatlint/compatlint/internal/onchain"
)

// Variable names the environment variable that may hold the path of anvil.
const Variable = "COMPATLINT_ANVIL"

// Options are those of Start.
type Options struct {
	Program string          // of anvil: a path, or a name that is looked for in PATH; by default what Variable says, and then "anvil"
	Client  *onchain.Client // of the live network
	ChainID uint64          // of both
	Block   string          // where the fork begins: a number, "latest" (the default), "safe" or "finalized"
	Args    []string        // more arguments of anvil
}

// startTime is how long anvil may take until it listens. It asks the live network for a block before.
const startTime = 2 * time.Minute

// A Fork is a running anvil. It ends with Close, with the context of Start, and with this process.
type Fork struct {
	URL   string        // of the fork, on this machine
	Block onchain.Block // of the live network, where the fork begins

	snapshot  *onchain.Snapshot
	forwarder *forwarder
	process   *process
	folder    string
	rpc       *onchain.Client
	detach    func() bool // from the context
	once      sync.Once
}

// Start forks a live network at one of its blocks. The fork has the chain id of the live network, no accounts with funds, and mines a block
// for every transaction.
func Start(ctx context.Context, o Options) (*Fork, error) {
	program, err := find(o.Program)
	if err != nil {
		return nil, err
	}
	if o.Block == "" {
		o.Block = "latest"
	}
	f := &Fork{}
	if err := f.start(ctx, program, o); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// start does what Start does. Close takes back what has been done when it fails.
func (f *Fork) start(ctx context.Context, program string, o Options) (err error) {
	if f.snapshot, err = o.Client.Pin(ctx, o.Block); err != nil {
		return err
	}
	f.Block = f.snapshot.Block
	if f.forwarder, err = newForwarder(o.Client); err != nil {
		return err
	}
	if f.folder, err = os.MkdirTemp("", "compatctl-fork-"); err != nil {
		return err
	}
	if err = f.launch(ctx, program, o); err != nil {
		return err
	}
	f.detach = context.AfterFunc(ctx, f.process.stop)
	f.rpc, err = onchain.Dial(ctx, onchain.Options{URLs: []string{f.URL}, Source: "the fork", ChainID: o.ChainID})
	return err
}

// find returns the absolute path of anvil: it is run in another folder.
func find(program string) (string, error) {
	if program == "" {
		program = os.Getenv(Variable)
	}
	if program == "" {
		program = "anvil"
	}
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("a fork needs anvil, and %q cannot be run: install it with npm install -g @foundry-rs/anvil, or with foundryup; "+
			"where it is not in PATH, name it in %s", program, Variable)
	}
	return filepath.Abs(path)
}

// launch runs anvil until it listens.
func (f *Fork) launch(ctx context.Context, program string, o Options) error {
	args := append([]string{
		"--host", "127.0.0.1", "--port", "0", "--no-cors", "--accounts", "0", "--chain-id", strconv.FormatUint(o.ChainID, 10),
		"--fork-url", f.forwarder.url, "--fork-block-number", strconv.FormatUint(f.Block.Number, 10), "--no-storage-caching",
		"--no-rate-limit", "--retries", "0", "--timeout", "600000", // the forwarder has limits and retries of its own
	}, o.Args...)
	var err error
	if f.process, err = startProcess(program, f.folder, args); err != nil {
		return fmt.Errorf("run anvil: %w", err)
	}
	timer := time.NewTimer(startTime)
	defer timer.Stop()
	select {
	case address := <-f.process.listening:
		f.URL = "http://" + address
		return nil
	case <-f.process.done:
		if err := f.forwarder.err(); err != nil {
			return fmt.Errorf("anvil has not started: %w", err)
		}
		return fmt.Errorf("anvil has not started: %s", f.process.lastWords())
	case <-timer.C:
		return fmt.Errorf("anvil did not listen within %s", startTime)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Done is closed when anvil has ended.
func (f *Fork) Done() <-chan struct{} { return f.process.done }

// Err says why what was seen on the fork may not be what the live network has: a request had no answer, the block where the fork begins is
// not part of the chain any more, or anvil has ended. Ask before Close.
func (f *Fork) Err(ctx context.Context) error {
	select {
	case <-f.process.done:
		return errors.Join(f.forwarder.err(), fmt.Errorf("anvil has ended: %s", f.process.lastWords()))
	default:
	}
	if err := f.forwarder.err(); err != nil {
		return err
	}
	return f.snapshot.Verify(ctx)
}

// Close ends anvil and what belongs to it. It may be called more than once.
func (f *Fork) Close() error {
	var errs []error
	f.once.Do(func() {
		if f.detach != nil {
			f.detach()
		}
		if f.forwarder != nil {
			errs = append(errs, f.forwarder.close())
		}
		if f.process != nil {
			f.process.stop()
		}
		if f.folder != "" {
			errs = append(errs, os.RemoveAll(f.folder))
		}
		if f.snapshot != nil {
			f.snapshot.Close()
		}
	})
	return errors.Join(errs...)
}

// Impersonate lets transactions be sent from an address without its key, and gives it what it may need for gas.
func (f *Fork) Impersonate(ctx context.Context, address common.Address) error {
	funds := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	for _, request := range []onchain.Request{
		{Method: "anvil_impersonateAccount", Params: []any{address}},
		{Method: "anvil_setBalance", Params: []any{address, (*hexutil.Big)(funds)}},
	} {
		if reply := f.rpc.Forward(ctx, request); reply.Err != nil {
			return fmt.Errorf("impersonate %s: %w", address, reply.Err)
		}
	}
	return nil
}
