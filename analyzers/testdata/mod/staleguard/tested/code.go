// Package tested has ignores in its tests.
package tested

// Version is what the tests ask for.
const Version = 3
