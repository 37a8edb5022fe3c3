// Package requires calls functions that carry //compat:requires.
package requires

import (
	"github.com/ethereum/go-ethereum/accounts/abi/bind"

	"example.com/lint/bindings/policy"
	"example.com/lint/directcall/requires/duty"
)

//compat:requires policy_code_hash
func fetch(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}

// again moves the duty one caller further.
//
//compat:requires policy_code_hash
func again(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) { return fetch(p, opts) }

func function(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return fetch(p, opts) // want `^fetch\b.* \(feature "policy_code_hash", legacy served until 2026-10-01\) .* annotate function with //compat:requires policy_code_hash`
}

func twice(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return again(p, opts) // want `^again\b`
}

func otherPackage(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return duty.Fetch(p, opts) // want `^Fetch\b`
}

func otherPlain(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return duty.Plain(p, opts)
}

func method(r *duty.Reader, opts *bind.CallOpts) ([32]byte, error) {
	return r.Hash(opts) // want `^Reader\.Hash\b`
}

type embeds struct{ *duty.Reader }

func promoted(e embeds, opts *bind.CallOpts) ([32]byte, error) {
	return e.Hash(opts) // want `^Reader\.Hash\b`
}

func interfaceMethod(s duty.Source) ([32]byte, error) {
	return s.Digest() // want `^Source\.Digest\b`
}

func interfaceMethodOnLine(s duty.Source) (string, error) {
	return s.Title() // want `^Source\.Title\b.*feature "policy_metadata"`
}

func interfacePlain(s duty.Source) ([32]byte, error) { return s.Plain() }

func value(r *duty.Reader) func(*bind.CallOpts) ([32]byte, error) {
	return r.Hash // want `^Reader\.Hash\b`
}

func functionValue() any {
	return duty.Fetch // want `^Fetch\b`
}

func expression() any {
	return (*duty.Reader).Hash // want `^Reader\.Hash\b`
}

func generic() ([32]byte, error) {
	return duty.Generic("", func(string) ([32]byte, error) { return [32]byte{}, nil }) // want `^Generic\b`
}

func instantiated() any {
	return duty.Generic[string] // want `^Generic\b`
}

func both(p *policy.NewtonPolicy) error {
	return duty.Both(p) // want `^Both\b.*feature "policy_code_hash"` `^Both\b.*feature "policy_metadata"`
}

// strict and retired features need no guard any more, and unknown ones are featurekey's.
//
//compat:requires settlement_epoch, no_such_feature
func strict() error { return nil }

func callsStrict() error { return strict() }

// An interface of this package.
type source interface {
	//compat:requires policy_code_hash
	Hash(opts *bind.CallOpts) ([32]byte, error)
	Other(opts *bind.CallOpts) ([32]byte, error)
}

func own(s source, opts *bind.CallOpts) ([32]byte, error) {
	return s.Hash(opts) // want `^source\.Hash\b`
}

func ownOther(s source, opts *bind.CallOpts) ([32]byte, error) { return s.Other(opts) }

var _ = fetch

var held = fetch // want `^fetch\b`

var (
	_ = function
	_ = twice
	_ = otherPackage
	_ = otherPlain
	_ = method
	_ = promoted
	_ = interfaceMethod
	_ = interfaceMethodOnLine
	_ = interfacePlain
	_ = value
	_ = functionValue
	_ = expression
	_ = generic
	_ = instantiated
	_ = both
	_ = callsStrict
	_ = own
	_ = ownOther
	_ = held
)
