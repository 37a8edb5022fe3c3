package crawl

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJournalCannotBeWritten takes the file away under a crawl: the crawl goes on, and says at its end what is not kept.
func TestJournalCannotBeWritten(t *testing.T) {
	j, err := openJournal(filepath.Join(t.TempDir(), "state"))
	if err != nil {
		t.Fatal(err)
	}
	if err := j.start(entry{Begun: &begun{Version: stateVersion}}); err != nil {
		t.Fatal(err)
	}
	if err := j.failure(); err != nil {
		t.Fatal(err)
	}
	if err := j.file.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		j.add(entry{Done: &done{}})
		j.discard()
	}
	if err := j.failure(); err == nil || !strings.Contains(err.Error(), "-state: write") || !strings.Contains(err.Error(), "the progress since then is not kept") {
		t.Errorf("failure %v", err)
	}
	if data, err := os.ReadFile(j.path); err != nil || len(data) == 0 {
		t.Errorf("the file has %q, %v", data, err)
	}
}

func TestSpans(t *testing.T) {
	got := spansOf([]int{0, 1, 2, 5, 7, 8})
	if want := []span{{0, 3}, {5, 6}, {7, 9}}; len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%v, want %v", got, want)
	}
}
