package sending_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/sending"
)

var (
	from = common.HexToAddress("0xf1")
	call = sending.Call{From: from, To: common.HexToAddress("0x57"), Data: []byte{1, 2, 3, 4}}
)

// A node answers each method with a text, which is JSON or an error; the methods of steps with one text after the other.
type node struct {
	answers map[string]string
	steps   map[string][]string
	asked   []string
}

func (n *node) Batch(_ context.Context, requests []onchain.Request) []onchain.Reply {
	replies := make([]onchain.Reply, len(requests))
	for i, r := range requests {
		n.asked = append(n.asked, r.Method)
		text := n.answers[r.Method]
		if steps := n.steps[r.Method]; len(steps) > 0 {
			text = steps[0]
			if len(steps) > 1 {
				n.steps[r.Method] = steps[1:]
			}
		}
		replies[i] = reply(text)
	}
	return replies
}

func reply(text string) onchain.Reply {
	if message, ok := strings.CutPrefix(text, "error "); ok {
		return onchain.Reply{Err: &onchain.RPCError{Endpoint: "-rpc", Code: -32000, Message: message}}
	}
	if message, ok := strings.CutPrefix(text, "down "); ok {
		return onchain.Reply{Err: &onchain.TransportError{Endpoint: "-rpc", What: message}}
	}
	return onchain.Reply{Result: json.RawMessage(text)}
}

func fees(change map[string]string) *node {
	n := &node{answers: map[string]string{
		"eth_estimateGas": `"0xc350"`, "eth_getTransactionCount": `"0x7"`, "eth_getBlockByNumber": `{"baseFeePerGas":"0x77359400"}`, // 2 gwei
		"eth_maxPriorityFeePerGas": `"0x3b9aca00"`, "eth_getBalance": `"0xde0b6b3a7640000"`,
	}}
	for method, answer := range change {
		n.answers[method] = answer
	}
	return n
}

func gwei(n int64) *big.Int { return big.NewInt(n * 1e9) }

func TestBuild(t *testing.T) {
	tests := []struct {
		name   string
		change map[string]string
		maxFee *big.Int
		fee    *big.Int // 0 with an error
		want   string
	}{
		{"twice the base fee and the tip", nil, gwei(200), gwei(5), ""},
		{"up to the ceiling", nil, gwei(4), gwei(4), ""},
		{"the least", nil, gwei(3), gwei(3), ""},
		{"above the ceiling", nil, new(big.Int).Sub(gwei(3), big.NewInt(1)), nil,
			"a unit of gas costs 3 gwei now (2 gwei base fee, 1 gwei tip), and -max-fee is 2.999999999 gwei: wait, or raise it"},
		{"no tip known", map[string]string{"eth_maxPriorityFeePerGas": "error the method does not exist"}, gwei(200), gwei(5), ""},
		{"tip unreadable", map[string]string{"eth_maxPriorityFeePerGas": "down no answer in time"}, gwei(200), nil, "read the tip that the node suggests: -rpc: no answer in time"},
		{"no base fee", map[string]string{"eth_getBlockByNumber": `{}`}, gwei(200), nil, "the chain has no base fee"},
		{"reverts", map[string]string{"eth_estimateGas": "error execution reverted"}, gwei(200), nil, "the transaction reverts: execution reverted"},
		{"runs out of gas", map[string]string{"eth_estimateGas": "error out of gas"}, gwei(200), nil, "the transaction reverts: out of gas"},
		{"no estimate", map[string]string{"eth_estimateGas": "error no such method"}, gwei(200), nil, "read the gas that the transaction needs: -rpc: the node answers with error -32000: no such method"},
		{"absurd estimate", map[string]string{"eth_estimateGas": `"0x4c4b41"`}, gwei(200), nil, "the node says that the transaction needs 5000001 gas"},
		{"nonce of the wrong form", map[string]string{"eth_getTransactionCount": `7`}, gwei(200), nil, "read the nonce of 0x00000000000000000000000000000000000000f1: the node's answer is not of the right form"},
		{"poor", map[string]string{"eth_getBalance": `"0x1"`}, gwei(200), nil, "has 0.000000000000000001 ether, and the transaction may cost up to 0.0003125 ether"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			chainID := big.NewInt(5)
			tx, err := sending.Build(t.Context(), fees(test.change), chainID, call, test.maxFee)
			if test.fee == nil {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("error %v, want %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if tx.Type() != types.DynamicFeeTxType || tx.ChainId().Cmp(chainID) != 0 || tx.Nonce() != 7 || tx.Gas() != 62_500 || tx.GasFeeCap().Cmp(test.fee) != 0 ||
				tx.GasTipCap().Cmp(gwei(1)) != 0 || *tx.To() != call.To || tx.Value().Sign() != 0 || !slices.Equal(tx.Data(), call.Data) {
				text, _ := tx.MarshalJSON()
				t.Errorf("transaction %s", text)
			}
			if cost := sending.Cost(tx); cost.Cmp(new(big.Int).Mul(test.fee, big.NewInt(62_500))) != 0 {
				t.Errorf("cost %s", cost)
			}
		})
	}
}

func TestGwei(t *testing.T) {
	for text, want := range map[string]string{"30": "30 gwei", "1.5": "1.5 gwei", "0.000000001": "0.000000001 gwei", "200.0": "200 gwei"} {
		price, err := sending.ParseGwei(text)
		if err != nil || sending.Gwei(price) != want {
			t.Errorf("%s: %v, %v", text, price, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "x", "1/2", "1e3", "0x10", "0.0000000001", "Inf", "NaN", "1_000", strings.Repeat("9", 40)} {
		if price, err := sending.ParseGwei(text); err == nil {
			t.Errorf("%q is %s", text, price)
		}
	}
}

func signed(t *testing.T) *types.Transaction {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("a key")))
	if err != nil {
		t.Fatal(err)
	}
	return types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(5)), &types.DynamicFeeTx{
		ChainID: big.NewInt(5), Nonce: 7, GasTipCap: gwei(1), GasFeeCap: gwei(3), Gas: 60_000, To: &call.To, Data: call.Data,
	})
}

func TestSend(t *testing.T) {
	tx := signed(t)
	const there, gone = `{"hash":"0x1"}`, "null"
	rejected, unknown := new(*sending.RejectedError), new(*sending.UnknownError)
	tests := []struct {
		name, send, find string
		want             any // nil, or a pointer to the type of the error
		text             string
	}{
		{"taken", fmt.Sprintf("%q", tx.Hash()), gone, nil, ""},
		{"known", "error already known", gone, nil, ""},
		{"known to Nethermind", "error AlreadyKnown", gone, nil, ""},
		{"mined in the meantime", "error nonce too low", there, nil, ""},
		{"nonce too low", "error nonce too low", gone, rejected, "the node does not take the transaction: -rpc: the node answers with error -32000: nonce too low"},
		{"underpriced", "error replacement transaction underpriced", gone, rejected, "underpriced"},
		{"hangs", "down no answer in time", gone, unknown, "it is not known whether the node has taken the transaction: -rpc: no answer in time"},
		{"hangs, and has it", "down no answer in time", there, nil, ""},
		{"refused, and then silent", "error nonce too low", "down no answer in time", unknown, "nonce too low"},
		{"another hash", `"0x0000000000000000000000000000000000000000000000000000000000000001"`, gone, unknown, "the node names another transaction, 0x00"},
		{"no hash", `{}`, gone, unknown, "the node's answer is not of the right form"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := &node{answers: map[string]string{"eth_sendRawTransaction": test.send, "eth_getTransactionByHash": test.find}}
			err := sending.Send(t.Context(), n, tx)
			if test.want == nil {
				if err != nil {
					t.Errorf("error %v", err)
				}
				return
			}
			if err == nil || !errors.As(err, test.want) || !strings.Contains(err.Error(), test.text) {
				t.Errorf("error %T %v, want %T with %q", err, err, test.want, test.text)
			}
		})
	}
}

func receipt(hash common.Hash, block string, number int) string {
	return fmt.Sprintf(`{"transactionHash":%q,"blockHash":"0x%s","blockNumber":"0x%x","status":"0x1","gasUsed":"0xc350"}`, hash, strings.Repeat(block, 64), number)
}

func block(block string, number int) string {
	return fmt.Sprintf(`{"hash":"0x%s","number":"0x%x"}`, strings.Repeat(block, 64), number)
}

func TestAwait(t *testing.T) {
	hash := common.HexToHash("0x77")
	a10, b11 := receipt(hash, "a", 10), receipt(hash, "b", 11)
	mined := &sending.Receipt{Block: 10, BlockHash: common.HexToHash(strings.Repeat("a", 64)), Success: true, GasUsed: 50_000}
	moved := &sending.Receipt{Block: 11, BlockHash: common.HexToHash(strings.Repeat("b", 64)), Success: true, GasUsed: 50_000}
	failed := &sending.Receipt{Block: 10, BlockHash: mined.BlockHash, GasUsed: 50_000}
	const pending = `{"blockNumber":null}`
	tests := []struct {
		name          string
		confirmations uint64
		receipts      []string
		blocks        []string // the newest, and that of the transaction where there is one with confirmations
		find, nonce   string
		want          *sending.Receipt
		err           string
		said          []string
	}{
		{"at once", 0, []string{a10}, []string{block("a", 10)}, pending, "0x8", mined, "", nil},
		{"reverted", 1, []string{strings.Replace(a10, `"0x1"`, `"0x0"`, 1)}, []string{block("a", 10)}, pending, "0x8", failed, "", nil},
		{"after some time", 1, []string{"null", "down no answer in time", a10}, []string{block("9", 9), block("9", 9), block("a", 10)}, pending, "0x7", mined, "", nil},
		{"three confirmations", 3, []string{a10}, []string{block("a", 10), block("b", 11), block("c", 12), block("a", 10)}, pending, "0x8", mined, "", nil},
		{"too few confirmations", 3, []string{a10}, []string{block("b", 11)}, pending, "0x8", nil, "it is in block 10, with 2 of 3 confirmations", nil},
		{"head behind the receipt", 1, []string{a10}, []string{block("9", 9)}, pending, "0x8", nil, "it is in block 10, with 0 of 1 confirmations", nil},
		{"receipt of a block that is not in the chain", 1, []string{a10}, []string{block("b", 10)}, pending, "0x8", nil,
			"its receipt is for block 10 0x" + strings.Repeat("a", 64) + ", and the chain has another block there", nil},
		{"reorganised, and mined again", 2, []string{a10, "null", b11, b11},
			[]string{block("a", 10), block("9", 9), block("b", 11), block("c", 12), block("b", 11)}, pending, "0x7", moved, "",
			[]string{"the chain was reorganised: the transaction is not in a block any more, waiting for it to be mined again"}},
		{"moved to another block", 2, []string{a10, b11}, []string{block("a", 10), block("c", 12), block("b", 11)}, pending, "0x8", moved, "",
			[]string{"the chain was reorganised: the transaction is in block 11 0x" + strings.Repeat("b", 64) + " now"}},
		{"vanished for good", 2, []string{a10, "null"}, []string{block("a", 10)}, "null", "0x7", nil, "the node does not have it: it was dropped, or never arrived",
			[]string{"the chain was reorganised: the transaction is not in a block any more, waiting for it to be mined again"}},
		{"pending for ever", 1, []string{"null"}, []string{block("a", 10)}, pending, "0x7", nil, "it is waiting to be mined; the fee may be too low", nil},
		{"replaced", 1, []string{"null"}, []string{block("a", 10)}, "null", "0x8", nil,
			"the transaction was replaced: another one of 0x00000000000000000000000000000000000000f1 with the nonce 7 was mined", nil},
		{"receipt late", 1, []string{"null", "null", a10}, []string{block("a", 10)}, pending, "0x8", mined, "", nil},
		{"receipt of another", 1, []string{receipt(common.Hash{1}, "a", 10)}, []string{block("a", 10)}, pending, "0x8", nil, "the node's receipt is not that of the transaction", nil},
		{"receipt without a status", 1, []string{strings.Replace(a10, "status", "root", 1)}, []string{block("a", 10)}, pending, "0x8", nil, "or is not complete", nil},
		{"node down", 1, []string{"down cannot connect"}, []string{"down cannot connect"}, "down cannot connect", "0x8", nil, "read the receipt: -rpc: cannot connect", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := &node{
				answers: map[string]string{"eth_getTransactionByHash": test.find, "eth_getTransactionCount": fmt.Sprintf("%q", test.nonce)},
				steps:   map[string][]string{"eth_getTransactionReceipt": test.receipts, "eth_getBlockByNumber": test.blocks},
			}
			wait := time.Minute
			if test.want == nil && test.name != "replaced" {
				wait = 100 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(t.Context(), wait)
			defer cancel()
			var said []string
			got, err := sending.Await(ctx, n, hash, from, 7, sending.Waiting{
				Confirmations: test.confirmations, Poll: time.Millisecond, Say: func(text string) { said = append(said, text) },
			})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Errorf("error %v, want %q", err, test.err)
			}
			if diff := cmp.Diff(test.said, said); diff != "" {
				t.Errorf("said: -want +got\n%s", diff)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	n := &node{answers: map[string]string{"eth_getTransactionReceipt": "null", "eth_getTransactionByHash": "null", "eth_getTransactionCount": `"0x7"`}}
	_, err := sending.Await(ctx, n, common.Hash{1}, from, 7, sending.Waiting{Poll: time.Hour, Say: func(string) {}})
	if timeout := (*sending.TimeoutError)(nil); !errors.As(err, &timeout) || !sending.Interrupted(err) {
		t.Errorf("error %T %v", err, err)
	}
}

func TestSendUnsigned(t *testing.T) {
	n := &node{answers: map[string]string{"eth_estimateGas": `"0xc350"`, "eth_sendTransaction": `"0x0000000000000000000000000000000000000000000000000000000000000077"`}}
	hash, err := sending.SendUnsigned(t.Context(), n, call)
	if err != nil || hash != common.HexToHash("0x77") {
		t.Errorf("%s, %v", hash, err)
	}
	n.answers["eth_estimateGas"] = "error execution reverted"
	if _, err := sending.SendUnsigned(t.Context(), n, call); !errors.As(err, new(*sending.RevertError)) {
		t.Errorf("error %v", err)
	}
}
