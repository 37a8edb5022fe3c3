package chainio

import (
	"log/slog"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
)

// tracedPolicy is a policyReader that logs the duration of every read.
type tracedPolicy struct {
	next policyReader
	log  *slog.Logger
}

// GetPolicyCid implements policyReader.
//
// Right: getPolicyCid() is in every version.
func (t *tracedPolicy) GetPolicyCid(opts *bind.CallOpts) (string, error) {
	defer t.trace("getPolicyCid", time.Now())
	return t.next.GetPolicyCid(opts)
}

// GetPolicyCodeHash implements policyReader.
//
// Wrong: a decorator is one more place where the call happens without a guard. Either the decorator and the interface
// say //compat:requires, or the guard goes below it.
func (t *tracedPolicy) GetPolicyCodeHash(opts *bind.CallOpts) ([32]byte, error) {
	defer t.trace("getPolicyCodeHash", time.Now())
	return t.next.GetPolicyCodeHash(opts)
}

func (t *tracedPolicy) trace(method string, start time.Time) {
	t.log.Debug("policy read", "method", method, "took", time.Since(start))
}
