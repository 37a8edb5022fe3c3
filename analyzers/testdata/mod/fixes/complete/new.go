package complete

import (
	"context"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
)

// withoutRuntime has to import it.
func (r *reader) withoutRuntime(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `every-error`
	if err != nil {
		return legacy()
	}
	return hash, nil
}
