package report_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/bindings/policy"
	"example.com/avs/internal/multicall"
	"example.com/avs/internal/report"
)

// fakeMulticall answers every batch with the return values of the policy's methods, in this order.
type fakeMulticall struct {
	methods []string
	values  []any
}

func (f *fakeMulticall) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	parsed, err := policy.NewtonPolicyMetaData.GetAbi()
	if err != nil {
		return nil, err
	}
	var results []multicall.Result
	for i, method := range f.methods {
		data, err := parsed.Methods[method].Outputs.Pack(f.values[i])
		if err != nil {
			return nil, err
		}
		results = append(results, multicall.Result{Success: true, ReturnData: data})
	}
	tuples, err := abi.NewType("tuple[]", "", []abi.ArgumentMarshaling{
		{Name: "success", Type: "bool"}, {Name: "returnData", Type: "bytes"},
	})
	if err != nil {
		return nil, err
	}
	return abi.Arguments{{Type: tuples}}.Pack(results)
}

func TestRows(t *testing.T) {
	chain := &fakeMulticall{[]string{"getPolicyCid", "getPolicyCodeHash"}, []any{"bafy", [32]byte{7}}}
	rows, err := report.Rows(t.Context(), chain, []common.Address{{1}})
	if err != nil {
		t.Fatal(err)
	}
	want := report.Row{Policy: common.Address{1}, Cid: "bafy", CodeHash: [32]byte{7}}
	if len(rows) != 1 || rows[0] != want {
		t.Errorf("rows are %+v, want %+v", rows, want)
	}
}

func TestDetail(t *testing.T) {
	chain := &fakeMulticall{
		[]string{"getPolicyCid", "policyCodeHash", "getMetadataCid"}, []any{"bafy", [32]byte{7}, "bafy-metadata"},
	}
	row, err := report.Detail(t.Context(), chain, common.Address{1})
	if err != nil {
		t.Fatal(err)
	}
	want := report.Row{Policy: common.Address{1}, Cid: "bafy", CodeHash: [32]byte{7}, Metadata: "bafy-metadata"}
	if row != want {
		t.Errorf("row is %+v, want %+v", row, want)
	}
}
