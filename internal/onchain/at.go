package onchain

import (
	"context"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// byHash names a block as EIP-1898 does. A node that follows another head refuses it, where it would answer for the number with what that head has.
type byHash struct {
	Hash      common.Hash `json:"blockHash"`
	Canonical bool        `json:"requireCanonical"`
}

// name is how requests name a block: by its hash where all endpoints can be relied on to know it by that, and otherwise by its number.
func (c *Client) name(ctx context.Context, b Block) any {
	knows := make([]bool, len(c.endpoints))
	var all sync.WaitGroup
	for i, e := range c.endpoints {
		all.Go(func() { knows[i] = c.knowsHashes(ctx, e, b.Hash) })
	}
	all.Wait()
	for _, ok := range knows {
		if !ok {
			return hexutil.EncodeUint64(b.Number)
		}
	}
	return byHash{b.Hash, true}
}

// knowsHashes tries everything that is read of a snapshot. An endpoint that answers for a block that there is not does not look at the hash.
func (c *Client) knowsHashes(ctx context.Context, e *endpoint, hash common.Hash) bool {
	at, nowhere := byHash{hash, true}, byHash{hash, true}
	for i := range nowhere.Hash {
		nowhere.Hash[i] ^= 0xff
	}
	requests := []Request{
		{Method: "eth_getCode", Params: []any{neutral, at}},
		{Method: "eth_getStorageAt", Params: []any{neutral, common.Hash{}, at}},
		{Method: "eth_call", Params: []any{map[string]any{"to": neutral}, at}},
		{Method: "eth_getCode", Params: []any{neutral, nowhere}},
	}
	replies := make([]Reply, len(requests))
	c.round(ctx, []*endpoint{e}, requests, replies, []int{0, 1, 2, 3})
	for _, reply := range replies[:3] {
		if reply.Err != nil {
			return false
		}
	}
	return replies[3].Err != nil
}
