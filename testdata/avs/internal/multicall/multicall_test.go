package multicall_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/multicall"
)

const namesABI = `[{"type":"function","name":"name","inputs":[],"outputs":[{"type":"string"}]},
{"type":"function","name":"size","inputs":[{"type":"uint256"}],"outputs":[{"type":"uint256"}]}]`

// fakeChain answers every batch with the packed results, or with an error.
type fakeChain struct {
	results []multicall.Result
	err     error
	to      common.Address
}

func (f *fakeChain) CallContract(_ context.Context, msg ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	f.to = *msg.To
	if f.err != nil {
		return nil, f.err
	}
	tuples, err := abi.NewType("tuple[]", "", []abi.ArgumentMarshaling{
		{Name: "success", Type: "bool"}, {Name: "returnData", Type: "bytes"},
	})
	if err != nil {
		return nil, err
	}
	return abi.Arguments{{Type: tuples}}.Pack(f.results)
}

func parse(t *testing.T) abi.ABI {
	t.Helper()
	parsed, err := abi.JSON(strings.NewReader(namesABI))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func packed(t *testing.T, parsed abi.ABI, method string, value any) []byte {
	t.Helper()
	data, err := parsed.Methods[method].Outputs.Pack(value)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestExecuteFillsTheOutputs(t *testing.T) {
	parsed := parse(t)
	chain := &fakeChain{results: []multicall.Result{
		{Success: true, ReturnData: packed(t, parsed, "name", "newton")},
		{Success: true, ReturnData: packed(t, parsed, "size", big.NewInt(9))},
	}}
	batch := multicall.NewBatch(chain)
	c := batch.Contract(common.Address{1}, parsed)
	var (
		name string
		size *big.Int
	)
	c.Call("name", &name)
	c.Call("size", &size, big.NewInt(3))
	if err := batch.Execute(t.Context()); err != nil {
		t.Fatal(err)
	}
	if name != "newton" || size.Int64() != 9 {
		t.Errorf("read %q and %s, want newton and 9", name, size)
	}
	if chain.to != multicall.Address {
		t.Errorf("sent to %s, want %s", chain.to, multicall.Address)
	}
}

func TestExecuteFails(t *testing.T) {
	down := errors.New("node is down")
	for name, tc := range map[string]struct {
		chain  *fakeChain
		method string
		want   string
	}{
		"transport":      {&fakeChain{err: down}, "name", "node is down"},
		"unknown method": {&fakeChain{}, "nme", "pack nme"},
		"too few":        {&fakeChain{}, "name", "answered 0 of 1"},
		"empty answer":   {&fakeChain{results: []multicall.Result{{Success: true}}}, "name", "unpack name"},
	} {
		t.Run(name, func(t *testing.T) {
			batch := multicall.NewBatch(tc.chain)
			var out string
			batch.Contract(common.Address{1}, parse(t)).Call(tc.method, &out)
			err := batch.Execute(t.Context())
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error is %v, want one with %q", err, tc.want)
			}
		})
	}
}
