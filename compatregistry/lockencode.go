package compatregistry

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const lockHeader = "# compat.lock: selectors of the known contracts and the binding methods that send them.\n" +
	"# Written by `compatlint lock`; commit it, do not edit it.\n" +
	"version " + lockVersion + "\n"

// Encode returns the text of the lock file: one record a line, the lines sorted, so that equal locks give equal bytes
// and changes of different people merge. Order, repetitions and line numbers of the records make no difference, and the
// directives of one verb on one symbol become one record.
func (l *Lock) Encode() []byte {
	records := l.records()
	size := len(lockHeader)
	for _, r := range records {
		size += len(r.text) + 1
	}
	text := append(make([]byte, 0, size), lockHeader...)
	for _, r := range records {
		text = append(append(text, r.text...), '\n')
	}
	return text
}

// Write encodes the lock into the file at path, which it replaces as a whole or not at all. It refuses to write what
// [ParseLock] would refuse to read, such as two methods of one name with different selectors.
func (l *Lock) Write(path string) error {
	data := l.Encode()
	if _, err := ParseLock(path, data); err != nil {
		return fmt.Errorf("lock file is not written, because it could not be read back:\n%w", err)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".compat.lock-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temporary.Name()) }() // fails after the rename, when there is nothing left to remove
	_, err = temporary.Write(data)
	if err == nil {
		err = temporary.Chmod(0o644) // CreateTemp makes files that only their owner may read
	}
	if closeErr := temporary.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

// A lockRecord is one line of a lock file.
type lockRecord struct {
	kind string // first word of the line
	text string
	line int
	item lockItem // nil for an admission
}

// records returns the records of a lock, sorted by their text and each once. A nil lock has none.
func (l *Lock) records() []lockRecord {
	if l == nil {
		return nil
	}
	var records []lockRecord
	add := func(kind string, line int, item lockItem, fields ...string) {
		for i, field := range fields {
			fields[i] = quoteWord(field)
		}
		records = append(records, lockRecord{kind, kind + " " + strings.Join(fields, " "), line, item})
	}
	for i := range l.Selectors {
		s := &l.Selectors[i]
		add("selector", s.Line, s, s.Contract, s.Selector.String(), s.Signature, typeList(s.Returns), s.Mutability)
	}
	for i := range l.Bindings {
		b := &l.Bindings[i]
		add("binding", b.Line, b, b.ImportPath, b.Contract, b.Generator, b.Digest)
	}
	for i := range l.Methods {
		m := &l.Methods[i]
		add("method", m.Line, m, m.ImportPath, m.Type+"."+m.Name, m.Contract, m.Selector.String())
	}
	for _, d := range mergeDirectives(l.Directives) {
		fields := []string{d.Verb, d.Symbol}
		if len(d.Features) > 0 {
			fields = append(fields, strings.Join(d.Features, ","))
		}
		add("directive", d.Line, &d, fields...)
	}
	for i := range l.Forwarders {
		f := &l.Forwarders[i]
		fields := []string{f.Symbol, strconv.Itoa(f.Parameter)}
		if attributes := f.attributes(); attributes != "" {
			fields = append(fields, attributes)
		}
		add("forwarder", f.Line, f, fields...)
	}
	for _, a := range l.Admitted {
		add("admit", a.Line, nil, a.Contract, a.Selector.String(), a.Signature, a.Reason)
	}
	slices.SortStableFunc(records, func(a, b lockRecord) int { return strings.Compare(a.text, b.text) })
	return slices.CompactFunc(records, func(a, b lockRecord) bool { return a.text == b.text })
}

// mergeDirectives joins the directives of one verb on one symbol, and sorts the features of each.
func mergeDirectives(directives []LockedDirective) []LockedDirective {
	type key struct{ verb, symbol string }
	index := make(map[key]int, len(directives))
	var merged []LockedDirective
	for _, d := range directives {
		k := key{d.Verb, d.Symbol}
		i, known := index[k]
		if !known {
			i = len(merged)
			index[k] = i
			merged = append(merged, LockedDirective{Verb: d.Verb, Symbol: d.Symbol, Line: d.Line})
		}
		merged[i].Features = append(merged[i].Features, d.Features...)
	}
	for i := range merged {
		slices.Sort(merged[i].Features)
		merged[i].Features = slices.Compact(merged[i].Features)
	}
	return merged
}

func typeList(types []string) string {
	return "(" + strings.Join(types, ",") + ")"
}
