// Package bench measures what linting costs, against programs that do less and registries that hold less.
//
// It holds benchmarks and what they need: a service to lint (testdata/service), registries of any size, and the program
// to compare with (loadonly). Costs of single steps are measured beside their code, such as BenchmarkLoad of package
// compatregistry. Nothing here may be imported. docs/performance.md says how to run it and what came out.
package bench
