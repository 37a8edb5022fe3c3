package enumeration

import (
	"context"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
)

// Whatever a contract answers, a list has no more addresses than bytes for them, and none that is zero.
func FuzzDecodeAddresses(f *testing.F) {
	f.Add([]byte{})
	f.Add(append(uint256.NewInt(32).PaddedBytes(32), uint256.NewInt(0).PaddedBytes(32)...))
	f.Add(append(append(uint256.NewInt(32).PaddedBytes(32), uint256.NewInt(1).PaddedBytes(32)...), uint256.NewInt(77).PaddedBytes(32)...))
	f.Fuzz(func(t *testing.T, output []byte) {
		addresses, err := decodeAddresses(output, 100)
		if err != nil {
			return
		}
		if len(addresses) > 100 || len(addresses)*wordSize > len(output) {
			t.Errorf("%d addresses from %d bytes", len(addresses), len(output))
		}
		for _, address := range addresses {
			if address == (common.Address{}) {
				t.Error("the zero address")
			}
		}
	})
}

// Whatever is in a log, its address is one, or there is an error.
func FuzzReader(f *testing.F) {
	f.Add("D(address)", 0, make([]byte, 32))
	f.Add("D(uint256[2],bytes32 indexed,address)", 2, make([]byte, 96))
	f.Add("D((string,string) indexed,address indexed)", 1, []byte{})
	f.Fuzz(func(t *testing.T, signature string, argument int, data []byte) {
		byKind, topics, err := readers([]compatregistry.DeploymentEvent{{Signature: signature, Argument: argument}})
		if err != nil {
			return
		}
		for k, r := range byKind {
			log := onchain.Log{Topics: append(topics, make([]common.Hash, k.topics-1)...), Data: data}
			for i := range log.Topics[1:] {
				log.Topics[i+1] = common.BytesToHash(data)
			}
			if address, err := r.read(log); err == nil && address.Cmp(smallest) < 0 {
				t.Errorf("%s", address)
			}
		}
	})
}

// A script answers calls one after the other with lists of the lengths that it has; 255 refuses, 254 is too much.
type script struct {
	lengths []byte
	next    uint64
	calls   int
}

func (s *script) Pinned() onchain.Block                                { return onchain.Block{} }
func (s *script) Code(context.Context, common.Address) ([]byte, error) { return []byte{1}, nil }
func (s *script) Logs(context.Context, onchain.LogQuery) ([]onchain.Log, error) {
	return nil, errors.New("none")
}

func (s *script) Call(context.Context, common.Address, common.Address, []byte) ([]byte, error) {
	length := byte(0)
	if s.calls < len(s.lengths) {
		length = s.lengths[s.calls]
	}
	s.calls++
	switch length {
	case 255:
		return nil, &onchain.Revert{}
	case 254:
		return nil, &onchain.Revert{Fault: true}
	}
	output := append(uint256.NewInt(32).PaddedBytes(32), uint256.NewInt(uint64(length)).PaddedBytes(32)...)
	for range length {
		s.next++
		output = append(output, uint256.NewInt(s.next).PaddedBytes(32)...)
	}
	return output, nil
}

// Whatever pages come, a walk ends, and is done only without an error.
func FuzzPages(f *testing.F) {
	f.Add([]byte{10, 2, 10, 3}, 10, true)
	f.Add([]byte{254, 5, 255, 1, 1, 255}, 10, false)
	f.Fuzz(func(t *testing.T, lengths []byte, page int, fromCount bool) {
		if page < 1 || page > 300 {
			t.Skip("no page")
		}
		paging := compatregistry.PagingStartEnd
		if fromCount {
			paging = compatregistry.PagingStartCount
		}
		e := &compatregistry.Enumerate{Method: "f(uint256,uint256)", Page: page, Paging: paging}
		s := &script{lengths: lengths}
		found, isDone := 0, false
		err := Walk(t.Context(), s, e, Cursor{}, Limits{Targets: 1000}, func(addresses []common.Address, behind Cursor) error {
			found, isDone = found+len(addresses), behind.Done
			if behind.Found != found || behind.Next != uint64(found) {
				t.Errorf("cursor %+v behind %d addresses", behind, found)
			}
			return nil
		})
		if isDone != (err == nil) || found > 1000 || s.calls > len(lengths)+20 {
			t.Errorf("done: %t, error %v, %d addresses, %d calls", isDone, err, found, s.calls)
		}
	})
}

// Whatever size goes well, a stride is between one and its largest, and finds a size that does.
func FuzzStride(f *testing.F) {
	f.Add(uint64(100_000), uint64(3000), []byte{1, 0, 1})
	f.Fuzz(func(t *testing.T, first, allowed uint64, hints []byte) {
		largest := first%2_000_000 + 1
		allowed = allowed%largest + 1
		s := newStride(largest/2+1, largest)
		refused := 0
		for i := range 2000 {
			if s.size < 1 || s.size > largest {
				t.Fatalf("size %d of %d", s.size, largest)
			}
			if s.size <= allowed {
				s.worked()
				continue
			}
			refused++
			hint := uint64(0)
			if i < len(hints) {
				hint = uint64(hints[i])
			}
			if !s.shrink(s.size, hint) {
				t.Fatalf("size %d, and %d is allowed", s.size, allowed)
			}
		}
		if refused > 200 {
			t.Errorf("%d of 2000 were refused, with %d of %d allowed", refused, allowed, largest)
		}
	})
}
