package htmlreport_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/htmlreport"
)

const sepolia = `{
  "network": "sepolia",
  "chain_id": 11155111,
  "block": 7012345,
  "features": [
    {"feature": "policy_code_hash", "legacy": 2, "total": 17, "targets": [{"address": "0x01"}]},
    {"feature": "policy_metadata", "legacy": 0, "total": 17}
  ],
  "took": {"seconds": 1.5}
}
`

func TestParseCrawl(t *testing.T) {
	want := &htmlreport.Crawl{Network: "sepolia", Block: 7012345, Features: []htmlreport.Counted{
		{Feature: "policy_code_hash", Legacy: 2, Total: 17}, {Feature: "policy_metadata", Total: 17},
	}}
	got, err := htmlreport.ParseCrawl("crawl.json", []byte(sepolia))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("crawl (-want +got):\n%s", diff)
	}
}

// TestParseCrawlErrors changes one thing in a good crawl.
func TestParseCrawlErrors(t *testing.T) {
	tests := []struct{ old, replacement, want string }{
		{sepolia, "", "crawl.json:1:1: the JSON ends too early"},
		{sepolia, "<html>", "crawl.json:1:1: this is not the JSON of one crawl: invalid character '<' looking for beginning of value"},
		{sepolia, `{"block":]`, "crawl.json:1:10: this is not the JSON of one crawl: "},
		{sepolia, "[]", "crawl.json:1:1: this has to be an object"},
		{sepolia, "version https://git-lfs.github.com/spec/v1", "crawl.json:1:1: this is not the JSON of one crawl: "},
		{sepolia, sepolia[:len(sepolia)-3], "crawl.json:9:27: the JSON ends too early"},
		{sepolia, sepolia + "{}", "crawl.json:11:1: this is not the JSON of one crawl: invalid character '{' after top-level value"},
		{`"network": "sepolia",`, "", `crawl.json:1:1: the key "network" is missing: a crawl has network, block and features`},
		{`"block": 7012345,`, "", `crawl.json:1:1: the key "block" is missing`},
		{`"features"`, `"feature"`, `crawl.json:1:1: the key "features" is missing`},
		{`"chain_id"`, `"network"`, `crawl.json:3:3: the key "network" is there twice`},
		{`"sepolia"`, `""`, "crawl.json:2:14: network has to be a text that is not empty"},
		{`"sepolia"`, `7`, "crawl.json:2:14: network has to be a text that is not empty"},
		{`7012345`, `-1`, "crawl.json:4:12: block has to be a whole number that is not negative"},
		{`7012345`, `null`, "crawl.json:4:12: block has to be a whole number that is not negative"},
		{`7012345`, `1.5`, "crawl.json:4:12: block has to be a whole number that is not negative"},
		{`7012345`, `18446744073709551616`, "crawl.json:4:12: block has to be a whole number that is not negative"},
		{`[{"address": "0x01"}]`, `[{"address": }]`, "crawl.json:6:87: this is not the JSON of one crawl: "},
		{`"legacy": 2, `, ``, `crawl.json:6:5: the key "legacy" is missing: a counted feature has feature, legacy and total`},
		{`"legacy": 2`, `"legacy": 18`, `crawl.json:6:5: feature "policy_code_hash" has 18 legacy contracts of 17`},
		{`"policy_metadata"`, `"policy_code_hash"`, `crawl.json:7:5: feature "policy_code_hash" is there twice`},
	}
	for _, test := range tests {
		text := strings.Replace(sepolia, test.old, test.replacement, 1)
		crawl, err := htmlreport.ParseCrawl("crawl.json", []byte(text))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || crawl != nil {
			t.Errorf("%.20q instead of %.20q: error %v, want %s", test.replacement, test.old, err, test.want)
		}
	}
}

func TestBlockAsText(t *testing.T) {
	got, err := htmlreport.ParseCrawl("crawl.json", []byte(strings.Replace(sepolia, "7012345", `"7012345"`, 1)))
	if err != nil || got.Block != 7012345 {
		t.Errorf("crawl is %v, error %v", got, err)
	}
}

func TestReadCrawl(t *testing.T) {
	name := filepath.Join(t.TempDir(), "crawl.json")
	if _, err := htmlreport.ReadCrawl(name); !os.IsNotExist(err) {
		t.Errorf("error is %v, want that the file does not exist", err)
	}
	if err := os.WriteFile(name, []byte(sepolia), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := htmlreport.ReadCrawl(name); err != nil || len(got.Features) != 2 {
		t.Errorf("crawl is %v, error %v", got, err)
	}
}

// TestHugeCrawl has a file that takes no room on the disk.
func TestHugeCrawl(t *testing.T) {
	name := filepath.Join(t.TempDir(), "crawl.json")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.Truncate(200 << 20); err != nil {
		t.Fatal(err)
	}
	want := name + ":1:1: the file has more than 128 MB: give the JSON that compatctl crawl prints"
	if _, err := htmlreport.ReadCrawl(name); err == nil || err.Error() != want {
		t.Errorf("error is %v, want %s", err, want)
	}
}

func FuzzParseCrawl(f *testing.F) {
	f.Add([]byte(sepolia))
	f.Add([]byte(`{"network":"a","block":"1","features":[]}`))
	f.Add([]byte(`{"features":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		crawl, err := htmlreport.ParseCrawl("crawl.json", data)
		if err != nil {
			if crawl != nil || !strings.HasPrefix(err.Error(), "crawl.json:") {
				t.Errorf("crawl %v, error %v", crawl, err)
			}
			return
		}
		for _, counted := range crawl.Features {
			if crawl.Network == "" || counted.Feature == "" || counted.Legacy > counted.Total {
				t.Errorf("crawl is %v", crawl)
			}
		}
	})
}
