package compatregistry

import "encoding/binary"

// A compiledWriter collects an entry. Each different string and list is stored once: an index of it is what the body
// has. List 0 is the nil list.
type compiledWriter struct {
	body []byte

	blob    []byte // all strings
	lengths []byte // of the strings, as varints
	indexes []byte // of the strings of each list, after their number, as varints
	texts   tally  // strings
	lists   tally  // lists, by their part of indexes
	members int    // strings in all lists
}

// A tally numbers values in the order in which they come first.
type tally map[string]uint64

// number returns the number of a value, and whether it is new.
func (t tally) number(value string) (n uint64, isNew bool) {
	n, known := t[value]
	if !known {
		n = uint64(len(t))
		t[value] = n
	}
	return n, !known
}

func newCompiledWriter() *compiledWriter {
	return &compiledWriter{texts: tally{}, lists: tally{}}
}

func (w *compiledWriter) unsigned(n uint64) { w.body = binary.AppendUvarint(w.body, n) }

func (w *compiledWriter) signed(n int64) { w.body = binary.AppendVarint(w.body, n) }

func (w *compiledWriter) textIndex(s string) uint64 {
	n, isNew := w.texts.number(s)
	if isNew {
		w.blob = append(w.blob, s...)
		w.lengths = binary.AppendUvarint(w.lengths, uint64(len(s)))
	}
	return n
}

func (w *compiledWriter) listIndex(list []string) uint64 {
	if list == nil {
		return 0
	}
	encoded := binary.AppendUvarint(nil, uint64(len(list)))
	for _, s := range list {
		encoded = binary.AppendUvarint(encoded, w.textIndex(s))
	}
	n, isNew := w.lists.number(string(encoded))
	if isNew {
		w.indexes = append(w.indexes, encoded...)
		w.members += len(list)
	}
	return n + 1
}

// payload returns the tables and the body.
func (w *compiledWriter) payload() []byte {
	data := make([]byte, 0, len(w.blob)+len(w.lengths)+len(w.indexes)+len(w.body)+5*binary.MaxVarintLen64)
	data = append(binary.AppendUvarint(data, uint64(len(w.blob))), w.blob...)
	data = append(binary.AppendUvarint(data, uint64(len(w.texts))), w.lengths...)
	data = binary.AppendUvarint(data, uint64(len(w.lists)))
	data = append(binary.AppendUvarint(data, uint64(w.members)), w.indexes...)
	return append(data, w.body...)
}
