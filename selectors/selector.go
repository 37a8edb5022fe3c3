package selectors

import (
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/crypto"
)

// A Selector is the first four bytes of the Keccak-256 hash of a canonical function signature: what a call's data
// starts with (Solidity ABI specification, "Function Selector").
type Selector [4]byte

// String returns the selector as lower-case hex with a 0x prefix, such as "0xe998a088".
func (s Selector) String() string {
	return "0x" + hex.EncodeToString(s[:])
}

// ParseSelector reads a selector written as eight hex digits of either case, with or without a 0x prefix.
func ParseSelector(text string) (Selector, error) {
	var s Selector
	digits := strings.TrimPrefix(text, "0x")
	if len(digits) != hex.EncodedLen(len(s)) {
		return Selector{}, fmt.Errorf("selector %q is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088", text)
	}
	if _, err := hex.Decode(s[:], []byte(digits)); err != nil {
		return Selector{}, fmt.Errorf("selector %q is not hexadecimal: write 0x and 8 hex digits, such as 0xe998a088", text)
	}
	return s, nil
}

// Of returns the selector of a canonical signature. The signature is hashed as it is: "foo(uint)" gives a selector that
// no contract has, so text from users goes through [ParseSignature] first.
func Of(signature string) Selector {
	return Selector(crypto.Keccak256([]byte(signature))[:4])
}
