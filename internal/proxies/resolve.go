package proxies

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// A Reader reads the chain at one block. *onchain.Snapshot is one.
type Reader interface {
	Code(ctx context.Context, address common.Address) ([]byte, error)
	Storage(ctx context.Context, address common.Address, slots []common.Hash) ([]common.Hash, error)
	// Call returns a *onchain.Revert where the contract refuses.
	Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error)
}

// A Step is an account on the way from the target to the code that decides.
type Step struct {
	Address  common.Address  `json:"address"`
	Kind     Kind            `json:"kind"`
	CodeHash common.Hash     `json:"codeHash"`
	Admin    *common.Address `json:"admin,omitempty"` // by EIP-1967 or, before it, OpenZeppelin
}

// A Resolution is what is known about a selector at a target.
type Resolution struct {
	Verdict dispatch.Verdict
	Reason  string
	Path    []Step // from the target to the account whose code decides, or to where the way ends
}

// Last is the account whose code decides.
func (r Resolution) Last() Step {
	if len(r.Path) == 0 {
		return Step{}
	}
	return r.Path[len(r.Path)-1]
}

// Limits on a walk. A contract that needs more is not a proxy that anybody deploys, or wants us to walk for ever.
const (
	maxHops   = 8
	maxRounds = 8   // of fetching what a run asks for
	maxSlots  = 128 // of one account
)

// A Resolver resolves targets of one snapshot. It is safe for concurrent use, and keeps what it has found out about pieces of code.
type Resolver struct {
	// Brief saves requests: slots that the code does not ask for are not read. Steps then name no admin.
	Brief bool

	reader Reader

	mu     sync.Mutex
	known  map[question]dispatch.Result // of code that is run without anything from the chain
	hashes map[common.Address]common.Hash
}

type question struct {
	code     common.Hash
	selector selectors.Selector
}

// maxKnown bounds what is kept.
const maxKnown = 1 << 16

// NewResolver returns a resolver of the snapshot that reader reads.
func NewResolver(reader Reader) *Resolver {
	return &Resolver{reader: reader, known: map[question]dispatch.Result{}, hashes: map[common.Address]common.Hash{}}
}

// A walk is one way from a target to the code that decides.
type walk struct {
	*Resolver
	selector selectors.Selector
	loupe    bool // ask the loupe where running does not settle it
	path     []Step

	context common.Address // whose storage the code runs with
	known   dispatch.Known
}

// Resolve finds out whether target has the selector. The error says that the chain could not be read; nothing is known then.
func (r *Resolver) Resolve(ctx context.Context, target common.Address, selector selectors.Selector) (Resolution, error) {
	w := &walk{Resolver: r, selector: selector, loupe: true}
	return w.from(ctx, target)
}

func (w *walk) from(ctx context.Context, target common.Address) (Resolution, error) {
	w.enter(target)
	at := target
	visited := map[[2]common.Address]bool{}
	for range maxHops {
		code, err := w.reader.Code(ctx, at)
		if err != nil {
			return Resolution{Path: w.path}, err
		}
		if _, ok := types.ParseDelegation(code); ok && w.atAccount() {
			return w.endAtAccount(at, code), nil
		}
		if visited[[2]common.Address{at, w.context}] {
			return w.result(dispatch.Inconclusive, "the proxies form a loop: "+w.names(at)), nil
		}
		visited[[2]common.Address{at, w.context}] = true
		found, err := w.look(ctx, at, code)
		if err != nil {
			return Resolution{Path: w.path}, err
		}
		if found.Next == nil {
			return w.decide(at, code, found), nil
		}
		if found.Forwarded {
			w.enter(*found.Next)
		}
		at = *found.Next
	}
	return w.result(dispatch.Inconclusive, fmt.Sprintf("more than %d hops: %s", maxHops, w.names(at))), nil
}

// atAccount reports whether the way has just left an EIP-7702 account.
func (w *walk) atAccount() bool { return len(w.path) > 0 && w.path[len(w.path)-1].Kind == Kind7702 }

// endAtAccount ends the walk at an account that another account delegates to: only one delegation is followed, and what the second consists of
// is no code.
func (w *walk) endAtAccount(at common.Address, code []byte) Resolution {
	from := w.path[len(w.path)-1].Address
	w.path = append(w.path, Step{Address: at, Kind: Kind7702, CodeHash: w.hash(at, code)})
	return w.result(dispatch.Missing, fmt.Sprintf("%s delegates to %s, which delegates too: only one delegation is followed", from, at))
}

// enter begins to run code with the storage of another account.
func (w *walk) enter(account common.Address) {
	w.context = account
	w.known = dispatch.Known{Address: account, Storage: map[common.Hash]common.Hash{}, Answers: map[dispatch.Ask][]byte{}}
}

// decide ends the walk at the account whose code decides.
func (w *walk) decide(at common.Address, code []byte, found dispatch.Result) Resolution {
	if len(code) > 0 {
		return w.result(found.Verdict, found.Reason)
	}
	reason := fmt.Sprintf("no code at %s", at)
	switch {
	case len(w.path) > 1 && at == (common.Address{}):
		reason = fmt.Sprintf("%s hands calls to the zero address: it was never given an implementation", w.path[len(w.path)-2].Address)
	case len(w.path) > 1:
		reason = fmt.Sprintf("%s hands calls to %s, which has no code", w.path[len(w.path)-2].Address, at)
	}
	return w.result(dispatch.Missing, reason)
}

func (w *walk) result(verdict dispatch.Verdict, reason string) Resolution {
	return Resolution{Verdict: verdict, Reason: reason, Path: w.path}
}

func (w *walk) names(last common.Address) string {
	var names []string
	for _, step := range w.path {
		names = append(names, step.Address.Hex())
	}
	return strings.Join(append(names, last.Hex()), " → ")
}

// look runs the code of one account until it says something or needs nothing more, and adds the account to the path.
func (w *walk) look(ctx context.Context, at common.Address, code []byte) (dispatch.Result, error) {
	step := Step{Address: at, Kind: KindContract, CodeHash: w.hash(at, code)}
	if len(code) == 0 {
		step.Kind = KindNoCode
	}
	found := w.check(step.CodeHash, code)
	if found.UsesAddress {
		found = dispatch.Check(code, w.selector, w.known)
	}
	var asked, reads bool
	for round := 0; round < maxRounds && len(found.Reads)+len(found.Asks) > 0; round++ {
		reads, asked = reads || len(found.Reads) > 0, asked || len(found.Asks) > 0
		reason, err := w.fetch(ctx, found)
		if err != nil {
			w.path = append(w.path, step)
			return dispatch.Result{}, err
		}
		if reason != "" {
			found = dispatch.Result{Reason: reason}
			break
		}
		found = dispatch.Check(code, w.selector, w.known)
	}
	if found.Next != nil {
		step.Kind = kindOf(code, found.Forwarded, asked, reads, w.known.Storage, *found.Next)
		step.Admin = w.admin()
	}
	w.path = append(w.path, step)
	if w.loupe && (step.Kind == KindOwnSlot || found.Next == nil && found.Verdict == dispatch.Inconclusive) {
		return w.askLoupe(ctx, found)
	}
	return found, nil
}

// hash is the hash of the code of an account, which is computed once.
func (w *walk) hash(at common.Address, code []byte) common.Hash {
	w.mu.Lock()
	hash, ok := w.hashes[at]
	w.mu.Unlock()
	if ok {
		return hash
	}
	hash = crypto.Keccak256Hash(code)
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.hashes) >= maxKnown {
		clear(w.hashes)
	}
	w.hashes[at] = hash
	return hash
}

// check runs code without anything from the chain, which settles it for most implementations, and keeps what it has found: many proxies
// share a few of them.
func (w *walk) check(hash common.Hash, code []byte) dispatch.Result {
	key := question{hash, w.selector}
	w.mu.Lock()
	found, ok := w.Resolver.known[key]
	w.mu.Unlock()
	if ok {
		return found
	}
	found = dispatch.Check(code, w.selector, dispatch.Known{})
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.Resolver.known) >= maxKnown {
		clear(w.Resolver.known)
	}
	w.Resolver.known[key] = found
	return found
}

// fetch gets what a run has asked for. reason says why it cannot be had.
func (w *walk) fetch(ctx context.Context, found dispatch.Result) (reason string, err error) {
	if len(found.Reads) == 0 {
		return w.fetchAnswers(ctx, found.Asks)
	}
	slots := found.Reads
	if len(w.known.Storage) == 0 && !w.Brief {
		slots = union(slots, usual)
	}
	if len(w.known.Storage)+len(slots) > maxSlots {
		return fmt.Sprintf("reads more than %d storage slots before it decides", maxSlots), nil
	}
	values, err := w.reader.Storage(ctx, w.context, slots)
	if err != nil {
		return "", err
	}
	for i, slot := range slots {
		w.known.Storage[slot] = values[i]
	}
	return "", nil
}

func (w *walk) fetchAnswers(ctx context.Context, asks []dispatch.Ask) (reason string, err error) {
	for _, ask := range asks {
		if ask.Delegated {
			return fmt.Sprintf("runs code of %s with its own storage before it decides", ask.To), nil
		}
		answer, err := w.reader.Call(ctx, w.context, ask.To, []byte(ask.Input))
		var revert *onchain.Revert
		if errors.As(err, &revert) {
			return fmt.Sprintf("asks %s before it decides, which reverts", ask.To), nil
		}
		if err != nil {
			return "", err
		}
		if len(answer) > dispatch.MaxAnswer {
			return fmt.Sprintf("asks %s before it decides, which answers %d bytes", ask.To, len(answer)), nil
		}
		w.known.Answers[ask] = answer
	}
	return "", nil
}

func union(a, b []common.Hash) []common.Hash {
	seen := map[common.Hash]bool{}
	var all []common.Hash
	for _, list := range [][]common.Hash{a, b} {
		for _, slot := range list {
			if !seen[slot] {
				seen[slot] = true
				all = append(all, slot)
			}
		}
	}
	return all
}

// admin is who may upgrade a proxy, where it says so.
func (w *walk) admin() *common.Address {
	for _, slot := range []common.Hash{SlotAdmin, SlotZeppelinAdmin} {
		if value := w.known.Storage[slot]; value != (common.Hash{}) {
			admin := common.BytesToAddress(value[:])
			return &admin
		}
	}
	return nil
}
