package probe

import (
	"errors"
	"fmt"
	"strings"

	"github.com/holiman/uint256"
)

// compareShape says how an answer differs from values of the given types, or nothing.
func compareShape(output []byte, types []*valueType) string {
	words, isStatic := 0, true
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = t.name
		words = min(words+t.words, manyWords)
		isStatic = isStatic && !t.dynamic
	}
	want := "(" + strings.Join(names, ",") + ")"
	switch {
	case len(output)%32 != 0:
		return fmt.Sprintf("it answers %d bytes, which encode nothing, where %s is required", len(output), want)
	case len(output)/32 < words, isStatic && len(output)/32 != words:
		return fmt.Sprintf("it answers %d words where %s has %d: the function has another shape", len(output)/32, want, words)
	}
	r := &reader{data: output, left: maxVisits * (len(output)/32 + 1)}
	if err := r.sequence(types, 0); err != nil {
		return fmt.Sprintf("its answer is not %s: %v", want, err)
	}
	return ""
}

// A reader goes through an answer, which may come from anybody.
type reader struct {
	data []byte
	left int // words that may still be looked at
}

// maxVisits is how often all words of an answer may be looked at. Values may share words, and nested lists that do so make a short answer longer
// than anything can be.
const maxVisits = 4

// word returns the word at a position.
func (r *reader) word(at int) (*uint256.Int, error) {
	if r.left--; r.left < 0 {
		return nil, errors.New("its values share words with each other again and again")
	}
	if at+32 > len(r.data) {
		return nil, fmt.Errorf("it ends before word %d", at/32)
	}
	return new(uint256.Int).SetBytes(r.data[at : at+32]), nil
}

// sequence checks values that stand one after the other from base on, such as the results of a function or the fields of a tuple. Of those whose
// length varies there is a position, counted from base.
func (r *reader) sequence(types []*valueType, base int) error {
	at := base
	for _, t := range types {
		if err := r.element(t, base, at); err != nil {
			return err
		}
		at += 32 * t.words
	}
	return nil
}

// repeat checks a number of values of one type, which stand like those of a sequence.
func (r *reader) repeat(t *valueType, count, base int) error {
	for i := range count {
		if err := r.element(t, base, base+32*t.words*i); err != nil {
			return err
		}
	}
	return nil
}

// element checks one value of a sequence.
func (r *reader) element(t *valueType, base, at int) error {
	if !t.dynamic {
		return r.value(t, at)
	}
	offset, err := r.word(at)
	if err != nil {
		return err
	}
	if !offset.IsUint64() || offset.Uint64() > uint64(len(r.data)-base) {
		return fmt.Errorf("word %d is %#x, and a position in it is required for %s", at/32, offset, t.name)
	}
	return r.value(t, base+int(offset.Uint64()))
}

// value checks a value where it is.
func (r *reader) value(t *valueType, at int) error {
	switch t.form {
	case array:
		return r.repeat(t.elements[0], t.size, at)
	case tuple:
		return r.sequence(t.elements, at)
	}
	w, err := r.word(at)
	switch {
	case err != nil:
		return err
	case t.form == text || t.form == list:
		return r.counted(t, at, w)
	case !t.holds(w):
		return fmt.Errorf("word %d is %#x, which is out of range for %s", at/32, w, t.name)
	}
	return nil
}

// counted checks what follows the length of a list, of bytes or of a string.
func (r *reader) counted(t *valueType, at int, length *uint256.Int) error {
	rest, size := uint64(len(r.data)-at-32), uint64(1)
	if t.form == list {
		size = 32 * uint64(t.elements[0].words)
	}
	switch {
	case !length.IsUint64() || length.Uint64() > rest/size:
		return fmt.Errorf("word %d is %#x, which is not the length of %s: %d bytes follow", at/32, length, t.name, rest)
	case t.form == list:
		return r.repeat(t.elements[0], int(length.Uint64()), at+32)
	}
	return nil
}

// holds reports whether a word is a value of an elementary type. What stands beside the value is zero, or its sign.
func (t *valueType) holds(w *uint256.Int) bool {
	switch t.form {
	case signed:
		magnitude := w.Clone()
		if w.Sign() < 0 {
			magnitude.Not(w)
		}
		return magnitude.BitLen() < t.size
	case leading:
		return new(uint256.Int).Lsh(w, uint(8*t.size)).IsZero()
	}
	return w.BitLen() <= t.size
}
