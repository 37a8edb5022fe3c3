// Command genbindings writes the Go bindings of the example's contracts with abigen's library.
//
// Usage: genbindings [-check], run in the module root. It reads contracts/artifacts and writes bindings/; with -check it
// writes nothing and exits 1 when a committed binding differs from what it would write. Which contracts get which kind of
// binding is decided here; compiling the contracts is generate.sh's business.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"

	"example.com/avs/contracts"
)

//go:generate go run -C ../.. ./internal/genbindings

// binding is one generated Go package: the contract it binds, its package name and abigen's generation.
type binding struct {
	contract string
	pkg      string
	v2       bool
}

// bindings are all packages below bindings/. NewtonPolicyV1 and the proxy have none: the service talks to a legacy
// policy through the functions that both versions share.
var bindings = []binding{
	{contract: "NewtonPolicy", pkg: "policy"},
	{contract: "NewtonPolicy", pkg: "policyv2", v2: true},
	{contract: "PolicyClientRegistry", pkg: "clientregistry"},
	{contract: "TaskManager", pkg: "taskmanager"},
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

// run generates every binding below root, or with check compares it with the file that is there. It reports all
// drifted files, not only the first.
func run(root string, check bool) error {
	var errs []error
	for _, b := range bindings {
		code, err := b.generate()
		if err != nil {
			return err
		}
		path := filepath.Join(root, "bindings", b.pkg, b.pkg+".go")
		if check {
			errs = append(errs, compare(path, code))
			continue
		}
		if err := write(path, code); err != nil {
			return err
		}
	}
	return errors.Join(errs...)
}

// generate returns the source of the binding.
func (b binding) generate() ([]byte, error) {
	artifact, err := contracts.Load(b.contract)
	if err != nil {
		return nil, err
	}
	var (
		types = []string{b.contract}
		abis  = []string{string(artifact.ABI)}
		bins  = []string{artifact.Bytecode}
		code  string
	)
	if b.v2 {
		code, err = abigen.BindV2(types, abis, bins, b.pkg, nil, nil)
	} else {
		code, err = abigen.Bind(types, abis, bins, nil, b.pkg, nil, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("generate binding %s of %s: %w", b.pkg, b.contract, err)
	}
	return []byte(code), nil
}

// compare returns an error when the file at path does not hold code.
func compare(path string, code []byte) error {
	have, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing: run generate.sh and commit the result", path)
	}
	if err != nil {
		return err
	}
	if !bytes.Equal(have, code) {
		return fmt.Errorf("%s is out of date: run generate.sh and commit the result", path)
	}
	return nil
}

// write replaces the file at path by way of a temporary file in the same folder, so that an interrupted run never leaves
// half a binding behind.
func write(path string, code []byte) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, ".genbindings-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	if _, err := tmp.Write(code); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
