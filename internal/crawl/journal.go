package crawl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofrs/flock"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/enumeration"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A journal is the state file of a crawl: lines of JSON that are only ever added to, so that an interruption costs the last line at most. The
// nil journal keeps nothing.
type journal struct {
	path string
	lock *flock.Flock
	file *os.File
	kept []entry // what the file held when it was opened
	err  error   // why nothing is written any more
}

// An entry is one line: one of its fields.
type entry struct {
	Begun  *begun  `json:"begun,omitempty"`
	Found  *found  `json:"found,omitempty"`
	Judged *judged `json:"judged,omitempty"`
	Done   *done   `json:"done,omitempty"`
}

// begun is the first line: what the crawl is of.
type begun struct {
	Version   int           `json:"version"`
	Network   string        `json:"network"`
	ChainID   uint64        `json:"chainId"`
	Block     onchain.Block `json:"block"`
	Questions string        `json:"questions"` // a digest of the plan
}

// found are targets of an enumeration, and where it goes on.
type found struct {
	Set       int                `json:"set"`
	Addresses []common.Address   `json:"addresses"`
	Cursor    enumeration.Cursor `json:"cursor"`
}

// judged are targets that are settled, with what is not up to date with them.
type judged struct {
	Settled []span `json:"settled"`
	Marks   []mark `json:"marks,omitempty"`
}

// A span is targets from the first place up to, and without, the second.
type span [2]int

// spansOf writes places, which ascend, as spans.
func spansOf(places []int) []span {
	spans := []span{}
	for _, place := range places {
		if last := len(spans) - 1; last >= 0 && spans[last][1] == place {
			spans[last][1]++
		} else {
			spans = append(spans, span{place, place + 1})
		}
	}
	return spans
}

// done is the last line of a crawl that has come to its end.
type done struct {
	Targets int `json:"targets"`
}

// stateVersion changes with the meaning of the lines.
const stateVersion = 1

// longestLine bounds the memory that a line takes.
const longestLine = 64 << 20

// openJournal reads the state file, if there is one, and keeps others from writing to it.
func openJournal(path string) (*journal, error) {
	if path == "" {
		return nil, nil
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("-state %s: this is no regular file", path)
	}
	j := &journal{path: path, lock: flock.New(path + ".lock")}
	switch ok, err := j.lock.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("-state: %w", err)
	case !ok:
		return nil, fmt.Errorf("-state %s: another crawl is writing to it", path)
	}
	if err := j.read(); err != nil {
		return nil, errors.Join(fmt.Errorf("-state %w", err), j.close())
	}
	return j, nil
}

func (j *journal) read() error {
	data, err := os.ReadFile(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	j.kept, err = parseState(j.path, data)
	return err
}

// parseState reads the lines of a state file. The last may be torn, if the crawl that wrote it was killed; any other that is not right is an
// error.
func parseState(path string, data []byte) ([]entry, error) {
	var entries []entry
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, longestLine)
	for number := 1; lines.Scan(); number++ {
		var e entry
		err := json.Unmarshal(lines.Bytes(), &e)
		switch {
		case number == 1 && (err != nil || e.Begun == nil):
			return nil, fmt.Errorf("%s: this is no state file of a crawl: it is left as it is, name another", path)
		case number == 1 && e.Begun.Version != stateVersion:
			return nil, fmt.Errorf("%s: the state file is of version %d, and this program writes version %d: remove it", path, e.Begun.Version, stateVersion)
		case err != nil && isTorn(data, lines.Bytes()):
			return entries, nil
		case err != nil:
			return nil, fmt.Errorf("%s:%d: the line is damaged: remove the file to begin anew", path, number)
		}
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return entries, nil
}

// isTorn reports whether a line is the last one and has no end.
func isTorn(data, line []byte) bool { return bytes.HasSuffix(data, line) }

// start replaces the file by the lines that are kept of it and goes on after them.
func (j *journal) start(entries ...entry) error {
	if j == nil {
		return nil
	}
	j.kept = entries
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for _, e := range entries {
		if err := encoder.Encode(e); err != nil {
			return err
		}
	}
	if err := atomicfile.Write(j.path, b.Bytes()); err != nil {
		return fmt.Errorf("-state: %w", err)
	}
	file, err := os.OpenFile(j.path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return fmt.Errorf("-state: %w", err)
	}
	j.file = file
	return nil
}

// add writes one line. A disk that is full does not end the crawl: failure tells.
func (j *journal) add(e entry) {
	if j == nil || j.err != nil {
		return
	}
	line, err := json.Marshal(e)
	if err == nil {
		_, err = j.file.Write(append(line, '\n'))
	}
	if err != nil {
		j.err = fmt.Errorf("-state: %w: the progress since then is not kept", err)
	}
}

// failure is why the file does not have all of the progress, or nil.
func (j *journal) failure() error {
	if j == nil {
		return nil
	}
	return j.err
}

// forget drops what was read from the file, which has been taken in.
func (j *journal) forget() {
	if j != nil {
		j.kept = nil
	}
}

// discard forgets everything: what was read is of a chain that is not any more.
func (j *journal) discard() {
	if j == nil || j.err != nil {
		return
	}
	if err := j.file.Truncate(0); err != nil {
		j.err = fmt.Errorf("-state: %w", err)
	}
}

func (j *journal) close() error {
	if j == nil {
		return nil
	}
	var err error
	if j.file != nil {
		err = j.file.Close()
	}
	return errors.Join(err, j.lock.Unlock()) // the lock's file stays: to remove it would let two in
}
