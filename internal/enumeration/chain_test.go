package enumeration_test

import (
	"flag"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/testchain"
)

// -slow walks on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil, which have to be installed")

// Real nodes answer as the one in memory does.
func TestOnNodes(t *testing.T) {
	if !*slow {
		t.Skip("needs -slow")
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) { testOnNode(t, testchain.Start(t, name)) })
	}
}

func testOnNode(t *testing.T, chain *testchain.Chain) {
	f := &factory{address: chain.Deploy(t, "Factory")}
	send := sender(t, chain, f.address)
	send("fill", owner, policy(0).Big(), big.NewInt(40))
	send("addV1", owner, policy(40))
	send("addV2", common.Address{7}, policy(41))
	send("move", policy(9))
	client, err := onchain.Dial(t.Context(), onchain.Options{URLs: []string{chain.URL}, ChainID: chain.ChainID(t), Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	defer snapshot.Close()
	send("addV2", owner, policy(42)) // behind the pinned block
	for _, e := range []*compatregistry.Enumerate{
		f.enumerate("getAllPolicies()"), f.paged("getPolicies", 9), f.paged("getPoliciesBefore", 9), f.paged("getPoliciesStrictly", 9),
		f.paged("getPoliciesLimited", 9), f.indexed("policyAt(uint256)"), f.owned(),
	} {
		checkAddresses(t, walk(t, snapshot, e), policies(0, 42))
	}
	events := f.events(versionOne, versionTwo, moved)
	events.Since = 0
	checkAddresses(t, walk(t, snapshot, events), append(policies(40, 42), policy(9)))
	wantError(t, snapshot, f.paged("getPoliciesBetween", 9), enumeration.Limits{},
		"getPoliciesBetween(uint256,uint256) of FROM: behind 9 addresses there are more: are its parameters a start and an end (paging: start-end)?")
	if err := snapshot.Verify(t.Context()); err != nil {
		t.Error(err)
	}
}

// sender sends transactions to a factory.
func sender(t *testing.T, chain *testchain.Chain, address common.Address) func(method string, arguments ...any) {
	t.Helper()
	contract := bind.NewBoundContract(address, factoryABI(t), chain.Client, chain.Client, chain.Client)
	return func(method string, arguments ...any) {
		t.Helper()
		tx, err := contract.Transact(chain.Opts, method, arguments...)
		if err != nil {
			t.Fatalf("%s: %v", method, err)
		}
		if receipt := chain.Mine(t, tx); receipt.Status != 1 {
			t.Fatalf("%s failed", method)
		}
	}
}
