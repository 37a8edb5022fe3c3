package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/peterbourgon/ff/v3/ffcli"
	"golang.org/x/term"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/cli"
	"github.com/compatlint/compatlint/internal/fork"
)

const forkHelp = `
fork starts anvil as a fork of a network, at one block, and runs a command against it.
The command finds the URL of the fork where it would find that of the network: in the
variable that rpc_env names, and in COMPATCTL_FORK_URL and ETH_RPC_URL. What it does
stays on the fork. Without a command the fork is served, and its URL printed, until
fork is interrupted.

Anvil never learns the URL of the network: it reads through compatctl, which passes on
nothing that writes. It comes with npm install -g @foundry-rs/anvil, or with foundryup.

Examples:
  compatctl fork -network sepolia -- ./upgrade-and-check.sh
  compatctl fork -network sepolia -block finalized

Exit codes: that of the command, 128 and the signal's number if one has ended it; 2 if
the fork could not be started, and if the network did not answer or was reorganised, so
that the command may have seen what is not deployed.
`

// forkURLVariables hold the URL of the fork for a command, besides that of the network's rpc_env. The second is what cast and forge read:
// a command that forgets to name a URL must not reach another chain.
var forkURLVariables = []string{"COMPATCTL_FORK_URL", "ETH_RPC_URL"}

// forking are the flags of fork.
type forking struct {
	shared
	nodes
	anvil string
}

func (f *forking) register(fs *flag.FlagSet) {
	f.shared.register(fs)
	f.nodes.registerPlace(fs)
	f.nodes.registerEndpoints(fs)
	fs.Lookup("network").Usage = "fork `NETWORK` of the registry (default: the only one)"
	fs.Lookup("block").Usage = "begin the fork at `BLOCK`: a number, latest, safe or finalized"
	fs.StringVar(&f.anvil, "anvil", "", "run anvil from `PATH` (default: what "+fork.Variable+" says, else the one in PATH)")
}

// commandEnded is the exit code of a command, and ends fork with it.
type commandEnded int

func (e commandEnded) Error() string {
	return fmt.Sprintf("the command ended with exit code %d", int(e))
}

func (cl *commandLine) forkCommand() *ffcli.Command {
	var f forking
	fs := flag.NewFlagSet("fork", flag.ContinueOnError)
	f.register(fs)
	c := cl.command("fork", "compatctl fork [flags] [-- COMMAND [ARGUMENTS]]", "run a command against a fork of a network", forkHelp, fs, nil)
	c.Exec = func(ctx context.Context, args []string) error {
		if err := f.valid(); err != nil {
			return &cli.UsageError{Err: err, Command: c}
		}
		return cl.fork(ctx, &f, args)
	}
	return c
}

func (cl *commandLine) fork(ctx context.Context, f *forking, args []string) error {
	registry, err := cl.load(&f.shared)
	if err != nil {
		return err
	}
	networks, err := f.choose(registry)
	switch {
	case err != nil:
		return err
	case len(networks) > 1:
		return errors.New("-network: a fork is of one network")
	}
	if len(args) > 0 {
		if args[0], err = exec.LookPath(args[0]); err != nil {
			return fmt.Errorf("the command cannot be run: %w", err)
		}
	}
	// Interrupts end the start. Afterwards it is the command that they end, and the fork stays until then.
	lifetime, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	started := context.AfterFunc(ctx, end)
	running, err := cl.startFork(lifetime, f, networks[0])
	if err != nil {
		return err
	}
	started()
	err = cl.useFork(ctx, running, networks[0], args)
	if problem := running.Close(); problem != nil {
		fmt.Fprintf(cl.stderr, "compatctl: end the fork: %v\n", problem)
	}
	return err
}

// startFork connects to the network, forks it, and says what it has done.
func (cl *commandLine) startFork(ctx context.Context, f *forking, network *compatregistry.Network) (*fork.Fork, error) {
	client, err := f.dial(cl.getenv)(ctx, network)
	if err != nil {
		return nil, err
	}
	for _, warning := range client.Warnings() {
		fmt.Fprintf(cl.stderr, "compatctl: %s: %s\n", network.Name, warning)
	}
	program := f.anvil
	if program == "" {
		program = cl.getenv(fork.Variable)
	}
	running, err := fork.Start(ctx, fork.Options{Program: program, Client: client, ChainID: network.ChainID, Block: f.block})
	if err != nil {
		return nil, fmt.Errorf("fork %s: %w", network.Name, err)
	}
	fmt.Fprintf(cl.stderr, "compatctl: forked %s (chain %d) at block %d %s\n",
		network.Name, network.ChainID, running.Block.Number, running.Block.Hash)
	return running, nil
}

// useFork runs the command against the fork, or serves the fork until the context is done.
func (cl *commandLine) useFork(ctx context.Context, running *fork.Fork, network *compatregistry.Network, args []string) error {
	if len(args) == 0 {
		fmt.Fprintln(cl.stdout, running.URL)
		fmt.Fprintln(cl.stderr, "compatctl: the fork is served until this is interrupted")
		select {
		case <-ctx.Done():
			return nil
		case <-running.Done():
			return running.Err(ctx)
		}
	}
	code, err := cl.runCommand(args, forkEnvironment(running.URL, network))
	if err != nil {
		return fmt.Errorf("the command cannot be run: %w", err)
	}
	if code > signalled {
		return commandEnded(code)
	}
	if err := running.Err(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("the command ended with exit code %d, but it may have seen what is not deployed: %w", code, err)
	}
	return commandEnded(code)
}

// forkEnvironment is that of this process with the URL of the fork for those of the network.
func forkEnvironment(url string, network *compatregistry.Network) []string {
	environment := os.Environ()
	for _, name := range append([]string{network.RPCEnv}, forkURLVariables...) {
		if name != "" {
			environment = append(environment, name+"="+url) // the last of several counts
		}
	}
	return environment
}

// signalled is added to the number of a signal that has ended a command, as in a shell.
const signalled = 128

// runCommand runs a command with the streams of this process and returns its exit code.
func (cl *commandLine) runCommand(args, environment []string) (int, error) {
	command := exec.Command(args[0], args[1:]...)
	command.Env = environment
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, cl.stdout, cl.stderr
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	if err := command.Start(); err != nil {
		return 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	for {
		select {
		case s := <-signals:
			// The terminal sends an interrupt to the command as well.
			if s != os.Interrupt || !term.IsTerminal(int(os.Stdin.Fd())) {
				_ = command.Process.Signal(s) // it may have ended
			}
		case err := <-ended:
			return exitCodeOf(command.ProcessState, err)
		}
	}
}

// exitCodeOf is the exit code of a command as a shell has it.
func exitCodeOf(state *os.ProcessState, err error) (int, error) {
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 0, err
	}
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return signalled + int(status.Signal()), nil
	}
	return state.ExitCode(), nil
}
