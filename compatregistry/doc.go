// Package compatregistry holds what a service requires of the contracts it calls: the registry compat.yaml (which
// selectors were added, by which feature, and until when contracts without them are served) and the lock file
// compat.lock (which selectors and binding methods there are).
//
// What belongs here: the schema, strict decoding with a position for every error, the rules that a registry has to
// keep, finding the registry of a folder, the lock file with its comparison, and rendering a registry as text. What
// does not: the calendar (package grace), ABIs and signatures (package selectors), reading Go sources, and anything
// that opens a socket.
//
// A [Registry] or [Lock] that was loaded is not modified by this package, so it is safe for concurrent use as long as
// the caller does not modify it either.
package compatregistry
