package compatregistry

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	// compiledMinimum is the size in bytes up to which registries are read from their text: that takes a few milliseconds.
	compiledMinimum = 64 << 10
	// compiledPrefix begins the names of all files in a cache folder, compiledSuffix ends those of whole entries.
	compiledPrefix, compiledSuffix = "registry-", ".bin"
	// compiledAge is how long an entry is kept. Each change of a registry leaves one behind that is never read again.
	compiledAge = 30 * 24 * time.Hour
	// compiledSweep bounds how many files of a cache folder are looked at for their age.
	compiledSweep = 1000
)

// errStale says that an entry was made with other ABI files.
var errStale = errors.New("an ABI file has changed since")

// LoadCompiled is [Load] with a memory: of a valid registry of more than 64 KiB it keeps the decoded form in cacheDir,
// which it makes if need be, and reads that the next time. The result is the same as Load's. An entry is used as long as
// path, the bytes of the registry and of the ABI files that it names, and the running program are the ones it was made
// with; entries that are more than 30 days old are removed when a new one is written. cacheDir "" means no cache.
//
// The errors are those of Load: a cache folder that cannot be read or written, or a damaged entry, costs time only.
// Processes and goroutines may share a cache folder.
func LoadCompiled(path, cacheDir string) (*Registry, error) {
	entry, err := findCompiled(path, cacheDir)
	if err != nil {
		return Load(path)
	}
	if r, err := entry.read(); err == nil {
		return r, nil
	}
	r, err := Load(path)
	if err == nil && r.Digest == entry.digest { // otherwise the file has changed since it was hashed
		_ = entry.write(r) // without an entry the next process reads the text again
	}
	return r, err
}

// A compiledEntry is the place in a cache folder for the compiled form of a registry.
type compiledEntry struct {
	registry string // path as the caller wrote it
	digest   string // as Registry.Digest
	file     string
}

// findCompiled says where the compiled form of the registry at path is kept. The error says why it is kept nowhere.
func findCompiled(path, cacheDir string) (compiledEntry, error) {
	if cacheDir == "" {
		return compiledEntry{}, errors.New("there is no cache folder")
	}
	if err := checkRegular(path); err != nil {
		return compiledEntry{}, err
	}
	sum, size, err := hashFile(path)
	if err != nil {
		return compiledEntry{}, err
	}
	if size <= compiledMinimum {
		return compiledEntry{}, errors.New("the registry is small")
	}
	program, err := programID()
	if err != nil {
		return compiledEntry{}, err
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return compiledEntry{}, err
	}
	digest := "sha256:" + hex.EncodeToString(sum[:])
	key := sha256.New()
	fmt.Fprintf(key, "%q %q %q %q", compiledFormat, program, absolute, digest)
	name := compiledPrefix + hex.EncodeToString(key.Sum(nil)) + compiledSuffix
	return compiledEntry{registry: path, digest: digest, file: filepath.Join(cacheDir, name)}, nil
}

// hashFile returns the SHA-256 of a file and its size. It reads no more than readFile, and keeps nothing in memory.
func hashFile(path string) (sum [sha256.Size]byte, size int64, err error) {
	file, err := os.Open(path)
	if err != nil {
		return sum, 0, err
	}
	defer file.Close()
	hash := sha256.New()
	size, err = io.Copy(hash, io.LimitReader(file, maxFileSize+1))
	hash.Sum(sum[:0])
	return sum, size, err
}

// read returns the registry as Load would. The error says why Load has to.
func (e compiledEntry) read() (*Registry, error) {
	if err := checkRegular(e.file); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(e.file) // allocates once, which readFile does not
	if err != nil {
		return nil, err
	}
	c, err := decodeCompiled(data, e.registry)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.file, err)
	}
	for _, s := range c.sources {
		if !s.isCurrent(e.registry) {
			return nil, errStale
		}
	}
	r := c.registry
	r.Path, r.Digest = e.registry, e.digest
	r.index()
	return r, nil
}

// index fills the tables of a decoded registry.
func (r *Registry) index() {
	r.contracts = make(map[string]*Contract, len(r.Contracts))
	for _, c := range r.Contracts {
		r.contracts[c.Name] = c
	}
	r.features = make(map[string]*Feature, len(r.Features))
	r.folded = make(map[string]*Feature, len(r.Features))
	for _, f := range r.Features {
		r.features[f.Name] = f
		r.folded[fold(f.Name)] = f
	}
}

// write stores a valid registry, and makes room by removing old entries.
func (e compiledEntry) write(r *Registry) error {
	c, err := compile(r)
	if err != nil {
		return err
	}
	data := encodeCompiled(c, e.registry)
	if len(data) > maxFileSize {
		return errors.New("the compiled registry is larger than what is read")
	}
	dir := filepath.Dir(e.file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := replaceFile(e.file, data); err != nil {
		return err
	}
	return removeOld(dir, time.Now().Add(-compiledAge))
}

// replaceFile writes a file as a whole or not at all, so that nobody reads a part of it.
func replaceFile(path string, data []byte) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), compiledPrefix+"*.tmp")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temporary.Name()) }() // fails after the rename, when there is nothing left to remove
	_, err = temporary.Write(data)
	if err = errors.Join(err, temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

// removeOld removes entries, and temporary files that were left behind, which were last written before a time.
func removeOld(dir string, before time.Time) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	files, err := folder.ReadDir(compiledSweep)
	if err != nil {
		return err
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasPrefix(f.Name(), compiledPrefix) || !info.ModTime().Before(before) {
			continue
		}
		_ = os.Remove(filepath.Join(dir, f.Name())) // somebody else may have been first
	}
	return nil
}
