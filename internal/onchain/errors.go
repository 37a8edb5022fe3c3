package onchain

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/compatlint/compatlint/internal/wording"
)

// A TransportError is a request that has no answer: nothing is known about what was asked.
type TransportError struct {
	Endpoint string // its name, never its URL
	What     string

	final bool          // to try again is no use
	after time.Duration // how long the endpoint wants to be left alone
	split bool          // the batch was too large
	slow  bool          // there was no answer in time
	busy  bool          // the endpoint is there, and wants fewer requests
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
		"try again", "timeout", "timed out", "header not found", "unknown block", "resource not found", "for hash not found", "not currently canonical",
		"missing trie node", "temporarily", "overloaded", "capacity")
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

const (
	longestMessage = 200     // characters of a node's message that are kept
	longestSeen    = 1 << 12 // bytes of it that are looked at
)

// clean makes the message of a node fit to print: nodes repeat keys and URLs in their errors, and may send anything.
func clean(message string, secrets []string) string {
	isCut := len(message) > longestSeen
	message = message[:min(len(message), longestSeen)]
	message = strings.ToValidUTF8(message, "?")
	message = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, message)
	message = wording.WithoutURLs(message)
	message = hide(message, secrets)
	runes := []rune(message)
	if isCut && len(secrets) > 0 { // it may end with a part of a secret, of which the first is the longest
		runes = runes[:max(0, len(runes)-len(secrets[0]))]
	}
	if isCut || len(runes) > longestMessage {
		return string(runes[:min(len(runes), longestMessage)]) + "…"
	}
	return message
}

// Contradicts reports whether an error of Verify says that what was read may be of another chain than it seemed to be. One that only says that
// nothing can be read any more does not.
func Contradicts(err error) bool {
	var reorg *ReorgError
	var chain *ChainError
	var disagreement *DisagreementError
	return errors.As(err, &reorg) || errors.As(err, &chain) || errors.As(err, &disagreement)
}

// Silent reports whether no endpoint has answered, or those that have contradict each other.
func Silent(err error) bool {
	var transport *TransportError
	var disagreement *DisagreementError
	return errors.As(err, &transport) || errors.As(err, &disagreement)
}
