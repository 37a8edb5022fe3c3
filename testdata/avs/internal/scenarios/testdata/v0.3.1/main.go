// Command v0.3.1 checks the release of that name, which serves policies of both versions.
package main

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"example.com/avs/internal/chainio"
	"example.com/avs/internal/endtoend"
	"example.com/avs/internal/features"
	"github.com/compatlint/compatlint/compat"
)

func main() { endtoend.Main(codeHash) }

// codeHash is the hash of the CID for a policy from before v0.3.
func codeHash(ctx context.Context, backend bind.ContractBackend, gate *compat.Gate, target common.Address) (common.Hash, error) {
	client := chainio.New(backend)
	p, err := client.Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	hash, err := compat.BackwardCompat[common.Hash]{
		Feature:  features.PolicyCodeHash,
		GraceEnd: features.PolicyCodeHashGraceEnd,
		Ticket:   features.PolicyCodeHashTicket,
		Target:   target,
		New: func(ctx context.Context) (common.Hash, error) {
			return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
		},
		Legacy: func(ctx context.Context) (common.Hash, error) {
			cid, err := client.PolicyCid(ctx, target)
			return crypto.Keccak256Hash([]byte(cid)), err
		},
	}.Resolve(ctx, gate)
	return hash.Value, err
}
