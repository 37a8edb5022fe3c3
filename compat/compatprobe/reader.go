package compatprobe

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	ethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

// reader reads the chain at one block, and nothing twice.
type reader struct {
	chain Chain
	block *big.Int
	codes map[common.Address][]byte
	slots map[slot]common.Hash
}

type slot struct {
	account common.Address
	key     common.Hash
}

func newReader(chain Chain, block uint64) *reader {
	return &reader{
		chain: chain, block: new(big.Int).SetUint64(block),
		codes: make(map[common.Address][]byte), slots: make(map[slot]common.Hash),
	}
}

func (r *reader) code(ctx context.Context, account common.Address) ([]byte, error) {
	if code, ok := r.codes[account]; ok {
		return code, nil
	}
	code, err := r.chain.CodeAt(ctx, account, r.block)
	if err != nil {
		return nil, fmt.Errorf("code of %s: %w", account, err)
	}
	r.codes[account] = code
	return code, nil
}

func (r *reader) storage(ctx context.Context, account common.Address, key common.Hash) (common.Hash, error) {
	at := slot{account, key}
	if value, ok := r.slots[at]; ok {
		return value, nil
	}
	data, err := r.chain.StorageAt(ctx, account, key, r.block)
	if err != nil {
		return common.Hash{}, fmt.Errorf("slot %s of %s: %w", key, account, err)
	}
	if len(data) != common.HashLength {
		return common.Hash{}, fmt.Errorf("slot %s of %s: the node sent %d bytes instead of a word", key, account, len(data))
	}
	r.slots[at] = common.BytesToHash(data)
	return r.slots[at], nil
}

// call asks a contract on behalf of another one.
func (r *reader) call(ctx context.Context, from, to common.Address, input string) ([]byte, error) {
	output, err := r.chain.CallContract(ctx, ethereum.CallMsg{From: from, To: &to, Data: []byte(input)}, r.block)
	var re rpc.Error
	switch {
	case err == nil:
		return output, nil
	case errors.As(err, &re) && strings.Contains(strings.ToLower(re.Error()), "revert"):
		return nil, fmt.Errorf("%w: it asks %s, which reverts: %w", ErrInconclusive, to, err)
	}
	return nil, fmt.Errorf("call of %s: %w", to, err)
}
