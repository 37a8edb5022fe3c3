package contracts_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/google/go-cmp/cmp"
)

// An event is a decoded log.
type event struct {
	Name string
	Args map[string]any
}

// checkEvents checks that the receipt has exactly these events of the contract with that name, in this order.
func checkEvents(t *testing.T, receipt *types.Receipt, contract string, want ...event) {
	t.Helper()
	_, parsed := load(t, contract)
	var got []event
	for _, log := range receipt.Logs {
		got = append(got, decode(t, parsed, log))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func decode(t *testing.T, parsed abi.ABI, log *types.Log) event {
	t.Helper()
	definition, err := parsed.EventByID(log.Topics[0])
	if err != nil {
		t.Fatal(err)
	}
	args := map[string]any{}
	if err := definition.Inputs.UnpackIntoMap(args, log.Data); err != nil {
		t.Fatal(err)
	}
	var indexed abi.Arguments
	for _, input := range definition.Inputs {
		if input.Indexed {
			indexed = append(indexed, input)
		}
	}
	if err := abi.ParseTopicsIntoMap(args, indexed, log.Topics[1:]); err != nil {
		t.Fatal(err)
	}
	return event{definition.Name, args}
}
