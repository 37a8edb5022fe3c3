package chainio

import (
	"errors"

	"github.com/compatlint/compatlint/compat"
)

// ErrLegacyPolicy is returned by readers that found out by other means that a policy is from before v0.3.
var ErrLegacyPolicy = errors.New("policy is older than v0.3")

// IsSelectorMiss says whether err means that the called function is not there: ErrLegacyPolicy, or what
// compat.IsSelectorMiss accepts. It looks through wrapping. compat.yaml names it under guards.selector_miss.
func IsSelectorMiss(err error) bool {
	return errors.Is(err, ErrLegacyPolicy) || compat.IsSelectorMiss(err)
}
