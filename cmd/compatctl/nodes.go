package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
)

// nodes are the flags of the commands that ask nodes.
type nodes struct {
	networks string
	rpc      urls
	block    string
	quorum   int
	rate     float64
	batch    int
	retries  int
	timeout  time.Duration
	maxTime  time.Duration
}

// The limits of a run, where the user sets none.
const (
	defaultBatch   = 100
	defaultMaxTime = 15 * time.Minute
)

func (n *nodes) register(fs *flag.FlagSet) {
	n.registerPlace(fs)
	n.registerEndpoints(fs)
	n.registerLimits(fs)
}

// registerLimits adds the flags of a run that asks many questions.
func (n *nodes) registerLimits(fs *flag.FlagSet) {
	fs.IntVar(&n.batch, "batch", defaultBatch, "put up to `N` calls into one HTTP request")
	fs.DurationVar(&n.maxTime, "max-time", defaultMaxTime, "end after `DURATION`; what is not known by then is inconclusive")
}

// registerPlace adds the flags that say what is read.
func (n *nodes) registerPlace(fs *flag.FlagSet) {
	fs.StringVar(&n.networks, "network", "", "look at `NETWORK` of the registry, or several with commas between them (default: the only one)")
	fs.StringVar(&n.block, "block", "latest", "read everything at `BLOCK`: a number, latest, safe or finalized")
}

// registerEndpoints adds the flags that say how endpoints are asked.
func (n *nodes) registerEndpoints(fs *flag.FlagSet) {
	n.batch, n.maxTime = defaultBatch, defaultMaxTime
	fs.Var(&n.rpc, "rpc", "ask the node at `URL`; may be repeated (default: the URLs in the variable that the network's rpc_env names)")
	fs.IntVar(&n.quorum, "quorum", 1, "believe what `N` endpoints agree on; 1 asks the others only when one fails")
	fs.Float64Var(&n.rate, "rate", 0, "send at most `N` HTTP requests a second to each endpoint; 0 sets no limit")
	fs.IntVar(&n.retries, "retries", 4, "try `N` more times when a request fails")
	fs.DurationVar(&n.timeout, "timeout", 20*time.Second, "wait `DURATION` for one answer")
}

// urls is a flag that may be repeated. Its text is not that of its value, which has keys in it.
type urls []string

func (u *urls) String() string { return "" }

func (u *urls) Set(text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("it is empty")
	}
	*u = append(*u, text)
	return nil
}

func (n *nodes) valid() error {
	switch {
	case n.quorum < 1:
		return fmt.Errorf("-quorum %d: at least one endpoint must agree", n.quorum)
	case n.rate < 0 || n.rate != n.rate:
		return fmt.Errorf("-rate %v: a rate cannot be negative", n.rate)
	case n.batch < 1:
		return fmt.Errorf("-batch %d: a request has at least one call", n.batch)
	case n.retries < 0:
		return fmt.Errorf("-retries %d: the number cannot be negative", n.retries)
	case n.timeout <= 0:
		return fmt.Errorf("-timeout %s: there must be some time to answer", n.timeout)
	case n.maxTime <= 0:
		return fmt.Errorf("-max-time %s: there must be some time to run", n.maxTime)
	}
	if err := onchain.CheckBlock(n.block); err != nil {
		return fmt.Errorf("-block: %w", err)
	}
	return nil
}

// choose returns the networks that the user has named.
func (n *nodes) choose(r *compatregistry.Registry) ([]*compatregistry.Network, error) {
	var names []string
	for _, network := range r.Networks {
		names = append(names, network.Name)
	}
	switch {
	case len(names) == 0:
		return nil, fmt.Errorf("%s has no networks: add them under networks, with chain_id, rpc_env and addresses", r.Path)
	case n.networks == "" && len(names) > 1:
		return nil, fmt.Errorf("-network is needed: one of %s", strings.Join(names, ", "))
	case n.networks == "":
		return r.Networks, nil
	}
	var chosen []*compatregistry.Network
	for _, name := range strings.Split(n.networks, ",") {
		i := slices.Index(names, strings.TrimSpace(name))
		switch {
		case i < 0:
			return nil, fmt.Errorf("-network: the registry has no network %q, it has %s", name, strings.Join(names, ", "))
		case slices.Contains(chosen, r.Networks[i]):
			return nil, fmt.Errorf("-network: %s is named twice", name)
		}
		chosen = append(chosen, r.Networks[i])
	}
	if len(n.rpc) > 0 && len(chosen) > 1 {
		return nil, errors.New("-rpc is for one network: name one with -network, or use the rpc_env of each")
	}
	return chosen, nil
}

// dial connects to a network with the URLs of -rpc, or else of the environment.
func (n *nodes) dial(getenv func(string) string) func(context.Context, *compatregistry.Network) (*onchain.Client, error) {
	return func(ctx context.Context, network *compatregistry.Network) (*onchain.Client, error) {
		options := onchain.Options{
			URLs: n.rpc, Source: "-rpc", ChainID: network.ChainID, Quorum: n.quorum, Timeout: n.timeout, Retries: n.retries,
			Rate: n.rate, BatchSize: n.batch,
		}
		if n.retries == 0 {
			options.Retries = -1
		}
		if len(n.rpc) == 0 {
			if network.RPCEnv == "" {
				return nil, fmt.Errorf("there is no URL for %s: give it rpc_env in the registry, or use -rpc", network.Name)
			}
			options.Source = network.RPCEnv
			options.URLs = strings.FieldsFunc(getenv(network.RPCEnv), func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) })
			if len(options.URLs) == 0 {
				return nil, fmt.Errorf("there is no URL for %s: the environment variable %s is empty", network.Name, network.RPCEnv)
			}
		}
		return onchain.Dial(ctx, options)
	}
}
