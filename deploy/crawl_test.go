package deploy_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/internal/onchain/nodetest"
	"github.com/compatlint/compatlint/internal/proxies"
)

// A step is what the tests read of a step of a workflow.
type step struct {
	Name, Run string
	Env       map[string]string
}

// steps are those of the only job of a workflow.
func steps(t *testing.T, name string) map[string]step {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var workflow struct {
		Jobs map[string]struct{ Steps []step }
	}
	if err := yaml.Unmarshal(data, &workflow); err != nil {
		t.Fatal(err)
	}
	byName := map[string]step{}
	for _, job := range workflow.Jobs {
		for _, s := range job.Steps {
			byName[s.Name] = s
		}
	}
	return byName
}

// expression is one that GitHub replaces.
var expression = regexp.MustCompile(`\$\{\{ *([^}]*?) *\}\}`)

// A job runs steps as GitHub does.
type job struct {
	dir, bin string
	env      []string
	values   map[string]string // of expressions
}

func (j *job) run(t *testing.T, s step) (output string, err error) {
	t.Helper()
	if s.Run == "" {
		t.Fatalf("the workflow has no such step: %+v", s)
	}
	command := exec.CommandContext(t.Context(), "bash", "-e", "-o", "pipefail", "-c", j.replace(t, s.Run))
	command.Dir = j.dir
	command.Env = append(append(os.Environ(), j.env...), "PATH="+j.bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	for name, value := range s.Env {
		command.Env = append(command.Env, name+"="+j.replace(t, value))
	}
	text, err := command.CombinedOutput()
	return string(text), err
}

func (j *job) replace(t *testing.T, text string) string {
	return expression.ReplaceAllStringFunc(text, func(found string) string {
		name := expression.FindStringSubmatch(found)[1]
		value, ok := j.values[name]
		if !ok {
			t.Fatalf("the workflow has an expression that the test does not know: %s", found)
		}
		return value
	})
}

// build builds commands of this repository.
func build(t *testing.T, commands ...string) (bin string) {
	t.Helper()
	bin = t.TempDir()
	for _, name := range commands {
		output, err := exec.CommandContext(t.Context(), "go", "build", "-o", bin, "../cmd/"+name).CombinedOutput()
		if err != nil {
			t.Fatalf("build %s: %v\n%s", name, err, output)
		}
	}
	return bin
}

const crawled = `version: 1
contracts:
  Policy: {}
features:
  policy_code_hash:
    contract: Policy
    selectors: ["getPolicyCodeHash()"]
    introduced: {version: v0.3.0, date: 2026-04-15}
    state: grace
    grace_end: 2026-10-01
    ticket: T-1
networks:
  sepolia:
    chain_id: 11155111
    rpc_env: SEPOLIA_RPC_URL
    addresses:
      Policy: {addresses: [%q, %q]}
`

// TestWeeklyCrawl runs the steps of the workflow on a node: in the first week, in a week in which the node fails, and in one in which
// somebody has migrated.
func TestWeeklyCrawl(t *testing.T) {
	const secret = "s3cr3tkey"
	node := nodetest.New(t, 11155111)
	v1, v2 := node.DeployFixture(t, "PolicyV1"), node.DeployFixture(t, "PolicyV2")
	moves, stays := node.DeployFixture(t, "EIP1967Proxy", v1), node.DeployFixture(t, "EIP1967Proxy", v1)
	dir := t.TempDir()
	write(t, filepath.Join(dir, "compat.yaml"), fmt.Sprintf(crawled, moves.Hex(), stays.Hex()))
	write(t, filepath.Join(dir, "go.mod"), "module example.com/service\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "service.go"), "package service\n")
	summary := filepath.Join(dir, "summary.md")
	j := &job{
		dir: dir, bin: build(t, "compatctl", "compatlint"), env: []string{"NETWORK=sepolia", "GITHUB_STEP_SUMMARY=" + summary, "GOFLAGS=-mod=mod"},
		values: map[string]string{"matrix.secret": "SEPOLIA_RPC_URL", "secrets[matrix.secret]": node.Serve(t) + "/v3/" + secret},
	}
	work := steps(t, "crawl/weekly.yml")
	week := func(succeeds bool, want string) {
		t.Helper()
		output, err := j.run(t, work["crawl"])
		text := output + read(t, summary)
		if (err == nil) != succeeds || !strings.Contains(text, want) {
			t.Errorf("%v, want %q in\n%s", err, want, text)
		}
		if strings.Contains(text, secret) {
			t.Errorf("the URL is printed:\n%s", text)
		}
	}
	week(true, "2 legacy, 0 inconclusive")
	if output, err := j.run(t, work["report"]); err != nil || !strings.Contains(read(t, filepath.Join(dir, "compat.html")), "sepolia") {
		t.Errorf("%v\n%s", err, output)
	}
	first := read(t, filepath.Join(dir, ".crawl", "last.json"))

	node.Lock()
	node.Height, node.ChainID = node.Height+50_000, 5
	node.Unlock()
	week(false, "is on chain 5")
	if got := read(t, filepath.Join(dir, ".crawl", "last.json")); got != first {
		t.Errorf("the week that failed has replaced the result:\n%s", got)
	}

	node.Lock()
	node.ChainID = 11155111
	node.SetStorage(moves, proxies.SlotImplementation, common.BytesToHash(v2[:]))
	node.Unlock()
	week(true, `| policy\_code\_hash | 1 | 0 | 0 |`)
	if gauges := read(t, filepath.Join(dir, ".crawl", "compat.prom")); !strings.Contains(gauges, `status="legacy"} 1`) {
		t.Errorf("gauges:\n%s", gauges)
	}
}

// TestWeeklyCrawlInstallsWhatItRuns holds the first step against the commands of the others.
func TestWeeklyCrawlInstallsWhatItRuns(t *testing.T) {
	work := steps(t, "crawl/weekly.yml")
	installed := regexp.MustCompile(`cmd/(\w+)@`).FindAllStringSubmatch(work["install"].Run, -1)
	var names []string
	for _, match := range installed {
		names = append(names, match[1])
	}
	if want := []string{"compatctl", "compatlint"}; !slices.Equal(names, want) {
		t.Errorf("it installs %q, want %q", names, want)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
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
