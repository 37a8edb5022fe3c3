// Package compat lets a service call upgradeable contracts of two versions at once, for as long as the older one is
// promised to be served.
//
// A contract that was deployed before a release keeps its implementation, and a call of a selector that this
// implementation lacks reverts with empty data. [BackwardCompat] calls the new selector, tells such a selector miss from
// every other error with [IsSelectorMiss], and serves the legacy path while the feature's grace window is open and its
// strict flag is off. [Gate] holds what the calls on one chain share: the flags, the telemetry, the clock and an
// optional second opinion. Services that write the dual path by hand use [IsSelectorMiss], [Gate.IsStrict] and
// [Gate.RecordLegacy] directly; the analyzers of compatlint accept either form.
//
// # What an error can say
//
// An error alone says "maybe". A function of the new implementation that reverts without a reason, or that calls a
// missing function of another contract, cannot be told from a missing selector by its error. And no error says "fine"
// either: a fallback function that returns a whole word makes a successful call with a value nobody meant. A Gate with a
// [Prober] settles the first case before legacy is served, and the second before New runs if it is a [ProbeFirst] one. Package
// compatprobe has one.
//
// # Transactions
//
// A miss shows when the gas is estimated. A transaction with a gas limit of its own is sent whatever the contract has, and
// fails on chain or, where a fallback function accepts it, does nothing. Use [ProbeFirst] for those: the Prober is
// asked before anything is sent.
//
// # Strict flags
//
// [StrictnessCache] reads them from a registry on chain, keeps them fresh in the background, and keeps the last known value
// while the node is down. It starts goroutines only in its Run, which ends with its context.
//
// # What belongs here
//
// Only what a service links at run time: the decision, its types and its errors. Everything imports no more of
// go-ethereum than a generated binding does already. Reading compat.yaml, analysing code, resolving proxies and running
// bytecode are the business of other packages, and the clock is the Gate's: the environment is not read.
package compat
