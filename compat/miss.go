package compat

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/rpc"
)

// IsSelectorMiss reports whether err is what a call of a selector returns that the contract lacks. It can only say
// "maybe": require(false), and a missing selector of another contract called further down, look the same. Use a [Prober]
// where that matters.
//
// It looks through wrapping, also by [errors.Join]. Yes are:
//
//   - a JSON-RPC error that says in the words of a known node that execution reverted, and whose revert data is empty or
//     absent;
//   - the two errors of accounts/abi for an answer that no function of the expected type gives: an empty one (fallback
//     without a result, proxy to an address without code) and one that is not made of whole words.
//
// No is everything else, above all revert data that is not empty (custom errors included, which geth reports in the same
// words as an empty revert), faults of execution (out of gas, invalid opcode), faults of transport, HTTP, rate limits,
// unknown blocks, a context that is done, [bind.ErrNoCode], and the refusals of this package, though they wrap a miss.
// "length insufficient" of accounts/abi is no as well: it means that an answer with another shape came, which a contract
// that has the selector with fewer results gives; to serve legacy then would hide a changed signature.
// Of several joined errors one miss is enough, unless one of the others is of a kind just named.
func IsSelectorMiss(err error) bool {
	if err == nil || isRefusal(err) || isTransport(err) || isMissingState(err) {
		return false
	}
	return judge(err) == miss
}

// isRefusal keeps a caller that wraps one dual path in another from serving what the inner one has refused. A flag that
// could not be read is none of the target's either, although the registry of flags may have met a selector miss itself.
func isRefusal(err error) bool {
	var (
		strict      *LegacyNotSupportedError
		expired     *GraceExpiredError
		unconfirmed *unconfirmedError
		unreadable  *StrictnessReadError
	)
	return errors.As(err, &strict) || errors.As(err, &expired) || errors.As(err, &unconfirmed) || errors.As(err, &unreadable)
}

// transportErrors are the sentinels of a request that brought no usable answer.
var transportErrors = []error{
	context.Canceled, context.DeadlineExceeded, io.EOF, io.ErrUnexpectedEOF,
	rpc.ErrClientQuit, rpc.ErrNoResult, rpc.ErrMissingBatchResponse,
}

// isTransport reports whether the tree of err holds a fault of transport: none came, or what came is no JSON-RPC answer.
func isTransport(err error) bool {
	var (
		http    rpc.HTTPError
		network net.Error
		syntax  *json.SyntaxError
		shape   *json.UnmarshalTypeError
	)
	return slices.ContainsFunc(transportErrors, func(sentinel error) bool { return errors.Is(err, sentinel) }) ||
		errors.As(err, &http) || errors.As(err, &network) || errors.As(err, &syntax) || errors.As(err, &shape)
}

// isMissingState reports whether the node or the chain had nothing to call, which says nothing about selectors.
func isMissingState(err error) bool {
	return errors.Is(err, bind.ErrNoCode) || errors.Is(err, bind.ErrNoPendingState) || errors.Is(err, bind.ErrNoBlockHashState)
}

// A verdict is what one error of a tree says about the selector.
type verdict int

const (
	silent verdict = iota // says nothing: a sentinel, an error of the caller's own
	miss
	otherwise // says that something else went wrong
)

// judge returns the verdict of the tree of errors below err, in which "otherwise" outweighs "miss".
func judge(err error) verdict {
	if re, ok := err.(rpc.Error); ok { //nolint:errorlint // judge walks the tree itself, to see every error of a join
		if isEmptyRevert(re) {
			return miss
		}
		return otherwise
	}
	switch e := err.(type) { //nolint:errorlint // see above
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return judge(inner)
		}
	case interface{ Unwrap() []error }:
		return judgeAll(e.Unwrap())
	}
	if isUnreadable(err.Error()) {
		return miss
	}
	return silent
}

func judgeAll(errs []error) verdict {
	result := silent
	for _, err := range errs {
		if err != nil {
			result = max(result, judge(err))
		}
	}
	return result
}

// The errors of accounts/abi (argument.go and abi.go) for answers that are not what any function of the expected type
// returns. They have no exported values, so that their beginnings are the only handle; a test pins them.
const (
	emptyAnswer  = "abi: attempting to unmarshal an empty string while arguments are expected"
	brokenAnswer = "abi: improperly formatted output: "
)

// isUnreadable reports whether message, of an error that wraps no other, is one of the two.
func isUnreadable(message string) bool {
	return strings.HasPrefix(message, emptyAnswer) || strings.HasPrefix(message, brokenAnswer)
}
