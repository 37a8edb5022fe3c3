package probe

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
)

// enumerate adds the targets that the enumerations of the network name. One that fails is a problem: targets are then left out.
func (s *survey) enumerate(ctx context.Context, snapshot *onchain.Snapshot, targets []target) []target {
	type deployment struct {
		contract string
		address  common.Address
	}
	seen := map[deployment]bool{}
	for _, t := range targets {
		seen[deployment{t.contract, t.address}] = true
	}
	for _, set := range s.network.Addresses {
		if set.Enumerate == nil || len(s.required[set.Contract]) == 0 {
			continue
		}
		err := enumeration.Walk(ctx, snapshot, set.Enumerate, enumeration.Cursor{}, enumeration.Limits{}, func(addresses []common.Address, _ enumeration.Cursor) error {
			for _, address := range addresses {
				d := deployment{set.Contract, address}
				if !seen[d] {
					seen[d] = true
					targets = append(targets, target{set.Contract, address, true})
				}
			}
			return nil
		})
		if err != nil {
			s.problem(fmt.Errorf("enumerate %s: %w", set.Contract, err))
		}
	}
	return targets
}
