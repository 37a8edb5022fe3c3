package onchain

import (
	"context"
	"errors"
	"fmt"
	"net"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// A TransportError is a request that has no answer: nothing is known about what was asked.
type TransportError struct {
	Endpoint string // its name, never its URL
	What     string

	final bool          // to try again is no use
	after time.Duration // how long the endpoint wants to be left alone
	split bool          // the batch was too large
	late  bool          // there was no answer in time
	said  *RPCError     // what the body of an HTTP error says, where it is JSON-RPC
}

func (e *TransportError) Error() string { return e.Endpoint + ": " + e.What }

// An RPCError is an error that a node has answered with.
type RPCError struct {
	Endpoint string
	Code     int
	Message  string // without anything of the endpoint's URL
	Data     []byte // revert data, where there is any

	hint blockRange // what the message says that would do
}

func (e *RPCError) Error() string {
	return fmt.Sprintf("%s: the node answers with error %d: %s", e.Endpoint, e.Code, e.Message)
}

// A DisagreementError is a question on which too few endpoints agree.
type DisagreementError struct {
	Agree, Quorum int
	Answers       int   // different ones
	Err           error // of one that has no answer, or nil
}

func (e *DisagreementError) Error() string {
	text := fmt.Sprintf("no quorum: %d of the %d endpoints that must agree do, with %d different answers", e.Agree, e.Quorum, e.Answers)
	if e.Err != nil {
		text += "; " + e.Err.Error()
	}
	return text
}

func (e *DisagreementError) Unwrap() error { return e.Err }

// Reverted reports whether the node says that the execution of a call has reverted.
func (e *RPCError) Reverted() bool {
	return !e.limited() && !e.Faulted() && (e.Code == 3 || containsAny(e.Message, "revert"))
}

// Faulted reports whether the node says that the execution of a call has failed in another way, such as by running out of gas.
func (e *RPCError) Faulted() bool {
	return !e.limited() && containsAny(e.Message,
		"out of gas", "outofgas", "evm error ", "invalid opcode", "bad instruction", "stack underflow", "stack overflow", "invalid jump",
		"write protection", "return data out of bounds", "gas uint64 overflow")
}

// limited reports whether the error has the code of a limit, whatever it says.
func (e *RPCError) limited() bool {
	return slices.Contains([]int{-32005, -32002, 429, -32029, -32090, -32097}, e.Code)
}

// temporary reports whether the same question may be answered later: limits of the provider, and blocks that have not reached all its nodes.
func (e *RPCError) temporary() bool {
	if e.Reverted() || e.Faulted() { // whose reason may have any words
		return false
	}
	return e.limited() || e.tooLarge() || containsAny(e.Message, "rate limit", "too many requests", "limit exceeded", "exceeded its compute",
		"try again", "timeout", "timed out", "header not found", "unknown block", "missing trie node", "temporarily", "overloaded", "capacity")
}

// tooLarge reports whether the node refuses batches of this size.
func (e *RPCError) tooLarge() bool {
	return containsAny(e.Message, "batch too large", "batch size", "response too large", "batch limit", "too many requests in batch",
		"batch of more than", "maximum batch")
}

func containsAny(text string, parts ...string) bool {
	text = strings.ToLower(text)
	for _, part := range parts {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// describe says in fixed words why a request has failed. Those of package net have the host, and sometimes the URL, in them.
func describe(err error) (what string, final bool) {
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case errors.Is(err, context.Canceled):
		return "cancelled", true
	case errors.Is(err, context.DeadlineExceeded), isTimeout(err):
		return "no answer in time", false
	case errors.As(err, &dns):
		return "its host name cannot be resolved", dns.IsNotFound
	case containsAny(err.Error(), "certificate", "x509", "tls:"):
		return "its TLS certificate is not valid, or it does not speak TLS", true
	case errors.As(err, &op) && op.Op == "dial":
		return "cannot connect", false
	case containsAny(err.Error(), "eof", "reset", "closed", "broken pipe"):
		return "the connection ended before the answer did", false
	}
	return "the request failed", false
}

func isTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// longestMessage is how much of a node's message is kept.
const longestMessage = 200

var urlInText = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://\S*`)

// clean makes the message of a node fit to print: nodes repeat keys and URLs in their errors, and may send anything.
func clean(message string, secrets []string) string {
	message = message[:min(len(message), 1<<16)]
	message = strings.ToValidUTF8(message, "?")
	message = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, message)
	message = urlInText.ReplaceAllString(message, "[URL]")
	for _, secret := range secrets {
		message = replaceFold(message, secret, "[hidden]")
	}
	if runes := []rune(message); len(runes) > longestMessage {
		message = string(runes[:longestMessage]) + "…"
	}
	return message
}

// replaceFold replaces old in text whatever the case of its letters is.
func replaceFold(text, old, replacement string) string {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		text, lower = lower, strings.ToLower(lower)
	}
	var b strings.Builder
	for {
		i := strings.Index(lower, strings.ToLower(old))
		if i < 0 {
			return b.String() + text
		}
		b.WriteString(text[:i])
		b.WriteString(replacement)
		text, lower = text[i+len(old):], lower[i+len(old):]
	}
}

// IsUnanswered reports whether an error says that a question has no answer, or none that can be believed, as opposed to an answer that says no.
func IsUnanswered(err error) bool {
	var transport *TransportError
	var disagreement *DisagreementError
	return errors.As(err, &transport) || errors.As(err, &disagreement)
}
