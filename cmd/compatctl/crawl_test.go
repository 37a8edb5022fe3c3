package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

func (s *scene) crawl(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return s.run(t, append([]string{"crawl", "-registry", s.registry, "-network", "local", "-retries", "0", "-timeout", "1m"}, args...)...)
}

func TestCrawlExitCodes(t *testing.T) {
	tests := []struct {
		name     string
		fixtures []string
		spoil    func(*scene)
		code     int
		output   string
	}{
		{"nobody on legacy", []string{"PolicyV2"}, nil, 0, "1 target, 1 feature: 0 legacy, 0 inconclusive"},
		{"one on legacy", []string{"PolicyV2", "PolicyV1"}, nil, 0, "2 targets, 1 feature: 1 legacy, 0 inconclusive"},
		{"node down", []string{"PolicyV2"}, func(s *scene) {
			s.node.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
		}, 2, "0 legacy, 1 inconclusive, 1 problem"},
		{"wrong chain", []string{"PolicyV2"}, func(s *scene) { s.node.ChainID = 1 }, 2, "LOCAL_RPC_URL is on chain 1, and the registry has chain_id 31337"},
		{"one cannot be read", []string{"PolicyV2"}, func(s *scene) {
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node, see " + s.url}}, c.Method == "eth_getStorageAt"
			}
		}, 2, "0 legacy, 1 inconclusive"},
		{"no URL", []string{"PolicyV2"}, func(s *scene) { s.env = nil }, 2, "the environment variable LOCAL_RPC_URL is empty"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScene(t, test.fixtures...)
			if test.spoil != nil {
				test.spoil(s)
			}
			for _, format := range []string{"text", "json", "markdown", "prometheus"} {
				code, stdout, stderr := s.crawl(t, "-format", format)
				if code != test.code {
					t.Errorf("%s: exit code %d, want %d\n%s%s", format, code, test.code, stdout, stderr)
				}
				if !strings.Contains(stdout+stderr, test.output) {
					t.Errorf("%s: no %q in\n%s%s", format, test.output, stdout, stderr)
				}
			}
		})
	}
}

func TestCrawlCommandLine(t *testing.T) {
	s := newScene(t, "PolicyV2")
	tests := []struct {
		name, args string
		code       int
		output     string
	}{
		{"help", "crawl -h", 0, "-max-targets N"},
		{"argument", "crawl https://node.example/" + secret, 2, "crawl takes no arguments"},
		{"format", "crawl -format junit", 2, `-format "junit": the formats are text, json, markdown, prometheus`},
		{"two formats", "crawl -json -format prometheus", 2, "-json and -format prometheus are two formats"},
		{"no room", "crawl -max-targets 0", 2, "-max-targets 0"},
		{"network needed", "crawl", 2, "-network is needed: one of local, other"},
		{"two networks", "crawl -network local,other", 2, "one network at a time"},
		{"unknown feature", "crawl -network local -feature policy_code", 2, `the registry has no feature "policy_code": it has policy_code_hash`},
		{"feature", "crawl -network local -feature policy_code_hash", 0, "0 legacy"},
		{"no such file", "crawl -network local -last /nonexistent", 2, "-last open /nonexistent"},
		{"no such folder", "crawl -network local -state /nonexistent/state", 2, "-state"},
		{"no such folder for metrics", "crawl -network local -metrics /nonexistent/prom", 2, "-metrics"},
		{"JSON", "crawl -network local -json", 0, `"legacy": 0`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			args := strings.Fields(test.args)
			args = append([]string{"crawl", "-registry", s.registry}, args[1:]...)
			code, stdout, stderr := s.run(t, args...)
			if code != test.code || !strings.Contains(stdout+stderr, test.output) {
				t.Errorf("exit code %d, want %d with %q\n%s%s", code, test.code, test.output, stdout, stderr)
			}
		})
	}
}

// TestCrawlFiles crawls twice as a weekly job does, with a failure in between that must not cost it what it knows.
func TestCrawlFiles(t *testing.T) {
	s := newScene(t, "PolicyV1", "PolicyV2")
	dir := t.TempDir()
	save, metrics, state := filepath.Join(dir, "crawl.json"), filepath.Join(dir, "compat.prom"), filepath.Join(dir, "state")
	if code, stdout, stderr := s.crawl(t, "-state", state, "-save", save, "-metrics", metrics); code != 0 || !strings.Contains(stdout, "1 legacy") {
		t.Fatalf("exit code %d\n%s%s", code, stdout, stderr)
	}
	first := read(t, save)
	if !json.Valid([]byte(first)) || !strings.Contains(read(t, metrics), `status="legacy"} 1`) {
		t.Errorf("%s\n%s", first, read(t, metrics))
	}

	s.node.Lock()
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "disk trouble"}}, c.Method == "eth_getCode"
	}
	s.node.Unlock()
	code, stdout, stderr := s.crawl(t, "-state", state, "-last", save, "-save", save, "-metrics", metrics)
	if code != 2 || !strings.Contains(stderr, "is left as it is") || read(t, save) != first {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	if !strings.Contains(read(t, metrics), "compat_crawl_complete{chain_id=\"31337\",network=\"local\"} 0") {
		t.Errorf("the gauges do not say that the crawl is not complete:\n%s", read(t, metrics))
	}

	s.node.Lock()
	s.node.Answer = nil
	s.node.Unlock()
	code, stdout, stderr = s.crawl(t, "-state", state, "-last", save, "-save", save)
	if code != 0 || !strings.Contains(stdout, "policy_code_hash: 0 migrated, 0 new on legacy, 0 vanished") || !strings.Contains(stderr, "going on with the crawl of block 100") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCrawlOut(t *testing.T) {
	s := newScene(t, "PolicyV1")
	out := filepath.Join(t.TempDir(), "crawl.md")
	code, stdout, stderr := s.crawl(t, "-format", "markdown", "-out", out)
	if code != 0 || stdout != "" || !strings.Contains(read(t, out), "| policy") || !strings.Contains(stderr, "1 legacy") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

func TestCrawlProgress(t *testing.T) {
	s := newScene(t, "PolicyV2")
	if _, _, stderr := s.crawl(t); !strings.Contains(stderr, "compatctl: 1 of 1 targets …") || !strings.HasSuffix(stderr, "\r\x1b[K") {
		t.Errorf("stderr %q", stderr)
	}
}
