package probe

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
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
	arguments, err := parseTypes(need.Returns)
	if err != nil {
		result.Evidence += "; its results are not checked: " + err.Error()
		return nil
	}
	if difference := compareShape(output, arguments, need.Returns); difference != "" {
		result.Shape, result.Verdict = "mismatch", missing
		result.Evidence += "; but " + difference
		return nil
	}
	result.Shape = "ok"
	return nil
}

// compareShape says how an answer differs from values of the given types, or nothing.
func compareShape(output []byte, arguments abi.Arguments, types []string) string {
	words := 0
	isStatic := true
	for _, a := range arguments {
		words += headWords(a.Type)
		isStatic = isStatic && !isDynamic(a.Type)
	}
	want := fmt.Sprintf("(%s)", strings.Join(types, ","))
	switch {
	case len(output)%32 != 0:
		return fmt.Sprintf("it answers %d bytes, which encode nothing, where %s is required", len(output), want)
	case len(output) < 32*words, isStatic && len(output) != 32*words:
		return fmt.Sprintf("it answers %d words where %s has %d: the function has another shape", len(output)/32, want, words)
	case len(types) == 0:
		return ""
	}
	values, err := unpack(arguments, output)
	if err != nil {
		return fmt.Sprintf("its answer is not %s: %v", want, err)
	}
	// What packs to other bytes has a word that its type cannot hold, which lenient decoding lets through.
	packed, err := arguments.Pack(values...)
	if err != nil || isStatic && !bytes.Equal(packed, output) {
		return fmt.Sprintf("its answer has a word that is out of range for %s", want)
	}
	return ""
}

// unpack decodes an answer that may come from anybody.
func unpack(arguments abi.Arguments, output []byte) (values []any, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("it cannot be decoded")
		}
	}()
	return arguments.Unpack(output)
}

// parseTypes reads canonical types, tuples included.
func parseTypes(types []string) (abi.Arguments, error) {
	var arguments abi.Arguments
	for _, text := range types {
		marshaling, err := abi.ParseSelector("f(" + text + ")")
		if err != nil {
			return nil, err
		}
		input := marshaling.Inputs[0]
		t, err := abi.NewType(input.Type, "", input.Components)
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, abi.Argument{Type: t})
	}
	return arguments, nil
}

func isDynamic(t abi.Type) bool {
	switch t.T {
	case abi.StringTy, abi.BytesTy, abi.SliceTy:
		return true
	case abi.ArrayTy:
		return isDynamic(*t.Elem)
	case abi.TupleTy:
		for _, element := range t.TupleElems {
			if isDynamic(*element) {
				return true
			}
		}
	}
	return false
}

// headWords is how many words a value takes where the values stand one after the other.
func headWords(t abi.Type) int {
	switch {
	case isDynamic(t):
		return 1
	case t.T == abi.ArrayTy:
		return t.Size * headWords(*t.Elem)
	case t.T == abi.TupleTy:
		words := 0
		for _, element := range t.TupleElems {
			words += headWords(*element)
		}
		return words
	}
	return 1
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
	for _, pattern := range [][4]byte{{0x5b, 0xd1, 0xe9, 0x95}, {0xa3, 0xc5, 0x9a, 0xc3}} {
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
	}
	if !others[0].sameAs(others[1]) {
		return dispatch.Inconclusive, reason + "; and calls of unknown selectors fare differently from each other", nil
	}
	return dispatch.Present, reason + "; but a call of it fares differently from those of unknown selectors", nil
}

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
