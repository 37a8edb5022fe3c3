package probe

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// argumentWords is how many zero words follow the selector of a call. Most functions take fewer arguments, and those beyond are ignored.
const argumentWords = 24

func calldata(selector selectors.Selector) []byte {
	return append(selector[:], make([]byte, 32*argumentWords)...)
}

// checkShape calls a function that is there and compares what it returns with what the registry says. A function of an older version may have
// the same selector and other results. A call that is refused, as many are without sensible arguments, says nothing.
func (e *Examiner) checkShape(ctx context.Context, address common.Address, need compatregistry.RequiredSelector, result *Result) error {
	result.Shape = "unchecked"
	output, err := e.Chain.Call(ctx, common.Address{}, address, calldata(need.Selector))
	var revert *onchain.Revert
	switch {
	case errors.As(err, &revert):
		result.Evidence += "; its results are not checked, as a call without arguments is refused"
		return nil
	case err != nil: // the selector is there, and whether its results are right is not known
		result.Verdict, result.Shape = inconclusive, ""
		return fmt.Errorf("%s; its results could not be checked: %w", result.Evidence, err)
	}
	types, err := parseTypes(need.Returns)
	if err != nil {
		result.Evidence += "; its results are not checked: " + err.Error()
		return nil
	}
	if difference := compareShape(output, types); difference != "" {
		result.Shape, result.Verdict = "mismatch", missing
		result.Evidence += "; but " + difference
		return nil
	}
	result.Shape = "ok"
	return nil
}

// call asks the contract itself where its code has not told. A function that is there fares differently from selectors that nobody has; where
// both fare the same nothing is known.
func (e *Examiner) call(ctx context.Context, address common.Address, need compatregistry.RequiredSelector, reason string) (dispatch.Verdict, string, error) {
	own, err := e.try(ctx, address, need.Selector)
	if err != nil {
		return dispatch.Inconclusive, "", fmt.Errorf("%s; %w", reason, err)
	}
	if own.fault {
		return dispatch.Inconclusive, reason + "; a call of it fails: " + own.text, nil
	}
	var others []attempt
	for _, pattern := range strangers {
		stranger := need.Selector
		for i := range stranger {
			stranger[i] ^= pattern[i]
		}
		other, err := e.try(ctx, address, stranger)
		switch {
		case err != nil:
			return dispatch.Inconclusive, "", fmt.Errorf("%s; %w", reason, err)
		case other.fault:
			return dispatch.Inconclusive, reason + "; a call of an unknown selector fails: " + other.text, nil
		case own.sameAs(other):
			return dispatch.Inconclusive, reason + "; a call of it fares like that of an unknown selector", nil
		}
		others = append(others, other)
		if !others[0].sameAs(other) {
			return dispatch.Inconclusive, reason + "; and calls of unknown selectors fare differently from each other", nil
		}
	}
	return dispatch.Present, reason + "; but a call of it fares differently from those of unknown selectors", nil
}

// strangers turn a selector into unknown ones. No bit is turned in all of them: a contract that answers by one bit of the selector does not fare
// the same with all.
var strangers = [][4]byte{{0x5b, 0xd1, 0xe9, 0x95}, {0xa3, 0xc5, 0x9a, 0xc3}, {0xa4, 0x2e, 0x16, 0x6a}}

// An attempt is how a call has ended.
type attempt struct {
	reverted, fault bool
	output          []byte // with the selector masked, which errors repeat
	text            string
}

func (e *Examiner) try(ctx context.Context, address common.Address, selector selectors.Selector) (attempt, error) {
	output, err := e.Chain.Call(ctx, common.Address{}, address, calldata(selector))
	var revert *onchain.Revert
	switch {
	case errors.As(err, &revert):
		return attempt{true, revert.Fault, mask(revert.Data, selector), revert.Text}, nil
	case err != nil:
		return attempt{}, err
	}
	return attempt{output: mask(output, selector)}, nil
}

func mask(data []byte, selector selectors.Selector) []byte {
	return bytes.ReplaceAll(data, selector[:], []byte("****"))
}

func (a attempt) sameAs(b attempt) bool {
	return a.reverted == b.reverted && bytes.Equal(a.output, b.output)
}
