// Package oracle tests the guard engine against execution: it generates functions that use a registered selector, runs each with every
// outcome of its calls, every state of the flag and every turn of its free conditions, and compares what it did with what the analyzers
// say. Whatever they accept has to behave, as SPEC section 6 defines it.
//
// What belongs here is test support only:
//
//   - the generator. Most functions come from shapes (shapes.go and the files named after them) that behave by construction: a random tree
//     of conditions (tree.go) splits the six classes of a call's result, and what stands at its leaves (endings.go) is allowed there.
//     Mutations (mutate.go) then change them as programmers do by mistake. Others are put together without any sense (wild.go).
//   - the comparison of one chunk of functions (chunk.go, analyze.go, execute.go) and the count of its results (tally.go).
//
// The functions run on package example.com/lint/guards/generated of the analyzers' test module, which holds the rules of behaviour.
//
// Every function depends on the seed and its number alone, so that any one can be made again:
//
//	go test ./internal/oracle -functions 20000 -seed 5 -v
package oracle
