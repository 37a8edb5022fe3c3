// Package app uses functions that the lock file has, that the registry has, that somebody admitted, and that are new, in every form.
package app

import (
	"strings"

	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
	"example.com/lint/bindings/taskmanager"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

func locked(p *policy.NewtonPolicy, opts *bind.CallOpts) (common.Address, error) {
	return p.Owner(opts)
}

func registered(p *policy.NewtonPolicy, opts *bind.CallOpts) ([32]byte, error) {
	return p.GetPolicyCodeHash(opts)
}

func admitted(p *policy.NewtonPolicy, opts *bind.CallOpts) { _, _ = p.PolicyConfig(opts) }

func unregistered(p *policy.NewtonPolicy, opts *bind.CallOpts) (string, error) {
	return p.GetMetadataCid(opts) // want `^NewtonPolicy\.getMetadataCid\(\) \(0x[0-9a-f]{8}\) is neither registered nor in compat\.lock: contracts deployed earlier may not have it: register it with compatlint registry add FEATURE -contract NewtonPolicy -selector 'getMetadataCid\(\)', or, if all of them do, run compatlint lock -admit 'NewtonPolicy\.getMetadataCid\(\)' -reason "…" \[unregistered/unregistered\]$`
}

func sessions(s *policy.NewtonPolicySession, c *policy.NewtonPolicyCallerSession, t *policy.NewtonPolicyTransactor) {
	_, _ = s.GetMetadataCid()        // want `^NewtonPolicy\.getMetadataCid`
	_, _ = c.GetMetadataCid()        // want `^NewtonPolicy\.getMetadataCid`
	_, _ = t.SetMetadataCid(nil, "") // want `^NewtonPolicy\.setMetadataCid\(string\)`
	_, _ = t.Initialize(nil, common.Address{})
}

type holder struct{ *policy.NewtonPolicy }

type renamed = policy.NewtonPolicy

func embedded(h holder, r *renamed) {
	_, _ = h.GetMetadataCid(nil) // want `^NewtonPolicy\.getMetadataCid`
	_, _ = r.GetMetadataCid(nil) // want `^NewtonPolicy\.getMetadataCid`
	_, _ = h.Owner(nil)
}

func value(p *policy.NewtonPolicy) func(*bind.CallOpts) (string, error) {
	return p.GetMetadataCid // want `^NewtonPolicy\.getMetadataCid`
}

var _ = (*policy.NewtonPolicyCaller).GetMetadataCid // asserts, and sends nothing

func packed(p *policyv2.NewtonPolicy) [][]byte {
	return [][]byte{
		p.PackGetMetadataCid(), // want `^NewtonPolicy\.getMetadataCid`
		p.PackOwner(),
	}
}

func raw(r *policy.NewtonPolicyRaw, opts *bind.CallOpts) error {
	if err := r.Call(opts, nil, "owner"); err != nil {
		return err
	}
	return r.Call(opts, nil, "getMetadataCid") // want `^NewtonPolicy\.getMetadataCid`
}

func named() ([]byte, error) {
	parsed, err := abi.JSON(strings.NewReader(policy.NewtonPolicyMetaData.ABI))
	if err != nil {
		return nil, err
	}
	if _, err := parsed.Pack("owner"); err != nil {
		return nil, err
	}
	return parsed.Pack("getMetadataCid") // want `^NewtonPolicy\.getMetadataCid`
}

type source interface {
	GetMetadataCid(opts *bind.CallOpts) (string, error)
	Owner(opts *bind.CallOpts) (common.Address, error)
}

func throughInterface(s source) {
	_, _ = s.GetMetadataCid(nil) // want `^NewtonPolicy\.getMetadataCid`
	_, _ = s.Owner(nil)
}

func literals() [][]byte {
	return [][]byte{
		crypto.Keccak256([]byte("getMetadataCid()"))[:4], // want `^NewtonPolicy\.getMetadataCid`
		crypto.Keccak256([]byte("owner()"))[:4],
	}
}

func lockstep(t *taskmanager.TaskManager) {
	_, _ = t.Respond(nil, nil, nil) // want `^TaskManager\.respond\(uint256,bytes\) \(0x[0-9a-f]{8}\) is neither registered nor in compat\.lock: run compatlint lock, and commit the file \[unregistered/unregistered\]$`
	_, _ = t.NextTask(nil)
}

func cannotRun(p *policy.NewtonPolicy) {
	if false {
		_, _ = p.GetMetadataCid(nil)
	}
}
