package signing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Limits on what is read of a keystore.
const (
	maxKeyFile = 64 << 10
	maxFiles   = 10_000
)

// A Keystore is the key of one account in a file as geth, clef and Foundry write it.
type Keystore struct {
	File string

	address common.Address
	json    []byte
	key     *keystore.Key // nil while it is locked
}

// OpenKeystore finds the key: path is its file, or a folder in which the key of from is looked for. from may be zero for a file that names
// its account. The key stays locked.
func OpenKeystore(path string, from common.Address) (*Keystore, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return openFile(path, from)
	case from == (common.Address{}):
		return nil, fmt.Errorf("%s is a folder: say with -from whose key it is, or name the file", path)
	}
	return search(path, from)
}

func openFile(path string, from common.Address) (*Keystore, error) {
	data, err := read(path, maxKeyFile)
	if err != nil {
		return nil, err
	}
	address, ok := accountOf(data)
	switch {
	case !ok:
		return nil, fmt.Errorf("%s is no keystore file: it is JSON with the members crypto, version and address", path)
	case address == (common.Address{}) && from == (common.Address{}):
		return nil, fmt.Errorf("%s does not say whose key it has: say it with -from", path)
	case address == (common.Address{}):
		address = from
	case from != (common.Address{}) && from != address:
		return nil, fmt.Errorf("%s has the key of %s, and -from is %s", path, address, from)
	}
	return &Keystore{File: path, address: address, json: data}, nil
}

// search looks through the files of a folder.
func search(folder string, from common.Address) (*Keystore, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	if len(entries) > maxFiles {
		return nil, fmt.Errorf("%s has more than %d files: name the one with the key", folder, maxFiles)
	}
	var found []string
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxKeyFile {
			continue // it is no key, or not one that can be read: then none is found
		}
		data, err := read(path, maxKeyFile)
		if err != nil {
			continue
		}
		if address, ok := accountOf(data); ok && address == from {
			found = append(found, path)
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("%s has no key of %s", folder, from)
	case 1:
		return openFile(found[0], from)
	}
	return nil, fmt.Errorf("%s has %d keys of %s: name one of the files: %s", folder, len(found), from, strings.Join(found, ", "))
}

// accountOf returns the account that a keystore file names, zero where it names none. ok says that it is a keystore file.
func accountOf(data []byte) (account common.Address, ok bool) {
	var file struct {
		Address string
		Crypto  *json.RawMessage // also "Crypto", as older programs write it
	}
	if json.Unmarshal(data, &file) != nil || file.Crypto == nil {
		return account, false
	}
	if file.Address == "" {
		return account, true
	}
	return common.HexToAddress(file.Address), common.IsHexAddress(file.Address)
}

// read reads a file that cannot be long.
func read(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%s is longer than %d bytes", path, limit)
	}
	return data, nil
}

// Address returns the account.
func (k *Keystore) Address() common.Address { return k.address }

// Unlock decrypts the key until Lock is called.
func (k *Keystore) Unlock(password string) error {
	key, err := keystore.DecryptKey(k.json, password)
	switch {
	case errors.Is(err, keystore.ErrDecrypt):
		return fmt.Errorf("the password is not that of %s", k.File)
	case err != nil:
		return fmt.Errorf("%s cannot be decrypted: it is damaged, or of a kind that is not known", k.File)
	case key.Address != k.address:
		return fmt.Errorf("%s has the key of %s and not of %s", k.File, key.Address, k.address)
	}
	k.key = key
	return nil
}

// Lock forgets the key.
func (k *Keystore) Lock() { k.key = nil }

// SignTx signs with the key, which must be unlocked.
func (k *Keystore) SignTx(_ context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	if k.key == nil {
		return nil, fmt.Errorf("the key of %s is locked", k.address)
	}
	signed, err := types.SignTx(tx, types.LatestSignerForChainID(chainID), k.key.PrivateKey)
	if err != nil {
		return nil, err
	}
	return signed, check(signed, tx, k.address, chainID)
}

// maxPassword is how long a password may be.
const maxPassword = 4096

// ReadPassword reads the password in the first line of a file that nobody else may read.
func ReadPassword(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil { // which repeats the path: it may be the password itself, given by mistake
		return "", errors.New("there is no file of this name that can be read")
	}
	if info.IsDir() {
		return "", fmt.Errorf("%s is a folder", path)
	}
	if others := info.Mode().Perm() & 0o077; others != 0 && info.Mode()&fs.ModeCharDevice == 0 && checksModes {
		return "", fmt.Errorf("others may read or write %s (mode %04o): chmod 600 it", path, info.Mode().Perm())
	}
	data, err := read(path, maxPassword)
	if err != nil {
		return "", err
	}
	line, rest, _ := strings.Cut(string(data), "\n")
	if strings.TrimSpace(rest) != "" {
		return "", fmt.Errorf("%s has more than one line: the password is one", path)
	}
	return strings.TrimSuffix(line, "\r"), nil
}
