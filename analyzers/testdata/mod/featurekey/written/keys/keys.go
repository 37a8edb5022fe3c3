// Package keys declares names for other packages.
package keys

import "github.com/compatlint/compatlint/compat"

const (
	// CodeHash is registered.
	CodeHash compat.Feature = "policy_code_hash"
	// Codehash is not: it is reported here, and in the packages that use it, which may belong to another module.
	Codehash compat.Feature = "policy_codehash" // want `\[featurekey/unknown\]$`
	// Text is a name for those who make a feature of it.
	Text = "policy_codehash"
)
