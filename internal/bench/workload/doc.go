// Package workload makes what the linter is measured on: a service that uses go-ethereum, registries of any size, and a monorepo of many
// packages. The benchmarks and the script internal/bench/run share it. It measures nothing.
package workload
