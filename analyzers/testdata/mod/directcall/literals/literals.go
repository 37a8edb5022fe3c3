// Package literals writes selectors out.
package literals

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

func send(data []byte) error { return nil }

func sendFour(selector [4]byte) error { return nil }

func sendText(data string) error { return nil }

func byteLiterals() {
	sendFour([4]byte{0xe9, 0x98, 0xa0, 0x88})                         // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendFour([4]byte{0xe9, 0x98, 0xa0, 0x89})                         // another selector
	sendFour([...]byte{0xe9, 0x98, 0xa0, 0x88})                       // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendFour([4]byte{233, 0o230, 0b10100000, '\u0088'})               // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendFour([4]byte{0: 0xe9, 1: 0x98, 2: 0xa0, 3: 0x88})             // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendFour([4]byte{3: 0x88, 2: 0xa0, 1: 0x98, 0: 0xe9})             // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendFour([4]byte{3: 0xe9, 2: 0x98, 1: 0xa0, 0: 0x88})             // the other way round
	send([]byte{0xe9, 0x98, 0xa0, 0x88})                              // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send([]byte{0xe9, 0x98, 0xa0})                                    // too short
	send(append([]byte{0xe9, 0x98, 0xa0, 0x88}, make([]byte, 32)...)) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	_ = ethereum.CallMsg{Data: []byte{0xe9, 0x98, 0xa0, 0x88}}        // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	_ = []int{0xe9, 0x98, 0xa0, 0x88}                                 // no bytes
}

const first = 0xe9

func constantBytes(variable byte) {
	send([]byte{first, 0x98, 0xa0, 0x88}) // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send([]byte{variable, 0x98, 0xa0, 0x88})
}

func hexadecimal() {
	send(common.FromHex("0xe998a088"))      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(common.FromHex("e998a088"))        // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(common.FromHex("0xE998A088"))      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(common.FromHex(`0xe998a088`))      // want "^NewtonPolicy\\.getPolicyCodeHash\\(\\)"
	send(common.FromHex("0xe998a089"))      // another selector
	send(common.FromHex("0xe998a0"))        // too short
	send(common.Hex2Bytes("e998a088"))      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(hexutil.MustDecode("0xe998a088"))  // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	data, _ := hex.DecodeString("e998a088") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(data)
	sendText("0xe998a088")                                                                 // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendText("0xe998a088" + strings.Repeat("00", 32))                                      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendText("0xe998a0880000000000000000000000000000000000000000000000000000000000000001") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	sendText("0xe998a088000")                                                              // half a byte too many
	sendText("call 0xe998a088")                                                            // prose
	send([]byte("\xe9\x98\xa0\x88"))                                                       // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

func hashes() {
	send(crypto.Keccak256([]byte("getPolicyCodeHash()"))[:4])                      // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(crypto.Keccak256([]byte("getPolicyCodeHash()")))                          // a topic or key, no selector
	send(crypto.Keccak256([]byte("getPolicyCodeHash()"))[:8])                      // eight bytes are none
	send(crypto.Keccak256([]byte("owner()"))[:4])                                  // another one
	send(crypto.Keccak256([]byte("getPolicyCodeHash( )"))[:4])                     // not canonical
	send(crypto.Keccak256Hash([]byte("getPolicyCodeHash()")).Bytes()[:4])          // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(crypto.Keccak256([]byte("commitBatch((uint256,address)[],bytes4)"))[0:4]) // want `^Settlement\.commitBatch`
	send(crypto.Keccak256([]byte("getPolicyCodeHash()"))[4:])                      // the rest
	hash := crypto.Keccak256([]byte("getPolicyCodeHash()"))                        // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(hash[:4])
	topic := crypto.Keccak256([]byte("getPolicyCodeHash()"))
	send(topic)
	signature := []byte("getPolicyCodeHash()") // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(crypto.Keccak256(signature)[:4])
	named := crypto.Keccak256Hash([]byte(signed)).Bytes()[:4]
	send(named)
	sendText("getPolicyCodeHash()")
}

const signed = "getPolicyCodeHash()" // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

// sent is declared here and sent there: one finding, at the literal.
var sent = [4]byte{0xe9, 0x98, 0xa0, 0x88} // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

var onlyCompared = [4]byte{0xe9, 0x98, 0xa0, 0x88}

// Exported may be sent by anybody.
var Exported = [4]byte{0xe9, 0x98, 0xa0, 0x88} // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

const text = "0xe998a088" // want `^NewtonPolicy\.getPolicyCodeHash\(\)`

const comparedText = "0xe998a088"

func declared(seen [4]byte) {
	sendFour(sent)
	sendText(text)
	local := []byte{0xe9, 0x98, 0xa0, 0x88} // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
	send(local)
	unused := []byte{0xe9, 0x98, 0xa0, 0x88}
	_ = bytes.Equal(unused, seen[:])
}

// compared decodes calldata that it has seen.
func compared(seen [4]byte, data []byte, method string) int {
	switch {
	case seen == [4]byte{0xe9, 0x98, 0xa0, 0x88}:
		return 1
	case seen != onlyCompared:
		return 2
	case bytes.Equal(data[:4], []byte{0xe9, 0x98, 0xa0, 0x88}):
		return 3
	case slices.Equal(data[:4], []byte{0xe9, 0x98, 0xa0, 0x88}):
		return 3
	case bytes.HasPrefix(data, common.FromHex("0xe998a088")):
		return 4
	case method == "0xe998a088" || strings.HasPrefix(method, comparedText):
		return 5
	}
	switch seen {
	case [4]byte{0xe9, 0x98, 0xa0, 0x88}:
		return 6
	}
	switch method {
	case "0xe998a088", "0x4ccf57fe":
		return 7
	}
	return decoders[seen] + map[string]int{"0xe998a088": 8}[method] + kinds["0xe998a088"]
}

var decoders = map[[4]byte]int{
	{0xe9, 0x98, 0xa0, 0x88}: 9,
}

var kinds = map[string]int{}

var senders = map[string]string{
	"hash": "0xe998a088", // want `^NewtonPolicy\.getPolicyCodeHash\(\)`
}

type tagged struct {
	Field int `selector:"0xe998a088"`
}

var _, _, _, _, _, _, _ = byteLiterals, constantBytes, hexadecimal, hashes, declared, compared, senders
