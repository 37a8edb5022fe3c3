// Command gen writes the bindings of the test module with abigen's library: run it in the module root after a change to abi/.
//
// The packages bindings/constabi and bindings/handwritten are not its business: no abigen of today writes them.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

//go:generate go run -C ../.. ./internal/gen

// A binding is one package below bindings/.
type binding struct {
	pkg     string
	typ     string // the contract's name
	abi     string // its file below abi/
	v2      bool
	aliases map[string]string
}

var bindings = []binding{
	{pkg: "policy", typ: "NewtonPolicy", abi: "NewtonPolicy"},
	{pkg: "policyv2", typ: "NewtonPolicy", abi: "NewtonPolicy", v2: true},
	{pkg: "aliased", typ: "NewtonPolicy", abi: "NewtonPolicy", aliases: map[string]string{"getPolicyCodeHash": "codeDigest", "owner": "policyCodeHash", "policyCodeHash": "owner"}},
	{pkg: "aliasedv2", typ: "NewtonPolicy", abi: "NewtonPolicy", v2: true, aliases: map[string]string{"getPolicyCodeHash": "codeDigest"}},
	{pkg: "verifier", typ: "Verifier", abi: "Verifier"},
	{pkg: "verifierv2", typ: "Verifier", abi: "Verifier", v2: true},
	{pkg: "reordered", typ: "Verifier", abi: "VerifierReordered"},
	{pkg: "taskmanager", typ: "TaskManager", abi: "TaskManager"},
	{pkg: "settlement", typ: "Settlement", abi: "Settlement"},
	{pkg: "shapes", typ: "Shapes", abi: "Shapes"}, // every kind of type and name there is, for the tests of internal/bindings
	{pkg: "shapesv2", typ: "Shapes", abi: "Shapes", v2: true},
	{pkg: "oracle", typ: "Oracle", abi: "Oracle"},
	{pkg: "oraclev2", typ: "Oracle", abi: "Oracle", v2: true},
}

func main() {
	for _, b := range bindings {
		if err := b.write(); err != nil {
			fmt.Fprintf(os.Stderr, "gen: binding %s: %v\n", b.pkg, err)
			os.Exit(1)
		}
	}
}

func (b binding) write() error {
	abi, err := os.ReadFile(filepath.Join("abi", b.abi+".json"))
	if err != nil {
		return err
	}
	types, abis, code := []string{b.typ}, []string{string(abi)}, []string{""}
	var source string
	if b.v2 {
		source, err = abigen.BindV2(types, abis, code, b.pkg, nil, b.aliases)
	} else {
		source, err = abigen.Bind(types, abis, code, nil, b.pkg, nil, b.aliases)
	}
	if err != nil {
		return err
	}
	return replace(filepath.Join("bindings", b.pkg, b.pkg+".go"), []byte(source))
}

// replace writes a file by way of a temporary one beside it, so that an interrupted run leaves no half file.
func replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temporary := path + ".tmp"
	if err := os.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}
