// Package contracts holds the Solidity sources of the strictness registry, of its mixin for upgradeable registries, and of
// the fixtures, with the artifacts compiled from them. docs/contracts.md describes the registry.
//
// The fixtures are small contracts that each end a call in one way: with a result, without the selector, behind a proxy,
// in a revert or in a fault. Tests of the runtime and of the tools that look at bytecode deploy them. The folder example
// shows how an existing registry adopts the mixin. Contracts of the example service belong in testdata/avs, and Go code that
// calls contracts belongs with its users; of bindings, only those of the strictness registry are here, in bindings.
//
// generate.sh compiles the sources and generates the bindings, and with -check compares.
package contracts

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

//go:embed artifacts/*.json fixtures/artifacts/*.json example/artifacts/*.json
var artifacts embed.FS

// folders are the folders with artifacts. Contract names are unique across them.
var folders = []string{"artifacts", "fixtures/artifacts", "example/artifacts"}

// Artifact returns the artifact of the contract with the given name: a JSON object with the members contractName, abi,
// bytecode and deployedBytecode, the last two in hex with 0x. The artifacts of the strictness registry and of the folder
// example also have storageLayout, a list of objects with label, type, slot, offset and bytes.
func Artifact(name string) ([]byte, error) {
	for _, folder := range folders {
		data, err := artifacts.ReadFile(path.Join(folder, name+".json"))
		if err == nil {
			return data, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("no contract %q: write its source into contracts/fixtures and run contracts/generate.sh: %w", name,
		fs.ErrNotExist)
}
