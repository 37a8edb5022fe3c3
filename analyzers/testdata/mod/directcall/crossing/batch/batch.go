// Package batch makes calldata and, in some functions, sends it: where it does not, its errors say nothing of a contract.
package batch

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// A Call is an element of a batch.
type Call struct {
	Target common.Address
	Data   []byte
}

// A Batch is sent as a whole.
type Batch struct {
	ABI    abi.ABI
	client *ethclient.Client
	rpc    *rpc.Client
	calls  []Call
}

// Pack returns the calldata.
func (b *Batch) Pack(method string, values ...any) ([]byte, error) {
	return b.ABI.Pack(method, values...)
}

// Add keeps it.
func (b *Batch) Add(method string, values ...any) error {
	data, err := b.Pack(method, values...)
	if err != nil {
		return err
	}
	b.calls = append(b.calls, Call{Data: data})
	return nil
}

// AddAt keeps it in an element.
func (b *Batch) AddAt(i int, method string) (err error) {
	b.calls[i].Data, err = b.Pack(method)
	return err
}

// Named keeps the selector.
func (b *Batch) Named(method string) error {
	m, ok := b.ABI.Methods[method]
	if !ok {
		return errors.New("no such method")
	}
	b.calls = append(b.calls, Call{Data: m.ID})
	return nil
}

// AddAll is a batch of one, whose error is not that of its element.
func (b *Batch) AddAll(method string) error {
	data, err := b.Pack(method)
	if err != nil {
		return err
	}
	return b.aggregate([]Call{{Data: data}})
}

func (b *Batch) aggregate(calls []Call) error { return errors.New("cannot") }

// Send sends it.
func (b *Batch) Send(ctx context.Context, method string, values ...any) ([]byte, error) {
	data, err := b.Pack(method, values...)
	if err != nil {
		return nil, err
	}
	slog.Debug("send", "data", hex.EncodeToString(data))
	msg := ethereum.CallMsg{}
	msg.Data = data
	return b.client.CallContract(ctx, msg, nil)
}

// SendLater does so in a closure.
func (b *Batch) SendLater(ctx context.Context, method string) error {
	data, err := b.Pack(method)
	if err != nil {
		return err
	}
	send := func() error {
		_, err := b.client.CallContract(ctx, ethereum.CallMsg{Data: data}, nil)
		return err
	}
	return send()
}

// SendRaw does so by a method that is not known here: only what becomes of its results is.
func (b *Batch) SendRaw(ctx context.Context, method string) (out string, err error) {
	data, err := b.Pack(method)
	if err != nil {
		return "", err
	}
	err = b.rpc.CallContext(ctx, &out, "eth_call", map[string]any{"data": hex.EncodeToString(data)})
	return out, err
}

// SendPlain sends nothing but the selector.
func (b *Batch) SendPlain(ctx context.Context, method string) ([]byte, error) {
	return b.client.CallContract(ctx, ethereum.CallMsg{Data: append([]byte(nil), b.ABI.Methods[method].ID...)}, nil)
}

// Both adds one name and sends the other.
func (b *Batch) Both(ctx context.Context, added, sent string) error {
	if err := b.Add(added); err != nil {
		return err
	}
	return b.SendLater(ctx, sent)
}

// Transaction makes a transaction of it, which somebody has to sign.
func (b *Batch) Transaction(method string) (*types.Transaction, error) {
	data, err := b.Pack(method)
	if err != nil {
		return nil, err
	}
	return types.NewTx(&types.LegacyTx{Data: data}), nil
}
