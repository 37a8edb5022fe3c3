// Command noopvet is a vet tool without analyzers, made the usual way. It is what compatlint as a vet tool is measured against.
package main

import "golang.org/x/tools/go/analysis/unitchecker"

func main() { unitchecker.Main() }
