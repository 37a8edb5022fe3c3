package onchain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how nodes are asked. The zero value of a field means its default.
type Options struct {
	URLs      []string
	Source    string        // where the URLs come from, such as "-rpc" or "SEPOLIA_RPC_URL": what endpoints are called in messages
	ChainID   uint64        // what every endpoint must say
	Quorum    int           // how many endpoints must give the same answer; 1, the default, asks the others only when one fails
	Timeout   time.Duration // of one request; 20 seconds
	Retries   int           // of a request that failed; 4, and none if negative
	Rate      float64       // HTTP requests a second and endpoint; 0 for no limit
	BatchSize int           // calls in one HTTP request; 100
	MaxReply  int64         // bytes of one HTTP answer; 32 MiB, and less with more than 8 endpoints
	Transport http.RoundTripper

	transport http.RoundTripper
}

const (
	shortestPause = 200 * time.Millisecond
	longestPause  = 10 * time.Second
)

func (o Options) withDefaults() (Options, error) {
	if o.Source == "" {
		o.Source = "the RPC endpoint"
	}
	o.Quorum = max(o.Quorum, 1)
	if o.Timeout <= 0 {
		o.Timeout = 20 * time.Second
	}
	switch {
	case o.Retries == 0:
		o.Retries = 4
	case o.Retries < 0:
		o.Retries = 0
	}
	if o.BatchSize <= 0 {
		o.BatchSize = 100
	}
	if o.MaxReply <= 0 { // all of them may be asked at the same time
		o.MaxReply = max(256<<20/int64(max(len(o.URLs), 8)), 256<<10)
	}
	o.transport = o.Transport
	if o.transport == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.MaxIdleConnsPerHost = 8
		transport.MaxResponseHeaderBytes = 1 << 16
		o.transport = transport
	}
	switch {
	case len(o.URLs) == 0:
		return o, fmt.Errorf("%s has no URL", o.Source)
	case o.Quorum > len(o.URLs):
		return o, fmt.Errorf("a quorum of %d needs as many endpoints, and %s has %d", o.Quorum, o.Source, len(o.URLs))
	}
	return o, nil
}

func (o Options) interval() time.Duration {
	if o.Rate <= 0 {
		return 0
	}
	return time.Duration(min(float64(time.Second)/o.Rate, float64(24*time.Hour)))
}

// A Client asks the endpoints of one chain. It is safe for concurrent use.
type Client struct {
	options   Options
	endpoints []*endpoint
	turn      atomic.Uint64
	warnings  []string
}

// Dial checks that the endpoints are there and on the right chain. Endpoints that do not answer are left out, and named in Warnings, as long
// as a quorum is left; one that answers for another chain is an error.
func Dial(ctx context.Context, o Options) (*Client, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	c := &Client{options: o}
	for i, text := range o.URLs {
		name := o.Source
		if len(o.URLs) > 1 {
			name = fmt.Sprintf("%s (endpoint %d of %d)", o.Source, i+1, len(o.URLs))
		}
		e, err := newEndpoint(name, text, o)
		if err != nil {
			return nil, err
		}
		c.endpoints = append(c.endpoints, e)
	}
	c.shareSecrets()
	return c, c.checkChain(ctx)
}

// shareSecrets keeps an endpoint from telling what is in the URL of another: of one provider, they have keys in common.
func (c *Client) shareSecrets() {
	var all []string
	for _, e := range c.endpoints {
		all = append(all, e.secrets...)
	}
	all = longestFirst(all)
	for _, e := range c.endpoints {
		e.others = all
	}
}

// Warnings are what the user should know although the work goes on.
func (c *Client) Warnings() []string { return c.warnings }

// checkChain asks every endpoint which chain it is on.
func (c *Client) checkChain(ctx context.Context) error {
	replies := c.each(ctx, chainRequest)
	var alive []*endpoint
	var failures []error
	for i, reply := range replies {
		id, err := reply.chain(c.endpoints[i])
		switch {
		case err != nil:
			failures = append(failures, err)
		case id != c.options.ChainID:
			return fmt.Errorf("%s is on chain %d, and the registry has chain_id %d", c.endpoints[i].name, id, c.options.ChainID)
		default:
			alive = append(alive, c.endpoints[i])
		}
	}
	if len(alive) < c.options.Quorum {
		return summary(failures)
	}
	if len(failures) > 0 {
		c.warnings = append(c.warnings, fmt.Sprintf("going on with %d of %d endpoints: %v", len(alive), len(replies), summary(failures)))
	}
	c.endpoints = alive
	return nil
}

var chainRequest = Request{Method: "eth_chainId"}

// chain reads the answer of an endpoint to chainRequest.
func (r Reply) chain(e *endpoint) (uint64, error) {
	if r.Err != nil {
		return 0, r.Err
	}
	id, err := decodeNumber(r.Result)
	if err != nil {
		return 0, &TransportError{Endpoint: e.name, What: "eth_chainId: " + err.Error()}
	}
	return id, nil
}

// maxListed is how many failures of endpoints are listed.
const maxListed = 3

// summary is one error for those of several endpoints. It is part of every result that they keep from being known, and so it is short.
func summary(failures []error) error {
	if len(failures) <= maxListed {
		return errors.Join(failures...)
	}
	return fmt.Errorf("%w\n%d more endpoints have failed", errors.Join(failures[:maxListed]...), len(failures)-maxListed)
}

// each asks every endpoint the same and returns their replies in the order of the endpoints.
func (c *Client) each(ctx context.Context, request Request) []Reply {
	replies := make([]Reply, len(c.endpoints))
	for i, all := range c.eachBatch(ctx, []Request{request}) {
		replies[i] = all[0]
	}
	return replies
}

// eachBatch is each for several requests.
func (c *Client) eachBatch(ctx context.Context, requests []Request) [][]Reply {
	replies := make([][]Reply, len(c.endpoints))
	var all sync.WaitGroup
	for i, e := range c.endpoints {
		all.Go(func() { replies[i] = c.ask(ctx, []*endpoint{e}, requests) })
	}
	all.Wait()
	return replies
}

// Batch asks any number of things and returns a reply for each, in their order.
func (c *Client) Batch(ctx context.Context, requests []Request) []Reply {
	if c.options.Quorum == 1 {
		return c.ask(ctx, c.endpoints, requests)
	}
	votes := c.eachBatch(ctx, requests)
	replies := make([]Reply, len(requests))
	for i := range requests {
		replies[i] = elect(votes, i, requests[i], c.options.Quorum)
	}
	return replies
}

// elect returns the reply that a quorum of endpoints has given to request i.
func elect(votes [][]Reply, i int, request Request, quorum int) Reply {
	count := map[string]int{}
	var failure error
	best := 0
	for _, vote := range votes {
		reply := vote[i]
		ballot, err := reply.ballot(request)
		if err != nil {
			if failure == nil || errors.As(err, new(*TooLargeError)) { // which tells the most: a smaller question may have a quorum
				failure = err
			}
			continue
		}
		count[ballot]++
		best = max(best, count[ballot])
		if count[ballot] >= quorum {
			return reply
		}
	}
	return Reply{Err: &DisagreementError{Agree: best, Quorum: quorum, Answers: len(count), Err: failure}}
}

// ballot is what two replies have in common that say the same. Failures of the transport do not vote, nor errors that may be the node's own, nor
// results that cannot be read: those return the error.
func (r Reply) ballot(request Request) (string, error) {
	var answered *RPCError
	switch {
	case r.Err == nil && request.canonical != nil:
		return request.canonical(r.Result)
	case r.Err == nil:
		return strings.ToLower(string(r.Result)), nil
	case errors.As(r.Err, new(*TooLargeError)):
		return "", r.Err
	case errors.As(r.Err, &answered) && answered.Reverted():
		return fmt.Sprintf("reverted %x", answered.Data), nil
	case errors.As(r.Err, &answered) && answered.Faulted():
		return "faulted", nil
	}
	return "", r.Err
}

// ask sends requests to one of the endpoints after the other until all have an answer or the retries are used up.
func (c *Client) ask(ctx context.Context, endpoints []*endpoint, requests []Request) []Reply {
	replies := make([]Reply, len(requests))
	pending := make([]int, len(requests))
	for i := range pending {
		pending[i] = i
	}
	for attempt := 0; ; attempt++ {
		wait := c.round(ctx, endpoints, requests, replies, pending)
		pending = slices.DeleteFunc(pending, func(i int) bool { return !retriable(replies[i].Err, len(endpoints)) })
		if len(pending) == 0 || attempt == c.options.Retries || ctx.Err() != nil || allDown(endpoints) {
			return replies
		}
		if pause(ctx, max(wait, backoff(attempt))) != nil {
			return replies
		}
	}
}

func allDown(endpoints []*endpoint) bool {
	return !slices.ContainsFunc(endpoints, func(e *endpoint) bool { return !e.isDown() })
}

// round asks once for what is pending and returns how long the endpoints want to be left alone.
func (c *Client) round(ctx context.Context, endpoints []*endpoint, requests []Request, replies []Reply, pending []int) (wait time.Duration) {
	for len(pending) > 0 {
		e := c.next(endpoints)
		chunk := pending[:min(len(pending), int(e.batch.Load()))]
		pending = pending[len(chunk):]
		batch := make([]Request, len(chunk))
		for i, index := range chunk {
			batch[i] = requests[index]
		}
		answers, err := e.exchange(ctx, batch)
		for i, index := range chunk {
			if err != nil {
				replies[index] = Reply{Err: err}
			} else {
				replies[index] = answers[i]
			}
			if len(chunk) == 1 {
				replies[index].Err = e.judgeSize(requests[index], replies[index].Err)
			}
			wait = max(wait, e.learn(replies[index].Err, len(chunk)))
		}
	}
	return wait
}

// next takes, in turn, the endpoints that have failed least of late.
func (c *Client) next(endpoints []*endpoint) *endpoint {
	var best *endpoint
	start := c.turn.Add(1)
	for i := range endpoints {
		e := endpoints[(start+uint64(i))%uint64(len(endpoints))]
		if best == nil || e.failures.Load() < best.failures.Load() {
			best = e
		}
	}
	return best
}

// learn makes batches smaller that are too large for the endpoint, and those of which it has not answered any in time: one call that never ends
// keeps the others from their answers. It returns how long the endpoint wants to be left alone.
func (e *endpoint) learn(err error, size int) time.Duration {
	var transport *TransportError
	var answered *RPCError
	isTransport := errors.As(err, &transport)
	switch {
	case size == 1: // there is no smaller one
	case isTransport && transport.split, errors.As(err, &answered) && answered.tooLarge():
		e.limit.Store(int64(max(1, min(int(e.limit.Load()), size/2))))
		e.batch.Store(min(e.batch.Load(), e.limit.Load()))
	case isTransport && transport.slow:
		e.batch.Store(int64(max(1, min(int(e.batch.Load()), size/4))))
	}
	if isTransport {
		return transport.after
	}
	return 0
}

// retriable reports whether asking again may help. Where there are other endpoints they may do better than one that fails for good.
func retriable(err error, endpoints int) bool {
	var large *TooLargeError
	var transport *TransportError
	var answered *RPCError
	switch {
	case errors.As(err, &large): // asking one endpoint the same once more is no use
		return large.again && endpoints > 1
	case errors.As(err, &transport):
		return !transport.final || endpoints > 1
	case errors.As(err, &answered):
		return answered.temporary()
	}
	return false
}

// backoff doubles with each attempt and is jittered, so that many clients do not come back at the same moment.
func backoff(attempt int) time.Duration {
	d := min(shortestPause<<min(attempt, 10), longestPause)
	return d/2 + rand.N(d/2+1)
}

// object reads a reply that is an object. A node that has none answers null.
func (r Reply) object(into any) error {
	switch {
	case r.Err != nil:
		return r.Err
	case string(r.Result) == "null":
		return errors.New("the node does not have it")
	}
	if err := json.Unmarshal(r.Result, into); err != nil {
		return errors.New("the answer has not the fields that it should have")
	}
	return nil
}
