package proxies

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

// facetAddress is the function of the loupe of EIP-2535 that tells to whom a diamond hands a selector.
var facetAddress = selectors.Of("facetAddress(bytes4)")

// askLoupe asks a diamond for its facet. Where the run has found one, the answer only gives the step its name; where the run has settled
// nothing, the answer counts, provided that the function is there: a fallback may answer anything.
func (w *walk) askLoupe(ctx context.Context, found dispatch.Result) (dispatch.Result, error) {
	last := &w.path[len(w.path)-1]
	if w.selector == facetAddress {
		return found, nil
	}
	facet, ok, err := w.facet(ctx)
	switch {
	case err != nil:
		return dispatch.Result{}, err
	case !ok:
		return found, nil
	case found.Next != nil:
		if facet == *found.Next {
			last.Kind = KindDiamond
		}
		return found, nil
	case facet == common.Address{}:
		last.Kind = KindDiamond
		return dispatch.Result{Verdict: dispatch.Missing, Reason: fmt.Sprintf("the loupe of %s names no facet for it", w.context)}, nil
	case facet == w.context: // a function of the diamond itself, which running has not found
		return found, nil
	}
	last.Kind = KindDiamond
	return dispatch.Result{Reason: "the loupe names " + facet.Hex(), Next: &facet}, nil
}

// facet returns what the loupe says. ok is false where there is none that can be believed.
func (w *walk) facet(ctx context.Context) (facet common.Address, ok bool, err error) {
	inner := &walk{Resolver: w.Resolver, selector: facetAddress}
	loupe, err := inner.from(ctx, w.context)
	if err != nil || loupe.Verdict != dispatch.Present {
		return common.Address{}, false, err
	}
	input := make([]byte, 4+32)
	copy(input, facetAddress[:])
	copy(input[4:], w.selector[:])
	output, err := w.reader.Call(ctx, common.Address{}, w.context, input)
	var revert *onchain.Revert
	if errors.As(err, &revert) {
		return common.Address{}, false, nil
	}
	if err != nil {
		return common.Address{}, false, err
	}
	if len(output) != 32 || common.BytesToHash(output[:12]) != (common.Hash{}) {
		return common.Address{}, false, nil
	}
	return common.BytesToAddress(output), true, nil
}
