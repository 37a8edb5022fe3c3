// Command hashself hashes its own executable and does nothing else. It is what the start-up of compatlint is measured against: a vet tool has
// to identify itself to the go command by its bytes.
package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

func main() {
	sum, err := hashSelf()
	if err != nil {
		fmt.Fprintln(os.Stderr, "hashself:", err)
		os.Exit(2)
	}
	fmt.Printf("hashself version %x\n", sum)
}

func hashSelf() ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, file)
	return hash.Sum(nil), err
}
