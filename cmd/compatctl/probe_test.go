package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

const (
	chainID = 31337
	secret  = "s3cr3tkey"
)

const registryText = `version: 1
contracts:
  Policy: {}
features:
  policy_code_hash:
    contract: Policy
    selectors: [{signature: "getPolicyCodeHash()", returns: [bytes32]}]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
    components: [gateway]
networks:
  local:
    chain_id: 31337
    rpc_env: LOCAL_RPC_URL
    addresses:
      Policy: {addresses: [%s]}
  other:
    chain_id: 5
    rpc_env: OTHER_RPC_URL
    addresses:
      Policy: {addresses: ["0x1111111111111111111111111111111111111111"]}
`

// A scene is a node and a registry that names contracts on it.
type scene struct {
	node     *nodetest.Node
	url      string
	registry string
	env      map[string]string
}

func newScene(t *testing.T, fixtures ...string) *scene {
	t.Helper()
	s := &scene{node: nodetest.New(t, chainID), registry: filepath.Join(t.TempDir(), "compat.yaml"), env: map[string]string{}}
	var addresses []string
	for _, name := range fixtures {
		implementation := s.node.DeployFixture(t, name)
		addresses = append(addresses, fmt.Sprintf("%q", s.node.DeployFixture(t, "EIP1967Proxy", implementation)))
	}
	s.write(t, fmt.Sprintf(registryText, strings.Join(addresses, ", ")))
	s.url = s.node.Serve(t) + "/v3/" + secret
	s.env["LOCAL_RPC_URL"] = s.url
	return s
}

func (s *scene) write(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(s.registry, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// run runs a command line, and fails if any output has a part of the URL in it.
func (s *scene) run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	cl := &commandLine{stdout: &out, stderr: &errs, terminal: true, getenv: func(name string) string { return s.env[name] }}
	code = cl.run(t.Context(), args)
	for _, text := range []string{out.String(), errs.String()} {
		for _, part := range []string{secret, "127.0.0.1"} {
			if strings.Contains(text, part) {
				t.Errorf("%q: the output has %q in it:\n%s", args, part, text)
			}
		}
	}
	return code, out.String(), errs.String()
}

func (s *scene) probe(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return s.run(t, append([]string{"probe", "-registry", s.registry, "-network", "local", "-retries", "0", "-timeout", "1m"}, args...)...)
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		name     string
		fixtures []string
		spoil    func(*scene)
		code     int
		output   string
	}{
		{"all present", []string{"PolicyV2"}, nil, 0, "1 present, 0 missing, 0 inconclusive"},
		{"one missing", []string{"PolicyV2", "PolicyV1"}, nil, 1, "1 present, 1 missing, 0 inconclusive"},
		{"node down", []string{"PolicyV2"}, func(s *scene) {
			s.node.Intercept = func(w http.ResponseWriter, _ *http.Request, _ []nodetest.Call) bool {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
		}, 2, "0 present, 0 missing, 1 inconclusive, 1 problem"},
		{"wrong chain", []string{"PolicyV2"}, func(s *scene) { s.node.ChainID = 1 }, 2, "LOCAL_RPC_URL is on chain 1, and the registry has chain_id 31337"},
		{"one cannot be read", []string{"PolicyV2"}, func(s *scene) {
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node, see " + s.url}}, c.Method == "eth_getStorageAt"
			}
		}, 2, "0 present, 0 missing, 1 inconclusive"},
		{"no URL", []string{"PolicyV2"}, func(s *scene) { s.env = nil }, 2, "the environment variable LOCAL_RPC_URL is empty"},
		{"URL that is none", []string{"PolicyV2"}, func(s *scene) { s.env["LOCAL_RPC_URL"] = secret }, 2, "LOCAL_RPC_URL: this is no URL"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScene(t, test.fixtures...)
			if test.spoil != nil {
				test.spoil(s)
			}
			for _, format := range []string{"text", "json", "junit", "markdown"} {
				code, stdout, stderr := s.probe(t, "-format", format)
				if code != test.code {
					t.Errorf("%s: exit code %d, want %d\n%s%s", format, code, test.code, stdout, stderr)
				}
				if format == "text" && !strings.Contains(stdout, test.output) {
					t.Errorf("no %q in\n%s%s", test.output, stdout, stderr)
				}
				if format == "json" && !json.Valid([]byte(stdout)) {
					t.Errorf("no JSON:\n%s", stdout)
				}
				if format == "junit" && xml.Unmarshal([]byte(stdout), new(struct{ XMLName xml.Name })) != nil {
					t.Errorf("no XML:\n%s", stdout)
				}
			}
		})
	}
}

func TestCommandLine(t *testing.T) {
	s := newScene(t, "PolicyV2")
	tests := []struct {
		name, args string
		code       int
		output     string
	}{
		{"help", "-h", 0, "Commands:"},
		{"help of probe", "help probe", 0, "-quorum N"},
		{"version", "version", 0, "compatctl "},
		{"argument of version", "version 1", 2, "version takes no arguments"},
		{"no command", "", 2, "compatctl needs a command: one of probe, crawl"},
		{"unknown command", "prob", 2, `compatctl has no command "prob"`},
		{"unknown flag", "probe -nework local", 2, "flag provided but not defined: -nework"},
		{"argument", "probe https://node.example/" + secret, 2, "probe takes no arguments"},
		{"URL for a number", "probe -rate https://node.example/" + secret, 2, "[URL]"},
		{"URL for a network", "probe -network https://node.example/" + secret, 2, "[URL]"},
		{"format", "probe -format yaml", 2, `-format "yaml": the formats are text, json, junit, markdown`},
		{"block", "probe -block pending", 2, "-block:"},
		{"quorum", "probe -quorum 0", 2, "-quorum 0"},
		{"quorum of more than there are", "probe -network local -quorum 2", 2, "a quorum of 2 needs as many endpoints, and LOCAL_RPC_URL has 1"},
		{"network needed", "probe", 2, "-network is needed: one of local, other"},
		{"unknown network", "probe -network loca", 2, `the registry has no network "loca", it has local, other`},
		{"network twice", "probe -network local,local", 2, "local is named twice"},
		{"one URL for two networks", "probe -network local,other -rpc http://node.invalid/" + secret, 2, "-rpc is for one network"},
		{"two networks, one without a URL", "probe -network local,other", 2, "the environment variable OTHER_RPC_URL is empty"},
		{"-rpc", "probe -network local -rpc " + s.url, 0, "1 present"},
		{"two endpoints", "probe -network local -quorum 2 -rpc " + s.url + " -rpc " + s.url, 0, "1 present"},
		{"endpoint that is gone", "probe -network local -retries 0 -rpc http://127.0.0.1:1/" + secret, 2, "-rpc: cannot connect"},
		{"component", "probe -network local -component gatway", 2, `no feature has the component "gatway": they have gateway`},
		{"no such file", "probe -network local -uses /nonexistent", 2, "-uses /nonexistent"},
		{"today", "probe -network local -today 2026-13-01", 2, "-today"},
		{"old block", "probe -network local -block 0x10", 0, "at block 16 "},
		{"block to come", "probe -network local -retries 0 -block 1000", 2, "read block 0x3e8: the node does not have it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			args := strings.Fields(test.args)
			if len(args) > 0 && args[0] == "probe" {
				args = append([]string{"probe", "-registry", s.registry}, args[1:]...)
			}
			code, stdout, stderr := s.run(t, args...)
			if code != test.code || !strings.Contains(stdout+stderr, test.output) {
				t.Errorf("exit code %d, want %d with %q\n%s%s", code, test.code, test.output, stdout, stderr)
			}
		})
	}
}

func TestInvalidRegistry(t *testing.T) {
	s := newScene(t, "PolicyV2")
	s.write(t, strings.Replace(fmt.Sprintf(registryText, ""), "LOCAL_RPC_URL", "https://node.example/"+secret, 1))
	if code, stdout, stderr := s.probe(t); code != 2 || !strings.Contains(stderr, "compat.yaml:16:") || stdout != "" {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
}

func TestUses(t *testing.T) {
	s := newScene(t, "PolicyV1")
	uses := filepath.Join(t.TempDir(), "uses.json")
	for text, want := range map[string]int{
		`{"version":1,"uses":[{"feature":"policy_code_hash","selector":"0xe998a088"}]}`: 1,
		`{"version":1,"uses":[]}`:    2,
		`{"example.com/service":{}}`: 2,
	} {
		if err := os.WriteFile(uses, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if code, stdout, stderr := s.probe(t, "-uses", uses); code != want {
			t.Errorf("%s: exit code %d, want %d\n%s%s", text, code, want, stdout, stderr)
		}
	}
}

func TestOut(t *testing.T) {
	s := newScene(t, "PolicyV1")
	out := filepath.Join(t.TempDir(), "probe.json")
	code, stdout, stderr := s.probe(t, "-format", "json", "-out", out)
	data, err := os.ReadFile(out)
	if code != 1 || stdout != "" || err != nil || !json.Valid(data) || !strings.Contains(stderr, "1 missing") {
		t.Errorf("exit code %d, %v\n%s%s%s", code, err, data, stdout, stderr)
	}
}

// Many endpoints that fail in all ways, each with the secret in its URL and in what it says.
func TestNoSecretInAnyOutput(t *testing.T) {
	s := newScene(t, "PolicyV2", "PolicyV1")
	ways := []http.HandlerFunc{
		func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no "+r.URL.String(), http.StatusUnauthorized)
		},
		func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1/"+secret, http.StatusFound)
		},
		func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintf(w, `{"id":1,"error":{"code":1,"message":"key %s of http://127.0.0.1/%s"}}`, secret, secret)
		},
		func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "<html>%s", r.URL) },
		func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	}
	for i, respond := range ways {
		for call := range 4 { // the first requests go well
			var seen atomic.Int32
			s.node.Lock()
			s.node.Intercept = func(w http.ResponseWriter, r *http.Request, _ []nodetest.Call) bool {
				isSpoiled := int(seen.Add(1)) > call
				if isSpoiled {
					respond(w, r)
				}
				return isSpoiled
			}
			s.node.Unlock()
			for _, format := range []string{"text", "json", "junit", "markdown"} {
				seen.Store(0)
				if code, stdout, stderr := s.probe(t, "-format", format); code != 2 {
					t.Errorf("way %d after %d requests: exit code %d\n%s%s", i, call, code, stdout, stderr)
				}
			}
		}
	}
}

func TestProgress(t *testing.T) {
	s := newScene(t, "PolicyV2")
	if _, _, stderr := s.probe(t); !strings.Contains(stderr, "compatctl: 1 of 1 results") || !strings.HasSuffix(stderr, "\r\x1b[K") {
		t.Errorf("stderr %q", stderr)
	}
}

// A guarded use needs no selector while the window is open. What the code needs is judged by the day of the run.
func TestUnguarded(t *testing.T) {
	s := newScene(t, "PolicyV1")
	uses := filepath.Join(t.TempDir(), "uses.json")
	text := `{"version":1,"uses":[{"feature":"policy_code_hash","selector":"0xe998a088","guard":"wrapper"}]}`
	if err := os.WriteFile(uses, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		args   []string
		code   int
		output string
	}{
		"open":         {[]string{"-uses", uses, "-unguarded", "-today", "2026-09-30"}, 0, "0 targets: 0 present, 0 missing"},
		"over":         {[]string{"-uses", uses, "-unguarded", "-today", "2026-10-01"}, 1, "0 present, 1 missing"},
		"all uses":     {[]string{"-uses", uses, "-today", "2026-09-30"}, 1, "0 present, 1 missing"},
		"without uses": {[]string{"-unguarded"}, 2, "-unguarded needs -uses"},
	} {
		t.Run(name, func(t *testing.T) {
			if code, stdout, stderr := s.probe(t, test.args...); code != test.code || !strings.Contains(stdout+stderr, test.output) {
				t.Errorf("exit code %d, want %d with %q\n%s%s", code, test.code, test.output, stdout, stderr)
			}
		})
	}
}
