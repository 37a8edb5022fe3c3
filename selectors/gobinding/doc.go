// Package gobinding reads Go sources that were generated from a contract's ABI (abigen v1 and v2, old and new, other
// generators and hand-written wrappers of the same shape) and tells which Go method sends or packs which selector.
//
// It works on one parsed file at a time, without type-checking and without the file's dependencies, so it needs
// neither facts nor export data. What a file is gets decided by its shape, never by its header comment, and bodies are
// trusted before comments, so reformatted bindings with stripped comments are read as well as fresh ones.
//
// What belongs here: the shapes of generated sources. What does not: naming rules that follow from an ABI alone
// (package selectors), finding binding packages, resolving types across files, and the lock file.
//
// Functions of this package are safe for concurrent use. Files handed in are not modified.
package gobinding
