// Package tested has to do with policies in its tests only, which are looked at.
package tested

// Version is what the tests ask for.
const Version = 3
