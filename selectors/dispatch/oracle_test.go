package dispatch_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/dispatch"
)

var oracle = flag.Bool("oracle", false, "compare with evmole over hundreds of contracts; needs node, and npm ci in testdata/oracle")

// A specimen is a contract whose selectors somebody else knows.
type specimen struct {
	Name      string   `json:"name"`
	Pipeline  string   `json:"pipeline"`
	Code      string   `json:"code"`
	Selectors []string `json:"selectors"` // that evmole finds
	Methods   []string `json:"methods"`   // that the compiler knows
}

func (s *specimen) code(t testing.TB) []byte {
	t.Helper()
	code, err := hex.DecodeString(s.Code)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// settle asks as somebody does who knows that the storage is empty and that nobody answers.
func settle(code []byte, selector selectors.Selector) dispatch.Result {
	known := dispatch.Known{Storage: map[common.Hash]common.Hash{}, Answers: map[dispatch.Ask][]byte{}}
	var r dispatch.Result
	for range 6 {
		r = dispatch.Check(code, selector, known)
		for _, slot := range r.Reads {
			known.Storage[slot] = common.Hash{}
		}
		for _, ask := range r.Asks {
			known.Answers[ask] = nil
		}
		if len(r.Reads)+len(r.Asks) == 0 {
			break
		}
	}
	return r
}

// pushed are the selectors whose bytes stand behind a PUSH4 in the code: what a scan takes for the functions of the contract.
func pushed(code []byte) []selectors.Selector {
	var found []selectors.Selector
	for i := 0; i < len(code); i++ {
		op := vm.OpCode(code[i])
		if op == vm.PUSH4 && i+4 < len(code) {
			found = append(found, selectors.Selector(code[i+1:i+5]))
		}
		if op.IsPush() {
			i += int(op - vm.PUSH0)
		}
	}
	return found
}

// strange are selectors that the contract may not have: those that a scan finds in it, neighbours of its own, small ones and random ones.
func strange(code []byte, own map[selectors.Selector]bool, random int) []selectors.Selector {
	candidates := append(pushed(code), selectors.Selector{}, selectors.Selector{3: 1}, selectors.Selector{3: 4}, selectors.Selector{2: 3, 3: 4},
		selectors.Selector{0xff, 0xff, 0xff, 0xff})
	for s := range own {
		for _, flip := range []selectors.Selector{{3: 1}, {2: 1}, {1: 1}, {0: 0x80}} {
			near := s
			for i := range near {
				near[i] ^= flip[i]
			}
			candidates = append(candidates, near)
		}
	}
	r := rand.New(rand.NewPCG(1, uint64(len(code))))
	for range random {
		candidates = append(candidates, selectors.Selector{byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32())})
	}
	return slices.DeleteFunc(candidates, func(s selectors.Selector) bool { return own[s] })
}

// A tally counts what was compared.
type tally struct{ contracts, present, missing, inconclusive int }

// compare holds the verdicts against what the others know.
func (n *tally) compare(t *testing.T, s *specimen, random int) {
	t.Helper()
	code := s.code(t)
	own := map[selectors.Selector]bool{}
	for _, text := range s.Selectors {
		own[parse(t, text)] = true
	}
	for _, text := range s.Methods {
		// Where every function ends like an unknown selector, the optimizer leaves out the dispatcher: nobody can tell then.
		if selector := parse(t, text); bytes.Contains(code, selector[:]) {
			own[selector] = true
		}
	}
	n.contracts++
	for selector := range own {
		n.one(t, s, selector, settle(code, selector), dispatch.Missing)
	}
	for _, selector := range strange(code, own, random) {
		n.one(t, s, selector, settle(code, selector), dispatch.Present)
	}
}

func parse(t *testing.T, text string) selectors.Selector {
	t.Helper()
	selector, err := selectors.ParseSelector(text)
	if err != nil {
		t.Fatal(err)
	}
	return selector
}

// one counts a verdict, which must not be the false one.
func (n *tally) one(t *testing.T, s *specimen, selector selectors.Selector, r dispatch.Result, wrong dispatch.Verdict) {
	t.Helper()
	switch r.Verdict {
	case wrong:
		t.Errorf("%s %s: %s is falsely %s: %s", s.Pipeline, s.Name, selector, r.Verdict, r.Reason)
	case dispatch.Present:
		n.present++
	case dispatch.Missing:
		n.missing++
	default:
		if r.Next == nil && !strings.Contains(s.Name, "Proxy") { // nobody knows what is behind a proxy
			n.inconclusive++
			t.Logf("%s %s: %s: %s", s.Pipeline, s.Name, selector, r.Reason)
		}
	}
}

// TestCorpus holds the verdicts against solc and evmole over a few contracts that are kept here.
func TestCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/corpus.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var n tally
	for _, s := range specimens(t, data) {
		n.compare(t, &s, 5)
	}
	if n.contracts < 30 || n.inconclusive > 0 {
		t.Errorf("%+v, want all settled", n)
	}
}

func specimens(t *testing.T, data []byte) []specimen {
	t.Helper()
	var all []specimen
	decoder := json.NewDecoder(bytes.NewReader(data))
	for decoder.More() {
		var s specimen
		if err := decoder.Decode(&s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

func runOracle(t *testing.T, input []byte, arguments ...string) []specimen {
	t.Helper()
	cmd := exec.Command("node", append([]string{"testdata/oracle/build.mjs"}, arguments...)...)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	output, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v: run npm ci in selectors/dispatch/testdata/oracle first", err)
	}
	return specimens(t, output)
}

// TestOracleCompiled: what five versions of solc make of the same sources, with all their pipelines.
func TestOracleCompiled(t *testing.T) {
	if !*oracle {
		t.Skip("slow: run with -oracle")
	}
	var n tally
	for _, s := range runOracle(t, nil) {
		n.compare(t, &s, 20)
	}
	t.Logf("%+v", n)
	if n.contracts < 400 || n.inconclusive > 0 {
		t.Errorf("%+v, want hundreds of contracts, all settled", n)
	}
}

var deployedBin = regexp.MustCompile(`var (\w+)DeployedBin = "0x([0-9a-f]+)"`)

// TestOraclePublished: the code of contracts that are deployed, as Optimism has published it with its bindings.
func TestOraclePublished(t *testing.T) {
	if !*oracle {
		t.Skip("slow: run with -oracle")
	}
	var input bytes.Buffer
	for _, version := range []string{"v1.2.0", "v1.7.0"} {
		for name, code := range published(t, "github.com/ethereum-optimism/optimism@"+version) {
			if err := json.NewEncoder(&input).Encode(specimen{Name: name + " " + version, Code: code}); err != nil {
				t.Fatal(err)
			}
		}
	}
	var n tally
	for _, s := range runOracle(t, input.Bytes(), "--stdin") {
		n.compare(t, &s, 40)
	}
	t.Logf("%+v", n)
	if n.contracts < 80 {
		t.Errorf("%d contracts, want 80 or more", n.contracts)
	}
}

// published reads the runtime code of the contracts in the bindings of a module.
func published(t *testing.T, module string) map[string]string {
	t.Helper()
	output, err := exec.Command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		t.Fatalf("go mod download %s: %v", module, err)
	}
	var downloaded struct{ Dir string }
	if err := json.Unmarshal(output, &downloaded); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(downloaded.Dir, "op-bindings/bindings/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range deployedBin.FindAllStringSubmatch(string(data), -1) {
			codes[strings.ToLower(m[1])] = m[2]
		}
	}
	return codes
}
