// Package onchain reads from Ethereum nodes that may be slow, wrong or hostile.
//
// It speaks JSON-RPC over HTTP: requests in batches, with timeouts, retries, rate limits and replies of bounded size, to one endpoint or to
// several of which a quorum must agree, and all at one pinned block. An element of a batch that has no answer has an error of its own; no
// failure of transport ever looks like the answer of a contract. What is printed of an error never has a part of an endpoint's URL in it.
//
// Which contracts to look at, and what the answers mean, is the business of packages proxies and probe.
package onchain
