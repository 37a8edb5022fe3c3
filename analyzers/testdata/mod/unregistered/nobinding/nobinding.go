// Package nobinding imports no binding, and reaches one all the same.
package nobinding

import "example.com/lint/unregistered/holder"

func reached() (string, error) {
	return holder.Policy().GetMetadataCid(nil) // want `^NewtonPolicy\.getMetadataCid`
}

func locked() {
	_, _ = holder.Policy().Owner(nil)
}
