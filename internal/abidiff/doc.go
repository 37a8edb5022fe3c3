// Package abidiff compares two versions of contracts: it reads ABI files, artifacts, folders of them, Go bindings and modules of the user's
// Go environment, matches the contracts by name, writes what differs, and drafts registry entries for the functions that were added.
//
// What two ABIs differ in is decided in package selectors. Nothing is type-checked, and nothing is written to the user's folders.
package abidiff
