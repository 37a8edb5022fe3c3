// Package strict has a dual path of a feature that is strict already.
package strict

import (
	"context"

	"example.com/lint/bindings/settlement"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/common"
)

func epoch(ctx context.Context, gate *compat.Gate, s *settlement.Settlement, target common.Address) (uint64, error) {
	epoch, err := s.Epoch(nil)
	if compat.IsSelectorMiss(err) && !gate.IsStrict(ctx, "settlement_epoch") {
		gate.RecordLegacy(ctx, "settlement_epoch", target)
		return 1, nil
	}
	return epoch, err
}
