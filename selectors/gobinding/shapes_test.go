package gobinding_test

import (
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/compatlint/compatlint/selectors/gobinding"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestShapes reads the sources in testdata, one shape of generated or hand-written code each. The comment of an archive
// says what it shows; its file "want" is what gobinding makes of "source.go".
func TestShapes(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) != 2 || archive.Files[0].Name != "source.go" || archive.Files[1].Name != "want" {
				t.Fatal("the archive needs the files source.go and want")
			}
			contracts, err := gobinding.ParseSource("source.go", archive.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			got := render(contracts)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("contracts (-want +got), rewrite with -update:\n%s", diff)
			}
		})
	}
}

func render(contracts []gobinding.Contract) string {
	var text strings.Builder
	for _, c := range contracts {
		fmt.Fprintf(&text, "contract %s, %s", c.Name, c.Generator)
		if c.ABI == nil {
			text.WriteString(", no ABI")
		} else {
			fmt.Fprintf(&text, ", %d methods in the ABI", len(c.ABI.Methods))
		}
		text.WriteString("\n")
		for _, m := range c.Methods {
			fmt.Fprintf(&text, "\t%s.%s %s %q\n", m.Type, m.Name, m.Selector, m.Signature)
		}
	}
	return text.String()
}

const (
	tokenABI  = `[{"type":"function","name":"owner","inputs":[],"outputs":[{"name":"","type":"address"}],"stateMutability":"view"},{"type":"fallback","stateMutability":"payable"},{"type":"receive","stateMutability":"payable"}]`
	policyABI = `[{"type":"function","name":"getPolicyCodeHash","inputs":[],"outputs":[{"name":"","type":"bytes32"}],"stateMutability":"view"},{"type":"function","name":"update","inputs":[{"name":"cid","type":"string"}],"outputs":[],"stateMutability":"nonpayable"},{"type":"constructor","inputs":[{"name":"owner","type":"address"}],"stateMutability":"nonpayable"},{"type":"event","name":"Updated","inputs":[],"anonymous":false},{"type":"error","name":"Refused","inputs":[]}]`
	quietABI  = `[{"type":"event","name":"Ping","inputs":[],"anonymous":false}]`
)

// TestSeveralContractsInOneFile also covers what surrounds the methods of a binding with bytecode: deployment, raw
// types, fallback and receive, filterers, errors.
func TestSeveralContractsInOneFile(t *testing.T) {
	names := []string{"Policy", "PolicyToken", "Quiet"}
	abis := []string{policyABI, tokenABI, quietABI}
	bytecodes := []string{"0x6001", "0x6002", "0x6003"}
	v1, err := abigen.Bind(names, abis, bytecodes, nil, "binding", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	v2, err := abigen.BindV2(names, abis, bytecodes, "binding", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ source, want string }{
		{v1, `contract Policy, abigen/v1, 2 methods in the ABI
	PolicyCaller.GetPolicyCodeHash 0xe998a088 "getPolicyCodeHash()"
	PolicyCallerSession.GetPolicyCodeHash 0xe998a088 "getPolicyCodeHash()"
	PolicySession.GetPolicyCodeHash 0xe998a088 "getPolicyCodeHash()"
	PolicySession.Update 0x3d7403a3 "update(string)"
	PolicyTransactor.Update 0x3d7403a3 "update(string)"
	PolicyTransactorSession.Update 0x3d7403a3 "update(string)"
contract PolicyToken, abigen/v1, 1 methods in the ABI
	PolicyTokenCaller.Owner 0x8da5cb5b "owner()"
	PolicyTokenCallerSession.Owner 0x8da5cb5b "owner()"
	PolicyTokenSession.Owner 0x8da5cb5b "owner()"
contract Quiet, abigen/v1, 0 methods in the ABI
`},
		{v2, `contract Policy, abigen/v2, 2 methods in the ABI
	Policy.PackGetPolicyCodeHash 0xe998a088 "getPolicyCodeHash()"
	Policy.PackUpdate 0x3d7403a3 "update(string)"
	Policy.TryPackGetPolicyCodeHash 0xe998a088 "getPolicyCodeHash()"
	Policy.TryPackUpdate 0x3d7403a3 "update(string)"
contract PolicyToken, abigen/v2, 1 methods in the ABI
	PolicyToken.PackOwner 0x8da5cb5b "owner()"
	PolicyToken.TryPackOwner 0x8da5cb5b "owner()"
contract Quiet, abigen/v2, 0 methods in the ABI
`},
	} {
		for _, source := range []string{test.source, stripComments(t, test.source)} {
			contracts, err := gobinding.ParseSource("binding.go", []byte(source))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, render(contracts)); diff != "" {
				t.Errorf("contracts (-want +got):\n%s", diff)
			}
		}
	}
}

func TestParseFileWithoutComments(t *testing.T) {
	source, err := abigen.Bind([]string{"Policy"}, []string{policyABI}, []string{""}, nil, "binding", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	want, err := gobinding.ParseSource("binding.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, gobinding.ParseFile(file)); diff != "" {
		t.Errorf("contracts (-ParseSource +ParseFile):\n%s", diff)
	}
}

func TestParseSourceError(t *testing.T) {
	_, err := gobinding.ParseSource("binding.go", []byte("package x\nfunc {"))
	if want := "binding.go:2:6: expected 'IDENT', found '{'"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestDigest(t *testing.T) {
	// sha256 of "package x\n", as other tools compute it.
	const want = "sha256:3ea66a23367f14bd3e79ebd5c296779a4c3c40ef3a2035e23863b56ab5894bc5"
	unix, windows := gobinding.Digest([]byte("package x\n")), gobinding.Digest([]byte("package x\r\n"))
	if unix != want || unix != windows {
		t.Errorf("Digest = %s and %s, want %s", unix, windows, want)
	}
	if other := gobinding.Digest([]byte("package y\n")); other == unix {
		t.Errorf("two sources have the digest %s", other)
	}
}
