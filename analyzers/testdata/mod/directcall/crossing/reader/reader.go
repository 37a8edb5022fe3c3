// Package reader forwards to another package, and others forward to it.
package reader

import "example.com/lint/directcall/crossing/contract"

// A Reader reads a contract.
type Reader struct{ *contract.Contract }

// Read is at depth two.
func (r Reader) Read(note, method string) error { return r.Call(nil, nil, method) }

// Must is at depth three, and the name it is given is the first.
func Must(method string, r Reader) {
	if err := r.Read("owner", method); err != nil {
		panic(err)
	}
}

// Note names a method of its own.
func Note(note string, r Reader) {
	if err := r.Read(note, "owner"); err != nil {
		panic(err)
	}
}

// Through forwards to an interface, behind which anything may be.
func Through(c contract.Caller, method string) error { return c.Call(nil, nil, method) }
