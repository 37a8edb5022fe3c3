// Package multicall is a hand-written caller of contracts by method name. The names go through a field and an interface, which is why the
// registry lists it under guards.callers.
package multicall

import "github.com/ethereum/go-ethereum/accounts/abi"

// A Contract gathers calls.
type Contract struct {
	ABI   abi.ABI
	calls []call
}

type call struct {
	method string
	args   []any
}

// Call adds one call; the method's name is the first string argument.
func (c *Contract) Call(result any, method string, args ...any) error {
	c.calls = append(c.calls, call{method, args})
	return nil
}

// Run packs the calls.
func (c *Contract) Run() error {
	for _, call := range c.calls {
		if _, err := c.ABI.Pack(call.method, call.args...); err != nil {
			return err
		}
	}
	return nil
}

// A Caller is what users depend on.
type Caller interface {
	Call(result any, method string, args ...any) error
}
