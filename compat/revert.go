package compat

import (
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// codeReverted is what geth (internal/ethapi/errors.go), erigon, anvil and newer Nethermind and Besu give to a revert.
const codeReverted = 3

// codesOfReverts are the codes that reverts come with. All but the first stand for much else, so that the words decide:
// hardhat sends -32603; ganache, older Besu and older geth -32000; OpenEthereum and older Nethermind -32015.
var codesOfReverts = []int{codeReverted, -32603, -32000, -32015}

// emptyReverts are the words of nodes for a revert without a reason, in lower case and without the prefix "error: ".
var emptyReverts = []string{
	"execution reverted",
	"transaction reverted without a reason string",
	"transaction reverted: function selector was not recognized and there's no fallback function",
	"transaction reverted: function selector was not recognized and there's no fallback nor receive function",
	"vm exception while processing transaction: revert",
}

// emptyRevertsWithData are words for faults of every kind, which mean an empty revert if empty revert data comes along.
var emptyRevertsWithData = []string{"vm execution error", "reverted"}

// isEmptyRevert reports whether err says that execution reverted, and neither its data nor its words hold a reason.
// Words that are not known are no revert, so that a fault of execution is none, whatever code a node gives to it.
func isEmptyRevert(err rpc.Error) bool {
	state := dataOf(err)
	if state == dataPresent || !slices.Contains(codesOfReverts, err.ErrorCode()) {
		return false
	}
	words := strings.ToLower(err.Error())
	words = strings.TrimRight(strings.TrimPrefix(words, "error: "), ".: ")
	if slices.Contains(emptyReverts, words) {
		return true
	}
	return state == dataEmpty && (slices.Contains(emptyRevertsWithData, words) ||
		err.ErrorCode() == codeReverted && isRevertWithoutReason(words))
}

// isRevertWithoutReason accepts other words for a revert, where code and data leave no doubt that it is an empty one.
func isRevertWithoutReason(words string) bool {
	return strings.Contains(words, "revert") && !strings.HasPrefix(words, "execution reverted:")
}

// A dataState is what is known about the revert data of an error.
type dataState int

const (
	dataAbsent  dataState = iota // the node sent none
	dataEmpty                    // the node sent data of zero bytes
	dataPresent                  // at least one byte, or something that cannot be read and so is not known to be empty
)

// dataOf reads the revert data of err. geth, erigon and anvil send a hex string; hardhat 2 sends an object with the
// string as its member "data"; OpenEthereum and older Nethermind send "Reverted 0x…".
func dataOf(err rpc.Error) dataState {
	carrier, ok := err.(rpc.DataError)
	if !ok {
		return dataAbsent
	}
	data := carrier.ErrorData()
	if object, ok := data.(map[string]any); ok {
		if data, ok = object["data"]; !ok {
			return dataPresent
		}
	}
	if data == nil {
		return dataAbsent
	}
	text, ok := data.(string)
	if !ok {
		return dataPresent
	}
	text = strings.TrimPrefix(text, "Reverted ")
	if text == "" {
		return dataEmpty
	}
	if raw, err := hexutil.Decode(text); err != nil || len(raw) > 0 {
		return dataPresent
	}
	return dataEmpty
}
