package abidiff

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

// maxFileSize bounds what is read of a file, as for the files that a registry names. The largest artifacts have some megabytes.
const maxFileSize = 32 << 20

// at is an error at a place of a file.
func at(file string, line, column int, format string, args ...any) error {
	position := compatregistry.Position{File: file, Line: line, Column: column}
	return compatregistry.ErrorList{{Position: position, Message: fmt.Sprintf(format, args...)}}
}

// readLimited reads a file, or a pipe, up to the limit.
func readLimited(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFileSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) <= maxFileSize:
		return data, nil
	}
	size := int64(len(data))
	if info, err := file.Stat(); err == nil {
		size = max(size, info.Size())
	}
	return nil, at(path, 1, 1, "file is too large: %d MB or more, and the limit is %d MB", size>>20, maxFileSize>>20)
}

// parseJSON reads an ABI or an artifact. It is called what the artifact says, or else like the file.
func parseJSON(path string, data []byte) (Contract, error) {
	if err := checkForeign(path, data); err != nil {
		return Contract{}, err
	}
	version, err := selectors.ParseVersion(data)
	if err != nil {
		return Contract{}, inFile(path, err)
	}
	return Contract{Name: contractName(path, data), Version: version, File: path}, nil
}

func inFile(path string, err error) error {
	var parse *selectors.ParseError
	if errors.As(err, &parse) {
		return at(path, parse.Line, parse.Column, "%s", parse.Message)
	}
	return at(path, 1, 1, "%s", err)
}

// foreign are the first bytes of what people download or commit in place of an ABI.
var foreign = []struct{ prefix, message string }{
	{"version https://git-lfs.github.com/", "this is a Git LFS pointer, not an ABI: fetch the file with git lfs pull"},
	{"<", "this is HTML or XML, not an ABI: download the file itself, not the page that shows it"},
	{"<<<<<<<", "merge conflict marker: resolve the conflict first"},
	{"// SPDX", "this is source code, not an ABI: compile it with ABI output, such as solc --abi"},
	{"pragma solidity", "this is source code, not an ABI: compile it with ABI output, such as solc --abi"},
}

func checkForeign(path string, data []byte) error {
	text := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	text = bytes.TrimLeft(text, " \t\r\n")
	before := data[:len(data)-len(text)]
	line, column := bytes.Count(before, []byte("\n"))+1, len(before)-bytes.LastIndexByte(before, '\n')
	message, length := "", 0
	for _, f := range foreign {
		if len(f.prefix) > length && bytes.HasPrefix(text, []byte(f.prefix)) {
			message, length = f.message, len(f.prefix)
		}
	}
	if message != "" {
		return at(path, line, column, "%s", message)
	}
	return nil
}

// contractName follows Hardhat, Truffle and Brownie, whose artifacts name the contract, and Foundry and solc, whose files are called like it.
func contractName(path string, data []byte) string {
	var artifact struct {
		ContractName string `json:"contractName"`
	}
	if json.Unmarshal(data, &artifact) == nil && artifact.ContractName != "" {
		return artifact.ContractName
	}
	name := filepath.Base(path)
	for _, extension := range []string{".json", ".abi"} {
		name = strings.TrimSuffix(name, extension)
	}
	if name == "" {
		return filepath.Base(path)
	}
	return name
}

// isABI reports whether a JSON file that nobody named is meant as an ABI: folders hold many others. What is no JSON at all is not
// passed over, as it might be one that was damaged.
func isABI(path string, data []byte) bool {
	if strings.EqualFold(filepath.Ext(path), ".abi") || !json.Valid(data) {
		return true
	}
	var entries []struct {
		Type json.RawMessage `json:"type"`
	}
	if json.Unmarshal(data, &entries) == nil {
		return len(entries) > 0 && slices.Contains(entryTypes, string(entries[0].Type))
	}
	var artifact map[string]json.RawMessage
	return json.Unmarshal(data, &artifact) == nil && artifact["abi"] != nil
}

// entryTypes are the types of ABI entries, in JSON.
var entryTypes = []string{`"function"`, `"event"`, `"error"`, `"constructor"`, `"fallback"`, `"receive"`}
