package calldata

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// HexHash sends the selector as a hex literal.
//
// Wrong: 0xe998a088 is getPolicyCodeHash().
func HexHash(ctx context.Context, c Caller, target common.Address) (common.Hash, error) {
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: common.FromHex("0xe998a088")}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return common.BytesToHash(out), nil
}

// ByteHash sends the selector as four bytes.
//
// Wrong: 0x4ccf57fe is policyCodeHash().
func ByteHash(ctx context.Context, c Caller, target common.Address) (common.Hash, error) {
	selector := [4]byte{0x4c, 0xcf, 0x57, 0xfe}
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: selector[:]}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return common.BytesToHash(out), nil
}

// HashedHash computes the selector from the signature.
//
// Wrong: the signature is a constant, so the selector is known.
func HashedHash(ctx context.Context, c Caller, target common.Address) (common.Hash, error) {
	selector := crypto.Keccak256([]byte("getPolicyCodeHash()"))[:4]
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &target, Data: selector}, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("call policy %s: %w", target, err)
	}
	return common.BytesToHash(out), nil
}

// Describe names the policy function that the calldata of a seen call belongs to.
//
// Right: the selectors are compared with what others sent; none is sent from here.
func Describe(data []byte) string {
	if len(data) < 4 {
		return "no function"
	}
	switch selector := hexutil.Encode(data[:4]); selector {
	case "0x08e272d0":
		return "getPolicyCid()"
	case "0xe998a088":
		return "getPolicyCodeHash()"
	default:
		return "unknown function " + selector
	}
}

// IsHashGetter says whether seen calldata reads the public variable of the code hash.
//
// Right: a comparison, as in Describe.
func IsHashGetter(data []byte) bool {
	return len(data) >= 4 && [4]byte(data[:4]) == [4]byte{0x4c, 0xcf, 0x57, 0xfe}
}
