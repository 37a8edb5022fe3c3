// Package untested has ignores in its tests.
package untested

// Version is what the tests ask for.
const Version = 3
