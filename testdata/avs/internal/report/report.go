// Package report collects the gateway's overview of all policies, many reads at a time.
//
// Single reads belong to package chainio; how the overview is shown belongs to the gateway.
package report

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policy"
	"example.com/avs/internal/multicall"
)

// Row is one policy of the overview.
type Row struct {
	Policy   common.Address
	Cid      string
	CodeHash [32]byte
	Metadata string
}

// Rows reads the policies in one batch.
//
// Wrong: the wrapper takes the method as a string, and the batch allows no failure: one legacy policy takes the whole
// overview down.
func Rows(ctx context.Context, caller multicall.Caller, targets []common.Address) ([]Row, error) {
	parsed, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return nil, fmt.Errorf("policy abi: %w", err)
	}
	batch := multicall.NewBatch(caller)
	rows := make([]Row, len(targets))
	for i, target := range targets {
		rows[i].Policy = target
		c := batch.Contract(target, *parsed)
		c.Call("getPolicyCid", &rows[i].Cid)
		c.Call("getPolicyCodeHash", &rows[i].CodeHash)
	}
	if err := batch.Execute(ctx); err != nil {
		return nil, fmt.Errorf("overview of %d policies: %w", len(targets), err)
	}
	return rows, nil
}

// Detail reads everything about one policy in one batch.
//
// Wrong, twice: the names go through a closure and a helper into abi.ABI.Pack, so both calls of add that name a new
// function send its selector.
func Detail(ctx context.Context, caller multicall.Caller, target common.Address) (Row, error) {
	parsed, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return Row{}, fmt.Errorf("policy abi: %w", err)
	}
	var (
		calls []multicall.Call3
		reads []func([]byte) error
	)
	add := func(out any, method string) error {
		call, err := pack(*parsed, target, method)
		if err != nil {
			return err
		}
		calls = append(calls, call)
		reads = append(reads, func(data []byte) error { return parsed.UnpackIntoInterface(out, method, data) })
		return nil
	}
	row := Row{Policy: target}
	if err := add(&row.Cid, "getPolicyCid"); err != nil {
		return Row{}, err
	}
	if err := add(&row.CodeHash, "policyCodeHash"); err != nil {
		return Row{}, err
	}
	if err := add(&row.Metadata, "getMetadataCid"); err != nil {
		return Row{}, err
	}
	results, err := multicall.Aggregate(ctx, caller, calls)
	if err != nil {
		return Row{}, fmt.Errorf("detail of policy %s: %w", target, err)
	}
	for i, result := range results {
		if err := reads[i](result.ReturnData); err != nil {
			return Row{}, fmt.Errorf("detail of policy %s: %w", target, err)
		}
	}
	return row, nil
}

// pack returns the read of a method without arguments.
//
// Right: a forwarder names no method; its callers do.
func pack(parsed abi.ABI, target common.Address, method string) (multicall.Call3, error) {
	data, err := parsed.Pack(method)
	if err != nil {
		return multicall.Call3{}, fmt.Errorf("pack %s: %w", method, err)
	}
	return multicall.Call3{Target: target, CallData: data}, nil
}
