// Package untested has to do with policies in its tests only.
package untested

// Version is what the tests ask for.
const Version = 3
