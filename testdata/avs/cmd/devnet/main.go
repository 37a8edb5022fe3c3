// Command devnet makes a development chain the live network of the pre-deploy gate's example.
//
//	devnet URL FOLDER
//
// It deploys the service's contracts as they were at v0.2 with accounts that the node has the keys of, as anvil has: a policy of ours, and
// one whose owner is an external developer. FOLDER gets the file env, to be sourced by a shell, which says where everything is, and the
// compat.yaml of two releases: strict.yaml, where the new function is required, and grace.yaml, where legacy is served.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"example.com/avs/contracts"
	"example.com/avs/internal/unlocked"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "devnet:", err)
		os.Exit(1)
	}
}

// A network is what was deployed.
type network struct {
	client                         *ethclient.Client
	chainID                        uint64
	us, developer                  unlocked.Account
	manager, clients               common.Address
	ourPolicy, theirPolicy, legacy common.Address
}

func run(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return errors.New("usage: devnet URL FOLDER")
	}
	client, err := ethclient.DialContext(ctx, args[0])
	if err != nil {
		return errors.New("dial the chain: is this its URL?")
	}
	defer client.Close()
	n := &network{client: client}
	if err := n.connect(ctx); err != nil {
		return err
	}
	if err := n.deploy(ctx); err != nil {
		return err
	}
	return n.write(args[1])
}

func (n *network) connect(ctx context.Context) error {
	id, err := n.client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("chain id: %w", err)
	}
	n.chainID = id.Uint64()
	var accounts []common.Address
	if err := n.client.Client().CallContext(ctx, &accounts, "eth_accounts"); err != nil {
		return fmt.Errorf("accounts of the node: %w", err)
	}
	if len(accounts) < 2 {
		return fmt.Errorf("the node has %d accounts, and two are needed: is it a development chain?", len(accounts))
	}
	n.us, n.developer = unlocked.Account{Client: n.client, Address: accounts[0]}, unlocked.Account{Client: n.client, Address: accounts[1]}
	return nil
}

func (n *network) deploy(ctx context.Context) error {
	var err error
	if n.manager, err = n.us.Deploy(ctx, "TaskManager"); err != nil {
		return err
	}
	if n.clients, err = n.us.Deploy(ctx, "PolicyClientRegistry"); err != nil {
		return err
	}
	if n.legacy, err = n.us.Deploy(ctx, "NewtonPolicyV1"); err != nil {
		return err
	}
	if n.ourPolicy, err = n.policy(ctx, n.us); err != nil {
		return err
	}
	n.theirPolicy, err = n.policy(ctx, n.developer)
	return err
}

// policy deploys a policy behind a proxy that its owner can upgrade, and registers it.
func (n *network) policy(ctx context.Context, owner unlocked.Account) (common.Address, error) {
	proxies, err := unlocked.LoadProxy()
	if err != nil {
		return common.Address{}, err
	}
	proxy, err := proxies.Deploy(ctx, owner, n.legacy)
	if err != nil {
		return common.Address{}, err
	}
	policy, err := load("NewtonPolicyV1")
	if err != nil {
		return common.Address{}, err
	}
	data, err := policy.Pack("initialize", owner.Address, "bafy-policy", "bafy-schema")
	if err != nil {
		return common.Address{}, err
	}
	if err := owner.Send(ctx, proxy, data); err != nil {
		return common.Address{}, fmt.Errorf("initialize %s: %w", proxy, err)
	}
	clients, err := load("PolicyClientRegistry")
	if err != nil {
		return common.Address{}, err
	}
	if data, err = clients.Pack("register", proxy, proxy); err != nil {
		return common.Address{}, err
	}
	if err := owner.Send(ctx, n.clients, data); err != nil {
		return common.Address{}, fmt.Errorf("register %s: %w", proxy, err)
	}
	return proxy, nil
}

func load(name string) (abi.ABI, error) {
	artifact, err := contracts.Load(name)
	if err != nil {
		return abi.ABI{}, err
	}
	return abi.JSON(strings.NewReader(string(artifact.ABI)))
}

// registry is a compat.yaml for one state of the feature.
const registry = `version: 1
contracts:
  NewtonPolicy:
    bindings: [example.com/avs/bindings/...]
features:
  policy_code_hash:
    contract: NewtonPolicy
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v0.3.0, date: 2026-11-16}
    state: %s
    grace_end: 2027-05-14
    ticket: NEWT-1001
networks:
  live:
    chain_id: %d
    rpc_env: LIVE_RPC_URL
    addresses:
      NewtonPolicy: {addresses: [%q], enumerate: {contract: PolicyClientRegistry, method: "getAllPolicyClients()", from: %q}}
`

// write writes what a shell and the gate need to know.
func (n *network) write(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	files := map[string]string{"env": n.environment()}
	for _, state := range []string{"strict", "grace"} {
		files[state+".yaml"] = fmt.Sprintf(registry, state, n.chainID, n.ourPolicy, n.clients)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (n *network) environment() string {
	var b strings.Builder
	for _, variable := range []struct {
		name    string
		address common.Address
	}{
		{"AVS_TASK_MANAGER", n.manager}, {"AVS_CLIENT_REGISTRY", n.clients},
		{"OUR_OWNER", n.us.Address}, {"OUR_POLICY", n.ourPolicy},
		{"THEIR_OWNER", n.developer.Address}, {"THEIR_POLICY", n.theirPolicy}, {"LEGACY_IMPLEMENTATION", n.legacy},
	} {
		fmt.Fprintf(&b, "export %s=%s\n", variable.name, variable.address)
	}
	return b.String()
}
