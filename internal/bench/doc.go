// Package bench measures what linting costs, against programs that do less and registries that hold less.
//
// The script, internal/bench/run, makes the tables of docs/performance.md: it compares whole programs, and those of others. The benchmarks here
// compare with little but Go, and measure what a package costs. Both work on what package workload makes. loadonly, noopvet and hashself are the
// programs to compare with. Costs of single steps are measured beside their code, such as BenchmarkLoad of package compatregistry.
package bench
