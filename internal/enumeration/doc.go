// Package enumeration finds the deployments of a contract that an enumeration of the registry names: by one call, page by page, one index after
// the other, owner by owner, or in the logs of events.
//
// The contract that is asked, and the node that answers for it, may be anybody's. A walk ends in bounded time with all addresses or with an
// error: what cannot be read completely is never passed off as complete.
package enumeration
