package compatregistry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/grace"
)

// padding makes a registry large enough to be compiled.
var padding = strings.Repeat("# "+strings.Repeat("-", 97)+"\n", 700)

// largeValid copies the registry that has every field, made large, and its ABI file. It returns the registry's path.
func largeValid(tb testing.TB, dir string) string {
	tb.Helper()
	path := filepath.Join(dir, "valid", "compat.yaml")
	writeFile(tb, path, string(readFile(tb, validPath))+padding)
	writeFile(tb, filepath.Join(dir, "abi", "NewtonPolicy.json"), string(readFile(tb, "testdata/abi/NewtonPolicy.json")))
	return path
}

func readFile(tb testing.TB, path string) []byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func writeFile(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// replaceIn changes a file's text, and neither its size nor its time.
func replaceIn(tb testing.TB, path, before, after string) {
	tb.Helper()
	info, err := os.Stat(path)
	if err != nil {
		tb.Fatal(err)
	}
	text := string(readFile(tb, path))
	if len(before) != len(after) || strings.Count(text, before) == 0 {
		tb.Fatalf("%q cannot be replaced by %q in %s", before, after, path)
	}
	writeFile(tb, path, strings.ReplaceAll(text, before, after))
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		tb.Fatal(err)
	}
}

// compiledEntries returns the paths of all files in a cache folder.
func compiledEntries(tb testing.TB, cache string) []string {
	tb.Helper()
	list, err := filepath.Glob(filepath.Join(cache, "*"))
	if err != nil {
		tb.Fatal(err)
	}
	return list
}

func onlyEntry(tb testing.TB, cache string) string {
	tb.Helper()
	list := compiledEntries(tb, cache)
	if len(list) != 1 || !strings.HasPrefix(filepath.Base(list[0]), "registry-") || filepath.Ext(list[0]) != ".bin" {
		tb.Fatalf("the cache folder holds %q, want one entry", list)
	}
	return list[0]
}

// checkLoaded checks that LoadCompiled gives what Load gives, the lookup tables included.
func checkLoaded(tb testing.TB, path, cache string) *compatregistry.Registry {
	tb.Helper()
	want := load(tb, path)
	got, err := compatregistry.LoadCompiled(path, cache)
	if err != nil {
		tb.Fatal(err)
	}
	if !reflect.DeepEqual(want, got) { // cmp.Diff takes seconds for a large registry
		tb.Fatalf("registry (-want +got):\n%s", cmp.Diff(want, got, cmp.AllowUnexported(compatregistry.Registry{}, grace.Date{})))
	}
	return got
}

func TestLoadCompiledIsLoad(t *testing.T) {
	paths := map[string]string{"valid": largeValid(t, t.TempDir())}
	for _, s := range []shape{{10, 9, 2}, {2_000, 15, 2}, {2_000, 1_999, 2}, {2_000, 1_999, 1_998}} {
		paths[s.String()] = s.write(t, t.TempDir())
	}
	for name, path := range paths {
		t.Run(name, func(t *testing.T) {
			cache := filepath.Join(t.TempDir(), "cache")
			for range 2 {
				checkLoaded(t, path, cache)
			}
			if info, err := os.Stat(path); err != nil || info.Size() > 64<<10 {
				onlyEntry(t, cache)
			} else if _, err := os.Stat(cache); err == nil {
				t.Error("a small registry made a cache folder")
			}
		})
	}
}

// TestLoadCompiledUsesEntry exchanges the entries of two versions of a registry, which shows where the result comes from.
func TestLoadCompiledUsesEntry(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	checkLoaded(t, path, cache)
	first := onlyEntry(t, cache)
	replaceIn(t, path, "ticket: NEWT-1001", "ticket: NEWT-2002")
	checkLoaded(t, path, cache)
	for _, entry := range compiledEntries(t, cache) {
		if entry != first {
			writeFile(t, entry, string(readFile(t, first)))
		}
	}
	r, err := compatregistry.LoadCompiled(path, cache)
	if err != nil {
		t.Fatal(err)
	}
	if ticket := r.Feature("policy_code_hash").Ticket; ticket != "NEWT-1001" {
		t.Errorf("the ticket is %s: the entry was not used", ticket)
	}
}

// TestLoadCompiledAllocates checks that reading an entry does not cost an allocation for each selector.
func TestLoadCompiledAllocates(t *testing.T) {
	s := shape{selectors: 2_000, features: 15, contracts: 2}
	path, cache := s.write(t, t.TempDir()), t.TempDir()
	checkLoaded(t, path, cache)
	allocations := testing.AllocsPerRun(3, func() {
		if _, err := compatregistry.LoadCompiled(path, cache); err != nil {
			t.Fatal(err)
		}
	})
	if limit := float64(s.selectors) / 10; allocations > limit {
		t.Errorf("%.0f allocations for %v, want no more than %.0f", allocations, s, limit)
	}
}

func TestLoadCompiledFollowsChanges(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	path := largeValid(t, dir)
	abi := filepath.Join(dir, "abi", "NewtonPolicy.json")
	checkLoaded(t, path, cache)

	replaceIn(t, path, "ticket: NEWT-1001", "ticket: NEWT-2002")
	if r := checkLoaded(t, path, cache); r.Feature("policy_code_hash").Ticket != "NEWT-2002" {
		t.Error("a change of the registry is not seen")
	}
	replaceIn(t, abi, "getPolicyCodeHash", "getPolicyCodeMash")
	if _, err := compatregistry.LoadCompiled(path, cache); err == nil {
		t.Error("a function that the ABI no longer has is not reported")
	}
	replaceIn(t, abi, "getPolicyCodeMash", "getPolicyCodeHash")
	checkLoaded(t, path, cache)
	replaceIn(t, abi, "getAllPolicyClients", "getAllPolicyServers")
	if r := checkLoaded(t, path, cache); r.Contract("NewtonPolicy").ABI.Methods[3].Name != "getAllPolicyServers" {
		t.Error("a change of the ABI is not seen")
	}

	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.CopyFS(moved, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(moved, "valid", "compat.yaml")
	before := len(compiledEntries(t, cache))
	if r := checkLoaded(t, other, cache); r.Path != other || r.Features[0].Position.File != other {
		t.Errorf("the registry at %s says that it is at %s and %s", other, r.Path, r.Features[0].Position)
	}
	if after := len(compiledEntries(t, cache)); after != before+1 { // their ABI files may come to differ
		t.Errorf("%d entries, want one more than %d: copies of a registry share one", after, before)
	}
	t.Chdir(filepath.Dir(other))
	checkLoaded(t, "compat.yaml", cache)
	checkLoaded(t, "compat.yaml", cache)
	checkLoaded(t, other, cache)

	if err := os.Remove(abi); err != nil {
		t.Fatal(err)
	}
	if _, err := compatregistry.LoadCompiled(path, cache); err == nil {
		t.Error("an ABI file that is gone is not reported")
	}
}

func TestLoadCompiledReportsErrors(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	replaceIn(t, path, "state: planned", "state: plannes")
	_, want := compatregistry.Load(path)
	for range 2 {
		if _, err := compatregistry.LoadCompiled(path, cache); err == nil || err.Error() != want.Error() {
			t.Errorf("error %v, want %v", err, want)
		}
	}
	if list := compiledEntries(t, cache); len(list) > 0 {
		t.Errorf("an invalid registry left %q", list)
	}
	missing := filepath.Join(t.TempDir(), "compat.yaml")
	_, want = compatregistry.Load(missing)
	if _, err := compatregistry.LoadCompiled(missing, cache); err == nil || err.Error() != want.Error() {
		t.Errorf("error %v, want %v", err, want)
	}
}

func TestLoadCompiledMendsEntries(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	checkLoaded(t, path, cache)
	entry := onlyEntry(t, cache)
	whole := readFile(t, entry)
	changed := bytes.Clone(whole)
	changed[len(changed)/2] ^= 1
	for name, damaged := range map[string][]byte{
		"empty": {}, "cut": whole[:len(whole)-1], "longer": append(bytes.Clone(whole), 0), "changed": changed, "foreign": []byte(padding),
	} {
		writeFile(t, entry, string(damaged))
		checkLoaded(t, path, cache)
		if !bytes.Equal(readFile(t, onlyEntry(t, cache)), whole) {
			t.Errorf("%s: the entry is not mended", name)
		}
	}
}

// TestLoadCompiledWithoutCache has cache folders that cannot be used, for root either.
func TestLoadCompiledWithoutCache(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	file := filepath.Join(cache, "file")
	writeFile(t, file, "")
	for _, unusable := range []string{"", file, filepath.Join(file, "cache")} {
		checkLoaded(t, path, unusable)
	}
	if list := compiledEntries(t, cache); len(list) != 1 {
		t.Errorf("the folder holds %q, want the file that was there before", list)
	}

	checkLoaded(t, path, filepath.Join(cache, "whole"))
	entry := onlyEntry(t, filepath.Join(cache, "whole"))
	taken := filepath.Join(cache, "taken", filepath.Base(entry))
	writeFile(t, filepath.Join(taken, "inside"), "") // a folder where the entry belongs
	checkLoaded(t, path, filepath.Dir(taken))
	if list := compiledEntries(t, filepath.Dir(taken)); len(list) != 1 {
		t.Errorf("the folder holds %q, want %s only", list, taken)
	}
}

func TestLoadCompiledConcurrently(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	want := load(t, path)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got, err := compatregistry.LoadCompiled(path, cache); err != nil || !reflect.DeepEqual(want, got) {
				t.Errorf("got another registry, or the error %v", err)
			}
		})
	}
	group.Wait()
	onlyEntry(t, cache)
}

func TestLoadCompiledRemovesOldEntries(t *testing.T) {
	path, cache := largeValid(t, t.TempDir()), t.TempDir()
	old := time.Now().AddDate(0, 0, -31)
	for name, written := range map[string]time.Time{
		"registry-old.bin": old, "registry-left.tmp": old, "registry-new.bin": time.Now().AddDate(0, 0, -29), "unrelated.bin": old,
	} {
		file := filepath.Join(cache, name)
		writeFile(t, file, "")
		if err := os.Chtimes(file, written, written); err != nil {
			t.Fatal(err)
		}
	}
	checkLoaded(t, path, cache)
	names := map[string]bool{}
	for _, file := range compiledEntries(t, cache) {
		names[filepath.Base(file)] = true
	}
	if len(names) != 3 || !names["registry-new.bin"] || !names["unrelated.bin"] {
		t.Errorf("the cache folder holds %v, want the new entries and the unrelated file", names)
	}
}
