package enumeration_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A fake is a chain whose contract answers calls as a test wants.
type fake struct {
	answer func(input []byte) ([]byte, error)
	logs   func(q onchain.LogQuery) ([]onchain.Log, error)
	height uint64
}

func (f *fake) Pinned() onchain.Block { return onchain.Block{Number: f.height} }

func (f *fake) Code(context.Context, common.Address) ([]byte, error) { return []byte{1}, nil }

func (f *fake) Call(_ context.Context, _, _ common.Address, input []byte) ([]byte, error) {
	return f.answer(input)
}

func (f *fake) Logs(_ context.Context, q onchain.LogQuery) ([]onchain.Log, error) { return f.logs(q) }

// always is a contract that has one answer.
func always(answer string) *fake {
	return &fake{answer: func([]byte) ([]byte, error) { return common.FromHex(answer), nil }}
}

func words(numbers ...any) string {
	text := "0x"
	for _, n := range numbers {
		text += fmt.Sprintf("%064x", n)
	}
	return text
}

// list is the encoding of count addresses from a number on.
func list(first, count uint64) []byte {
	numbers := []any{32, count}
	for i := range count {
		numbers = append(numbers, 0x1000_0000+first+i)
	}
	return common.FromHex(words(numbers...))
}

var somewhere = common.HexToAddress("0xfac")

func method() *compatregistry.Enumerate {
	return &compatregistry.Enumerate{From: somewhere, Method: "all()"}
}

func pages() *compatregistry.Enumerate {
	return &compatregistry.Enumerate{From: somewhere, Method: "some(uint256,uint256)", Page: 100, Paging: compatregistry.PagingStartCount}
}

func indexes() *compatregistry.Enumerate {
	return &compatregistry.Enumerate{From: somewhere, Method: "at(uint256)", Count: "size()"}
}

func owners() *compatregistry.Enumerate {
	return &compatregistry.Enumerate{From: somewhere, Method: "of(address)", Owners: "owners()"}
}

// Answers that are no lists, and lists that lie.
func TestAnswersThatAreNoLists(t *testing.T) {
	const address = 0x123456789
	huge := strings.Repeat("f", 64)
	for name, test := range map[string]struct{ answer, want string }{
		"empty":           {"0x", "the answer is empty: is this the right contract and method?"},
		"short":           {"0x01", "the answer is no list of addresses"},
		"number":          {words(7), "the answer is no list of addresses"},
		"offset only":     {words(32), "the answer is a list that is longer than the answer"},
		"huge offset":     {"0x" + huge + huge, "the answer is no list of addresses"},
		"crooked offset":  {words(33, 0, 0), "the answer is no list of addresses"},
		"far offset":      {words(96, 0, 0), "the answer is a list that is longer than the answer"},
		"huge length":     {words(32) + huge, "the answer is a list that is longer than the answer"},
		"too long":        {words(32, 3, address, address), "the answer is a list that is longer than the answer"},
		"zero address":    {words(32, 2, address, 0), "element 1 of the answer is the zero address"},
		"no address":      {words(32, 1) + huge, "element 0 of the answer is no address"},
		"over the limit":  {words(32, 4, address, address, address, address), "the answer is a list of 4 addresses, and the limit is 3"},
		"text for a list": {words(32, 4) + "6e6f7065" + strings.Repeat("0", 56), "the answer is a list that is longer than the answer"},
	} {
		t.Run(name, func(t *testing.T) {
			limits := enumeration.Limits{Targets: 3}
			wantError(t, always(test.answer), method(), limits, "all() of FROM: "+test.want)
			wantError(t, always(test.answer), pages(), limits, "a page of 100 from 0: some(uint256,uint256) of FROM: "+test.want)
			wantError(t, always(test.answer), owners(), limits, "owners() of FROM: "+test.want)
		})
	}
	checkAddresses(t, walk(t, always(words(32, 0)), method()), nil)
	checkAddresses(t, walk(t, always(words(64, 9, 1, address)), method()), []common.Address{common.BigToAddress(uint256.NewInt(address).ToBig())})
}

// Counts and elements that lie.
func TestAnswersThatAreNoElements(t *testing.T) {
	for name, test := range map[string]struct{ count, element, want string }{
		"huge count":   {"0x" + strings.Repeat("f", 64), "", "size() of FROM is 115792089237316195423570985008687907853269984665640564039457584007913129639935, and the limit is 1000000 addresses"},
		"large count":  {words(1_000_001), "", "size() of FROM is 1000001, and the limit is 1000000 addresses"},
		"no count":     {"0x", "", "size() of FROM: the answer is empty: is this the right contract and method?"},
		"two counts":   {words(1, 2), "", "size() of FROM: the answer has 64 bytes, and a number has 32"},
		"no element":   {words(3), "0x", "index 0: at(uint256) of FROM: the answer has 0 bytes, and an address has 32"},
		"two elements": {words(3), words(7, 7), "index 0: at(uint256) of FROM: the answer has 64 bytes, and an address has 32"},
		"zero address": {words(3), words(0), "index 0: at(uint256) of FROM: the answer is the zero address"},
		"number":       {words(3), "0x" + strings.Repeat("f", 64), "index 0: at(uint256) of FROM: the answer is no address"},
	} {
		t.Run(name, func(t *testing.T) {
			chain := &fake{answer: func(input []byte) ([]byte, error) {
				if len(input) == 4 {
					return common.FromHex(test.count), nil
				}
				return common.FromHex(test.element), nil
			}}
			wantError(t, chain, indexes(), enumeration.Limits{}, test.want)
		})
	}
}

// A list without an end is cut off at the limit.
func TestEndlessPages(t *testing.T) {
	calls := 0
	chain := &fake{answer: func(input []byte) ([]byte, error) {
		calls++
		start, count := new(uint256.Int).SetBytes(input[4:36]).Uint64(), new(uint256.Int).SetBytes(input[36:68]).Uint64()
		return list(start, count), nil
	}}
	wantError(t, chain, pages(), enumeration.Limits{Targets: 10_000}, "FROM has more than 10000 addresses, which is the limit")
	if calls > 110 {
		t.Errorf("%d calls", calls)
	}
}

// What is refused at every size is an error, soon.
func TestPagesThatAreRefused(t *testing.T) {
	transport := &onchain.TransportError{Endpoint: "TEST_RPC_URL", What: "no answer in time"}
	for name, test := range map[string]struct {
		err   error
		want  string
		calls int
	}{
		"refused":   {&onchain.Revert{Text: "execution reverted"}, "a page of 1 from 0: some(uint256,uint256) of FROM: the contract refuses the call: execution reverted", 7},
		"fault":     {&onchain.Revert{Text: "out of gas", Fault: true}, "a page of 1 from 0: some(uint256,uint256) of FROM: the contract refuses the call: out of gas", 7},
		"too large": {&onchain.TooLargeError{Err: transport}, "a page of 1 from 0: some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time", 7},
		"transport": {transport, "a page of 100 from 0: some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time", 1},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			chain := &fake{answer: func([]byte) ([]byte, error) { calls++; return nil, test.err }}
			wantError(t, chain, pages(), enumeration.Limits{}, test.want)
			if calls != test.calls {
				t.Errorf("%d calls, want %d", calls, test.calls)
			}
		})
	}
}

// A failure of the node in the middle is an error, never the end, also where a refusal would be one.
func TestPagesThatBreakOff(t *testing.T) {
	transport := &onchain.TransportError{Endpoint: "TEST_RPC_URL", What: "no answer in time"}
	for at, want := range map[uint64]string{
		100: "a page of 100 from 100: some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time",
		150: "a page of 1 from 150: some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time",
		1:   "some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time",
	} {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			chain := &fake{answer: func(input []byte) ([]byte, error) {
				start, count := new(uint256.Int).SetBytes(input[4:36]).Uint64(), new(uint256.Int).SetBytes(input[36:68]).Uint64()
				if start == at {
					return nil, transport
				}
				return list(start, min(count, 150-min(start, 150))), nil
			}}
			wantError(t, chain, pages(), enumeration.Limits{}, want)
		})
	}
	t.Run("behind the end", func(t *testing.T) {
		chain := &fake{answer: func(input []byte) ([]byte, error) {
			start, count := new(uint256.Int).SetBytes(input[4:36]).Uint64(), new(uint256.Int).SetBytes(input[36:68]).Uint64()
			if count > 100 { // what tells an end from a count
				return nil, transport
			}
			return list(start, min(count, 150-min(start, 150))), nil
		}}
		wantError(t, chain, pages(), enumeration.Limits{}, "some(uint256,uint256) of FROM: TEST_RPC_URL: no answer in time")
	})
}

// Owners that each have many are more together than may be found.
func TestOwnersWithTooMany(t *testing.T) {
	chain := &fake{answer: func([]byte) ([]byte, error) { return list(0, 60), nil }}
	wantError(t, chain, owners(), enumeration.Limits{Targets: 100}, "FROM has more than 100 addresses, which is the limit")
}

// The last block that there can be does not make ranges begin anew.
func TestLogsUpToTheLastBlock(t *testing.T) {
	const last = ^uint64(0)
	asked := 0
	chain := &fake{height: last, logs: func(q onchain.LogQuery) ([]onchain.Log, error) {
		if asked++; asked > 10 {
			return nil, errors.New("no end")
		}
		return []onchain.Log{{Topics: []common.Hash{q.Topics[0], common.BigToHash(policy(1).Big())}, Block: q.From}}, nil
	}}
	e := &compatregistry.Enumerate{From: somewhere, Since: last - 200_000, Events: []compatregistry.DeploymentEvent{{Signature: "D(address indexed)"}}}
	if got := walk(t, chain, e); len(got) != asked || asked < 2 {
		t.Errorf("%d addresses after %d questions", len(got), asked)
	}
}

// A walk ends with its context.
func TestCancelled(t *testing.T) {
	f := history(t)
	f.fill(t, 10)
	chain := f.snapshot(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, e := range []*compatregistry.Enumerate{
		f.enumerate("getAllPolicies()"), f.paged("getPolicies", 5), f.indexed("policyAt(uint256)"), f.owned(), f.events(versionOne),
	} {
		var r result
		if err := enumeration.Walk(ctx, chain, e, enumeration.Cursor{}, enumeration.Limits{}, r.found); err == nil || len(r.steps) > 0 {
			t.Errorf("%+v: error %v, steps %v", e, err, r.steps)
		}
	}
}
