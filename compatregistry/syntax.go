package compatregistry

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxFileSize bounds what is read of any file that the registry consists of. Ten thousand features take 3 MB.
const maxFileSize = 32 << 20

var byteOrderMark = []byte("\xef\xbb\xbf")

// parseDocument reads the one YAML document of a registry and returns its top node.
func parseDocument(path string, data []byte) (*source, *yaml.Node, ErrorList) {
	s := newSource(path, bytes.TrimPrefix(data, byteOrderMark))
	if errs := s.checkText(); len(errs) > 0 {
		return s, nil, errs
	}
	documents, err := decodeDocuments(s.data)
	if err != nil {
		return s, nil, ErrorList{s.syntaxError(err)}
	}
	switch {
	case len(documents) == 0 || len(documents) == 1 && documents[0].Content[0].Tag == nullTag:
		return s, nil, ErrorList{{Position{path, 1, 1}, "registry is empty: write version: 1, contracts and features"}}
	case len(documents) > 1:
		const message = "registry has more than one YAML document: keep one, and remove the --- lines"
		return s, nil, ErrorList{{s.position(documents[1].Content[0]), message}}
	}
	return s, documents[0].Content[0], nil
}

// checkText finds what the YAML scanner refuses without a position or explains badly.
func (s *source) checkText() ErrorList {
	if len(s.data) > maxFileSize {
		return ErrorList{{Position{s.path, 1, 1}, tooLarge(int64(len(s.data)))}}
	}
	if offset := invalidUTF8(s.data); offset >= 0 {
		return ErrorList{{s.at(offset), "registry is not UTF-8 text: save it as UTF-8"}}
	}
	if offset := bytes.IndexFunc(s.data, isControl); offset >= 0 {
		r, _ := utf8.DecodeRune(s.data[offset:])
		return ErrorList{{s.at(offset), fmt.Sprintf("control character %U is not allowed: remove it", r)}}
	}
	if !bytes.Contains(s.data, []byte("<<<<<<<")) && !bytes.Contains(s.data, []byte(">>>>>>>")) && !bytes.Contains(s.data, []byte("|||||||")) {
		return nil // the usual case, seen faster than by the pattern
	}
	var errs ErrorList
	for _, at := range conflictMarker.FindAllIndex(s.data, -1) {
		const message = "merge conflict marker: resolve the conflict and remove the <<<<<<<, ======= and >>>>>>> lines"
		errs = append(errs, Error{s.at(at[0]), message})
	}
	return errs
}

func tooLarge(size int64) string {
	return fmt.Sprintf("file is too large: %d MB or more, and the limit is %d MB", size>>20, maxFileSize>>20)
}

var conflictMarker = regexp.MustCompile(`(?m)^(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)( .*)?\r?$`)

// isControl follows the YAML scanner, which refuses these characters (YAML 1.1, section 4.1).
func isControl(r rune) bool {
	if r == '\t' || r == '\n' || r == '\r' || r == '\u0085' {
		return false
	}
	return r < ' ' || 0x7f <= r && r < 0xa0 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
}

// decodeDocuments runs the YAML parser. Its panics on input it does not foresee become errors.
func decodeDocuments(data []byte) (documents []*yaml.Node, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("%v", problem)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var document yaml.Node
		switch err := decoder.Decode(&document); {
		case errors.Is(err, io.EOF):
			return documents, nil
		case err != nil:
			return nil, err
		}
		documents = append(documents, &document)
		if len(documents) > 1 {
			return documents, nil // one too many is enough to know
		}
	}
}

var yamlPrefix = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntaxError gives an error of the YAML parser a position and, where its cause is known, advice.
func (s *source) syntaxError(err error) Error {
	prefix := yamlPrefix.FindStringSubmatch(err.Error())
	message := err.Error()
	line := 1
	if prefix != nil {
		message = message[len(prefix[0]):]
		if reported, err := strconv.Atoi(prefix[1]); err == nil {
			line = reported
		}
	}
	if first, found := s.firstBadLine(); found {
		line = first
	}
	line = min(max(line, 1), len(lineStarts(s.data)))
	text := s.line(line)
	indent := len(text) - len(bytes.TrimLeft(text, " "))
	switch {
	case bytes.HasPrefix(text[indent:], []byte("\t")):
		message = "tab in the indentation: YAML wants spaces"
	case strings.Contains(message, "cannot start any token"):
		message += ": text that begins with @, ` or % needs quotes"
	case strings.Contains(message, "mapping values are not allowed"):
		message += `: check the indentation, and quote text that contains ": "`
	case strings.Contains(message, "unexpected end of stream"):
		message += ": a quote is not closed"
	}
	return Error{Position{s.path, line, indent + 1}, "not valid YAML: " + message}
}

// searchBudget bounds how many bytes firstBadLine parses.
const searchBudget = 4 << 20

// firstBadLine returns the line after the last one up to which the text is valid YAML. The parser itself reports where
// the enclosing construct begins, or the line before, and often nothing at all. found is false in texts so large that
// the search would take long.
func (s *source) firstBadLine() (line int, found bool) {
	starts := lineStarts(s.data)
	spent := 0
	for line := len(starts); line > 1; line-- {
		before := s.data[:starts[line-1]]
		if spent += len(before); spent > searchBudget {
			return 0, false
		}
		if _, err := decodeDocuments(before); err == nil {
			return line, true
		}
	}
	return 1, true
}
