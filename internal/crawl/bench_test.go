package crawl_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/contracts"
	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/onchain"
	"github.com/compatlint/compatlint/internal/proxies"
	"github.com/compatlint/compatlint/internal/testchain"
)

// deployments is how many proxies BenchmarkCrawl walks.
var deployments = flag.Int("deployments", 100_000, "the number of proxies for BenchmarkCrawl")

// BenchmarkCrawl walks the proxies of a factory on anvil, which it lists page by page, a quarter of them on legacy: go test ./internal/crawl -run '^$' -bench Crawl -benchtime 3x. The time
// is that of one crawl, in which anvil and the crawl share the machine. Memory is the most that this process had, from Linux.
func BenchmarkCrawl(b *testing.B) {
	chain := testchain.Start(b, "anvil")
	network := &compatregistry.Network{Name: "local", ChainID: chainID, Addresses: []compatregistry.TargetSet{deploy(b, chain.URL, *deployments)}}
	r, err := compatregistry.Parse("compat.yaml", []byte(strings.TrimSuffix(registry, "    addresses:\n")))
	if err != nil {
		b.Fatal(err)
	}
	options := crawl.Options{
		Registry: r, Network: network, Features: []string{"policy_code_hash"}, State: b.TempDir() + "/state",
		Dial: func(ctx context.Context, n *compatregistry.Network) (*onchain.Client, error) {
			return onchain.Dial(ctx, onchain.Options{URLs: []string{chain.URL}, ChainID: n.ChainID})
		},
	}
	before := peak(b)
	for b.Loop() {
		report, err := crawl.Run(b.Context(), options)
		if err != nil {
			b.Fatal(err)
		}
		if f := report.Features[0]; !report.Complete() || f.Total != *deployments || f.Legacy != (*deployments+3)/4 {
			b.Fatalf("%d of %d on legacy, problems %v", f.Legacy, f.Total, report.Problems)
		}
	}
	b.ReportMetric(float64(*deployments)/b.Elapsed().Seconds()*float64(b.N), "targets/s")
	b.ReportMetric(before, "MB-before")
	b.ReportMetric(peak(b), "MB-peak")
}

// peak is the largest resident size of this process so far, in MB.
func peak(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("the peak of memory is read as Linux gives it: ", err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		b.Fatal(err)
	}
	return kilobytes / 1024
}

// deploy makes proxies, every fourth of them on legacy, and a factory that has them in its list, the first variable that it stores.
func deploy(b *testing.B, url string, n int) compatregistry.TargetSet {
	b.Helper()
	client, err := rpc.DialContext(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	batch := &batcher{b: b, client: client}
	v1, v2, factory := common.HexToAddress("0x1001"), common.HexToAddress("0x1002"), common.HexToAddress("0x1003")
	batch.add("anvil_setCode", v1, runtimeCode(b, "PolicyV1"))
	batch.add("anvil_setCode", v2, runtimeCode(b, "PolicyV2"))
	batch.add("anvil_setCode", factory, runtimeCode(b, "Factory"))
	batch.add("anvil_setStorageAt", factory, common.Hash{}, common.BigToHash(big.NewInt(int64(n))))
	elements := new(big.Int).SetBytes(crypto.Keccak256(make([]byte, 32)))
	proxy := runtimeCode(b, "EIP1967Proxy")
	for i := range n {
		address := common.HexToAddress(fmt.Sprintf("0x2000%036x", i))
		implementation := v2
		if i%4 == 0 {
			implementation = v1
		}
		batch.add("anvil_setCode", address, proxy)
		batch.add("anvil_setStorageAt", address, proxies.SlotImplementation, common.BytesToHash(implementation[:]))
		batch.add("anvil_setStorageAt", factory, common.BigToHash(elements), common.BytesToHash(address[:]))
		elements.Add(elements, big.NewInt(1))
	}
	batch.flush()
	return compatregistry.TargetSet{Contract: "Policy", Enumerate: &compatregistry.Enumerate{
		Contract: "Factory", From: factory, Method: "getPolicies(uint256,uint256)", Page: 5000, Paging: compatregistry.PagingStartCount,
	}}
}

func runtimeCode(b *testing.B, name string) hexutil.Bytes {
	b.Helper()
	data, err := contracts.Artifact(name)
	if err != nil {
		b.Fatal(err)
	}
	var artifact struct{ DeployedBytecode hexutil.Bytes }
	if err := json.Unmarshal(data, &artifact); err != nil {
		b.Fatal(err)
	}
	return artifact.DeployedBytecode
}

// A batcher sends calls a thousand at a time.
type batcher struct {
	b      *testing.B
	client *rpc.Client
	calls  []rpc.BatchElem
}

func (s *batcher) add(method string, arguments ...any) {
	s.calls = append(s.calls, rpc.BatchElem{Method: method, Args: arguments, Result: new(json.RawMessage)})
	if len(s.calls) == 1000 {
		s.flush()
	}
}

func (s *batcher) flush() {
	s.b.Helper()
	if err := s.client.BatchCallContext(s.b.Context(), s.calls); err != nil {
		s.b.Fatal(err)
	}
	for _, call := range s.calls {
		if call.Error != nil {
			s.b.Fatal(call.Error)
		}
	}
	s.calls = nil
}
