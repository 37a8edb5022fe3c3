package gobinding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/selectors"
	"github.com/compatlint/compatlint/selectors/gobinding"
	"github.com/compatlint/compatlint/selectors/internal/randabi"
)

// The seeds are much shorter than real bindings, because the fuzzer minimizes what it finds in quadratic time.
var fuzzSeeds = []string{
	`package p
import "a/accounts/abi/bind"
const XABI = "[{\"type\":\"function\",\"name\":\"f\"}]"
type X struct{}
type XCaller struct{ contract *bind.BoundContract }
type XTransactor struct{ contract *bind.BoundContract }
type XSession struct{ Contract *X }
func (x XTransactor) F() { x.contract.Transact(0, "f") }
func (x XSession) F() { x.Contract.F(&x.TransactOpts) }
`,
	`package p
import "a/accounts/abi"
const t = "[{\"type\":\"function\"," + n
const n = "\"name\":\"f\"}]"
var XMetaData = M{ABI: t}
type X struct{ abi abi.ABI }
func (x X) PackF() { x.abi.Pack("f") }
`,
	`package p
// contract method with
// ID 0x26121ff0
func (*X) TryPackF() {}
// contract method 0x26121ff0
func (x *XCaller[T]) F()
`,
}

// FuzzParseSource checks that no source makes the reader panic, contradict itself, or answer differently the second
// time.
func FuzzParseSource(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		contracts, err := gobinding.ParseSource("source.go", src)
		if err != nil {
			return
		}
		for _, c := range contracts {
			for _, m := range c.Methods {
				if m.Type == "" || m.Name == "" || m.Signature != "" && selectors.Of(m.Signature) != m.Selector {
					t.Errorf("contract %s has method %+v", c.Name, m)
				}
			}
		}
		again, err := gobinding.ParseSource("source.go", src)
		if diff := cmp.Diff(contracts, again); diff != "" || err != nil {
			t.Errorf("the second reading differs (%v):\n%s", err, diff)
		}
	})
}

func BenchmarkParseSource(b *testing.B) {
	data, err := randabi.JSON(randabi.New(1).Methods(100))
	if err != nil {
		b.Fatal(err)
	}
	for _, version := range generatorVersions {
		source, err := version.generate(string(data), nil)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(version.name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := gobinding.ParseSource("binding.go", []byte(source)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
