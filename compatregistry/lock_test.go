package compatregistry_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/selectors"
)

const lockHead = "# compat.lock: selectors of the known contracts and the binding methods that send them.\n" +
	"# Written by `compatlint lock`; commit it, do not edit it.\n" +
	"version 1\n"

const someDigest = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

const wholeLock = lockHead +
	`admit NewtonPolicy 0xc2985578 foo() "kept for the \"old\" UI"` + "\n" +
	"binding example.com/avs/bindings/policy NewtonPolicy abigen/v1 " + someDigest + "\n" +
	"directive guard:selector-miss example.com/avs/chainio.IsSelectorMiss\n" +
	"directive requires (*example.com/avs/chain.Reader).Hash policy_code_hash,policy_uri\n" +
	"forwarder (*example.com/avs/multicall.Contract).Call 2 values=3\n" +
	"forwarder example.com/avs/multicall.Add 0 packs,contract=NewtonPolicy,values=1\n" +
	"method example.com/avs/bindings/policy NewtonPolicyCaller.GetPolicyCodeHash NewtonPolicy 0xe998a088\n" +
	"selector NewtonPolicy 0xc2985578 foo() () nonpayable\n" +
	"selector NewtonPolicy 0xe998a088 getPolicyCodeHash() (bytes32) view\n"

func parseLock(t testing.TB, text string) *compatregistry.Lock {
	t.Helper()
	l, err := compatregistry.ParseLock("compat.lock", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestParseLock(t *testing.T) {
	codeHash, foo := selectors.Of("getPolicyCodeHash()"), selectors.Of("foo()")
	want := &compatregistry.Lock{
		Path:     "compat.lock",
		Admitted: []compatregistry.Admission{{Contract: "NewtonPolicy", Selector: foo, Signature: "foo()", Reason: `kept for the "old" UI`, Line: 4}},
		Bindings: []compatregistry.LockedBinding{{
			ImportPath: "example.com/avs/bindings/policy", Contract: "NewtonPolicy", Generator: "abigen/v1", Digest: someDigest, Line: 5,
		}},
		Directives: []compatregistry.LockedDirective{
			{Verb: "guard:selector-miss", Symbol: "example.com/avs/chainio.IsSelectorMiss", Line: 6},
			{Verb: "requires", Symbol: "(*example.com/avs/chain.Reader).Hash", Features: []string{"policy_code_hash", "policy_uri"}, Line: 7},
		},
		Forwarders: []compatregistry.LockedForwarder{
			{Symbol: "(*example.com/avs/multicall.Contract).Call", Parameter: 2, Values: 3, Line: 8},
			{Symbol: "example.com/avs/multicall.Add", Packs: true, Contract: "NewtonPolicy", Values: 1, Line: 9},
		},
		Methods: []compatregistry.LockedMethod{{
			ImportPath: "example.com/avs/bindings/policy", Type: "NewtonPolicyCaller", Name: "GetPolicyCodeHash",
			Contract: "NewtonPolicy", Selector: codeHash, Line: 10,
		}},
		Selectors: []compatregistry.LockedSelector{
			{Contract: "NewtonPolicy", Selector: foo, Signature: "foo()", Mutability: "nonpayable", Line: 11},
			{Contract: "NewtonPolicy", Selector: codeHash, Signature: "getPolicyCodeHash()", Returns: []string{"bytes32"}, Mutability: "view", Line: 12},
		},
	}
	for name, text := range map[string]string{"LF": wholeLock, "CRLF": strings.ReplaceAll(wholeLock, "\n", "\r\n")} {
		t.Run(name, func(t *testing.T) {
			l := parseLock(t, text)
			if diff := cmp.Diff(want, l); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(wholeLock, string(l.Encode())); diff != "" {
				t.Errorf("encoded (-want +got)\n%s", diff)
			}
		})
	}
}

func TestParseLockErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty file", "", `1:1: lock file has no version line: restore the committed file`},
		{"comments only", "# nothing\n", `1:1: lock file has no version line: restore the committed file`},
		{"no version", "forwarder a.F 1\nforwarder a.G 1\n", `1:1: the first record is not "version 1": restore the committed file`},
		{"other version", "version 2\n", `1:9: lock file version "2" is not known: this compatlint reads version 1`},
		{"short version", "version\n", `1:1: version line is malformed: write "version 1"`},
		{"second version", "version 1\nversion 1\n", "2:1: version is given twice: keep one version line"},
		{"merge conflict", "version 1\n<<<<<<< HEAD\n", `2:1: merge conflict marker: keep the records of both sides, or restore the committed file`},
		{"merge conflict middle", "version 1\n=======\n", `2:1: merge conflict marker: keep the records of both sides, or restore the committed file`},
		{"unknown record", "version 1\nselectors A\n", `2:1: record "selectors" is not known: write admit, binding, directive, forwarder, method or selector`},
		{"too few fields", "version 1\nmethod a T.M\n", `2:1: method has 2 fields: write "method IMPORT-PATH TYPE.METHOD CONTRACT SELECTOR"`},
		{"too many fields", "version 1\nforwarder a.F 1 packs packs\n", `2:1: forwarder has 4 fields: write "forwarder SYMBOL PARAMETER [ATTRIBUTE,...]"`},
		{"attribute", "version 1\nforwarder a.F 1 2\n",
			`2:17: attributes "2" of a forwarder are malformed: write packs, contract=NAME or values=INDEX, in this order`},
		{"attributes in another order", "version 1\nforwarder a.F 1 values=2,packs\n",
			`2:17: attributes "values=2,packs" of a forwarder are malformed: write packs, contract=NAME or values=INDEX, in this order`},
		{"attribute without value", "version 1\nforwarder a.F 1 contract=\n",
			`2:17: attributes "contract=" of a forwarder are malformed: write packs, contract=NAME or values=INDEX, in this order`},
		{"two spaces", "version 1\nforwarder  a.F 1\n", "2:11: field is empty: separate fields with one space"},
		{"space at end", "version 1\nforwarder a.F 1 \n", "2:17: field is empty: separate fields with one space"},
		{"open string", "version 1\nforwarder \"a.F 1\n", "2:11: string has no end or an escape that Go does not know: write it as a Go string"},
		{"after string", "version 1\nforwarder \"a.F\"1\n", `2:16: "1" follows a string: separate fields with one space`},
		{"negative parameter", "version 1\nforwarder a.F -1\n", `2:15: parameter "-1" is no number: count the parameters from 0, without the receiver`},
		{"padded parameter", "version 1\nforwarder a.F 01\n", `2:15: parameter "01" is no number: count the parameters from 0, without the receiver`},
		{"no method", "version 1\nmethod a T A 0xe998a088\n", `2:10: "T" is no method: write TYPE.METHOD, such as NewtonPolicyCaller.Owner`},
		{"short selector", "version 1\nmethod a T.M A 0xe998\n", `2:16: selector "0xe998" is not 4 bytes: write 0x and 8 hex digits, such as 0xe998a088`},
		{"upper selector", "version 1\nmethod a T.M A 0xE998A088\n", `2:16: selector "0xE998A088" is spelled differently everywhere else: write 0xe998a088`},
		{"wrong selector", "version 1\nselector A 0xe998a088 foo() () view\n", `2:12: selector of foo() is 0xc2985578, not 0xe998a088: restore the committed file`},
		{"wrong admission", "version 1\nadmit A 0xe998a088 foo() why\n", `2:9: selector of foo() is 0xc2985578, not 0xe998a088: restore the committed file`},
		{"signature", "version 1\nselector A 0xe998a088 foo(uint) () view\n", `2:23: signature "foo(uint)" is not canonical: write "foo(uint256)"`},
		{"returns", "version 1\nselector A 0xc2985578 foo() (uint) view\n", `2:29: returns "(uint)" are malformed: write canonical types, such as (bytes32,bool), or ()`},
		{"returns without list", "version 1\nselector A 0xc2985578 foo() oo() view\n", `2:29: returns "oo()" are malformed: write canonical types, such as (bytes32,bool), or ()`},
		{"mutability", "version 1\nselector A 0xc2985578 foo() () constant\n", `2:32: mutability "constant" is not known: write nonpayable, payable, pure, view`},
		{"reason", "version 1\nadmit A 0xc2985578 foo() \" \"\n", "2:26: reason is empty: say why the function may stay unregistered"},
		{"digest", "version 1\nbinding a A abigen/v1 sha256:00\n", `2:23: digest "sha256:00" is malformed: it is sha256: and 64 lower-case hex digits`},
		{"upper digest", "version 1\nbinding a A abigen/v1 sha256:" + strings.Repeat("AB", 32) + "\n",
			`2:23: digest "sha256:` + strings.Repeat("AB", 32) + `" is malformed: it is sha256: and 64 lower-case hex digits`},
		{"features", "version 1\ndirective requires a.F x,,y\n", "2:24: feature is empty: separate features with one comma"},
		{"twice", "version 1\n\nforwarder a.F 1\nforwarder a.F 1\n", `4:1: record is on line 3 already: keep the right one, or restore the committed file`},
		{"contradiction", "version 1\nmethod a T.M A 0xc2985578\nmethod a T.M A 0xe998a088\n",
			`3:1: record is on line 2 already: keep the right one, or restore the committed file`},
		{"two errors", "version 1\nforwarder a.F x\nfoo\n", `2:15: parameter "x" is no number: count the parameters from 0, without the receiver` + "\n" +
			`compat.lock:3:1: record "foo" is not known: write admit, binding, directive, forwarder, method or selector`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, err := compatregistry.ParseLock("compat.lock", []byte(test.text))
			var list compatregistry.ErrorList
			if l != nil || !errors.As(err, &list) {
				t.Fatalf("ParseLock() = %v, %v, want an ErrorList", l, err)
			}
			if diff := cmp.Diff("compat.lock:"+test.want, err.Error()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestParseLockLimitsErrors(t *testing.T) {
	_, err := compatregistry.ParseLock("compat.lock", []byte("version 1\n"+strings.Repeat("nonsense\n", 5000)))
	var list compatregistry.ErrorList
	if !errors.As(err, &list) || len(list) != 100 {
		t.Errorf("%d errors, want 100", len(list))
	}
}

func TestReadLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.lock")
	if _, err := compatregistry.ReadLock(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("ReadLock of nothing: %v", err)
	}
	want := parseLock(t, wholeLock)
	for range 2 { // the second time over the first
		if err := want.Write(path); err != nil {
			t.Fatal(err)
		}
	}
	got, err := compatregistry.ReadLock(path)
	if err != nil {
		t.Fatal(err)
	}
	want.Path = path
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

func TestWriteRefusesWhatCannotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.lock")
	l := &compatregistry.Lock{Methods: []compatregistry.LockedMethod{
		{ImportPath: "a", Type: "T", Name: "M", Contract: "A", Selector: selectors.Of("foo()")},
		{ImportPath: "a", Type: "T", Name: "M", Contract: "A", Selector: selectors.Of("bar()")},
	}}
	if err := l.Write(path); err == nil || !strings.Contains(err.Error(), "could not be read back") {
		t.Errorf("Write: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is there: %v", err)
	}
}

func TestEncodeMergesDirectives(t *testing.T) {
	l := &compatregistry.Lock{Directives: []compatregistry.LockedDirective{
		{Verb: "requires", Symbol: "a.F", Features: []string{"z", "b"}},
		{Verb: "requires", Symbol: "a.F", Features: []string{"a", "b"}},
	}}
	if got, want := string(l.Encode()), lockHead+"directive requires a.F a,b,z\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// generatedLock returns a lock with n records of each kind that are unlike each other, in random order.
func generatedLock(r *rand.Rand, n int) *compatregistry.Lock {
	reasons := []string{"plain", "two words", `"quoted" \ back`, "line\nbreak", "ünïcode \u2028 \xff", "#"}
	returns := [][]string{nil, {"bytes32"}, {"uint256", "(address,bool)[]"}}
	l := &compatregistry.Lock{}
	for i := range n {
		contract, path := fmt.Sprintf("Contract%d", i%17), fmt.Sprintf("example.com/avs/bindings/p%d", i%29)
		signature := fmt.Sprintf("function%d(uint256,address)", i)
		selector := selectors.Of(signature)
		l.Selectors = append(l.Selectors, compatregistry.LockedSelector{
			Contract: contract, Selector: selector, Signature: signature, Returns: returns[i%3], Mutability: "view",
		})
		l.Methods = append(l.Methods, compatregistry.LockedMethod{
			ImportPath: path, Type: contract + "Caller", Name: fmt.Sprintf("Function%d", i), Contract: contract, Selector: selector,
		})
		l.Bindings = append(l.Bindings, compatregistry.LockedBinding{
			ImportPath: fmt.Sprintf("%s/q%d", path, i), Contract: contract, Generator: "abigen/v2", Digest: someDigest,
		})
		l.Directives = append(l.Directives, compatregistry.LockedDirective{
			Verb: "requires", Symbol: fmt.Sprintf("(*%s.T[K, V]).M%d", path, i), Features: []string{"a", "b_c"}[:i%3],
		})
		l.Forwarders = append(l.Forwarders, compatregistry.LockedForwarder{
			Symbol: fmt.Sprintf("%s.F%d", path, i/2), Parameter: i % 2, Packs: i%3 == 0, Contract: []string{"", contract}[i%2], Values: i % 4,
		})
		l.Admitted = append(l.Admitted, compatregistry.Admission{
			Contract: contract, Selector: selector, Signature: signature, Reason: reasons[i%len(reasons)],
		})
	}
	shuffle(r, l.Selectors)
	shuffle(r, l.Methods)
	shuffle(r, l.Bindings)
	shuffle(r, l.Directives)
	shuffle(r, l.Forwarders)
	shuffle(r, l.Admitted)
	return l
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func TestLockRoundTrip(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 2, 60, 300} {
		l := generatedLock(r, n)
		text := l.Encode()
		if other := generatedLock(r, n).Encode(); string(other) != string(text) {
			t.Fatalf("n=%d: the order of the records shows in the text", n)
		}
		lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(string(text), lockHead), "\n"), "\n")
		if !slices.IsSorted(lines) {
			t.Errorf("n=%d: lines are not sorted", n)
		}
		parsed := parseLock(t, string(text))
		if diff := cmp.Diff(string(text), string(parsed.Encode())); diff != "" {
			t.Errorf("n=%d (-want +got)\n%s", n, diff)
		}
		if got := len(parsed.Selectors) + len(parsed.Methods) + len(parsed.Bindings) + len(parsed.Directives) +
			len(parsed.Forwarders) + len(parsed.Admitted); got != 6*n {
			t.Errorf("n=%d: %d records", n, got)
		}
		if drift := compatregistry.CompareLocks(parsed, l); len(drift) != 0 {
			t.Errorf("n=%d: drift without a difference: %v", n, drift)
		}
	}
}

func FuzzParseLock(f *testing.F) {
	f.Add(wholeLock)
	f.Add("version 1\nforwarder \"a b\" 0\n")
	f.Add("version 1\r\n<<<<<<< HEAD\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := compatregistry.ParseLock("compat.lock", []byte(text))
		if err != nil {
			var list compatregistry.ErrorList
			if !errors.As(err, &list) || len(list) == 0 {
				t.Fatalf("error is no list: %v", err)
			}
			lines := strings.Split(text, "\n")
			for _, e := range list {
				if e.File != "compat.lock" || e.Line < 1 || e.Line > len(lines) || e.Column < 1 || e.Column > len(lines[e.Line-1])+1 {
					t.Errorf("%v is outside the file", e)
				}
			}
			return
		}
		encoded := l.Encode()
		again, err := compatregistry.ParseLock("compat.lock", encoded)
		if err != nil {
			t.Fatalf("%v in\n%s", err, encoded)
		}
		if string(again.Encode()) != string(encoded) {
			t.Errorf("encoding is not stable:\n%s", encoded)
		}
		if drift := compatregistry.CompareLocks(l, again); len(drift) != 0 {
			t.Errorf("drift after a round trip: %v", drift)
		}
	})
}

func BenchmarkParseLock(b *testing.B) {
	text := generatedLock(rand.New(rand.NewSource(1)), 100_000/6).Encode()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := compatregistry.ParseLock("compat.lock", text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeLock(b *testing.B) {
	l := generatedLock(rand.New(rand.NewSource(1)), 100_000/6)
	for b.Loop() {
		l.Encode()
	}
}

func BenchmarkCompareLocks(b *testing.B) {
	l := generatedLock(rand.New(rand.NewSource(1)), 100_000/6)
	for b.Loop() {
		compatregistry.CompareLocks(l, l)
	}
}
