package onchain_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/testchain"
)

// -slow runs the tests of this package on real nodes too.
var slow = flag.Bool("slow", false, "also start geth and anvil, which have to be installed")

// A recorder keeps the last request that has a word in it.
type recorder struct {
	word string
	mu   sync.Mutex
	last string
}

func (r *recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	request.Body = io.NopCloser(bytes.NewReader(body))
	r.mu.Lock()
	if strings.Contains(string(body), r.word) {
		r.last = string(body)
	}
	r.mu.Unlock()
	return http.DefaultTransport.RoundTrip(request)
}

// Real nodes know blocks by their hashes, and refuse those that they do not have.
func TestHashesOnNodes(t *testing.T) {
	if !*slow {
		t.Skip("starts nodes: run with -slow")
	}
	for _, name := range testchain.Names() {
		t.Run(name, func(t *testing.T) {
			chain := testchain.Start(t, name)
			address := chain.DeployCode(t, code)
			seen := &recorder{word: "eth_getCode"}
			s := pin(t, onchain.Options{URLs: []string{chain.URL}, ChainID: chain.ChainID(t), Transport: seen})
			if got, err := s.Code(t.Context(), address); err != nil || !bytes.Equal(got, code) {
				t.Errorf("code %x, %v", got, err)
			}
			if _, err := s.Storage(t.Context(), address, []common.Hash{{}, {1}}); err != nil {
				t.Error(err)
			}
			if _, err := s.Call(t.Context(), common.Address{}, address, nil); err != nil {
				t.Error(err)
			}
			if !strings.Contains(seen.last, s.Block.Hash.Hex()) {
				t.Errorf("asked %s, want by the hash of the block", seen.last)
			}
			if err := s.Verify(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// A real reorganisation under a snapshot: nothing of the new chain is read, and the reason is said.
func TestReorganisationOnAnvil(t *testing.T) {
	if !*slow {
		t.Skip("starts nodes: run with -slow")
	}
	chain := testchain.Start(t, "anvil")
	node, err := rpc.DialContext(t.Context(), chain.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer node.Close()
	do := func(into any, method string, args ...any) {
		t.Helper()
		if err := node.CallContext(t.Context(), into, method, args...); err != nil {
			t.Fatalf("%s: %v", method, err)
		}
	}
	var before string
	do(&before, "evm_snapshot")
	address := chain.DeployCode(t, code)
	s := pin(t, onchain.Options{URLs: []string{chain.URL}, ChainID: chain.ChainID(t), Retries: -1, Timeout: time.Minute})
	do(new(bool), "evm_revert", before)
	do(new(any), "evm_mine")
	do(new(any), "evm_mine")
	if got, err := s.Code(t.Context(), address); err == nil {
		t.Errorf("code %x, want an error: the block is gone", got)
	} else {
		t.Log(err)
	}
	var reorg *onchain.ReorgError
	if err := s.Verify(t.Context()); !errors.As(err, &reorg) {
		t.Errorf("error %v, want a reorganisation", err)
	}
}
