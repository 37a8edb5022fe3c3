package compatprobe

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"

	"github.com/compatlint/compatlint/compat"
	"github.com/compatlint/compatlint/selectors"
)

// Chain is what is needed of a node. *ethclient.Client is one.
type Chain interface {
	BlockNumber(ctx context.Context) (uint64, error)
	CodeAt(ctx context.Context, account common.Address, block *big.Int) ([]byte, error)
	StorageAt(ctx context.Context, account common.Address, slot common.Hash, block *big.Int) ([]byte, error)
	CallContract(ctx context.Context, call ethereum.CallMsg, block *big.Int) ([]byte, error)
}

// Options are the settings of a [Prober]. The zero value is good for most services.
type Options struct {
	// TTL is how long the answer for a target holds. A contract that was upgraded is found to be so that late; a call
	// that succeeds asks nobody, unless it is a compat.ProbeFirst. The default is one minute.
	TTL time.Duration

	// Retry is how long a failure holds, so that callers do not storm a node that is down. The default is one second.
	Retry time.Duration

	// Timeout ends a probe. The default is 10 seconds.
	Timeout time.Duration

	// MaxProbes is how many probes run at the same time. The default is 4.
	MaxProbes int

	// MaxTargets is how many answers for targets are kept, and MaxCodes how many verdicts on pieces of code, which hold
	// for good: the code of an implementation is the same behind all proxies. Those that were not asked for longest
	// go first. The defaults are 4096 each.
	MaxTargets, MaxCodes int
}

func (o *Options) complete() error {
	for _, d := range []struct {
		name  string
		value *time.Duration
		rest  time.Duration
	}{{"TTL", &o.TTL, time.Minute}, {"Retry", &o.Retry, time.Second}, {"Timeout", &o.Timeout, 10 * time.Second}} {
		if *d.value < 0 {
			return fmt.Errorf("compatprobe: Options: %s is negative: %s", d.name, *d.value)
		}
		if *d.value == 0 {
			*d.value = d.rest
		}
	}
	for _, n := range []struct {
		name  string
		value *int
		rest  int
	}{{"MaxProbes", &o.MaxProbes, 4}, {"MaxTargets", &o.MaxTargets, 4096}, {"MaxCodes", &o.MaxCodes, 4096}} {
		if *n.value < 0 {
			return fmt.Errorf("compatprobe: Options: %s is negative: %d", n.name, *n.value)
		}
		if *n.value == 0 {
			*n.value = n.rest
		}
	}
	return nil
}

// Prober is a [compat.Prober] for one chain. Create it with [New]. It is safe for concurrent use, and has no goroutines
// of its own.
type Prober struct {
	chain    Chain
	features map[compat.Feature][]selectors.Selector // never changed
	options  Options
	slots    chan struct{} // holds one token for each probe that runs
	codes    *lru.Cache[question, bool]

	mu      sync.Mutex
	targets lru.BasicLRU[subject, *answer]
}

var _ compat.Prober = (*Prober)(nil)

// New returns a Prober of the features, which are given with their selectors: canonical signatures such as
// "getPolicyCodeHash()", or "0x" and eight digits. They are those of compat.yaml.
func New(chain Chain, features map[compat.Feature][]string, options Options) (*Prober, error) {
	if chain == nil {
		return nil, errors.New("compatprobe: New: chain is nil")
	}
	if err := options.complete(); err != nil {
		return nil, err
	}
	p := &Prober{
		chain: chain, features: make(map[compat.Feature][]selectors.Selector, len(features)), options: options,
		slots:   make(chan struct{}, options.MaxProbes),
		codes:   lru.NewCache[question, bool](options.MaxCodes),
		targets: lru.NewBasicLRU[subject, *answer](options.MaxTargets),
	}
	for feature, list := range features {
		if len(list) == 0 {
			return nil, fmt.Errorf("compatprobe: feature %q has no selectors: list those that it introduced, as in compat.yaml", feature)
		}
		for _, text := range list {
			selector, err := parse(text)
			if err != nil {
				return nil, fmt.Errorf("compatprobe: feature %q: %w", feature, err)
			}
			p.features[feature] = append(p.features[feature], selector)
		}
	}
	return p, nil
}

func parse(text string) (selectors.Selector, error) {
	if len(text) > 1 && text[:2] == "0x" {
		return selectors.ParseSelector(text)
	}
	signature, err := selectors.ParseSignature(text)
	if err != nil {
		return selectors.Selector{}, err
	}
	return selectors.Of(signature.String()), nil
}

// subject is what an answer is about.
type subject struct {
	feature compat.Feature
	target  common.Address
}

// answer is what is known about a subject.
type answer struct {
	turn     chan struct{} // holds one token while somebody probes or reads the fields below
	supports bool
	err      error
	until    time.Time
}

// Supports reports whether target has all selectors of the feature. Callers who ask for the same target at the same time
// share one probe.
//
// An error means that it is not known: the node could not be read, the code cannot be judged ([ErrInconclusive]), there
// is no contract at target ([ErrNoContract]), or the feature is not one of the Prober's.
func (p *Prober) Supports(ctx context.Context, feature compat.Feature, target common.Address) (bool, error) {
	if p.features[feature] == nil {
		return false, fmt.Errorf("compatprobe: feature %q is not known to the prober: pass its selectors to New", feature)
	}
	a := p.answer(subject{feature, target})
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return false, fmt.Errorf("compatprobe: waiting for the probe of %s: %w", target, ctx.Err())
	}
	if time.Now().Before(a.until) {
		return a.supports, a.err
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return false, fmt.Errorf("compatprobe: waiting for %d other probes: %w", p.options.MaxProbes, ctx.Err())
	}
	start := time.Now()
	supports, err := p.probe(ctx, feature, target)
	if ctx.Err() != nil && (!errors.Is(ctx.Err(), context.DeadlineExceeded) || time.Since(start) < p.options.Retry) {
		return supports, err // the caller gave up or was in a hurry: the next one tries
	}
	a.supports, a.err, a.until = supports, err, time.Now().Add(p.holds(err))
	return supports, err
}

// holds returns how long an outcome is kept. Code that cannot be judged does not change by being asked again soon.
func (p *Prober) holds(err error) time.Duration {
	if err == nil || errors.Is(err, ErrInconclusive) {
		return p.options.TTL
	}
	return p.options.Retry
}

func (p *Prober) answer(s subject) *answer {
	p.mu.Lock()
	defer p.mu.Unlock()
	a, ok := p.targets.Get(s)
	if !ok {
		a = &answer{turn: make(chan struct{}, 1)}
		p.targets.Add(s, a)
	}
	return a
}

// probe looks at every selector of the feature, at one block.
func (p *Prober) probe(ctx context.Context, feature compat.Feature, target common.Address) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, p.options.Timeout)
	defer cancel()
	block, err := p.chain.BlockNumber(ctx)
	if err != nil {
		return false, fmt.Errorf("compatprobe: newest block: %w", err)
	}
	reader := newReader(p.chain, block)
	for _, selector := range p.features[feature] {
		w := &walk{prober: p, reader: reader, selector: selector}
		present, err := w.from(ctx, target)
		if err != nil {
			return false, fmt.Errorf("compatprobe: selector %s at %s in block %d: %w", selector, target, block, err)
		}
		if !present {
			return false, nil
		}
	}
	return true, nil
}
