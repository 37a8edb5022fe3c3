// Package lib forwards names. The lock file says so too, but it is out of date: the source counts.
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

// Former was one when the lock file was written.
func Former(c *Contract, method string) error { return c.Call("", "owner") }
