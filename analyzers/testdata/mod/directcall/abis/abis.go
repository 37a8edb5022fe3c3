// Package abis names functions of an ABI whose contract can be told, and is often another one.
package abis

import (
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/oracle"
	"example.com/lint/bindings/oraclev2"
	"example.com/lint/bindings/policy"
	"example.com/lint/bindings/policyv2"
)

func getABI() {
	ours, _ := policy.NewtonPolicyMetaData.GetAbi()
	ours.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	theirs, _ := oracle.OracleMetaData.GetAbi()
	theirs.Pack("getPolicyCodeHash")
	_ = theirs.Methods["getPolicyCodeHash"].ID
	_ = ours.Methods["getPolicyCodeHash"].ID // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func parseABI() {
	ours, _ := policyv2.NewtonPolicyMetaData.ParseABI()
	ours.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	theirs, _ := oraclev2.OracleMetaData.ParseABI()
	theirs.Pack("getPolicyCodeHash")
}

func parsed() {
	ours, _ := abi.JSON(strings.NewReader(policy.NewtonPolicyMetaData.ABI))
	ours.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	theirs, _ := abi.JSON(strings.NewReader(oracle.OracleMetaData.ABI))
	theirs.Pack("getPolicyCodeHash")
	old, _ := abi.JSON(strings.NewReader(oracle.OracleABI))
	old.Pack("getPolicyCodeHash")
	ourOld, _ := abi.JSON(strings.NewReader(policy.NewtonPolicyABI))
	ourOld.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// An ABI is often kept in a package variable.
var (
	policyABI, _ = policy.NewtonPolicyMetaData.GetAbi()
	oracleABI, _ = oracle.OracleMetaData.GetAbi()
	replaced, _  = oracle.OracleMetaData.GetAbi()
)

func kept() {
	policyABI.Pack("policyCodeHash") // want `^NewtonPolicy\.policyCodeHash\(\)`
	oracleABI.Pack("policyCodeHash")
	replaced.Pack("policyCodeHash") // want `^NewtonPolicy\.policyCodeHash\(\)`
}

func init() { replaced = policyABI }

func bound(address common.Address, backend bind.ContractBackend) {
	ours, _ := policy.NewtonPolicyMetaData.GetAbi()
	theirs, _ := oracle.OracleMetaData.GetAbi()
	bind.NewBoundContract(address, *ours, backend, backend, backend).Call(nil, nil, "getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	bind.NewBoundContract(address, *theirs, backend, backend, backend).Call(nil, nil, "getPolicyCodeHash")
	held := bind.NewBoundContract(address, *theirs, backend, backend, backend)
	held.Transact(nil, "setMetadataCid", "cid")
}

// The methods of an ABI that cannot be told may be anybody's.
func unknown(a abi.ABI, text string) {
	a.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	read, _ := abi.JSON(strings.NewReader(text))
	read.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

// customABI is no binding's, whatever its name ends in.
var customABI, _ = abi.JSON(strings.NewReader("[]"))

func custom() {
	customABI.Pack("getPolicyCodeHash") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

var _, _, _, _, _, _, _ = getABI, parseABI, parsed, kept, bound, unknown, custom
