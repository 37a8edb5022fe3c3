// Command v0.3.0 checks the release of that name, the one of the incident: it requires getPolicyCodeHash().
package main

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/chainio"
	"example.com/avs/internal/endtoend"
	"github.com/compatlint/compatlint/compat"
)

func main() { endtoend.Main(codeHash) }

// codeHash fails on a policy from before v0.3.
func codeHash(ctx context.Context, backend bind.ContractBackend, _ *compat.Gate, target common.Address) (common.Hash, error) {
	p, err := chainio.New(backend).Policy(target)
	if err != nil {
		return common.Hash{}, err
	}
	return p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx})
}
