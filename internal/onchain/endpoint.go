package onchain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
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
	client   *http.Client
	timeout  time.Duration
	maxReply int64
	pace     *pacer

	nextID   atomic.Uint64
	batch    atomic.Int64 // how many requests it takes at once
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
	e.batch.Store(int64(o.BatchSize))
	return e, nil
}

// secretsOf lists the parts of a URL that must not be printed, the longest first.
func secretsOf(u *url.URL) []string {
	parts := []string{u.String(), u.Host, u.Hostname(), u.EscapedPath(), u.Path, u.RawQuery}
	parts = append(parts, strings.Split(u.Path, "/")...)
	parts = append(parts, strings.Split(u.Hostname(), ".")...) // there are providers whose keys are host names
	for _, values := range u.Query() {
		parts = append(parts, values...)
	}
	if password, ok := u.User.Password(); ok {
		parts = append(parts, password)
	}
	parts = append(parts, u.User.Username(), u.Fragment)
	parts = slices.DeleteFunc(parts, func(part string) bool { return len(part) < 4 })
	slices.SortStableFunc(parts, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(parts)
}

func (e *endpoint) isDown() bool { return e.failures.Load() >= maxFailures }

func (e *endpoint) failed(what string, final bool) *TransportError {
	e.failures.Add(1)
	return &TransportError{Endpoint: e.name, What: what, final: final}
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
	data, err := e.post(ctx, body)
	if err != nil {
		var transport *TransportError
		if errors.As(err, &transport) {
			return nil, transport
		}
		if outer.Err() != nil { // it is the user who stops, or the time for everything that is over
			what, _ := describe(outer.Err())
			return nil, &TransportError{Endpoint: e.name, What: what, final: true}
		}
		failure := e.failed(describe(err))
		failure.late = isTimeout(err)
		return nil, failure
	}
	replies, err := decodeReplies(data, first, len(requests))
	if err != nil {
		return nil, e.failed("its answer is malformed: "+err.Error(), false)
	}
	e.failures.Store(0)
	e.sign(replies)
	return replies, nil
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
	answered.Endpoint, answered.Message = e.name, clean(answered.Message, e.secrets)
}

// post returns the body of the answer.
func (e *endpoint) post(ctx context.Context, body []byte) ([]byte, error) {
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
	data, err := io.ReadAll(io.LimitReader(response.Body, e.maxReply+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > e.maxReply {
		failure := e.failed(fmt.Sprintf("its answer is longer than %d bytes", e.maxReply), false)
		failure.split = true
		return nil, failure
	}
	return data, nil
}

// refused is what an HTTP status other than OK means.
func (e *endpoint) refused(response *http.Response) error {
	status := response.StatusCode
	failure := e.statusError(response)
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

// statusError is refused without the body.
func (e *endpoint) statusError(response *http.Response) *TransportError {
	status := response.StatusCode
	text := fmt.Sprintf("HTTP %d %s", status, http.StatusText(status))
	switch {
	case status >= 300 && status < 400:
		return e.failed(text+": redirects are not followed, name the URL that it leads to", true)
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return e.failed(text+": is the key in the URL right?", true)
	case status == http.StatusRequestEntityTooLarge:
		failure := e.failed(text, false)
		failure.split = true
		return failure
	case status == http.StatusTooManyRequests || status >= 500:
		failure := e.failed(text, false)
		if status == http.StatusTooManyRequests {
			e.failures.Add(-1) // it is there, and busy
		}
		failure.late = status == http.StatusGatewayTimeout || status == statusOriginTimeout
		if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
			failure.after = min(time.Duration(seconds)*time.Second, longestPause)
		}
		return failure
	}
	return e.failed(text, true)
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
