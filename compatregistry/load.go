package compatregistry

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// FileName is the name under which [Find] looks for registries.
const FileName = "compat.yaml"

// Load reads the registry at path and the ABI files that it names. The error is that of the file system, or an
// [ErrorList] with everything that is wrong with the registry.
func Load(path string) (*Registry, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("read registry: %w", err)
	}
	return Parse(path, data)
}

// Parse is Load with the content of the file given. path is where the positions of errors point to, and its folder is
// where ABI files are looked for. Errors are an [ErrorList].
func Parse(path string, data []byte) (*Registry, error) {
	s, top, errs := parseDocument(path, data)
	if len(errs) > 0 {
		return nil, errs
	}
	digest := sha256.Sum256(data)
	r := &Registry{Path: path, Digest: "sha256:" + hex.EncodeToString(digest[:])}
	b := newBuilder(r, s)
	b.decode(top)
	b.validate()
	if len(b.errors) > 0 {
		return nil, b.errors.sorted()
	}
	return r, nil
}

// readFile reads a file of up to maxFileSize bytes. One byte more is read, by which larger files are recognised.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxFileSize+1))
}
