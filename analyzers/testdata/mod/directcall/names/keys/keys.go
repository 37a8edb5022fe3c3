// Package keys has method names for other packages.
package keys

// Hash is a constant.
const Hash = "getPolicyCodeHash"

// Variable may be changed by anybody.
var Variable = "getPolicyCodeHash"
