package onchain

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// A TooLargeError is a question whose answer is too much for the node, or for this program: ask for less.
type TooLargeError struct {
	Err error

	hint  blockRange
	again bool // another endpoint may do better
}

func (e *TooLargeError) Error() string { return e.Err.Error() }

func (e *TooLargeError) Unwrap() error { return e.Err }

// Blocks returns how many blocks from the given one on the node says that it allows; 0 where it does not say.
func (e *TooLargeError) Blocks(from uint64) uint64 {
	if e.hint == (blockRange{}) || e.hint.from != from || e.hint.to < from || e.hint.to-from >= 1<<32 {
		return 0
	}
	return e.hint.to - from + 1
}

// A blockRange has both its ends.
type blockRange struct{ from, to uint64 }

// Suggestions look like "[0x6ab0e0, 0x6ab1b1]" (Infura, Alchemy, thirdweb, zkSync) and "retry with the range 100-200" (reth).
var (
	hexRange     = regexp.MustCompile(`\[0x([0-9a-fA-F]{1,16}), ?0x([0-9a-fA-F]{1,16})\]`)
	decimalRange = regexp.MustCompile(`with the range ([0-9]{1,20})-([0-9]{1,20})`)
)

// suggestedRange returns the range that a message says would do, or none.
func suggestedRange(message string) blockRange {
	if !strings.Contains(message, "range") { // as nearly none does
		return blockRange{}
	}
	message = message[:min(len(message), 1<<12)]
	digits, base := hexRange.FindStringSubmatch(message), 16
	if digits == nil {
		digits, base = decimalRange.FindStringSubmatch(message), 10
	}
	if digits == nil {
		return blockRange{}
	}
	from, err := strconv.ParseUint(digits[1], base, 64)
	to, err2 := strconv.ParseUint(digits[2], base, 64)
	if err != nil || err2 != nil {
		return blockRange{}
	}
	return blockRange{from, to}
}

// refusesRange reports whether a node says that a question for logs is about too many blocks, or has too many logs or bytes for an answer. Every
// provider has its own words. To take another refusal for this one costs a few questions more, until there is no smaller one; to wait, as for a
// limit on the rate, would not help.
func (e *RPCError) refusesRange() bool {
	if containsAny(e.Message, "rate limit", "rate-limit", "ratelimit", "too many requests", "per second", "per minute", "daily", "quota", "compute units",
		"throughput", "capacity", "header not found", "unknown block") {
		return false
	}
	return e.hint != blockRange{} || containsAny(e.Message,
		"range", "blocks distance", "too many blocks", "number of requested blocks", "limited to", "at most", "exceeds max", "exceeds limit", "threshold exceeded",
		"query must be smaller", "more than", "too many logs", "too many results", "logs matched", "max results", "response size", "too large", "too big",
		"too wide", "timeout", "timed out", "deadline exceeded", "took too long", "execution aborted")
}

// judgeSize makes a *TooLargeError of the error of a request that went alone and is too large as it is. For logs that is what an endpoint is
// expected to say, so it does not count as a failure of it, unless it hangs.
func (e *endpoint) judgeSize(request Request, err error) error {
	var transport *TransportError
	var answered *RPCError
	isTransport := errors.As(err, &transport)
	if isTransport {
		answered = transport.said
	} else {
		errors.As(err, &answered)
	}
	isLogs := request.Method == logsMethod
	isRefused := answered != nil && (answered.tooLarge() || isLogs && answered.refusesRange())
	isLong := isTransport && transport.split
	if !isRefused && !isLong && !(isLogs && isTransport && transport.slow) {
		return err
	}
	large := &TooLargeError{Err: err, again: isTransport && !isRefused && !(isLogs && isLong)}
	if isRefused {
		large.hint = answered.hint
	}
	if isLogs && (isRefused || isLong) {
		e.failures.Store(0)
	}
	return large
}

// judgeTime makes a *TooLargeError of the error of a call that took too long at every attempt.
func judgeTime(err error) error {
	var large *TooLargeError
	var transport *TransportError
	var answered *RPCError
	isLate := errors.As(err, &transport) && transport.slow ||
		errors.As(err, &answered) && containsAny(answered.Message, "execution aborted", "timeout", "timed out", "took too long")
	if !isLate || errors.As(err, &large) {
		return err
	}
	return &TooLargeError{Err: err}
}
