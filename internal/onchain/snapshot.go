package onchain

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Limits on single answers. No chain has longer code than MaxCode.
const (
	MaxCode   = 1 << 20
	MaxResult = 8 << 20
)

// A Block is where a snapshot is taken.
type Block struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"time"`
}

// wireBlock has the fields of a block that are read. Nodes send many more.
type wireBlock struct {
	Number    hexutil.Uint64 `json:"number"`
	Hash      common.Hash    `json:"hash"`
	Timestamp hexutil.Uint64 `json:"timestamp"`
}

func (r Reply) block() (Block, error) {
	var b wireBlock
	if err := r.object(&b); err != nil {
		return Block{}, err
	}
	if b.Hash == (common.Hash{}) {
		return Block{}, errors.New("the answer is a block without a hash")
	}
	return Block{uint64(b.Number), b.Hash, uint64(b.Timestamp)}, nil
}

// A ReorgError is a pinned block that is not part of the chain any more: what was read may belong to no chain that there is.
type ReorgError struct {
	Pinned Block
	Now    common.Hash
}

func (e *ReorgError) Error() string {
	return fmt.Sprintf("block %d was %s when it was pinned and is %s now: the chain was reorganised, run this again", e.Pinned.Number, e.Pinned.Hash, e.Now)
}

// A ChainError is an endpoint that has changed its chain: what was read may be of any.
type ChainError struct {
	Endpoint string // its name, never its URL
	Was, Now uint64
}

func (e *ChainError) Error() string {
	return fmt.Sprintf("%s was on chain %d and is on chain %d now: nothing that it has said counts", e.Endpoint, e.Was, e.Now)
}

// A Snapshot is the chain at one block. Its methods may be called by many goroutines at once: what they ask at the same time travels in one
// batch, and code is fetched once. Close it.
type Snapshot struct {
	Block Block

	client *Client
	at     any // how requests name the block
	stop   context.CancelFunc
	queue  chan job

	mu        sync.Mutex
	codes     map[common.Address]*codeEntry
	codeBytes int
	slots     map[slotKey]common.Hash
}

type slotKey struct {
	address common.Address
	slot    common.Hash
}

// maxSlots bounds the slots that are kept.
const maxSlots = 1 << 16

type job struct {
	request Request
	reply   chan Reply
}

type codeEntry struct {
	done chan struct{}
	code []byte
	err  error
}

// CheckBlock reports whether a block is written in a way that Pin knows.
func CheckBlock(block string) error {
	switch block {
	case "latest", "safe", "finalized":
		return nil
	}
	if _, err := strconv.ParseUint(block, 0, 64); err != nil {
		return fmt.Errorf("%q is no block: write a number, latest, safe or finalized", block)
	}
	return nil
}

// Pin takes a snapshot at a block: a number, or "latest", "safe" or "finalized". With several endpoints it is the highest block that all of
// them have, and they must agree on its hash.
func (c *Client) Pin(ctx context.Context, block string) (*Snapshot, error) {
	if err := CheckBlock(block); err != nil {
		return nil, err
	}
	if n, err := strconv.ParseUint(block, 0, 64); err == nil {
		block = hexutil.EncodeUint64(n)
	} else if len(c.endpoints) > 1 {
		height, err := c.commonHeight(ctx, block)
		if err != nil {
			return nil, err
		}
		block = hexutil.EncodeUint64(height)
	}
	pinned, err := c.agreedBlock(ctx, block)
	if err != nil {
		return nil, fmt.Errorf("read block %s: %w", block, err)
	}
	at := c.name(ctx, pinned)
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	s := &Snapshot{Block: pinned, client: c, at: at, stop: stop, queue: make(chan job), codes: map[common.Address]*codeEntry{}, slots: map[slotKey]common.Hash{}}
	go s.collect(ctx)
	return s, nil
}

// commonHeight is the lowest of the heights of the endpoints: all have that block.
func (c *Client) commonHeight(ctx context.Context, tag string) (uint64, error) {
	var lowest uint64
	var failure error
	answers := 0
	for _, reply := range c.each(ctx, blockRequest(tag)) {
		b, err := reply.block()
		if err != nil {
			failure = err
			continue
		}
		if answers == 0 || b.Number < lowest {
			lowest = b.Number
		}
		answers++
	}
	if answers < c.options.Quorum {
		return 0, fmt.Errorf("read block %s: %w", tag, failure)
	}
	return lowest, nil
}

func blockRequest(block string) Request {
	return Request{Method: "eth_getBlockByNumber", Params: []any{block, false}}
}

// agreedBlock asks every endpoint for a block. Those that have it must agree, unless the others are a quorum of more than one.
func (c *Client) agreedBlock(ctx context.Context, block string) (Block, error) {
	counts := map[common.Hash]int{}
	var best Block
	var failure error
	for _, reply := range c.each(ctx, blockRequest(block)) {
		b, err := reply.block()
		if err != nil {
			failure = err
			continue
		}
		if counts[b.Hash]++; counts[b.Hash] > counts[best.Hash] {
			best = b
		}
	}
	quorum := c.options.Quorum
	switch {
	case len(counts) == 0:
		return Block{}, failure
	case counts[best.Hash] < quorum, quorum == 1 && len(counts) > 1:
		return Block{}, &DisagreementError{Agree: counts[best.Hash], Quorum: max(quorum, len(c.endpoints)), Answers: len(counts), Err: failure}
	}
	if n, err := strconv.ParseUint(block, 0, 64); err == nil && n != best.Number {
		return Block{}, fmt.Errorf("the answer is block %d", best.Number)
	}
	return best, nil
}

// Verify fails with a *ReorgError if the pinned block is not what it was, and if an endpoint is on another chain by now. Call it when everything
// is read.
func (s *Snapshot) Verify(ctx context.Context) error {
	for i, reply := range s.client.each(ctx, chainRequest) {
		e := s.client.endpoints[i]
		if id, err := reply.chain(e); err == nil && id != s.client.options.ChainID {
			return &ChainError{Endpoint: e.name, Was: s.client.options.ChainID, Now: id}
		}
	}
	b, err := s.client.agreedBlock(ctx, hexutil.EncodeUint64(s.Block.Number))
	if err != nil {
		return fmt.Errorf("read block %d again: %w", s.Block.Number, err)
	}
	if b.Hash != s.Block.Hash {
		return &ReorgError{Pinned: s.Block, Now: b.Hash}
	}
	return nil
}

// Pinned returns the block that everything is read at.
func (s *Snapshot) Pinned() Block { return s.Block }

// Close ends the snapshot. Requests that are under way fail.
func (s *Snapshot) Close() { s.stop() }

const (
	gather      = 2 * time.Millisecond // how long the first request of a batch waits for others
	concurrency = 4                    // batches under way
)

// collect puts requests that come at the same time into one batch.
func (s *Snapshot) collect(ctx context.Context) {
	slots := make(chan struct{}, concurrency)
	for {
		var batch []job
		select {
		case <-ctx.Done():
			return
		case first := <-s.queue:
			batch = s.gather(ctx, first)
		}
		select {
		case <-ctx.Done():
			return
		case slots <- struct{}{}:
		}
		go func() {
			defer func() { <-slots }()
			s.send(ctx, batch)
		}()
	}
}

func (s *Snapshot) gather(ctx context.Context, first job) []job {
	batch := []job{first}
	timer := time.NewTimer(gather)
	defer timer.Stop()
	for len(batch) < s.client.options.BatchSize {
		select {
		case next := <-s.queue:
			batch = append(batch, next)
		case <-timer.C:
			return batch
		case <-ctx.Done():
			return batch
		}
	}
	return batch
}

func (s *Snapshot) send(ctx context.Context, batch []job) {
	requests := make([]Request, len(batch))
	for i, j := range batch {
		requests[i] = j.request
	}
	for i, reply := range s.client.Batch(ctx, requests) {
		batch[i].reply <- reply // buffered: nobody may be waiting any more
	}
}

// do asks one thing.
func (s *Snapshot) do(ctx context.Context, method string, params ...any) Reply {
	j := job{Request{Method: method, Params: params}, make(chan Reply, 1)}
	select {
	case s.queue <- j:
	case <-ctx.Done():
		return Reply{Err: interrupted(ctx)}
	}
	select {
	case reply := <-j.reply:
		return reply
	case <-ctx.Done():
		return Reply{Err: interrupted(ctx)}
	}
}

func interrupted(ctx context.Context) error {
	what, _ := describe(ctx.Err())
	return &TransportError{Endpoint: "the run", What: what, final: true}
}

// Code returns the code of an account; none is empty.
func (s *Snapshot) Code(ctx context.Context, address common.Address) ([]byte, error) {
	s.mu.Lock()
	entry, isKnown := s.codes[address]
	if !isKnown {
		entry = &codeEntry{done: make(chan struct{})}
		s.codes[address] = entry
	}
	s.mu.Unlock()
	if !isKnown {
		entry.code, entry.err = s.fetchCode(ctx, address)
		s.keep(address, entry)
		close(entry.done)
	}
	select {
	case <-entry.done:
		return entry.code, entry.err
	case <-ctx.Done():
		return nil, interrupted(ctx)
	}
}

// maxCodeBytes bounds the code that is kept. When there is more, all is forgotten and fetched again where it is needed.
const maxCodeBytes = 128 << 20

func (s *Snapshot) keep(address common.Address, entry *codeEntry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if entry.err != nil { // the next may do better
		delete(s.codes, address)
		return
	}
	const overhead = 200
	if s.codeBytes += len(entry.code) + overhead; s.codeBytes > maxCodeBytes {
		clear(s.codes)
		s.codeBytes = 0
	}
}

func (s *Snapshot) fetchCode(ctx context.Context, address common.Address) ([]byte, error) {
	reply := s.do(ctx, "eth_getCode", address, s.at)
	if reply.Err != nil {
		return nil, fmt.Errorf("read the code of %s: %w", address, reply.Err)
	}
	code, err := decodeHex(reply.Result, MaxCode)
	if err != nil {
		return nil, fmt.Errorf("read the code of %s: %w", address, err)
	}
	return code, nil
}

// Storage returns slots of an account.
func (s *Snapshot) Storage(ctx context.Context, address common.Address, slots []common.Hash) ([]common.Hash, error) {
	values := make([]common.Hash, len(slots))
	errs := make([]error, len(slots))
	var all sync.WaitGroup
	for i, slot := range slots {
		all.Go(func() { values[i], errs[i] = s.slot(ctx, address, slot) })
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("read slot %s of %s: %w", slots[i], address, err)
		}
	}
	return values, nil
}

func (s *Snapshot) slot(ctx context.Context, address common.Address, slot common.Hash) (common.Hash, error) {
	key := slotKey{address, slot}
	s.mu.Lock()
	value, ok := s.slots[key]
	s.mu.Unlock()
	if ok {
		return value, nil
	}
	reply := s.do(ctx, "eth_getStorageAt", address, slot, s.at)
	if reply.Err != nil {
		return common.Hash{}, reply.Err
	}
	value, err := decodeWord(reply.Result)
	if err != nil {
		return common.Hash{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.slots) >= maxSlots {
		clear(s.slots)
	}
	s.slots[key] = value
	return value, nil
}

// A Revert is a call that the contract has refused, with its revert data, or that has failed in another way.
type Revert struct {
	Data  []byte
	Fault bool // out of gas, an invalid opcode and the like
	Text  string
}

func (e *Revert) Error() string { return e.Text }

// neutral is who makes calls: no contract treats this account as its admin, as some do with the zero address.
var neutral = common.HexToAddress("0xca11e4ca11e4ca11e4ca11e4ca11e4ca11e4ca11")

// Call calls a contract. The error is a *Revert where the contract refuses, and another where nothing is known.
func (s *Snapshot) Call(ctx context.Context, from, to common.Address, input []byte) ([]byte, error) {
	if from == (common.Address{}) {
		from = neutral
	}
	message := map[string]any{"from": from, "to": to, "data": hexutil.Bytes(input)}
	reply := s.do(ctx, "eth_call", message, s.at)
	var answered *RPCError
	if errors.As(reply.Err, &answered) && (answered.Reverted() || answered.Faulted()) {
		return nil, &Revert{Data: answered.Data, Fault: answered.Faulted(), Text: answered.Message}
	}
	if reply.Err != nil {
		return nil, fmt.Errorf("call %s: %w", to, judgeTime(reply.Err))
	}
	output, err := decodeHex(reply.Result, MaxResult)
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", to, err)
	}
	return output, nil
}
