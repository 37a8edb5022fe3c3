// Package lib forwards names, and nothing but the lock file tells other packages so.
package lib

import "github.com/ethereum/go-ethereum/accounts/abi/bind"

// A Contract is a wrapper.
type Contract struct{ bound *bind.BoundContract }

// Call has the name as its second parameter.
func (c *Contract) Call(note, method string) error {
	var out []any
	return c.bound.Call(nil, &out, method)
}

// Both has two names.
func Both(first string, c *Contract, second string) error {
	if err := c.Call("", first); err != nil {
		return err
	}
	return c.Call("", second)
}

// Other is not in the lock file.
func Other(c *Contract, method string) error { return c.Call("", method) }
