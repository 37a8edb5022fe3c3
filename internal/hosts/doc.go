// Package hosts holds the tests that run the suite in the hosts that people use, with the hosts' own programs: the standalone command, go vet,
// golangci-lint, pre-commit, and Bazel's nogo. It has no code of its own.
//
// What one host alone does (its flags, its caches, its messages) is tested beside the code of that host.
package hosts
