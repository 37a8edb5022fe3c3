// Package overloads calls functions of one name: the Go name says nothing, since the number depends on the order in the ABI.
package overloads

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/core/types"

	"example.com/lint/bindings/reordered"
	"example.com/lint/bindings/verifier"
	"example.com/lint/bindings/verifierv2"
)

func first(v *verifier.Verifier, opts *bind.TransactOpts) (*types.Transaction, error) {
	return v.Attest(opts, [32]byte{})
}

func second(v *verifier.Verifier, opts *bind.TransactOpts) (*types.Transaction, error) {
	return v.Attest0(opts, [32]byte{}, nil) // want `^Verifier\.attest\(bytes32,bytes\) \(feature "verifier_data"`
}

func reorderedFirst(v *reordered.Verifier, opts *bind.TransactOpts) (*types.Transaction, error) {
	return v.Attest(opts, [32]byte{}, nil) // want `^Verifier\.attest\(bytes32,bytes\)`
}

func reorderedSecond(v *reordered.Verifier, opts *bind.TransactOpts) (*types.Transaction, error) {
	return v.Attest0(opts, [32]byte{})
}

func cursed(v *verifier.VerifierCallerSession) (bool, error) { return v.IsCursed() }

func cursedSubject(v *verifier.VerifierCallerSession) (bool, error) {
	return v.IsCursed0([16]byte{}) // want `^Verifier\.isCursed\(bytes16\)`
}

func reorderedSubject(v *reordered.VerifierCallerSession) (bool, error) {
	return v.IsCursed([16]byte{}) // want `^Verifier\.isCursed\(bytes16\)`
}

func reorderedCursed(v *reordered.VerifierCallerSession) (bool, error) { return v.IsCursed0() }

func packs(v *verifierv2.Verifier) [][]byte {
	return [][]byte{
		v.PackAttest([32]byte{}),
		v.PackAttest0([32]byte{}, nil), // want `^Verifier\.attest\(bytes32,bytes\)`
		v.PackIsCursed(),
		v.PackIsCursed0([16]byte{}), // want `^Verifier\.isCursed\(bytes16\)`
	}
}

// A reader is written by hand. One Go name, two signatures.
type reader interface {
	IsCursed(opts *bind.CallOpts) (bool, error)
	IsCursed0(opts *bind.CallOpts, subject [16]byte) (bool, error)
}

type reorderedReader interface {
	IsCursed(opts *bind.CallOpts, subject [16]byte) (bool, error)
	IsCursed0(opts *bind.CallOpts) (bool, error)
}

func throughInterface(r reader, opts *bind.CallOpts) {
	r.IsCursed(opts)
	r.IsCursed0(opts, [16]byte{}) // want `^Verifier\.isCursed\(bytes16\)`
}

func throughReordered(r reorderedReader, opts *bind.CallOpts) {
	r.IsCursed(opts, [16]byte{}) // want `^Verifier\.isCursed\(bytes16\)`
	r.IsCursed0(opts)
}

var (
	_ = first
	_ = second
	_ = reorderedFirst
	_ = reorderedSecond
	_ = cursed
	_ = cursedSubject
	_ = reorderedSubject
	_ = reorderedCursed
	_ = packs
	_ = throughInterface
	_ = throughReordered
)
