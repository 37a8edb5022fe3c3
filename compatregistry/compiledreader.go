package compatregistry

import (
	"encoding/binary"
	"time"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// Sizes in bytes of what is allocated for a string and for a list. sizePerByte is the most that a byte of an entry may
// ask for by a number of values: it is what a list takes, of which the entry has but an index. All other types take less
// for each of their bytes there.
const (
	sizeOfString = 16
	sizeOfList   = 24
	sizePerByte  = sizeOfList
)

// A compiledReader reads what a compiledWriter collected. After the first thing that cannot be right it has failed:
// nothing is left to read, and what is read is zero.
type compiledReader struct {
	rest   []byte
	failed bool

	strings []string
	lists   [][]string // the first is nil

	day  uint64 // of the date that was read last: in a registry many are the same
	date grace.Date
}

// newCompiledReader reads the tables of a payload.
func newCompiledReader(payload []byte) *compiledReader {
	r := &compiledReader{rest: payload}
	r.readStrings()
	r.readLists()
	return r
}

func (r *compiledReader) fail() {
	*r = compiledReader{failed: true}
}

// readStrings reads the table of strings. They are parts of one.
func (r *compiledReader) readStrings() {
	blob := string(r.take(r.length(1)))
	table := make([]string, r.length(sizeOfString))
	for i := range table {
		size := r.unsigned()
		if size > uint64(len(blob)) {
			r.fail()
			return
		}
		table[i], blob = blob[:size], blob[size:]
	}
	r.strings = table
}

// readLists reads the table of lists. They are parts of one slice, each with a capacity that makes append copy it.
func (r *compiledReader) readLists() {
	table := make([][]string, 1+r.length(sizeOfList))
	members := make([]string, r.length(sizeOfString))
	for i := range table[1:] {
		size := r.unsigned()
		if size > uint64(len(members)) {
			r.fail()
			return
		}
		list := members[:size:size]
		members = members[size:]
		for j := range list {
			list[j] = r.text()
		}
		table[1+i] = list
	}
	if !r.failed {
		r.lists = table
	}
}

// take returns the next n bytes.
func (r *compiledReader) take(n int) []byte {
	if n > len(r.rest) {
		r.fail()
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *compiledReader) unsigned() uint64 {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // one byte, as most numbers are
		n := r.rest[0]
		r.rest = r.rest[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

func (r *compiledReader) signed() int64 {
	n, size := binary.Varint(r.rest)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// length reads how many values of a size follow.
func (r *compiledReader) length(size uint64) int {
	return r.bounded(r.unsigned(), size)
}

// bounded refuses to believe in more values than the rest can hold.
func (r *compiledReader) bounded(n, size uint64) int {
	if n > uint64(len(r.rest))*sizePerByte/size {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *compiledReader) text() string {
	n := r.unsigned()
	if n >= uint64(len(r.strings)) {
		r.fail()
		return ""
	}
	return r.strings[n]
}

func (r *compiledReader) texts() []string {
	n := r.unsigned()
	if n >= uint64(len(r.lists)) {
		r.fail()
		return nil
	}
	return r.lists[n]
}

// calendarDay reads a date, which codec.date describes.
func (r *compiledReader) calendarDay() grace.Date {
	switch day := r.unsigned(); {
	case day == 0:
		return grace.Date{}
	case day > lastDay:
		r.fail()
	case day != r.day:
		seconds := (int64(day) - dayOfEpoch) * secondsPerDay
		r.day, r.date = day, grace.DateOf(time.Unix(seconds, 0))
	}
	return r.date
}
