package chainio

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
)

// VersionCheck finds out what a policy can do from the version it says it has.
type VersionCheck struct{ Client *Client }

// HasCodeHash says whether the policy is v0.3 or later. compat.yaml names it under guards.supports.
//
// Right: version() is in every version of the contract, so the probe itself needs no guard.
func (v *VersionCheck) HasCodeHash(ctx context.Context, target common.Address) (bool, error) {
	p, err := v.Client.Policy(target)
	if err != nil {
		return false, err
	}
	version, err := p.Version(&bind.CallOpts{Context: ctx})
	if err != nil {
		return false, fmt.Errorf("version of policy %s: %w", target, err)
	}
	return atLeast(version, 0, 3)
}

// atLeast says whether a version such as "0.3.0" is major.minor or later.
func atLeast(version string, major, minor int) (bool, error) {
	parts := strings.SplitN(version, ".", 3)
	if len(parts) < 2 {
		return false, fmt.Errorf("version %q is not of the form major.minor.patch", version)
	}
	gotMajor, errMajor := strconv.Atoi(parts[0])
	gotMinor, errMinor := strconv.Atoi(parts[1])
	if errMajor != nil || errMinor != nil {
		return false, fmt.Errorf("version %q is not of the form major.minor.patch", version)
	}
	return gotMajor > major || gotMajor == major && gotMinor >= minor, nil
}
