package signing_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/compatlint/compatlint/internal/signing"
)

const (
	password = "correct horse"
	secret   = "s3cr3tkey"
)

var (
	chainID = big.NewInt(11155111)
	to      = common.HexToAddress("0x57ac57ac57ac57ac57ac57ac57ac57ac57ac57ac")
)

func transaction() *types.DynamicFeeTx {
	return &types.DynamicFeeTx{
		ChainID: chainID, Nonce: 7, GasTipCap: big.NewInt(2), GasFeeCap: big.NewInt(30), Gas: 60_000, To: &to, Value: new(big.Int), Data: []byte{1, 2, 3, 4},
	}
}

// newKey writes a keystore file into a folder.
func newKey(t *testing.T, folder string) (account common.Address, file string) {
	t.Helper()
	created, err := keystore.StoreKey(folder, password, keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		t.Fatal(err)
	}
	return created.Address, created.URL.Path
}

func TestKeystore(t *testing.T) {
	folder := t.TempDir()
	account, file := newKey(t, folder)
	newKey(t, folder)
	if err := os.WriteFile(filepath.Join(folder, "README"), []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, folder} {
		key, err := signing.OpenKeystore(path, account)
		if err != nil {
			t.Fatal(err)
		}
		if key.Address() != account || key.File != file {
			t.Errorf("%s: %s in %s", path, key.Address(), key.File)
		}
		tx := types.NewTx(transaction())
		if _, err := key.SignTx(t.Context(), tx, chainID); err == nil {
			t.Error("a locked key signs")
		}
		if err := key.Unlock("wrong"); err == nil || strings.Contains(err.Error(), "wrong") {
			t.Errorf("error %v for the wrong password", err)
		}
		if err := key.Unlock(password); err != nil {
			t.Fatal(err)
		}
		signed, err := key.SignTx(t.Context(), tx, chainID)
		if err != nil {
			t.Fatal(err)
		}
		if sender, err := types.Sender(types.LatestSignerForChainID(chainID), signed); err != nil || sender != account {
			t.Errorf("signed by %s, %v, want %s", sender, err, account)
		}
		key.Lock()
		if _, err := key.SignTx(t.Context(), tx, chainID); err == nil {
			t.Error("a key that was locked again signs")
		}
	}
}

func TestKeystoreErrors(t *testing.T) {
	folder := t.TempDir()
	account, file := newKey(t, folder)
	write := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	twice := filepath.Join(folder, "copy")
	if err := os.WriteFile(twice, data, 0o600); err != nil {
		t.Fatal(err)
	}
	bare := `{"crypto":{},"version":3}`
	other := common.HexToAddress("0x1")
	tests := []struct {
		name, path string
		from       common.Address
		want       string
	}{
		{"no file", filepath.Join(folder, "none"), account, "no such file"},
		{"folder without -from", folder, common.Address{}, "is a folder: say with -from whose key it is"},
		{"folder without the key", folder, other, "has no key of 0x0000000000000000000000000000000000000001"},
		{"two keys of the account", folder, account, "has 2 keys of " + account.Hex()},
		{"another account", file, other, "has the key of " + account.Hex() + ", and -from is " + other.Hex()},
		{"no JSON", write("key", "0x1234"), account, "is no keystore file"},
		{"other JSON", write("key", `{"address":"`+account.Hex()+`"}`), account, "is no keystore file"},
		{"an address that is none", write("key", `{"crypto":{},"address":"12"}`), account, "is no keystore file"},
		{"without an address", write("key", bare), common.Address{}, "does not say whose key it has"},
		{"too long", write("key", strings.Repeat(" ", 1<<17)), account, "is longer than 65536 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := signing.OpenKeystore(test.path, test.from); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
	t.Run("damaged", func(t *testing.T) {
		key, err := signing.OpenKeystore(write("key", bare), account)
		if err != nil {
			t.Fatal(err)
		}
		if err := key.Unlock(password); err == nil || !strings.Contains(err.Error(), "cannot be decrypted") {
			t.Errorf("error %v", err)
		}
	})
	t.Run("key of somebody else", func(t *testing.T) {
		without := strings.Replace(string(data), `"address":"`+common.Bytes2Hex(account[:])+`"`, `"address":""`, 1)
		key, err := signing.OpenKeystore(write("key", without), other)
		if err != nil {
			t.Fatal(err)
		}
		if err := key.Unlock(password); err == nil || !strings.Contains(err.Error(), "has the key of "+account.Hex()+" and not of "+other.Hex()) {
			t.Errorf("error %v", err)
		}
	})
}

func TestReadPassword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "password")
	tests := []struct {
		text string
		mode os.FileMode
		want string // an error if it begins with "!"
	}{
		{"secret word\n", 0o600, "secret word"},
		{"secret word\r\n", 0o400, "secret word"},
		{" spaces count ", 0o600, " spaces count "},
		{"", 0o600, ""},
		{"secret\nword\n", 0o600, "!more than one line"},
		{"secret", 0o640, "!(mode 0640): chmod 600 it"},
		{"secret", 0o602, "!(mode 0602): chmod 600 it"},
		{strings.Repeat("x", 5000), 0o600, "!longer than 4096 bytes"},
	}
	for _, test := range tests {
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, test.mode); err != nil {
			t.Fatal(err)
		}
		got, err := signing.ReadPassword(path)
		if want, isError := strings.CutPrefix(test.want, "!"); isError {
			if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%q: error %v, want %q", test.text, err, want)
			}
		} else if err != nil || got != test.want {
			t.Errorf("%q: %q, %v", test.text, got, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	// A password in place of the file is not repeated.
	if _, err := signing.ReadPassword(secret); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("error %v", err)
	}
}

// A fakeClef answers as clef does. change may change the transaction before it is signed.
type fakeClef struct {
	change func(*types.DynamicFeeTx)
	fail   string // the error of account_signTransaction
	http   func(w http.ResponseWriter)
	seen   map[string]any // the arguments
	method string         // the function that is named beside them
}

func (f *fakeClef) serve(t *testing.T) (endpoint string, account common.Address) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var call struct {
			ID     json.RawMessage
			Method string
			Params []json.RawMessage
		}
		if f.http != nil {
			f.http(w)
			return
		}
		if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		switch {
		case call.Method == "account_version":
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":"6.1.0"}`, call.ID)
		case f.fail != "":
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":-32000,"message":%q}}`, call.ID, f.fail)
		default:
			if err := json.Unmarshal(call.Params[0], &f.seen); err != nil {
				t.Error(err)
			}
			if len(call.Params) > 1 {
				f.method = string(call.Params[1])
			}
			inner := transaction()
			if f.change != nil {
				f.change(inner)
			}
			signed := types.MustSignNewTx(key, types.LatestSignerForChainID(inner.ChainID), inner)
			raw, _ := signed.MarshalBinary()
			answer, _ := json.Marshal(map[string]any{"raw": hexutil.Bytes(raw), "tx": signed})
			fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":%s}`, call.ID, answer)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL + "/" + secret, crypto.PubkeyToAddress(key.PublicKey)
}

func TestClef(t *testing.T) {
	f := &fakeClef{}
	endpoint, account := f.serve(t)
	clef, err := signing.DialClef(t.Context(), endpoint, account)
	if err != nil {
		t.Fatal(err)
	}
	defer clef.Close()
	clef.Method = "setStrictnessFlag(bytes32,bool)"
	tx := types.NewTx(transaction())
	signed, err := clef.SignTx(t.Context(), tx, chainID)
	if err != nil {
		t.Fatal(err)
	}
	if f.method != `"setStrictnessFlag(bytes32,bool)"` {
		t.Errorf("the signer is told that the function is %s", f.method)
	}
	if sender, err := types.Sender(types.LatestSignerForChainID(chainID), signed); err != nil || sender != account || clef.Address() != account {
		t.Errorf("signed by %s, %v", sender, err)
	}
	for name, want := range map[string]any{
		"from": account.Hex(), "to": to.Hex(), "nonce": "0x7", "gas": "0xea60", "value": "0x0", "input": "0x01020304",
		"chainId": "0xaa36a7", "maxFeePerGas": "0x1e", "maxPriorityFeePerGas": "0x2",
	} {
		if got := f.seen[name]; got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

// What an external signer changes is not sent, and what it says has no part of its URL.
func TestClefErrors(t *testing.T) {
	other := common.HexToAddress("0x1")
	tests := []struct {
		name string
		clef fakeClef
		from *common.Address
		want string
	}{
		{"nonce", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.Nonce++ }}, nil, "has changed the transaction (its nonce, from 7 to 8)"},
		{"gas", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.Gas++ }}, nil, "(its gas limit, from 60000 to 60001)"},
		{"fee", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.GasFeeCap = big.NewInt(31) }}, nil, "(its fees)"},
		{"tip", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.GasTipCap = big.NewInt(3) }}, nil, "(its fees)"},
		{"recipient", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.To = &other }}, nil, "(its recipient)"},
		{"creation", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.To = nil }}, nil, "(its recipient)"},
		{"data", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.Data[0]++ }}, nil, "(its data or value)"},
		{"value", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.Value = big.NewInt(1) }}, nil, "(its data or value)"},
		{"chain", fakeClef{change: func(tx *types.DynamicFeeTx) { tx.ChainID = big.NewInt(1) }}, nil, "(its chain id)"},
		{"account", fakeClef{}, &other, "and not as " + other.Hex()},
		{"denied", fakeClef{fail: "Request denied"}, nil, "-clef: sign the transaction: the signer answers with error -32000: Request denied"},
		{"secret in the error", fakeClef{fail: "no route to http://clef/" + secret + " " + secret}, nil, "-32000: no route to [URL] [hidden]"},
		{"HTTP", fakeClef{http: func(w http.ResponseWriter) { http.Error(w, secret, http.StatusForbidden) }}, nil, "ask the signer for its version: HTTP 403 Forbidden"},
		{"redirect", fakeClef{http: func(w http.ResponseWriter) {
			w.Header().Set("Location", "http://127.0.0.1/"+secret)
			w.WriteHeader(http.StatusFound)
		}}, nil, "HTTP 302 Found"},
		{"no JSON", fakeClef{http: func(w http.ResponseWriter) { _, _ = io.WriteString(w, "<html>"+secret) }}, nil, "the request failed"},
		{"endless", fakeClef{http: func(w http.ResponseWriter) {
			_, _ = io.WriteString(w, `{"jsonrpc":"2.0","id":1,"result":"`)
			for range 1 << 8 {
				_, _ = io.WriteString(w, strings.Repeat(secret, 1<<10))
			}
		}}, nil, "the connection ended before the answer did"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			endpoint, from := test.clef.serve(t)
			if test.from != nil {
				from = *test.from
			}
			clef, err := signing.DialClef(t.Context(), endpoint, from)
			if err == nil {
				defer clef.Close()
				_, err = clef.SignTx(t.Context(), types.NewTx(transaction()), chainID)
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("error %v, want %q", err, test.want)
			}
			for _, part := range []string{secret, "127.0.0.1"} {
				if strings.Contains(err.Error(), part) {
					t.Errorf("%q is in the error %v", part, err)
				}
			}
		})
	}
}

func TestClefEndpoints(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	endpoint, from := (&fakeClef{}).serve(t)
	for _, test := range []struct {
		ctx      context.Context
		endpoint string
		want     string
	}{
		{t.Context(), "ws://host/" + secret, "an http URL or the path of its socket"},
		{t.Context(), "http://" + secret + ":99999999/", "-clef: ask the signer for its version"},
		{t.Context(), "http:///" + secret, "an http URL or the path of its socket"},
		{t.Context(), "http://127.0.0.1:1/" + secret, "-clef: ask the signer for its version: cannot connect"},
		{t.Context(), filepath.Join(t.TempDir(), "none.ipc"), "-clef: connect to the signer: the signer does not answer on its socket"},
		{ended, endpoint, "cancelled"},
	} {
		clef, err := signing.DialClef(test.ctx, test.endpoint, from)
		if err == nil {
			clef.Close()
			t.Errorf("connected to %s", test.endpoint)
		} else if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), secret) {
			t.Errorf("error %v, want %q", err, test.want)
		}
	}
}
