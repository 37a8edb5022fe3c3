package crawl

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/probe"
	"github.com/compatlint/compatlint/internal/proxies"
)

// A walk is one run over one network.
type walk struct {
	Options
	*plan
	journal *journal

	chain    *onchain.Snapshot // nil where the network could not be read
	block    onchain.Block
	targets  []target
	seen     []map[common.Address]bool // of each set
	marks    []mark
	pending  []int          // targets that are to be looked at
	failures map[int]string // why targets could not be
	problems []string
}

// A target is one deployment.
type target struct {
	set     int
	address common.Address
}

const (
	chunk   = 4096 // targets between two lines of the journal
	workers = 512  // targets that are looked at together; what they ask travels in common batches
)

func (w *walk) problem(err error) { w.problems = append(w.problems, err.Error()) }

// run walks the network. The error is of the state file.
func (w *walk) run(ctx context.Context) error {
	w.seen = make([]map[common.Address]bool, len(w.sets))
	for i := range w.seen {
		w.seen[i] = map[common.Address]bool{}
	}
	client, err := w.connect(ctx)
	if err != nil {
		w.unreadable(err)
		return nil
	}
	if err := w.begin(ctx, client); err != nil || w.chain == nil {
		return err
	}
	defer w.chain.Close()
	w.enumerate(ctx)
	w.judge(ctx)
	w.finish(ctx)
	return nil
}

func (w *walk) connect(ctx context.Context) (*onchain.Client, error) {
	client, err := w.Dial(ctx, w.Network)
	if err != nil {
		return nil, err
	}
	for _, warning := range client.Warnings() {
		w.Warn(warning)
	}
	return client, nil
}

// begin goes on with the crawl that the journal has, or begins a new one. Without a snapshot after it the network cannot be read.
func (w *walk) begin(ctx context.Context, client *onchain.Client) error {
	snapshot, err := client.Pin(ctx, w.Block)
	if err != nil {
		w.unreadable(err)
		return nil
	}
	isEnd, err := w.resume(ctx, client, snapshot.Block)
	if isEnd || err != nil {
		snapshot.Close()
		return err
	}
	w.chain, w.block = snapshot, snapshot.Block
	w.addListed()
	return w.journal.start(append([]entry{w.header()}, w.carriedOver(ctx, client)...)...)
}

// unreadable says of every listed target that nothing is known.
func (w *walk) unreadable(err error) {
	w.problem(err)
	w.addListed()
	w.failures = map[int]string{}
}

func (w *walk) header() entry {
	return entry{Begun: &begun{stateVersion, w.Network.Name, w.Network.ChainID, w.block, w.plan.digest(w.Network)}}
}

// digest tells plans apart: a state file is of use for the same questions only.
func (p *plan) digest(n *compatregistry.Network) string {
	text := fmt.Sprintln(n.Name, n.ChainID)
	for _, f := range p.features {
		text += fmt.Sprintln(f.Name)
	}
	for _, set := range p.sets {
		listed, _ := json.Marshal(set.TargetSet.Addresses) // addresses can always be encoded
		enumerated, _ := json.Marshal(set.Enumerate)
		text += fmt.Sprintln(set.Contract, string(listed), string(enumerated))
		for _, n := range set.needs {
			text += fmt.Sprintln(n.feature, n.selector.Signature, n.selector.Returns)
		}
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// addListed adds the addresses that the registry itself has.
func (w *walk) addListed() {
	for i, set := range w.sets {
		w.add(i, set.Addresses)
	}
}

// add takes in targets, each once.
func (w *walk) add(set int, addresses []common.Address) {
	for _, address := range addresses {
		if !w.seen[set][address] {
			w.seen[set][address] = true
			w.pending = append(w.pending, len(w.targets))
			w.targets = append(w.targets, target{set, address})
		}
	}
}

// enumerate asks the enumerations for targets, from where the journal has left them. One that fails is a problem: targets are left out.
func (w *walk) enumerate(ctx context.Context) {
	for i, set := range w.sets {
		if set.Enumerate == nil {
			continue
		}
		err := enumeration.Walk(ctx, w.chain, set.Enumerate, w.journal.cursor(i), enumeration.Limits{Targets: w.MaxTargets},
			func(addresses []common.Address, behind enumeration.Cursor) error {
				w.add(i, addresses)
				w.Progress(Progress{Found: len(w.targets), Judged: len(w.targets) - len(w.pending)})
				w.journal.add(entry{Found: &found{Set: i, Addresses: addresses, Cursor: behind}})
				return nil
			})
		if err != nil {
			w.problem(fmt.Errorf("enumerate %s: %w", set.Contract, err))
		}
	}
	w.journal.forget()
}

// judge looks at the pending targets, chunk by chunk. It ends early where nothing can be read any more.
func (w *walk) judge(ctx context.Context) {
	resolver := proxies.NewResolver(w.chain)
	resolver.Brief = true
	examiner := &probe.Examiner{Chain: w.chain, Resolver: resolver, SampleShapes: true}
	todo := w.pending
	w.pending, w.failures = nil, map[int]string{}
	for len(todo) > 0 {
		part := todo[:min(chunk, len(todo))]
		todo = todo[len(part):]
		if settled := w.look(ctx, examiner, part, len(w.targets)-len(todo)-len(part)); settled == 0 {
			break
		}
	}
	w.pending = append(w.pending, todo...)
}

// look judges some targets, many at a time, and returns how many are settled.
func (w *walk) look(ctx context.Context, e *probe.Examiner, targets []int, before int) (settled int) {
	outcomes := make([]outcome, len(targets))
	var count atomic.Int64
	queue := make(chan int)
	var all sync.WaitGroup
	for range min(workers, len(targets)) {
		all.Go(func() {
			for i := range queue {
				outcomes[i] = w.examine(ctx, e, targets[i])
				w.Progress(Progress{Found: len(w.targets), Judged: before + int(count.Add(1)), Listed: true})
			}
		})
	}
	for i := range targets {
		queue <- i
	}
	close(queue)
	all.Wait()
	var places []int
	var marks []mark
	for i, o := range outcomes {
		if o.err != nil {
			w.pending = append(w.pending, targets[i])
			w.failures[targets[i]] = o.err.Error()
			continue
		}
		places = append(places, targets[i])
		marks = append(marks, o.marks...)
	}
	w.marks = append(w.marks, marks...)
	w.journal.add(entry{Judged: &judged{spansOf(places), marks}})
	return len(places)
}

// An outcome is what was found out about a target. The error says that the chain could not be read; a later run has to look again.
type outcome struct {
	marks []mark
	err   error
}

// examine settles the needs of one target.
func (w *walk) examine(ctx context.Context, e *probe.Examiner, i int) outcome {
	t := w.targets[i]
	needs := w.sets[t.set].needs
	verdicts := make([]verdict, len(needs))
	for j, n := range needs {
		verdicts[j].need = j
		if err := e.Examine(ctx, t.address, n.selector, &verdicts[j].result); err != nil {
			return outcome{err: err}
		}
	}
	return outcome{marks: marksOf(i, needs, verdicts)}
}

// finish checks that the block is still part of the chain, and ends the journal if everything is known.
func (w *walk) finish(ctx context.Context) {
	err := w.chain.Verify(ctx)
	switch {
	case onchain.Contradicts(err):
		w.problem(err)
		w.doubt(err)
		w.journal.discard()
	case err != nil:
		w.problem(err)
	case len(w.problems) == 0 && len(w.pending) == 0:
		w.journal.add(entry{Done: &done{len(w.targets)}})
	}
	if err := w.journal.failure(); err != nil {
		w.problem(err)
	}
}

// doubt takes everything back: it was read from a chain that is not any more.
func (w *walk) doubt(why error) {
	w.marks, w.pending = nil, nil
	for i := range w.targets {
		w.pending = append(w.pending, i)
		w.failures[i] = why.Error()
	}
}
