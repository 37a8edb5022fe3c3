package enumeration_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/contracts"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/testchain"
)

const chainID = 31337

// A factory is a deployed fixture with its node.
type factory struct {
	*nodetest.Node
	address common.Address
	abi     abi.ABI
}

func deploy(t testing.TB) *factory {
	t.Helper()
	n := nodetest.New(t, chainID)
	return &factory{n, n.DeployFixture(t, "Factory"), factoryABI(t)}
}

func factoryABI(t testing.TB) abi.ABI {
	t.Helper()
	data, err := contracts.Artifact("Factory")
	if err != nil {
		t.Fatal(err)
	}
	var artifact struct{ ABI json.RawMessage }
	if err := json.Unmarshal(data, &artifact); err != nil {
		t.Fatal(err)
	}
	return testchain.ParseABI(t, string(artifact.ABI))
}

func (f *factory) send(t testing.TB, method string, arguments ...any) {
	t.Helper()
	input, err := f.abi.Pack(method, arguments...)
	if err != nil {
		t.Fatal(err)
	}
	f.Send(t, f.address, input)
}

// policy is the address with a number.
func policy(n int) common.Address { return common.BigToAddress(big.NewInt(0x1000_0000 + int64(n))) }

func policies(from, to int) []common.Address {
	var list []common.Address
	for i := from; i < to; i++ {
		list = append(list, policy(i))
	}
	return list
}

var owner = common.HexToAddress("0x0e")

// fill adds policies 0 to n of one owner.
func (f *factory) fill(t testing.TB, n int) {
	t.Helper()
	f.send(t, "fill", owner, policy(0).Big(), big.NewInt(int64(n)))
}

func (f *factory) snapshot(t testing.TB) *onchain.Snapshot {
	t.Helper()
	return f.snapshotWith(t, onchain.Options{URLs: []string{f.Serve(t)}, Timeout: time.Minute})
}

func (f *factory) snapshotWith(t testing.TB, o onchain.Options) *onchain.Snapshot {
	t.Helper()
	o.Source, o.ChainID, o.Retries = "TEST_RPC_URL", chainID, 1
	client, err := onchain.Dial(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	snapshot, err := client.Pin(t.Context(), "latest")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(snapshot.Close)
	return snapshot
}

// A result is what a walk has told.
type result struct {
	addresses []common.Address
	steps     []enumeration.Cursor
}

func (r *result) found(addresses []common.Address, behind enumeration.Cursor) error {
	r.addresses = append(r.addresses, addresses...)
	r.steps = append(r.steps, behind)
	return nil
}

func (r *result) last() enumeration.Cursor { return r.steps[len(r.steps)-1] }

// walk walks all, and checks that it was told to be done.
func walk(t testing.TB, chain enumeration.Chain, e *compatregistry.Enumerate) []common.Address {
	t.Helper()
	var r result
	if err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, enumeration.Limits{}, r.found); err != nil {
		t.Fatal(err)
	}
	if len(r.steps) == 0 || !r.last().Done || r.last().Found != len(r.addresses) {
		t.Errorf("steps %+v", r.steps)
	}
	return r.addresses
}

// wantError walks and compares the error.
func wantError(t testing.TB, chain enumeration.Chain, e *compatregistry.Enumerate, limits enumeration.Limits, want string) {
	t.Helper()
	var r result
	err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, limits, r.found)
	want = strings.ReplaceAll(want, "FROM", e.From.Hex())
	if err == nil || err.Error() != want {
		t.Errorf("error\n%v\nwant\n%s", err, want)
	}
	if len(r.steps) > 0 && r.last().Done {
		t.Error("a walk that failed says that it is done")
	}
}

func checkAddresses(t testing.TB, got, want []common.Address) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
}

// enumerate is an enumeration of the factory.
func (f *factory) enumerate(method string) *compatregistry.Enumerate {
	return &compatregistry.Enumerate{Contract: "Factory", From: f.address, Method: method}
}

func (f *factory) paged(method string, page int) *compatregistry.Enumerate {
	e := f.enumerate(method + "(uint256,uint256)")
	e.Page, e.Paging = page, compatregistry.PagingStartCount
	return e
}

func (f *factory) indexed(method string) *compatregistry.Enumerate {
	e := f.enumerate(method)
	e.Count = "policyCount()"
	return e
}

func (f *factory) owned() *compatregistry.Enumerate {
	e := f.enumerate("getAllPoliciesByOwner(address)")
	e.Owners = "getAllPolicyOwners()"
	return e
}

func TestMethod(t *testing.T) {
	f := deploy(t)
	chain := f.snapshot(t)
	checkAddresses(t, walk(t, chain, f.enumerate("getAllPolicies()")), nil)
	f.fill(t, 300)
	checkAddresses(t, walk(t, chain, f.enumerate("getAllPolicies()")), policies(0, 300))
}

// Every number of policies is found with every size of page, whatever the contract does at its end.
func TestPages(t *testing.T) {
	f := deploy(t)
	chain := f.snapshot(t)
	for n := range 8 {
		if n > 0 {
			f.send(t, "fill", owner, policy(n-1).Big(), big.NewInt(1))
		}
		for page := 1; page <= 4; page++ {
			for _, method := range []string{"getPolicies", "getPoliciesBefore", "getPoliciesStrictly", "getPoliciesCapped", "getPoliciesLimited"} {
				if n == 0 && (method == "getPoliciesBefore" || method == "getPoliciesStrictly") {
					continue // refuses every call
				}
				t.Run(fmt.Sprintf("%s/%d in pages of %d", method, n, page), func(t *testing.T) {
					e := f.paged(method, page)
					checkAddresses(t, walk(t, chain, e), policies(0, n))
					e.Count = "policyCount()"
					checkAddresses(t, walk(t, chain, e), policies(0, n))
				})
			}
			e := f.paged("getPoliciesBetween", page)
			e.Paging = compatregistry.PagingStartEnd
			checkAddresses(t, walk(t, chain, e), policies(0, n))
		}
	}
}

func TestPagesThatFail(t *testing.T) {
	f := deploy(t)
	chain := f.snapshot(t)
	wantError(t, chain, f.paged("getPoliciesBefore", 4), enumeration.Limits{},
		"a page of 1 from 0: getPoliciesBefore(uint256,uint256) of FROM: the contract refuses the call: execution reverted")
	f.fill(t, 90)
	const others = "2 addresses from 1 are not the second and the third of the first page: "
	wantError(t, chain, f.paged("getPoliciesAgain", 40), enumeration.Limits{}, "getPoliciesAgain(uint256,uint256) of FROM: "+others+
		"are its parameters a start and an end (paging: start-end), or a page number and a size?")
	wantError(t, chain, f.paged("getPoliciesOfPage", 40), enumeration.Limits{}, "getPoliciesOfPage(uint256,uint256) of FROM: "+others+
		"are its parameters a start and an end (paging: start-end), or a page number and a size?")
	checkAddresses(t, walk(t, chain, f.paged("getPoliciesOfPage", 1)), policies(0, 90)) // where it is the same
	wantError(t, chain, f.paged("getPoliciesEndlessly", 40), enumeration.Limits{},
		"getPoliciesEndlessly(uint256,uint256) of FROM has given 70 addresses in a row that it had given before: does it take a start?")
	wantError(t, chain, f.paged("getPoliciesEndlessly", 2), enumeration.Limits{},
		"getPoliciesEndlessly(uint256,uint256) of FROM has given 32 addresses in a row that it had given before: does it take a start?")
	for _, page := range []int{1, 40} {
		wantError(t, chain, f.paged("getPoliciesBetween", page), enumeration.Limits{}, fmt.Sprintf(
			"getPoliciesBetween(uint256,uint256) of FROM: behind %d addresses there are more: are its parameters a start and an end (paging: start-end)?", page))
	}
	counted := f.paged("getPoliciesBetween", 40)
	counted.Count = "policyCount()"
	wantError(t, chain, counted, enumeration.Limits{}, "policyCount() of FROM says 90, and getPoliciesBetween(uint256,uint256) has no more than 40")
	through := f.paged("getPoliciesThrough", 40)
	through.Paging = compatregistry.PagingStartEnd
	wantError(t, chain, through, enumeration.Limits{}, "getPoliciesThrough(uint256,uint256) of FROM: 41 addresses where 40 from 0 were asked for: "+
		"are its parameters a start and a count (paging: start-count), or is its end inclusive?")
	switched := f.paged("getPolicies", 40)
	switched.Paging = compatregistry.PagingStartEnd
	wantError(t, chain, switched, enumeration.Limits{}, "getPolicies(uint256,uint256) of FROM: "+others+
		"are its parameters a start and a count (paging: start-count), or is its end inclusive, or a page number and a size?")
	wantError(t, chain, f.paged("getPolicies", 40), enumeration.Limits{Targets: 89}, "FROM has more than 89 addresses, which is the limit")
	wantError(t, chain, f.paged("getAll", 40), enumeration.Limits{},
		"a page of 1 from 0: getAll(uint256,uint256) of FROM: the contract refuses the call: execution reverted")
	checkAddresses(t, walk(t, chain, f.paged("getPolicies", 40)), policies(0, 90))
}

// A page that takes too much gas is halved, and a list that does is an error.
func TestPagesThatRunOutOfGas(t *testing.T) {
	f := deploy(t)
	f.fill(t, 2000)
	chain := f.snapshot(t)
	wantError(t, chain, f.enumerate("getAllPolicies()"), enumeration.Limits{}, "getAllPolicies() of FROM: the contract refuses the call: out of gas")
	checkAddresses(t, walk(t, chain, f.paged("getPolicies", 2000)), policies(0, 2000))
}

func TestIndexes(t *testing.T) {
	f := deploy(t)
	chain := f.snapshot(t)
	checkAddresses(t, walk(t, chain, f.indexed("policyAt(uint256)")), nil)
	f.fill(t, 300)
	before := f.HTTP
	checkAddresses(t, walk(t, chain, f.indexed("policyAt(uint256)")), policies(0, 300))
	if requests := f.HTTP - before; requests > 30 {
		t.Errorf("%d requests", requests)
	}
	wantError(t, chain, f.indexed("policyAt(uint256)"), enumeration.Limits{Targets: 299}, "policyCount() of FROM is 300, and the limit is 299 addresses")
	wantError(t, chain, f.indexed("getAllPolicies()"), enumeration.Limits{}, "index 0: getAllPolicies() of FROM: the answer has 9664 bytes, and an address has 32")
	wantError(t, chain, f.indexed("at(uint256)"), enumeration.Limits{}, "index 0: at(uint256) of FROM: the contract refuses the call: execution reverted")
	listed := f.indexed("policyAt(uint256)")
	listed.Count = "getAllPolicies()"
	wantError(t, chain, listed, enumeration.Limits{}, "getAllPolicies() of FROM: the answer has 9664 bytes, and a number has 32")
}

func TestOwners(t *testing.T) {
	f := deploy(t)
	chain := f.snapshot(t)
	checkAddresses(t, walk(t, chain, f.owned()), nil)
	for i := range 7 {
		f.send(t, "addV1", common.Address{byte(i%3 + 1)}, policy(i))
	}
	want := []common.Address{policy(0), policy(3), policy(6), policy(1), policy(4), policy(2), policy(5)}
	checkAddresses(t, walk(t, chain, f.owned()), want)
	wantError(t, chain, f.owned(), enumeration.Limits{Targets: 6}, "FROM has more than 6 addresses, which is the limit")
	missing := f.owned()
	missing.Method = "getPoliciesOf(address)"
	wantError(t, chain, missing, enumeration.Limits{},
		"owner 0x0100000000000000000000000000000000000000: getPoliciesOf(address) of FROM: the contract refuses the call: execution reverted")
}

func TestManyOwners(t *testing.T) {
	f := deploy(t)
	for i := range 300 {
		f.send(t, "addV1", common.BigToAddress(big.NewInt(int64(i+1))), policy(i))
	}
	checkAddresses(t, walk(t, f.snapshot(t), f.owned()), policies(0, 300))
}

// A walk goes on from every step that it has told, and finds the same.
func TestResume(t *testing.T) {
	f := deploy(t)
	f.fill(t, 20)
	for i := range 150 {
		f.send(t, "addV1", common.BigToAddress(big.NewInt(int64(100+i))), policy(20+i))
	}
	f.Height = 300_000
	chain := f.snapshot(t)
	events := f.events(versionOne)
	for name, e := range map[string]*compatregistry.Enumerate{
		"method": f.enumerate("getAllPolicies()"), "pages": f.paged("getPolicies", 7), "counted": f.paged("getPolicies", 7),
		"indexes": f.indexed("policyAt(uint256)"), "owners": f.owned(), "events": events,
	} {
		if name == "counted" {
			e.Count = "policyCount()"
		}
		t.Run(name, func(t *testing.T) {
			var whole result
			if err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, enumeration.Limits{}, whole.found); err != nil {
				t.Fatal(err)
			}
			for _, cursor := range whole.steps {
				rest := result{addresses: slices.Clone(whole.addresses[:cursor.Found])}
				if err := enumeration.Walk(t.Context(), chain, e, saved(t, cursor), enumeration.Limits{}, rest.found); err != nil {
					t.Fatal(err)
				}
				checkAddresses(t, rest.addresses, whole.addresses)
				if cursor.Done && len(rest.steps) > 0 {
					t.Errorf("a walk that was done goes on: %+v", rest.steps)
				}
			}
			stopped := errors.New("stopped")
			if err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, enumeration.Limits{},
				func([]common.Address, enumeration.Cursor) error { return stopped }); !errors.Is(err, stopped) {
				t.Errorf("error %v, want that of the caller", err)
			}
		})
	}
}

// saved writes a cursor and reads it again.
func saved(t *testing.T, c enumeration.Cursor) enumeration.Cursor {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var again enumeration.Cursor
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	return again
}

// What was read at another block, or of another enumeration, does not count.
func TestResumeElsewhere(t *testing.T) {
	f := deploy(t)
	f.fill(t, 20)
	chain := f.snapshot(t)
	e := f.paged("getPolicies", 7)
	var whole, rest result
	if err := enumeration.Walk(t.Context(), chain, e, enumeration.Cursor{}, enumeration.Limits{}, whole.found); err != nil {
		t.Fatal(err)
	}
	cursor := whole.last()
	if err := enumeration.Walk(t.Context(), chain, f.paged("getPoliciesBefore", 7), cursor, enumeration.Limits{}, rest.found); err != nil {
		t.Fatal(err)
	}
	checkAddresses(t, rest.addresses, policies(0, 20))
	f.Height++
	f.fill(t, 1)
	rest = result{}
	if err := enumeration.Walk(t.Context(), f.snapshot(t), e, cursor, enumeration.Limits{}, rest.found); err != nil {
		t.Fatal(err)
	}
	checkAddresses(t, rest.addresses, append(policies(0, 20), policy(0)))
}
