package onchain

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

type wireRequest struct {
	Version string `json:"jsonrpc"`
	ID      uint64 `json:"id"`
	Method  string `json:"method"`
	Params  []any  `json:"params"`
}

type wireReply struct {
	ID     json.RawMessage `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *wireError      `json:"error"`
}

type wireError struct {
	Code    json.Number     `json:"code"`
	Message json.RawMessage `json:"message"`
	Data    json.RawMessage `json:"data"`
}

// encodeRequests numbers requests from first on. One goes by itself: there are endpoints that take no batches.
func encodeRequests(requests []Request, first uint64) ([]byte, error) {
	batch := make([]wireRequest, len(requests))
	for i, r := range requests {
		batch[i] = wireRequest{"2.0", first + uint64(i), r.Method, r.Params}
		if r.Params == nil {
			batch[i].Params = []any{}
		}
	}
	if len(batch) == 1 {
		return json.Marshal(batch[0])
	}
	return json.Marshal(batch)
}

var errUnanswered = errors.New("the batch has no answer to this request")

// decodeReplies reads the answer to n requests that are numbered from first on. Elements may come in any order, and some not at all; those
// have an error. More answers than requests, or two to one, are an error of the whole: such a node cannot be believed.
func decodeReplies(data []byte, first uint64, n int) ([]Reply, error) {
	messages, err := decodeMessages(data, n)
	if err != nil {
		return nil, err
	}
	replies := make([]Reply, n)
	answered := make([]bool, n)
	for _, message := range messages {
		i, ok := position(message.ID, first, n)
		switch {
		case !ok && message.Error != nil: // of the batch as a whole
			return allFailed(message.Error, n), nil
		case !ok:
			return nil, errors.New("an answer is to no request that was made")
		case answered[i]:
			return nil, errors.New("two answers are to one request")
		}
		answered[i], replies[i] = true, message.reply()
	}
	for i := range replies {
		if !answered[i] {
			replies[i].Err = &TransportError{What: errUnanswered.Error()}
		}
	}
	return replies, nil
}

// decodeMessages reads one message or a batch of up to n.
func decodeMessages(data []byte, n int) ([]wireReply, error) {
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 {
		return nil, errors.New("it is empty")
	}
	if data[0] != '[' {
		var one wireReply
		if err := json.Unmarshal(data, &one); err != nil {
			return nil, errors.New("it is not JSON-RPC")
		}
		return []wireReply{one}, nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return nil, errors.New("it is not JSON")
	}
	var messages []wireReply
	for decoder.More() {
		if len(messages) == n {
			return nil, fmt.Errorf("it has more than the %d answers that were asked for", n)
		}
		var message wireReply
		if err := decoder.Decode(&message); err != nil {
			return nil, errors.New("it is not JSON-RPC")
		}
		messages = append(messages, message)
	}
	if _, err := decoder.Token(); err != nil {
		return nil, errors.New("it ends before it is complete")
	}
	return messages, nil
}

// position is the place of an answer among the requests. There are nodes that make the number a string.
func position(id json.RawMessage, first uint64, n int) (int, bool) {
	number, err := strconv.ParseUint(strings.Trim(string(id), `"`), 10, 64)
	if err != nil || number < first || number-first >= uint64(n) {
		return 0, false
	}
	return int(number - first), true
}

func allFailed(e *wireError, n int) []Reply {
	replies := make([]Reply, n)
	for i := range replies {
		replies[i].Err = e.decode()
	}
	return replies
}

func (r *wireReply) reply() Reply {
	switch {
	case r.Error != nil:
		return Reply{Err: r.Error.decode()}
	case len(r.Result) == 0:
		return Reply{Err: &TransportError{What: "an answer has neither a result nor an error"}}
	}
	return Reply{Result: r.Result}
}

func (e *wireError) decode() *RPCError {
	code, err := strconv.Atoi(e.Code.String())
	if err != nil {
		code = 0
	}
	var message string
	if json.Unmarshal(e.Message, &message) != nil {
		message = "without a message"
	}
	return &RPCError{Code: code, Message: message, Data: revertData(e.Data)}
}

// revertData reads the data of an error: a string, an object that has it as "data" (hardhat), or a string after "Reverted " (OpenEthereum).
func revertData(raw json.RawMessage) []byte {
	var object struct{ Data json.RawMessage }
	if len(raw) > 0 && raw[0] == '{' && json.Unmarshal(raw, &object) == nil {
		raw = object.Data
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return nil
	}
	digits, ok := strings.CutPrefix(strings.TrimPrefix(text, "Reverted "), "0x")
	if !ok {
		return nil
	}
	data, err := hex.DecodeString(digits)
	if err != nil {
		return nil
	}
	return data
}

// decodeHex reads a result that is a string of bytes.
func decodeHex(raw json.RawMessage, limit int) ([]byte, error) {
	digits, err := hexDigits(raw)
	if err != nil {
		return nil, err
	}
	return decodeDigits(digits, limit)
}

// decodeWord reads a slot. There are nodes that leave out leading zeros.
func decodeWord(raw json.RawMessage) (common.Hash, error) {
	digits, err := hexDigits(raw)
	if err != nil {
		return common.Hash{}, err
	}
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	data, err := decodeDigits(digits, common.HashLength)
	return common.BytesToHash(data), err
}

// hexDigits are what follows the 0x of a result.
func hexDigits(raw json.RawMessage) (string, error) {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return "", errors.New("the answer is not a string of hex digits")
	}
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok {
		return "", errors.New("the answer does not begin with 0x")
	}
	return digits, nil
}

func decodeDigits(digits string, limit int) ([]byte, error) {
	if len(digits) > 2*limit {
		return nil, &TooLargeError{Err: fmt.Errorf("the answer is longer than %d bytes", limit)}
	}
	data, err := hex.DecodeString(digits)
	if err != nil {
		return nil, errors.New("the answer is not a string of hex digits")
	}
	return data, nil
}

// decodeNumber reads a result that is a number in hex.
func decodeNumber(raw json.RawMessage) (uint64, error) {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return 0, errors.New("the answer is not a number in hex")
	}
	digits, ok := strings.CutPrefix(text, "0x")
	number, err := strconv.ParseUint(digits, 16, 64)
	if !ok || err != nil {
		return 0, errors.New("the answer is not a number in hex")
	}
	return number, nil
}
