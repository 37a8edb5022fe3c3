package strictness

import (
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"

	bindings "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
	"github.com/compatlint/compatlint/internal/onchain"
)

// longestData is how much revert data is printed.
const longestData = 68

// Explain says in words why a registry refuses a call.
func Explain(revert *onchain.Revert) string {
	if len(revert.Data) >= 4 {
		if known, err := contract.UnpackError(revert.Data); err == nil {
			return explainCustom(known)
		}
		if reason, err := abi.UnpackRevert(revert.Data); err == nil {
			return onchain.Redact(reason, "")
		}
	}
	switch {
	case revert.Fault:
		return revert.Text
	case len(revert.Data) == 0:
		return "it reverts without a reason"
	case len(revert.Data) > longestData:
		return fmt.Sprintf("it reverts with %s… (%d bytes)", hexutil.Encode(revert.Data[:longestData]), len(revert.Data))
	}
	return "it reverts with " + hexutil.Encode(revert.Data)
}

// explainCustom says what a custom error of the registry means.
func explainCustom(known any) string {
	switch e := known.(type) {
	case *bindings.StrictnessRegistryNotFeatureAdmin:
		return fmt.Sprintf("%s is neither the owner nor the admin of the feature", e.Account)
	case *bindings.StrictnessRegistryOwnableUnauthorizedAccount:
		return fmt.Sprintf("%s may not do this", e.Account)
	case *bindings.StrictnessRegistryZeroFeature:
		return "the key 0 is no feature"
	}
	return fmt.Sprintf("%T", known)
}
