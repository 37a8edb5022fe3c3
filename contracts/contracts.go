// Package contracts holds the Solidity sources of the fixtures and the artifacts compiled from them.
//
// The fixtures are small contracts that each end a call in one way: with a result, without the selector, behind a proxy,
// in a revert or in a fault. Tests of the runtime and of the tools that look at bytecode deploy them. Contracts of the
// example belong in testdata/avs, and Go code that calls contracts belongs with its users.
//
// build/build.js compiles the sources; run npm ci in build once, then npm run build, or npm run check to compare.
package contracts

import (
	"embed"
	"fmt"
)

//go:embed fixtures/artifacts/*.json
var artifacts embed.FS

// Artifact returns the artifact of the fixture with the given contract name: a JSON object with the members
// contractName, abi, bytecode and deployedBytecode, the last two in hex with 0x.
func Artifact(name string) ([]byte, error) {
	data, err := artifacts.ReadFile("fixtures/artifacts/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("no fixture contract %q: write its source into contracts/fixtures and run npm run build: %w", name, err)
	}
	return data, nil
}
