package unlocked

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/contracts"
)

// A Proxy is one in the layout of EIP-1967 that its deployer can upgrade.
type Proxy struct {
	abi  abi.ABI
	code []byte
}

// LoadProxy reads the artifact of the proxy.
func LoadProxy() (*Proxy, error) {
	data, err := contracts.Artifact("UpgradeableProxy")
	if err != nil {
		return nil, err
	}
	var artifact struct {
		ABI      json.RawMessage
		Bytecode string
	}
	if err := json.Unmarshal(data, &artifact); err != nil {
		return nil, fmt.Errorf("artifact of the proxy: %w", err)
	}
	parsed, err := abi.JSON(bytes.NewReader(artifact.ABI))
	if err != nil {
		return nil, fmt.Errorf("abi of the proxy: %w", err)
	}
	return &Proxy{parsed, common.FromHex(artifact.Bytecode)}, nil
}

// Deploy deploys a proxy for an implementation.
func (p *Proxy) Deploy(ctx context.Context, a Account, implementation common.Address) (common.Address, error) {
	args, err := p.abi.Pack("", implementation)
	if err != nil {
		return common.Address{}, err
	}
	return a.Create(ctx, "a proxy", append(p.code[:len(p.code):len(p.code)], args...))
}

// Upgrade hands the calls of a proxy to another implementation.
func (p *Proxy) Upgrade(ctx context.Context, a Account, proxy, implementation common.Address) error {
	data, err := p.abi.Pack("upgradeTo", implementation)
	if err != nil {
		return err
	}
	if err := a.Send(ctx, proxy, data); err != nil {
		return fmt.Errorf("upgrade %s: %w", proxy, err)
	}
	return nil
}
