package enumeration

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
)

// Ranges of blocks. Providers that allow less say so at once, and nodes of one's own may allow any.
const (
	firstRange   = 100_000
	largestRange = 2_000_000
)

// A reader finds the address in the logs of an event.
type reader struct {
	signature string
	topic     int // that has the address; 0 if it is in the data
	word      int
	head      int  // words of the data
	isAll     bool // and no more
}

// A kind is what the logs of an event have in common. An event whose parameters are indexed or not, from one version to the next, keeps its
// topic.
type kind struct {
	topic  common.Hash
	topics int
}

// readers returns a reader for each event, and their first topics.
func readers(events []compatregistry.DeploymentEvent) (map[kind]reader, []common.Hash, error) {
	byKind := map[kind]reader{}
	var topics []common.Hash
	for _, event := range events {
		s, err := selectors.ParseEventSignature(event.Signature)
		if err != nil {
			return nil, nil, err
		}
		if event.Argument < 0 || event.Argument >= len(s.Inputs) {
			return nil, nil, fmt.Errorf("event %q has no parameter %d", event.Signature, event.Argument)
		}
		topic, word := s.Place(event.Argument)
		hash := common.Hash(s.Topic())
		head, isAll := s.Head()
		byKind[kind{hash, s.Topics()}] = reader{event.Signature, topic, word, head, isAll}
		if !slices.Contains(topics, hash) {
			topics = append(topics, hash)
		}
	}
	return byKind, topics, nil
}

// read returns the address that a log names.
func (r reader) read(log onchain.Log) (common.Address, error) {
	if n := len(log.Data); n < wordSize*r.head || r.isAll && n > wordSize*r.head {
		return common.Address{}, fmt.Errorf("%q begins with %d bytes of data, and the log has %d: are other parameters indexed?", r.signature, wordSize*r.head, n)
	}
	if r.topic > 0 {
		return r.decode(log.Topics[r.topic])
	}
	return r.decode(common.Hash(log.Data[wordSize*r.word:][:wordSize]))
}

// smallest is where addresses begin that something can be deployed at. What is below is an offset or a number.
var smallest = common.HexToAddress("0x10000")

func (r reader) decode(value common.Hash) (common.Address, error) {
	address, err := decodeAddress(value[:])
	if err == nil && address.Cmp(smallest) < 0 {
		err = errors.New("a small number: are other parameters indexed?")
	}
	if err != nil {
		return common.Address{}, fmt.Errorf("what %q has for an address is %w", r.signature, err)
	}
	return address, nil
}

// logs reads the logs from the first block that may have one to the pinned one.
func (w *walk) logs(ctx context.Context) error {
	byKind, topics, err := readers(w.enumerate.Events)
	if err != nil {
		return err
	}
	if err := w.checkSource(ctx); err != nil {
		return err
	}
	last := w.chain.Pinned().Number
	stride := newStride(firstRange, largestRange)
	for !w.cursor.Done {
		from := w.cursor.Next
		to := last
		if last-from >= stride.size {
			to = from + stride.size - 1
		}
		size := to - from + 1
		logs, err := w.chain.Logs(ctx, onchain.LogQuery{Address: w.enumerate.From, Topics: topics, From: from, To: to})
		if large := (*onchain.TooLargeError)(nil); errors.As(err, &large) && stride.shrink(size, large.Blocks(from)) {
			continue
		}
		if err != nil {
			return fmt.Errorf("events of %s: %w", w.enumerate.From, err)
		}
		if size == stride.size {
			stride.worked()
		}
		if err := w.takeLogs(logs, byKind, to+1, to == last); err != nil {
			return err
		}
	}
	return nil
}

// checkSource refuses contracts and blocks that can have no logs: an empty answer would be taken for "no deployments".
func (w *walk) checkSource(ctx context.Context) error {
	e := w.enumerate
	if at := w.chain.Pinned().Number; w.cursor.Next > at {
		return fmt.Errorf("events of %s: the first block to read is %d, and the chain is looked at in block %d", e.From, w.cursor.Next, at)
	}
	code, err := w.chain.Code(ctx, e.From)
	if err != nil {
		return fmt.Errorf("events of %s: %w", e.From, err)
	}
	if len(code) == 0 {
		return fmt.Errorf("events of %s: there is no contract at that address", e.From)
	}
	return nil
}

// readerOf returns the reader of a log. A log of the right event with other topics means that a signature has the wrong parameters indexed.
func (w *walk) readerOf(log onchain.Log, byKind map[kind]reader) (reader, error) {
	r, ok := byKind[kind{log.Topics[0], len(log.Topics)}]
	if ok {
		return r, nil
	}
	for k, other := range byKind {
		if k.topic == log.Topics[0] {
			return reader{}, fmt.Errorf("%q has %d indexed parameters, and the log has %d: write \"indexed\" behind those that are",
				other.signature, k.topics-1, len(log.Topics)-1)
		}
	}
	return reader{}, errors.New("it is of another event")
}

// takeLogs tells the addresses in logs.
func (w *walk) takeLogs(logs []onchain.Log, byKind map[kind]reader, next uint64, done bool) error {
	addresses := make([]common.Address, len(logs))
	for i, log := range logs {
		var address common.Address
		r, err := w.readerOf(log, byKind)
		if err == nil {
			address, err = r.read(log)
		}
		if err != nil {
			return fmt.Errorf("events of %s: log %d of block %d: %w", w.enumerate.From, log.Index, log.Block, err)
		}
		addresses[i] = address
	}
	if done && w.cursor.Found+len(addresses) == 0 {
		return fmt.Errorf("events of %s: there is none from block %d on: are the signatures right, each with the types that were current then?",
			w.enumerate.From, w.enumerate.Since)
	}
	return w.tell(addresses, next, done)
}
