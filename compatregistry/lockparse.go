package compatregistry

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// lockVersion is the version of the lock file's format.
const lockVersion = "1"

// maxLockErrors bounds how much is said about a file that is no lock file at all.
const maxLockErrors = 100

// restore is the advice for a file that cannot be read. Writing it anew would lose the admissions in it, so "compatlint lock" refuses to.
const restore = "restore the committed file"

// ReadLock reads a lock file. A file that does not exist is an error for which errors.Is(err, fs.ErrNotExist) holds;
// everything wrong inside the file is reported as an [ErrorList].
func ReadLock(path string) (*Lock, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFileSize {
		return nil, fmt.Errorf("%s: lock file is larger than %d MB: %s", path, maxFileSize>>20, restore)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return ParseLock(path, data)
}

// ParseLock reads the content of a lock file; path is where errors say it is. Reading is strict: the version line comes
// first, every record has exactly its fields, signatures are canonical and hash to their selectors, and no two records
// contradict each other. The order of records is free, because a merge may change it. Errors are an [ErrorList] of all
// of them.
func ParseLock(path string, data []byte) (*Lock, error) {
	p := &lockParser{
		lock:    &Lock{Path: path},
		returns: map[string][]string{},
		seen:    make(map[string]int, bytes.Count(data, []byte("\n"))),
	}
	for text := string(data); text != "" && len(p.errors) < maxLockErrors; {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		p.number++
		p.line(strings.TrimSuffix(line, "\r")) // Git may check the file out with CRLF
	}
	if !p.versioned && len(p.errors) == 0 {
		p.number = 1
		p.errorAt(1, "lock file has no version line: %s", restore)
	}
	if len(p.errors) > 0 {
		return nil, p.errors.sorted()
	}
	return p.lock, nil
}

// A lockParser reads a lock file line by line.
type lockParser struct {
	lock      *Lock
	errors    ErrorList
	number    int // of the current line
	versioned bool

	words   []word              // of the current line; reused
	returns map[string][]string // lists that were read before: most functions return one of a few
	seen    map[string]int      // line of a record by its identity
}

func (p *lockParser) errorAt(column int, format string, args ...any) {
	at := Position{p.lock.Path, p.number, column}
	p.errors = append(p.errors, Error{at, fmt.Sprintf(format, args...)})
}

func (p *lockParser) line(text string) {
	if text == "" || strings.HasPrefix(text, "#") {
		return
	}
	if isConflictMarker(text) {
		p.errorAt(1, "merge conflict marker: keep the records of both sides, or %s", restore)
		return
	}
	words, column, err := splitLine(text, p.words)
	if err != nil {
		p.errorAt(column, "%v", err)
		return
	}
	p.words = words
	if words[0].text == "version" {
		p.version(words)
		return
	}
	if !p.versioned {
		if len(p.errors) == 0 {
			p.errorAt(1, "the first record is not %q: %s", "version "+lockVersion, restore)
		}
		return
	}
	p.record(words)
}

func isConflictMarker(text string) bool {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if text == marker || strings.HasPrefix(text, marker+" ") {
			return true
		}
	}
	return false
}

func (p *lockParser) version(words []word) {
	switch {
	case p.versioned:
		p.errorAt(1, "version is given twice: keep one version line")
	case len(words) != 2:
		p.errorAt(1, "version line is malformed: write %q", "version "+lockVersion)
	case words[1].text != lockVersion:
		p.errorAt(words[1].column, "lock file version %q is not known: this compatlint reads version %s", words[1].text, lockVersion)
	}
	p.versioned = true
}

// unique reports an error if another record of the file has the same identity.
func (p *lockParser) unique(words ...string) {
	identity := strings.Join(words, "\x00")
	if line, ok := p.seen[identity]; ok {
		p.errorAt(1, "record is on line %d already: keep the right one, or %s", line, restore)
		return
	}
	p.seen[identity] = p.number
}
