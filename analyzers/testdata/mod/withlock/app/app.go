// Package app calls forwarders of another package.
package app

import "example.com/lint/withlock/lib"

func call(c *lib.Contract) error {
	return c.Call("", "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func note(c *lib.Contract) error { return c.Call("getPolicyCodeHash", "owner") }

func expression(c *lib.Contract) error {
	return (*lib.Contract).Call(c, "", "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func first(c *lib.Contract) error {
	return lib.Both("getPolicyCodeHash", c, "owner") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func second(c *lib.Contract) error {
	return lib.Both("owner", c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// forward is a forwarder of this package to one of the other.
func forward(c *lib.Contract, method string) error { return c.Call("", method) }

func forwarded(c *lib.Contract) error {
	return forward(c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// unlisted calls a forwarder that was written after the lock file.
func unlisted(c *lib.Contract) error {
	return lib.Other(c, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// edited calls what the lock file takes for a forwarder, and is none any more.
func edited(c *lib.Contract) error { return lib.Former(c, "getPolicyCodeHash") }

var _, _, _, _, _, _, _, _ = call, note, expression, first, second, forwarded, unlisted, edited
