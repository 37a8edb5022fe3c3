// Command genbindings writes the Go bindings of the strictness registry with abigen's library.
//
// Usage: genbindings [-check], run in the folder contracts. It reads the committed artifact and writes bindings/; with
// -check it writes nothing and exits 1 when a committed binding differs from what it would write. Compiling the contract is
// generate.sh's business.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"

	"github.com/compatlint/compatlint/contracts"
	"github.com/compatlint/compatlint/internal/atomicfile"
)

// contract is what is bound. Its mixin has no binding of its own: a registry that inherits it has its own ABI.
const contract = "StrictnessRegistry"

// A binding is one generated Go package: its name and abigen's generation.
type binding struct {
	pkg string
	v2  bool
}

var bindings = []binding{
	{pkg: "strictnessregistry"},
	{pkg: "strictnessregistryv2", v2: true},
}

func main() {
	check := flag.Bool("check", false, "compare with the committed bindings instead of writing them")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "genbindings: unexpected argument %q: only the flag -check is known\n", flag.Arg(0))
		os.Exit(2)
	}
	if err := run(".", *check); err != nil {
		fmt.Fprintln(os.Stderr, "genbindings:", err)
		os.Exit(1)
	}
}

// run generates every binding below root, or with check compares it with the file that is there. It reports all files
// that differ, not only the first.
func run(root string, check bool) error {
	var errs []error
	for _, b := range bindings {
		code, err := b.generate()
		if err != nil {
			return err
		}
		file := filepath.Join(root, "bindings", b.pkg, b.pkg+".go")
		if check {
			errs = append(errs, compare(file, code))
		} else {
			errs = append(errs, write(file, code))
		}
	}
	return errors.Join(errs...)
}

// generate returns the source of the binding.
func (b binding) generate() ([]byte, error) {
	data, err := contracts.Artifact(contract)
	if err != nil {
		return nil, err
	}
	var artifact struct {
		ABI      json.RawMessage
		Bytecode string
	}
	if err := json.Unmarshal(data, &artifact); err != nil {
		return nil, fmt.Errorf("artifact of %s: %w", contract, err)
	}
	types, abis, bins := []string{contract}, []string{string(artifact.ABI)}, []string{artifact.Bytecode}
	var code string
	if b.v2 {
		code, err = abigen.BindV2(types, abis, bins, b.pkg, nil, nil)
	} else {
		code, err = abigen.Bind(types, abis, bins, nil, b.pkg, nil, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("generate binding %s of %s: %w", b.pkg, contract, err)
	}
	return []byte(code), nil
}

// compare returns an error unless the file holds the code.
func compare(file string, code []byte) error {
	have, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("run contracts/generate.sh and commit the result: %w", err)
	}
	if !bytes.Equal(have, code) {
		return fmt.Errorf("%s is out of date: run contracts/generate.sh and commit the result", file)
	}
	return nil
}

func write(file string, code []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return atomicfile.Write(file, code)
}
