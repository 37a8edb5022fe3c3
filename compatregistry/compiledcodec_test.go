package compatregistry

import (
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry/grace"
	"github.com/compatlint/compatlint/selectors"
)

const codecPath = "service/compat.yaml"

// TestCodecKeepsEveryField fills registries by reflection, so that a field that is added to a type and forgotten in
// compiledtypes.go makes it fail.
func TestCodecKeepsEveryField(t *testing.T) {
	for seed := range uint64(100) {
		want := randomCompiled(rand.New(rand.NewPCG(seed, 0)))
		got, err := decodeCompiled(encodeCompiled(want, codecPath), codecPath)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		checkCompiled(t, want, got)
	}
}

func checkCompiled(t *testing.T, want, got *compiled) {
	t.Helper()
	if !reflect.DeepEqual(want.sources, got.sources) || !reflect.DeepEqual(want.registry, got.registry) {
		options := cmp.AllowUnexported(abiSource{}, Registry{}, grace.Date{})
		t.Fatalf("(-want +got):\n%s%s", cmp.Diff(want.sources, got.sources, options), cmp.Diff(want.registry, got.registry, options))
	}
}

func randomCompiled(random *rand.Rand) *compiled {
	c := &compiled{registry: &Registry{}, numbers: map[*selectors.ABI]int{}}
	for range random.IntN(4) {
		s := abiSource{file: randomText(random), size: random.Int64(), abi: &selectors.ABI{}}
		fill(random, reflect.ValueOf(s.abi).Elem())
		fill(random, reflect.ValueOf(&s.digest).Elem())
		c.sources = append(c.sources, s)
		c.numbers[s.abi] = len(c.sources)
	}
	fill(random, reflect.ValueOf(c.registry).Elem())
	c.registry.Path, c.registry.Digest = "", "" // come from the place of the entry
	for _, contract := range c.registry.Contracts {
		contract.ABI = nil // must be one of the sources
		if n := random.IntN(len(c.sources) + 1); n > 0 {
			contract.ABI = c.sources[n-1].abi
		}
	}
	return c
}

func randomText(random *rand.Rand) string {
	return []string{"", "täxt\n", strconv.Itoa(random.Int())}[random.IntN(3)]
}

// fill gives every field a random value that a registry may have there.
func fill(random *rand.Rand, v reflect.Value) {
	switch value := v.Addr().Interface().(type) {
	case *grace.Date:
		if *value = (grace.Date{}); random.IntN(4) > 0 {
			*value, _ = grace.ParseDate("2026-10-01")
			*value = value.AddDays(random.IntN(2_000_000) - 600_000)
		}
		return
	case *Position:
		if *value = (Position{}); random.IntN(4) > 0 {
			*value = Position{File: codecPath, Line: 1 + random.IntN(1_000_000), Column: 1 + random.IntN(300)}
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(randomText(random))
	case reflect.Bool:
		v.SetBool(random.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(int64(random.Uint64()))
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(random.Uint64() >> (64 - v.Type().Bits()))
	case reflect.Array:
		for i := range v.Len() {
			fill(random, v.Index(i))
		}
	case reflect.Slice:
		if n := random.IntN(5) - 1; n >= 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				if element := v.Index(i); element.Kind() == reflect.Pointer {
					element.Set(reflect.New(element.Type().Elem()))
				}
				fill(random, v.Index(i))
			}
		}
	case reflect.Pointer:
		if v.IsNil() && random.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if !v.IsNil() {
			fill(random, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(random, v.Field(i))
			}
		}
	default:
		panic("package compatregistry has a type that cannot be stored: " + v.Type().String())
	}
}

// FuzzDecodeCompiled checks that any payload with the right checksum is an error or a registry that can be stored again,
// and that lengths in it are not believed.
func FuzzDecodeCompiled(f *testing.F) {
	data, err := os.ReadFile("testdata/valid/compat.yaml")
	if err != nil {
		f.Fatal(err)
	}
	r, err := Parse("testdata/valid/compat.yaml", data)
	if err != nil {
		f.Fatal(err)
	}
	c, err := compile(r)
	if err != nil {
		f.Fatal(err)
	}
	header := len(compiledFormat) + crc32.Size
	f.Add(encodeCompiled(c, r.Path)[header:])
	for seed := range uint64(10) {
		f.Add(encodeCompiled(randomCompiled(rand.New(rand.NewPCG(seed, 1))), codecPath)[header:])
	}
	million := binary.AppendUvarint(nil, 1<<20)
	for before := range 5 { // as the length of the strings, their number, that of the lists, of their members, and of the ABI files
		f.Add(append(make([]byte, before), million...))
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		var before, after runtime.MemStats
		entry := withHeader(payload)
		runtime.ReadMemStats(&before)
		c, err := decodeCompiled(entry, codecPath)
		runtime.ReadMemStats(&after)
		const perByte, others = 10 * sizePerByte, 4 << 20 // others: what else the process allocates meanwhile
		if used := after.TotalAlloc - before.TotalAlloc; used > uint64(perByte*len(payload)+others) {
			t.Errorf("%d bytes were allocated for an entry of %d", used, len(entry))
		}
		if err != nil {
			return
		}
		c.numbers = map[*selectors.ABI]int{}
		for i, source := range c.sources {
			c.numbers[source.abi] = i + 1
		}
		again, err := decodeCompiled(encodeCompiled(c, codecPath), codecPath)
		if err != nil {
			t.Fatal(err)
		}
		checkCompiled(t, c, again)
	})
}

// TestDecodeCompiledRefuses cuts an entry at every byte, and lengthens it.
func TestDecodeCompiledRefuses(t *testing.T) {
	whole := encodeCompiled(randomCompiled(rand.New(rand.NewPCG(7, 0))), codecPath)[len(compiledFormat)+crc32.Size:]
	for n := range whole {
		if _, err := decodeCompiled(withHeader(whole[:n]), codecPath); err == nil {
			t.Errorf("%d of %d bytes are taken for an entry", n, len(whole))
		}
	}
	if _, err := decodeCompiled(withHeader(append(whole, 0)), codecPath); err == nil {
		t.Error("an entry with a byte too many is taken for one")
	}
}

func withHeader(payload []byte) []byte {
	header := binary.BigEndian.AppendUint32([]byte(compiledFormat), crc32.Checksum(payload, castagnoli))
	return append(header, payload...)
}

// TestDecodedListsAreApart appends to a list. Lists share their memory, which must not show.
func TestDecodedListsAreApart(t *testing.T) {
	r := &Registry{Exempt: []string{"a"}, Guards: Guards{Strict: []string{"b"}, Record: []string{"c"}}}
	got, err := decodeCompiled(encodeCompiled(&compiled{registry: r}, codecPath), codecPath)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]string{got.registry.Exempt, got.registry.Guards.Strict, got.registry.Guards.Record} {
		if longer := slices.Concat(append(list, "changed")); len(longer) != 2 {
			t.Errorf("appended to %q, got %q", list, longer)
		}
	}
	checkCompiled(t, &compiled{registry: r}, got)
}

// TestCompileRefusesChangedABI has an ABI file that changes between the reading of the registry and the writing of the
// entry: stored with the new file's hash, the old ABI would never be noticed.
func TestCompileRefusesChangedABI(t *testing.T) {
	path := filepath.Join(t.TempDir(), "compat.yaml")
	abi := filepath.Join(filepath.Dir(path), "a.json")
	write := func(name string) {
		t.Helper()
		if err := os.WriteFile(abi, []byte(`[{"type": "function", "name": "`+name+`", "inputs": [], "outputs": []}]`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("before")
	r, err := Parse(path, []byte("version: 1\ncontracts: {A: {abi: a.json}, B: {abi: ./a.json}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c, err := compile(r); err != nil || len(c.sources) != 1 {
		t.Errorf("compile = %+v, %v; want one source for the ABI of both contracts", c, err)
	}
	write("behind")
	if _, err := compile(r); err == nil {
		t.Error("an ABI that is no longer that of its file is stored")
	}
	if err := os.Remove(abi); err != nil {
		t.Fatal(err)
	}
	if _, err := compile(r); err == nil {
		t.Error("the ABI of a file that is gone is stored")
	}
}
