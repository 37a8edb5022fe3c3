package crawl_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/internal/crawl"
	"github.com/compatlint/compatlint/internal/onchain/nodetest"
)

// An interrupted scene has a state file in which all targets but one are settled.
type interrupted struct {
	*scene
	crawl.Options
	warnings []string
	broken   common.Address
	asked    map[common.Address]bool // whose code was read
}

func interrupt(t *testing.T) *interrupted {
	t.Helper()
	s := &interrupted{scene: newScene(t)}
	s.targets = []common.Address{s.proxy(t, s.v1), s.proxy(t, s.v2), s.proxy(t, s.v1)}
	s.broken = s.targets[1]
	s.Options = s.options(t)
	s.State = filepath.Join(t.TempDir(), "state")
	s.Warn = func(text string) { s.warnings = append(s.warnings, text) }
	s.fail(&s.broken)
	report := run(t, s.Options)
	if got, want := counts(t, report, "policy_code_hash"), [4]int{3, 2, 0, 1}; got != want {
		t.Fatalf("%v, want %v\n%+v", got, want, report)
	}
	s.fail(nil)
	return s
}

// fail makes the node refuse to read the code of one account.
func (s *interrupted) fail(broken *common.Address) {
	s.node.Lock()
	defer s.node.Unlock()
	s.asked = map[common.Address]bool{}
	s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
		if c.Method != "eth_getCode" {
			return nodetest.Message{}, false
		}
		address := common.HexToAddress(strings.Trim(string(c.Params[0]), `"`))
		s.asked[address] = true
		return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "disk trouble"}}, broken != nil && address == *broken
	}
}

func (s *interrupted) content(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(s.State)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// anew checks that a crawl looked at every target, and said why it did not go on.
func (s *interrupted) anew(t *testing.T, why string) {
	t.Helper()
	report := run(t, s.Options)
	if got, want := counts(t, report, "policy_code_hash"), [4]int{3, 2, 0, 0}; got != want {
		t.Errorf("%v, want %v\n%+v", got, want, report)
	}
	for _, target := range s.targets {
		if !s.asked[target] {
			t.Errorf("the new crawl did not look at %s", target)
		}
	}
	if text := strings.Join(s.warnings, "\n"); !strings.Contains(text, why) || !strings.Contains(text, "beginning anew") {
		t.Errorf("warnings %q, want %q", text, why)
	}
}

func TestResume(t *testing.T) {
	s := interrupt(t)
	s.node.Lock()
	s.node.Height += 10 // the crawl stays at its block
	s.node.Unlock()
	report := run(t, s.Options)
	if got, want := counts(t, report, "policy_code_hash"), [4]int{3, 2, 0, 0}; got != want || report.Block != 100 {
		t.Errorf("%v at block %d, want %v at 100\n%+v", got, report.Block, want, report)
	}
	if s.asked[s.targets[0]] || s.asked[s.targets[2]] || !s.asked[s.broken] {
		t.Errorf("looked at %v, want only %s of the targets", s.asked, s.broken)
	}
	if text := strings.Join(s.warnings, "\n"); !strings.Contains(text, "going on with the crawl of block 100") {
		t.Errorf("warnings %q", text)
	}

	s.warnings = nil
	s.fail(nil)
	report = run(t, s.Options) // that one has come to its end
	if report.Block != 110 || !s.asked[s.targets[0]] || len(s.warnings) > 0 {
		t.Errorf("block %d, looked at %v, warnings %q", report.Block, s.asked, s.warnings)
	}
}

// TestResumeAfterTear cuts the file at every place, as a crawl that is killed may leave it. The result must be that of a crawl in one go.
func TestResumeAfterTear(t *testing.T) {
	s := interrupt(t)
	s.node.Answer = nil
	whole := s.content(t)
	want := run(t, s.Options)
	header := bytes.IndexByte(whole, '\n') + 1
	for length := header; length <= len(whole); length += 7 {
		if err := os.WriteFile(s.State, whole[:length], 0o600); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, run(t, s.Options)); diff != "" {
			t.Fatalf("cut after %d of %d bytes (-want +got):\n%s", length, len(whole), diff)
		}
	}
}

func TestBeginsAnew(t *testing.T) {
	tests := []struct {
		name, why string
		change    func(*interrupted)
	}{
		{"reorganised", "the chain was reorganised", func(s *interrupted) { s.node.Fork++ }},
		{"another block", "is of block 100", func(s *interrupted) { s.Block = "99" }},
		{"a week later", "which is more than a day old", func(s *interrupted) { s.node.Height += 50_000 }},
		{"other questions", "asks something else", func(s *interrupted) { s.Features = []string{"policy_code_hash"} }},
		{"the node has forgotten the state", "missing trie node", func(s *interrupted) {
			answer := s.node.Answer
			s.node.Height += 1000
			s.node.Numbers = true
			s.node.Answer = func(c nodetest.Call) (nodetest.Message, bool) {
				if c.Method == "eth_getCode" && string(c.Params[1]) == `"0x64"` {
					return nodetest.Message{Error: &nodetest.Error{Code: -32000, Message: "missing trie node"}}, true
				}
				return answer(c)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := interrupt(t)
			test.change(s)
			s.anew(t, test.why)
		})
	}
}

// TestEndpointIsDown checks that what is known is not lost when the endpoint is gone for a while.
func TestEndpointIsDown(t *testing.T) {
	s := interrupt(t)
	before := s.content(t)
	url := s.url
	s.url = "http://127.0.0.1:1"
	if report := run(t, s.Options); report.Complete() || len(report.Problems) != 1 {
		t.Errorf("%+v", report)
	}
	if diff := cmp.Diff(string(before), string(s.content(t))); diff != "" {
		t.Errorf("the state file has changed (-want +got):\n%s", diff)
	}
	s.url = url
	if report := run(t, s.Options); !report.Complete() || s.asked[s.targets[0]] {
		t.Errorf("%+v, looked at %v", report, s.asked)
	}
}

func TestStateFileErrors(t *testing.T) {
	s := interrupt(t)
	whole := string(s.content(t))
	header, rest, _ := strings.Cut(whole, "\n")
	for name, test := range map[string]struct{ content, want string }{
		"foreign":         {"version: 1\n", "this is no state file of a crawl: it is left as it is"},
		"another JSON":    {"{}\n", "this is no state file of a crawl"},
		"another version": {strings.Replace(whole, `"version":1`, `"version":7`, 1), "the state file is of version 7, and this program writes version 1"},
		"out of range":    {header + "\n" + `{"judged":{"settled":[[0,1]],"marks":[{"target":7,"feature":0,"status":"legacy"}]}}` + "\n", "it names targets that there are not"},
		"damaged":         {header + "\n{\n" + rest, ":2: the line is damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(s.State, []byte(test.content), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := crawl.Run(t.Context(), s.Options)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			if got := string(s.content(t)); got != test.content {
				t.Errorf("the file now has %q", got)
			}
		})
	}
	s.State = filepath.Join(t.TempDir(), "none", "state")
	if _, err := crawl.Run(t.Context(), s.Options); err == nil || !strings.Contains(err.Error(), "-state") {
		t.Errorf("in a folder that does not exist: %v", err)
	}
}

// TestOneCrawlAtATime starts a crawl while another is under way with the same file.
func TestOneCrawlAtATime(t *testing.T) {
	s := interrupt(t)
	var second error
	var once sync.Once
	o := s.Options
	s.Progress = func(crawl.Progress) {
		once.Do(func() { _, second = crawl.Run(t.Context(), o) })
	}
	run(t, s.Options)
	if second == nil || !strings.Contains(second.Error(), "another crawl is writing to it") {
		t.Errorf("the second crawl: %v", second)
	}
}

// TestStateIsNoFile names what has no end, or no content.
func TestStateIsNoFile(t *testing.T) {
	s := interrupt(t)
	for _, name := range []string{t.TempDir(), "/dev/zero"} {
		s.State = name
		if _, err := os.Stat(name); err != nil {
			continue
		}
		if _, err := crawl.Run(t.Context(), s.Options); err == nil || !strings.Contains(err.Error(), "is no regular file") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
