package driver

import (
	"bytes"
	"os"
	"path/filepath"
)

// Path is where the file of a [Place] lies.
func (r *Report) Path(file string) string {
	name := filepath.FromSlash(file)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(r.Dir, name)
}

// Source is the text of a file, as it was when it was first asked for; nil when it cannot be read.
func (r *Report) Source(file string) []byte {
	source, ok := r.sources[file]
	if !ok {
		source, _ = os.ReadFile(r.Path(file)) // reports are printed without excerpts then
		if r.sources == nil {                 // a report that no run made
			r.sources = map[string][]byte{}
		}
		r.sources[file] = source
	}
	return source
}

// Line is one line of a file, without its end. It is false for a line that the file does not have.
func (r *Report) Line(file string, number int) (string, bool) {
	source := r.Source(file)
	for ; number > 1; number-- {
		i := bytes.IndexByte(source, '\n')
		if i < 0 {
			return "", false
		}
		source = source[i+1:]
	}
	if number < 1 || len(source) == 0 {
		return "", false
	}
	line, _, _ := bytes.Cut(source, []byte("\n"))
	return string(bytes.TrimSuffix(line, []byte("\r"))), true
}
