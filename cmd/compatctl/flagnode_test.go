package main

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/internal/testchain"
)

// onNodes runs a test on a scene of each real node.
func onNodes(t *testing.T, test func(t *testing.T, f *flagScene)) {
	if !*slow {
		t.Skip("nodes are started with -slow only")
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) {
			chain := testchain.Start(t, name)
			f := flagSceneOn(t, chain, chain.URL)
			f.url = chain.URL // the nodes answer at their root only
			f.env["LOCAL_RPC_URL"] = chain.URL
			test(t, f)
		})
	}
}

// The whole way on real nodes: rehearse, set, read, refuse a stranger, let an admin, and clear.
func TestFlagOnNodes(t *testing.T) { onNodes(t, testFlagOnNode) }

func testFlagOnNode(t *testing.T, f *flagScene) {
	before, err := f.chain.Client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := f.set(t, "-to", "strict", "-dry-run", "-format", "json")
	if r := decodeResult(t, stdout); code != 0 || r.Outcome != outcomeWouldSet || r.Flag != "strict" || r.From == nil || *r.From != f.owner || r.GasUsed == 0 {
		t.Errorf("dry run: exit code %d, %+v\n%s", code, r, stderr)
	}
	after, err := f.chain.Client.BlockNumber(t.Context())
	if err != nil || after != before || f.strict(t) {
		t.Errorf("after the dry run: block %d, %v, and it was %d before", after, err, before)
	}
	stranger, key := f.account(t)
	asStranger := []string{"-keystore", key, "-password-file", f.password, "-yes"}
	if code, _, stderr := f.set(t, append(asStranger, "-to", "strict")...); code != 1 || !strings.Contains(stderr, "is neither the owner nor the admin of the feature") {
		t.Errorf("a stranger: exit code %d\n%s", code, stderr)
	}
	if code, stdout, stderr := f.set(t, f.withKey("-to", "strict", "-confirmations", "1")...); code != 0 || !f.strict(t) {
		t.Fatalf("set: exit code %d\n%s%s", code, stdout, stderr)
	}
	code, stdout, stderr = f.command(t, "flag", "get", "-registry", f.registry, "-network", "local", "-feature", "policy_code_hash", "-today", "2026-07-01")
	if code != 1 || !strings.Contains(stdout, "the flag is set although the state is grace in compat.yaml") {
		t.Errorf("get: exit code %d\n%s%s", code, stdout, stderr)
	}
	f.makeAdmin(t, stranger)
	if code, stdout, stderr := f.set(t, append(asStranger, "-to", "permissive")...); code != 0 || f.strict(t) {
		t.Errorf("the admin: exit code %d\n%s%s", code, stdout, stderr)
	}
}

// makeAdmin lets an account decide about the feature. The owner does it.
func (f *flagScene) makeAdmin(t *testing.T, account common.Address) {
	t.Helper()
	f.asOwner(t, contract.PackSetFeatureAdmin(crypto.Keccak256Hash([]byte("policy_code_hash")), account))
}

// asOwner sends a call of the owner to the registry.
func (f *flagScene) asOwner(t *testing.T, input []byte) {
	t.Helper()
	opts, err := bind.NewKeyedTransactorWithChainID(f.ownerKey(t), f.chainID(t))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := contract.Instance(f.chain.Client, f.address).RawTransact(opts, input)
	if err != nil {
		t.Fatal(err)
	}
	if receipt := f.chain.Mine(t, tx); receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatal("the transaction of the owner failed")
	}
}

// An account that may not set the flag needs no rehearsal to learn so.
func TestDryRunRefusedOnNodes(t *testing.T) {
	onNodes(t, func(t *testing.T, f *flagScene) {
		code, _, stderr := f.set(t, "-to", "strict", "-dry-run", "-from", "0x00000000000000000000000000000000000000aa")
		if code != 1 || !strings.Contains(stderr, "is neither the owner nor the admin of the feature") {
			t.Errorf("exit code %d\n%s", code, stderr)
		}
	})
}
