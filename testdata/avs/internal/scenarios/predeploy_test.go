package scenarios_test

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/unlocked"
)

var update = flag.Bool("update", false, "write the golden files")

// repository is where the gate and compatlint are.
const repository = "../../../.."

// A gated is a live network with a policy of ours and one of an external developer, both from before v0.3, and the pre-deploy gate before it.
type gated struct {
	*chain
	line     *line
	folder   string
	env      map[string]common.Address // what devnet says
	state    string                    // of the feature in compat.yaml
	release  string
	upgrade  string
	policies []string // that the end-to-end check tries: variables
	today    string
}

// newGated starts with the release of the incident, and an upgrade of our own policy.
func newGated(t *testing.T) *gated {
	t.Helper()
	if !*slow {
		t.Skip("anvil is started with -slow only")
	}
	path, err := programs[0].find()
	switch {
	case err != nil && os.Getenv("CI") == "true":
		t.Fatal(err)
	case err != nil:
		t.Skip(err)
	}
	c := programs[0].start(t, path)
	g := &gated{chain: c, line: newLine(t, c), folder: t.TempDir(), env: map[string]common.Address{}}
	if output, err := exec.CommandContext(t.Context(), build(t, "devnet"), c.url, g.folder).CombinedOutput(); err != nil {
		t.Fatalf("devnet: %v\n%s", err, output)
	}
	for _, found := range regexp.MustCompile(`export (\w+)=(0x\w+)`).FindAllStringSubmatch(contents(t, filepath.Join(g.folder, "env")), -1) {
		g.env[found[1]] = common.HexToAddress(found[2])
	}
	g.state, g.release, g.today = "strict", "v0.3.0", "2026-12-01"
	g.upgrade, g.policies = build(t, "upgrade")+" $OUR_OWNER $OUR_POLICY", []string{"OUR_POLICY"}
	return g
}

// upgradeLive is what an external developer does on the live network: the policy gets the implementation of v0.3.
func (g *gated) upgradeLive(t *testing.T) {
	t.Helper()
	proxies, err := unlocked.LoadProxy()
	if err != nil {
		t.Fatal(err)
	}
	developer := unlocked.Account{Client: g.client, Address: g.env["THEIR_OWNER"]}
	if err := proxies.Upgrade(t.Context(), developer, g.env["THEIR_POLICY"], g.deploy(t, "NewtonPolicy")); err != nil {
		t.Fatal(err)
	}
}

// cutter returns a command that takes the live network away.
func (g *gated) cutter(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { g.line.cut() }))
	t.Cleanup(server.Close)
	return "curl -sf " + server.URL
}

// built has the programs that scenarios run, each built once.
var built = struct {
	sync.Mutex
	folder string
	paths  map[string]string
}{paths: map[string]string{}}

func TestMain(m *testing.M) {
	code := m.Run()
	if built.folder != "" {
		_ = os.RemoveAll(built.folder) // of the system's temporary files
	}
	os.Exit(code)
}

// build builds a command of the example, a release of it, or a command of compatlint, and returns its path.
func build(t *testing.T, name string) string {
	t.Helper()
	built.Lock()
	defer built.Unlock()
	if path := built.paths[name]; path != "" {
		return path
	}
	if built.folder == "" {
		var err error
		if built.folder, err = os.MkdirTemp("", "predeploy"); err != nil {
			t.Fatal(err)
		}
	}
	folder, source := ".", "./testdata/"+name
	switch name {
	case "devnet", "upgrade":
		source = "example.com/avs/cmd/" + name
	case "compatlint", "compatctl":
		folder, source = repository, "./cmd/"+name
	}
	path := filepath.Join(built.folder, name)
	command := exec.CommandContext(t.Context(), "go", "build", "-o", path, source)
	command.Dir = folder
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", name, err, output)
	}
	built.paths[name] = path
	return path
}

// A result is what came of the gate.
type result struct {
	code     int
	output   string
	report   string
	deployed bool
}

// run runs the gate, and the deploy if it lets that through. Nothing may have changed on the live network.
func (g *gated) run(t *testing.T) result {
	t.Helper()
	report, deployed := filepath.Join(g.folder, "report.md"), filepath.Join(g.folder, "deployed")
	script := `. "$FOLDER/env"; for p in $POLICIES; do AVS_POLICIES+=",${!p}"; done; export AVS_POLICIES
` + repository + `/deploy/predeploy/predeploy.sh && touch "$FOLDER/deployed"`
	command := exec.CommandContext(t.Context(), "bash", "-c", script)
	command.Env = append(os.Environ(), "FOLDER="+g.folder, "POLICIES="+strings.Join(g.policies, " "),
		"COMPATLINT="+build(t, "compatlint"), "COMPATCTL="+build(t, "compatctl"), "COMPATLINT_TODAY="+g.today,
		"COMPATLINT_REGISTRY="+filepath.Join(g.folder, g.state+".yaml"), "LIVE_RPC_URL="+g.line.url+"/?key="+urlSecret,
		"PREDEPLOY_PACKAGES=./testdata/"+g.release, "PREDEPLOY_UPGRADE="+g.upgrade, "PREDEPLOY_CHECK="+build(t, g.release),
		"PREDEPLOY_REPORT="+report)
	before := g.height(t)
	output, err := command.CombinedOutput()
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	if after := g.height(t); after != before {
		t.Errorf("the live network is at block %d, and was at %d", after, before)
	}
	r := result{code: command.ProcessState.ExitCode(), output: string(output), report: contents(t, report)}
	_, err = os.Stat(deployed)
	r.deployed = err == nil
	if strings.Contains(r.output+r.report, urlSecret) {
		t.Error("the URL of the live network is in the output")
	}
	return r
}

// urlSecret is part of the URL of the live network.
const urlSecret = "k3y"

func contents(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (g *gated) height(t *testing.T) uint64 {
	t.Helper()
	height, err := g.client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return height
}

// golden compares what the gate said, and its report, with a golden file. What differs from run to run is replaced.
func (g *gated) golden(t *testing.T, name string, r result) {
	t.Helper()
	text := fmt.Sprintf("%s\n%s\nexit code %d, deployed: %t\n", r.output, r.report, r.code, r.deployed)
	for name, digit := range map[string]string{"OUR_POLICY": "1", "THEIR_POLICY": "2", "LEGACY_IMPLEMENTATION": "3"} {
		alias := "0x" + strings.Repeat(digit, 40)
		text = strings.NewReplacer(g.env[name].Hex(), alias, strings.ToLower(g.env[name].Hex()), alias).Replace(text)
	}
	text = regexp.MustCompile(`0x[0-9a-fA-F]{40}\b`).ReplaceAllStringFunc(text, func(address string) string {
		if strings.Count(address, address[2:3]) == 40 {
			return address
		}
		return "0x" + strings.Repeat("4", 40) // the new implementation
	})
	for _, volatile := range []struct{ pattern, replacement string }{
		{`at block \d+ `, "at block 14 "},
		{`0x[0-9a-f]{64}\b`, "0x" + strings.Repeat("b", 64)},
		{`/\S*/uses\.json`, "uses.json"},
		{`(?m)^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d `, ""},
	} {
		text = regexp.MustCompile(volatile.pattern).ReplaceAllString(text, volatile.replacement)
	}
	file := filepath.Join("testdata", "predeploy", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := contents(t, file); text != want {
		t.Errorf("%s is not what the gate says; -update writes it. Got:\n%s\nwant:\n%s", file, text, want)
	}
}

// The incident of v0.3.0, and what is different where it does not happen. Each scenario differs from another one in one thing.
func TestPredeployGate(t *testing.T) {
	for _, test := range []struct {
		name     string
		code     int
		change   func(*testing.T, *gated)
		messages []string
		varies   bool // what else is said
	}{
		{
			// Our policy gets v0.3. That of the external developer is left behind, and the release would fail on it.
			name: "incident", code: 1, change: func(*testing.T, *gated) {},
			messages: []string{
				"THEIR_POLICY  policy_code_hash  getPolicyCodeHash() 0xe998a088  missing",
				"predeploy: probe: no go", "predeploy: check: go", "predeploy: verdict: no go",
			},
		},
		{
			name: "everybody has upgraded", code: 0, change: func(t *testing.T, g *gated) { g.upgradeLive(t) },
			messages: []string{"predeploy: probe: go", "2 present, 0 missing", "predeploy: verdict: go"},
		},
		{
			name: "our own upgrade is forgotten", code: 1, change: func(t *testing.T, g *gated) { g.upgradeLive(t); g.upgrade = "" },
			messages: []string{"predeploy: probe: no go", "predeploy: check: no go", "execution reverted"},
		},
		{
			name: "the check tries the policy of the external developer", code: 1,
			change:   func(_ *testing.T, g *gated) { g.policies = append(g.policies, "THEIR_POLICY") },
			messages: []string{"predeploy: probe: no go", "predeploy: check: no go"},
		},
		{
			// A bare use of a feature in its grace period does not even come to the fork.
			name: "incident, linted", code: 1, change: func(_ *testing.T, g *gated) { g.state = "grace" },
			messages: []string{"predeploy: lint: no go", "may be missing on deployed contracts"},
		},
		{
			// The release serves both versions and the window is open: the gate must not block for half a year.
			name: "grace", code: 0, change: grace,
			messages: []string{"every use is guarded, and legacy is served until 2027-05-14", "predeploy: verdict: go"},
		},
		{
			name: "grace, the window has ended", code: 1, change: func(t *testing.T, g *gated) { grace(t, g); g.today = "2027-05-14" },
			messages: []string{"predeploy: lint: no go"},
		},
		{
			name: "grace, but strict", code: 1, change: func(t *testing.T, g *gated) { grace(t, g); g.state = "strict" },
			messages: []string{"predeploy: probe: no go"},
		},
		{
			name: "the upgrade fails", code: 1, change: func(_ *testing.T, g *gated) { g.upgrade += " $THEIR_POLICY" },
			messages: []string{"upgrade: upgrade THEIR_POLICY", "predeploy: upgrade: no go"},
		},
		{
			name: "the upgrade cannot tell", code: 2, change: func(_ *testing.T, g *gated) { g.upgrade = "exit 2" },
			messages: []string{"predeploy: upgrade: could not tell", "predeploy: verdict: could not tell"},
		},
		{
			name: "the live network is down", code: 2, change: func(_ *testing.T, g *gated) { g.line.cut() },
			messages: []string{"LIVE_RPC_URL: ", "predeploy: verdict: could not tell"},
		},
		{
			// What was seen on the fork may be wrong, in the one way or the other.
			name: "the live network goes away", code: 2, change: func(t *testing.T, g *gated) { g.upgrade = g.cutter(t) },
			varies:   true,
			messages: []string{"may have seen what is not deployed", "predeploy: fork: could not tell", "predeploy: verdict: could not tell"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := newGated(t)
			test.change(t, g)
			r := g.run(t)
			if r.code != test.code || r.deployed != (test.code == 0) {
				t.Errorf("exit code %d, deployed: %t; want %d\n%s", r.code, r.deployed, test.code, r.output)
			}
			said := strings.ReplaceAll(r.output, g.env["THEIR_POLICY"].Hex(), "THEIR_POLICY")
			for _, message := range test.messages {
				if !strings.Contains(said, message) {
					t.Errorf("no %q in\n%s", message, said)
				}
			}
			if !test.varies {
				g.golden(t, strings.NewReplacer(" ", "-", ",", "").Replace(test.name), r)
			}
		})
	}
}

// grace has the release that serves both versions try the policies of both.
func grace(_ *testing.T, g *gated) {
	g.release, g.state, g.policies = "v0.3.1", "grace", []string{"OUR_POLICY", "THEIR_POLICY"}
}
