package complete

import (
	"context"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"github.com/compatlint/compatlint/compat"
)

var _ compat.Feature

// lastOfImport is the only function of the file that needs strings.
func (r *reader) lastOfImport(ctx context.Context, opts *bind.CallOpts) ([32]byte, error) {
	hash, err := r.policy.GetPolicyCodeHash(opts) // want `not-a-classifier`
	if err != nil && strings.HasPrefix(err.Error(), "execution reverted") {
		return legacy()
	}
	return hash, err
}
