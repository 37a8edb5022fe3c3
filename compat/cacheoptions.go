package compat

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
)

// StrictnessRegistry is the contract that holds the strict flags of one chain, and how it is reached.
type StrictnessRegistry struct {
	// ChainID is the chain that Client is expected to serve. If Client has the method ChainID of ethclient.Client, it
	// is asked now and then, so that a node of another chain is noticed.
	ChainID uint64

	// Address is that of a contract with isStrict(bytes32), such as contracts/StrictnessRegistry.sol.
	Address common.Address

	// Client reads the chain; *ethclient.Client is one.
	Client bind.ContractCaller
}

func (r *StrictnessRegistry) check() error {
	switch {
	case r.ChainID == 0:
		return errors.New("compat: strictness registry without a ChainID: name the chain that Client serves")
	case r.Address == common.Address{}:
		return fmt.Errorf("compat: strictness registry of chain %d: Address is zero", r.ChainID)
	case r.Client == nil:
		return fmt.Errorf("compat: strictness registry of chain %d: Client is nil", r.ChainID)
	}
	return nil
}

// StrictnessOptions are the settings of a [StrictnessCache]. The zero value is good for most services.
type StrictnessOptions struct {
	// Features are read when Run starts. Name all features of the service, so that the first legacy contract that is
	// met finds the flag known, and the gauge is there from the beginning. Other features are read when first asked for.
	Features []Feature

	// Interval is how old a value gets at most before it is read again. The default is 5 minutes. Reads are spread over
	// the last tenth of it, so that many services do not ask at the same moment.
	Interval time.Duration

	// Retry is how long after a failed read the next one follows. It doubles with each failure, up to a minute or to
	// Interval, whichever is shorter. The default is one second.
	Retry time.Duration

	// Timeout ends a read that brings no answer. The default is 5 seconds.
	Timeout time.Duration

	// MaxReads is how many reads run at the same time on one chain. The default is 8.
	MaxReads int

	// MaxFeatures is how many features are kept for one chain. The default is 4096. More are refused: a name that is
	// not a constant is a mistake.
	MaxFeatures int

	// Observer is told of every read. It may be nil.
	Observer CacheObserver

	// Logger gets a warning for every failed read. If it is nil, slog.Default does.
	Logger *slog.Logger
}

const maxRetry = time.Minute

// complete checks the options and fills in the defaults.
func (o *StrictnessOptions) complete() error {
	durations := []struct {
		name  string
		value *time.Duration
		rest  time.Duration
	}{
		{"Interval", &o.Interval, 5 * time.Minute}, {"Retry", &o.Retry, time.Second}, {"Timeout", &o.Timeout, 5 * time.Second},
	}
	for _, d := range durations {
		if *d.value < 0 {
			return fmt.Errorf("compat: StrictnessOptions: %s is negative: %s", d.name, *d.value)
		}
		if *d.value == 0 {
			*d.value = d.rest
		}
	}
	if o.MaxReads < 0 || o.MaxFeatures < 0 {
		return fmt.Errorf("compat: StrictnessOptions: negative limit: MaxReads %d, MaxFeatures %d", o.MaxReads, o.MaxFeatures)
	}
	if o.MaxReads == 0 {
		o.MaxReads = 8
	}
	if o.MaxFeatures == 0 {
		o.MaxFeatures = 4096
	}
	return nil
}

func (o *StrictnessOptions) logger() *slog.Logger {
	if o.Logger == nil {
		return slog.Default()
	}
	return o.Logger
}
