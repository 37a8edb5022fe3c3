// Package dispatch tells whether the bytecode of a contract dispatches a selector.
//
// That the four bytes stand in the code proves nothing: a contract that calls the function on somebody else has them too. So the code is
// run, in go-ethereum's EVM and without a chain, with the selector as its calldata, and what it compares the selector with is observed.
// The same code run with other selectors shows what it does with those it does not know.
//
// [Check] is a pure function of its arguments and bounded in time and memory, whatever the code. What a run needs from the chain, the
// storage of a proxy above all, it names, and the caller asks again with the answers. To fetch those, and to walk from proxy to
// implementation, is the business of package internal/proxies.
package dispatch
