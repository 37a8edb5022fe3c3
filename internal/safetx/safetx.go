// Package safetx writes transactions for a Safe multisig, in the format that the Transaction Builder of the Safe app imports.
package safetx

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// A Batch is a file of the Transaction Builder.
type Batch struct {
	Version      string        `json:"version"`
	ChainID      string        `json:"chainId"`
	CreatedAt    int64         `json:"createdAt"` // milliseconds since 1970
	Meta         Meta          `json:"meta"`
	Transactions []Transaction `json:"transactions"`
}

// Meta describes a batch.
type Meta struct {
	Name                    string `json:"name"`
	Description             string `json:"description"`
	TxBuilderVersion        string `json:"txBuilderVersion"`
	CreatedFromSafeAddress  string `json:"createdFromSafeAddress"`
	CreatedFromOwnerAddress string `json:"createdFromOwnerAddress"`
	Checksum                string `json:"checksum,omitempty"`
}

// A Transaction is one call. The app executes Data; Method and Values are the same for people and for other tools.
type Transaction struct {
	To     string            `json:"to"`
	Value  string            `json:"value"`
	Data   string            `json:"data"`
	Method Method            `json:"contractMethod"`
	Values map[string]string `json:"contractInputsValues"`
}

// A Method is the function that a transaction calls.
type Method struct {
	Inputs  []Input `json:"inputs"`
	Name    string  `json:"name"`
	Payable bool    `json:"payable"`
}

// An Input is a parameter of a Method.
type Input struct {
	InternalType string `json:"internalType"`
	Name         string `json:"name"`
	Type         string `json:"type"`
}

// builderVersion is that of the app whose files these are like.
const builderVersion = "1.18.0"

// A FlagCall is the call of a strictness registry that sets a flag.
type FlagCall struct {
	ChainID           uint64
	Safe, Registry    common.Address
	Name, Description string // for those who sign
	Key               common.Hash
	Strict            bool
	Data              []byte // the calldata
	At                time.Time
}

// SetStrictnessFlag returns a batch with one call.
func SetStrictnessFlag(c FlagCall) *Batch {
	return &Batch{
		Version: "1.0", ChainID: strconv.FormatUint(c.ChainID, 10), CreatedAt: c.At.UnixMilli(),
		Meta: Meta{Name: c.Name, Description: c.Description, TxBuilderVersion: builderVersion, CreatedFromSafeAddress: c.Safe.Hex()},
		Transactions: []Transaction{{
			To: c.Registry.Hex(), Value: "0", Data: hexutil.Encode(c.Data),
			Method: Method{Name: "setStrictnessFlag", Inputs: []Input{
				{InternalType: "bytes32", Name: "feature", Type: "bytes32"},
				{InternalType: "bool", Name: "enabled", Type: "bool"},
			}},
			Values: map[string]string{"feature": c.Key.Hex(), "enabled": strconv.FormatBool(c.Strict)},
		}},
	}
}

// Marshal returns the file with its checksum.
func (b *Batch) Marshal() ([]byte, error) {
	unsealed := *b
	unsealed.Meta.Checksum = ""
	data, err := encode(&unsealed)
	if err != nil {
		return nil, err
	}
	if unsealed.Meta.Checksum, err = Checksum(data); err != nil {
		return nil, err
	}
	return encode(&unsealed)
}

func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(value)
	return b.Bytes(), err
}

// Checksum is what the app compares with meta.checksum of a file that it imports, which data is without: the keccak256 hash of a text in which
// the members of objects are sorted.
func Checksum(data []byte) (string, error) {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return "", err
	}
	var b strings.Builder
	if err := serialize(&b, value); err != nil {
		return "", err
	}
	return crypto.Keccak256Hash([]byte(b.String())).Hex(), nil
}

// serialize writes a value as the app does: an object is the list of its names, and then its values, each with a comma behind it.
func serialize(b *strings.Builder, value any) error {
	switch v := value.(type) {
	case []any:
		b.WriteByte('[')
		for i, element := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := serialize(b, element); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		b.WriteByte('{')
		if err := scalar(b, names); err != nil {
			return err
		}
		for _, name := range names {
			if err := serialize(b, v[name]); err != nil {
				return err
			}
			b.WriteByte(',')
		}
		b.WriteByte('}')
	default:
		return scalar(b, value)
	}
	return nil
}

func scalar(b *strings.Builder, value any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("encode a value: %w", err)
	}
	b.Write(bytes.TrimSuffix(text.Bytes(), []byte("\n")))
	return nil
}
