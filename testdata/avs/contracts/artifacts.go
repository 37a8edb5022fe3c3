// Package contracts holds the Solidity sources of the example and the artifacts compiled from them.
//
// The artifacts are what compat.yaml and the bindings are made from, and what tests deploy; generate.sh at the module
// root writes them. Go code that calls the contracts belongs in the bindings and their users, not here.
package contracts

import (
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed artifacts/*.json
var files embed.FS

// Artifact is one compiled contract.
type Artifact struct {
	Name     string          `json:"contractName"`
	ABI      json.RawMessage `json:"abi"`
	Bytecode string          `json:"bytecode"` // creation code in hex
}

// Load returns the artifact of the contract with the given name, and an error when no such contract was compiled.
func Load(name string) (Artifact, error) {
	data, err := files.ReadFile("artifacts/" + name + ".json")
	if err != nil {
		return Artifact{}, fmt.Errorf("contract %s has no artifact, run generate.sh: %w", name, err)
	}
	var a Artifact
	if err := json.Unmarshal(data, &a); err != nil {
		return Artifact{}, fmt.Errorf("artifact of contract %s: %w", name, err)
	}
	return a, nil
}
