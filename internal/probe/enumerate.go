package probe

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/selectors"
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
		addresses, err := enumerated(ctx, snapshot, set.Enumerate)
		if err != nil {
			s.problem(fmt.Errorf("enumerate %s by %s of %s: %w", set.Contract, set.Enumerate.Method, set.Enumerate.From, err))
			continue
		}
		for _, address := range addresses {
			d := deployment{set.Contract, address}
			if !seen[d] {
				seen[d] = true
				targets = append(targets, target{set.Contract, address, true})
			}
		}
	}
	return targets
}

func enumerated(ctx context.Context, snapshot *onchain.Snapshot, e *compatregistry.Enumerate) ([]common.Address, error) {
	signature, err := selectors.ParseSignature(e.Method)
	if err != nil {
		return nil, err
	}
	if len(signature.Inputs) > 0 {
		return nil, errors.New("the method has parameters: compatctl crawl walks such enumerations")
	}
	selector := selectors.Of(e.Method)
	output, err := snapshot.Call(ctx, common.Address{}, e.From, selector[:])
	if err != nil {
		return nil, err
	}
	return decodeAddresses(output)
}

// decodeAddresses reads the encoding of one address[]. It never makes more of it than it has bytes.
func decodeAddresses(output []byte) ([]common.Address, error) {
	if len(output) == 0 {
		return nil, errors.New("the answer is empty: is this the right contract and method?")
	}
	offset, ok := smallNumber(output, 0)
	if !ok || offset%32 != 0 {
		return nil, errors.New("the answer is no list of addresses")
	}
	count, ok := smallNumber(output, offset)
	if !ok || count > (len(output)-offset-32)/32 {
		return nil, errors.New("the answer is a list that is longer than the answer")
	}
	addresses := make([]common.Address, count)
	for i := range addresses {
		word := output[offset+32*(i+1):][:32]
		if common.BytesToHash(word[:12]) != (common.Hash{}) {
			return nil, fmt.Errorf("element %d of the answer is no address", i)
		}
		addresses[i] = common.BytesToAddress(word)
		if addresses[i] == (common.Address{}) {
			return nil, fmt.Errorf("element %d of the answer is the zero address", i)
		}
	}
	return addresses, nil
}

// smallNumber reads a word that is a number no larger than the length of the data.
func smallNumber(data []byte, at int) (int, bool) {
	if at < 0 || at+32 > len(data) {
		return 0, false
	}
	n := new(uint256.Int).SetBytes(data[at : at+32])
	if !n.IsUint64() || n.Uint64() > uint64(len(data)) {
		return 0, false
	}
	return int(n.Uint64()), true
}
