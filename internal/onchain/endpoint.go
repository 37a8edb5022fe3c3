package onchain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A Request is one call of a JSON-RPC method.
type Request struct {
	Method string
	Params []any

	// canonical returns what two results have in common that say the same; without it that is their text.
	canonical func(json.RawMessage) (string, error)
}

// A Reply is the answer to a Request, or why there is none.
type Reply struct {
	Result json.RawMessage
	Err    error
}

// An endpoint is one URL. Nothing but exchange sees it.
type endpoint struct {
	name     string
	url      string
	secrets  []string // parts of the URL, which no text may have in it
	others   []string // those of all endpoints
	client   *http.Client
	timeout  time.Duration
	maxReply int64
	pace     *pacer

	nextID   atomic.Uint64
	limit    atomic.Int64 // how many requests it takes at once
	batch    atomic.Int64 // how many it is sent, which are fewer where one has kept it busy
	failures atomic.Int64 // exchanges that failed one after the other
}

// maxFailures is how often in a row an endpoint may fail before it is not asked any more: a long walk ends soon when its node is gone.
const maxFailures = 8

func newEndpoint(name, text string, o Options) (*endpoint, error) {
	u, err := url.Parse(strings.TrimSpace(text))
	switch {
	case err != nil || u.Host == "": // the error has the URL in it
		return nil, fmt.Errorf("%s: this is no URL: it looks like https://host/path", name)
	case u.Scheme == "ws" || u.Scheme == "wss":
		return nil, fmt.Errorf("%s: WebSocket URLs are not supported: take the provider's https URL", name)
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%s: the URL must begin with https:// or http://", name)
	}
	e := &endpoint{
		name: name, url: u.String(), secrets: secretsOf(u), timeout: o.Timeout, maxReply: o.MaxReply, pace: &pacer{interval: o.interval()},
		client: &http.Client{
			Transport:     o.transport,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
	e.limit.Store(int64(o.BatchSize))
	e.batch.Store(int64(o.BatchSize))
	return e, nil
}

func (e *endpoint) isDown() bool { return e.failures.Load() >= maxFailures }

// failed is an exchange of so many requests that has failed. An endpoint that is there, and busy or asked for too much, is not on its way down.
func (e *endpoint) failed(failure *TransportError, requests int) *TransportError {
	if !failure.busy && (!failure.split || requests == 1) {
		e.failures.Add(1)
	}
	failure.Endpoint = e.name
	return failure
}

// exchange sends requests as one batch and returns a reply for each, in their order, or the error of all of them.
func (e *endpoint) exchange(ctx context.Context, requests []Request) ([]Reply, error) {
	if e.isDown() {
		return nil, &TransportError{Endpoint: e.name, What: fmt.Sprintf("not asked any more after %d failures in a row", maxFailures), final: true}
	}
	if err := e.pace.wait(ctx); err != nil {
		what, _ := describe(err)
		return nil, &TransportError{Endpoint: e.name, What: what, final: true}
	}
	outer := ctx
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	first := e.nextID.Add(uint64(len(requests))) - uint64(len(requests)) + 1
	body, err := encodeRequests(requests, first)
	if err != nil {
		return nil, err
	}
	data, err := e.post(ctx, body, min(e.maxReply, expected(requests)))
	if err != nil {
		var transport *TransportError
		if errors.As(err, &transport) {
			return nil, e.failed(transport, len(requests))
		}
		if outer.Err() != nil { // it is the user who stops, or the time for everything that is over
			what, _ := describe(outer.Err())
			return nil, &TransportError{Endpoint: e.name, What: what, final: true}
		}
		what, final := describe(err)
		return nil, e.failed(&TransportError{What: what, final: final, slow: ctx.Err() != nil}, len(requests))
	}
	replies, err := decodeReplies(data, first, len(requests))
	if err != nil {
		return nil, e.failed(&TransportError{What: "its answer is malformed: " + err.Error()}, len(requests))
	}
	e.failures.Store(0)
	e.batch.Store(min(e.limit.Load(), e.batch.Load()+1))
	e.sign(replies)
	return replies, nil
}

// expected is how long the answer to requests may be: what an honest one may have, and room for messages. A node that sends more keeps nothing
// but itself busy, however many of them there are.
func expected(requests []Request) int64 {
	const room = 64 << 10
	var total int64
	for _, r := range requests {
		switch r.Method {
		case "eth_chainId", "eth_getStorageAt":
			total += room
		case "eth_getCode":
			total += 2*MaxCode + room
		case "eth_getBlockByNumber":
			total += 4 << 20 // the hashes of its transactions
		default:
			return math.MaxInt64 - 1
		}
	}
	return total
}

// sign puts the name of the endpoint to errors, and takes its URL from their messages.
func (e *endpoint) sign(replies []Reply) {
	for _, reply := range replies {
		var answered *RPCError
		var missing *TransportError
		switch {
		case errors.As(reply.Err, &answered):
			e.signError(answered)
		case errors.As(reply.Err, &missing):
			missing.Endpoint = e.name
		}
	}
}

// signError is sign for one error.
func (e *endpoint) signError(answered *RPCError) {
	answered.hint = suggestedRange(answered.Message) // which may be behind the part of the message that is kept
	answered.Endpoint, answered.Message = e.name, hide(clean(answered.Message, e.secrets), e.others)
}

// post returns the body of the answer, which may have so many bytes when it is decompressed.
func (e *endpoint) post(ctx context.Context, body []byte, most int64) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, e.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	response, err := e.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, e.refused(response)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, &TransportError{What: fmt.Sprintf("its answer is longer than %d bytes", most), split: true}
	}
	return data, nil
}

// refused is what an HTTP status other than OK means.
func (e *endpoint) refused(response *http.Response) *TransportError {
	status := response.StatusCode
	failure := statusError(response)
	if status == http.StatusBadRequest || status == http.StatusRequestEntityTooLarge || status >= 500 { // where some say what they refuse
		failure.said = e.errorBody(response.Body)
	}
	return failure
}

// errorBody reads the body of an HTTP error that is an error of JSON-RPC, or nothing.
func (e *endpoint) errorBody(body io.Reader) *RPCError {
	const enough = 1 << 16
	data, err := io.ReadAll(io.LimitReader(body, enough))
	if err != nil {
		return nil
	}
	messages, err := decodeMessages(data, 1)
	if err != nil || len(messages) == 0 || messages[0].Error == nil {
		return nil
	}
	answered := messages[0].Error.decode()
	e.signError(answered)
	return answered
}

// statusError is what a status says by itself.
func statusError(response *http.Response) *TransportError {
	status := response.StatusCode
	failure := &TransportError{What: fmt.Sprintf("HTTP %d %s", status, http.StatusText(status))}
	switch {
	case status >= 300 && status < 400:
		failure.What += ": redirects are not followed, name the URL that it leads to"
		failure.final = true
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		failure.What += ": is the key in the URL right?"
		failure.final = true
	case status == http.StatusRequestEntityTooLarge:
		failure.split = true
	case status == http.StatusTooManyRequests || status >= 500:
		failure.busy = status == http.StatusTooManyRequests
		failure.slow = status == http.StatusGatewayTimeout || status == statusOriginTimeout
		if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
			failure.after = min(time.Duration(seconds)*time.Second, longestPause)
		}
	default:
		failure.final = true
	}
	return failure
}

// statusOriginTimeout is what Cloudflare answers for a node behind it that does not.
const statusOriginTimeout = 524

// A pacer keeps requests an interval apart.
type pacer struct {
	interval time.Duration
	mu       sync.Mutex
	next     time.Time
}

func (p *pacer) wait(ctx context.Context) error {
	if p.interval == 0 {
		return ctx.Err()
	}
	p.mu.Lock()
	now := time.Now()
	at := p.next
	if at.Before(now) {
		at = now
	}
	p.next = at.Add(p.interval)
	p.mu.Unlock()
	return pause(ctx, at.Sub(now))
}

// pause waits, unless the context is done before.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return ctx.Err()
	}
}
