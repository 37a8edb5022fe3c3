package contracts_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/params"
)

// gasStep is one transaction of the table in docs/contracts.md.
type gasStep struct {
	what   string
	part   int
	method string
	args   []any
}

// The figures in the documentation are measured here, in this order, on one registry: under the rules of Osaka, and under
// those of all forks that go-ethereum knows.
func TestGasFigures(t *testing.T) {
	today := measure(t, newRegistryOn(t, newChainWith(t, parts, osaka)))
	planned := measure(t, newRegistryOn(t, newChainWith(t, parts, func(*params.ChainConfig) {})))
	var table strings.Builder
	for i, row := range today {
		fmt.Fprintf(&table, "| %s | %d | %d |\n", row.what, row.gas, planned[i].gas)
	}
	doc, err := os.ReadFile("../docs/contracts.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(doc), table.String()) {
		t.Errorf("docs/contracts.md must have these figures:\n%s", table.String())
	}
}

// gasFigure is one row of the table.
type gasFigure struct {
	what string
	gas  uint64
}

func measure(t *testing.T, r *registry) []gasFigure {
	t.Helper()
	// Gas depends on the zero bytes among the arguments, so that the times must have the same number of them every day.
	end := (r.now(t)+30*day)&^0xff | 0x01010101
	figures := []gasFigure{{"deploy `StrictnessRegistry`", r.created.GasUsed}}
	for _, step := range []gasStep{
		{"`setStrictnessFlag`: on", owner, "setStrictnessFlag", []any{codeHash, true}},
		{"`setStrictnessFlag`: on, and on already", owner, "setStrictnessFlag", []any{codeHash, true}},
		{"`setStrictnessFlag`: off", owner, "setStrictnessFlag", []any{codeHash, false}},
		{"`extendGraceEnd`: the first end", owner, "extendGraceEnd", []any{codeHash, end}},
		{"`extendGraceEnd`: a later one", owner, "extendGraceEnd", []any{codeHash, end + 1}},
		{"`setStrictnessFlag`: on, before the end", owner, "setStrictnessFlag", []any{codeHash, true}},
		{"`setFeatureAdmin`", owner, "setFeatureAdmin", []any{metadata, r.address(admin)}},
		{"`setStrictnessFlag`: on, by the feature's admin", admin, "setStrictnessFlag", []any{metadata, true}},
		{"`transferOwnership`", owner, "transferOwnership", []any{r.address(heir)}},
		{"`acceptOwnership`", heir, "acceptOwnership", nil},
	} {
		receipt, err := r.send(t, r.BoundContract, step.part, step.method, step.args...)
		if err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		figures = append(figures, gasFigure{step.what, receipt.GasUsed})
	}
	return figures
}
