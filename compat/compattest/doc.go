// Package compattest helps to test services that use package compat: fakes of what a Gate holds, a clock that is set by
// hand, the errors that nodes send, and a registry of strict flags that lives in memory.
//
// All fakes are safe for concurrent use, and their zero values are ready to use. Nothing here needs a node; to test
// against real contracts, use ethclient/simulated and package contracts.
package compattest
