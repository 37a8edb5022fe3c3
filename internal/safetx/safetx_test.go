package safetx_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/go-cmp/cmp"

	bindings "github.com/compatlint/compatlint/contracts/bindings/strictnessregistryv2"
	"github.com/compatlint/compatlint/internal/safetx"
	"github.com/compatlint/compatlint/internal/testchain"
)

var update = flag.Bool("update", false, "write the golden files")

// The batch and the checksum are those of the tests of the Safe app (safe-react-apps, apps/tx-builder/src/lib/checksum.test.ts).
func TestChecksumIsThatOfTheApp(t *testing.T) {
	data, err := os.ReadFile("testdata/published.json")
	if err != nil {
		t.Fatal(err)
	}
	const published = "0x832ecdb6653751ed00b79dede73864163e46e71815b72e11e506d6399bedffc9"
	got, err := safetx.Checksum(data)
	if err != nil || got != published {
		t.Errorf("checksum %s, %v, want %s", got, err, published)
	}
	changed := bytes.Replace(data, []byte(`"chainId": "4"`), []byte(`"chainId": "5"`), 1)
	if other, err := safetx.Checksum(changed); err != nil || other == got {
		t.Errorf("another batch has the checksum %s too, %v", other, err)
	}
	if _, err := safetx.Checksum([]byte("{")); err == nil {
		t.Error("half a file has a checksum")
	}
}

// batch sets the flag of a feature whose calldata the binding packs.
func batch(registry common.Address, strict bool) *safetx.Batch {
	key := crypto.Keccak256Hash([]byte("policy_code_hash"))
	data := bindings.NewStrictnessRegistry().PackSetStrictnessFlag(key, strict)
	return safetx.SetStrictnessFlag(safetx.FlagCall{
		ChainID: 11155111, Safe: common.HexToAddress("0x5afe5afe5afe5afe5afe5afe5afe5afe5afe5afe"), Registry: registry,
		Name: "policy_code_hash: strict on sepolia", Description: "Services refuse legacy <contracts> & answer an error from then on.",
		Key: key, Strict: strict, Data: data, At: time.UnixMilli(1_790_000_000_123),
	})
}

func TestGolden(t *testing.T) {
	got, err := batch(common.HexToAddress("0x57ac57ac57ac57ac57ac57ac57ac57ac57ac57ac"), true).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	const name = "testdata/batch.golden.json"
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What the file has as its checksum is that of the file without it, which is how the app checks it.
func TestChecksumOfTheFile(t *testing.T) {
	data, err := batch(common.Address{1}, false).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	var file map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&file); err != nil {
		t.Fatal(err)
	}
	meta := file["meta"].(map[string]any)
	checksum := meta["checksum"]
	delete(meta, "checksum")
	without, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := safetx.Checksum(without); err != nil || got != checksum {
		t.Errorf("checksum %s, %v, and the file has %s", got, err, checksum)
	}
}

// The calldata of the file, sent by the owner, sets the flag; with enabled false it clears it.
func TestExecute(t *testing.T) {
	chain := testchain.Simulated(t)
	registry := chain.Deploy(t, "StrictnessRegistry", chain.Opts.From)
	contract := bindings.NewStrictnessRegistry()
	for _, strict := range []bool{true, false} {
		data, err := batch(registry, strict).Marshal()
		if err != nil {
			t.Fatal(err)
		}
		var file safetx.Batch
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatal(err)
		}
		sent := file.Transactions[0]
		bound := contract.Instance(chain.Client, common.HexToAddress(sent.To))
		tx, err := bound.RawTransact(chain.Opts, hexutil.MustDecode(sent.Data))
		if err != nil {
			t.Fatal(err)
		}
		if receipt := chain.Mine(t, tx); receipt.Status != types.ReceiptStatusSuccessful {
			t.Fatal("the transaction failed")
		}
		var out []any
		if err := bound.Call(&bind.CallOpts{Context: t.Context()}, &out, "isStrict", crypto.Keccak256Hash([]byte("policy_code_hash"))); err != nil {
			t.Fatal(err)
		}
		if out[0] != strict {
			t.Errorf("isStrict is %v after the batch that makes it %t", out[0], strict)
		}
		// The method and its values are the same call.
		packed, err := contract.TryPackSetStrictnessFlag(common.HexToHash(sent.Values["feature"]), sent.Values["enabled"] == "true")
		if err != nil || hexutil.Encode(packed) != sent.Data || sent.Method.Name != "setStrictnessFlag" || !strings.HasPrefix(sent.Data, "0x") {
			t.Errorf("%v is not the call %s", sent.Values, sent.Data)
		}
	}
}
