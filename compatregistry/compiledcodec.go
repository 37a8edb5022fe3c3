package compatregistry

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"reflect"
	"time"

	"github.com/compatlint/compatlint/compatregistry/grace"
)

// compiledFormat begins an entry. Its number changes with the encoding and with what is stored.
const compiledFormat = "compatlint registry 3\n"

// errDamaged says that an entry is not what encodeCompiled gave.
var errDamaged = errors.New("the compiled registry is damaged")

var castagnoli = crc32.MakeTable(crc32.Castagnoli) // CPUs compute it faster than other checksums

// An entry is compiledFormat, the CRC-32C of the rest (four bytes, big endian), and the rest: all strings one after the
// other, their lengths, the lists of strings as indexes of strings, and the registry field by field as compiledtypes.go
// has it, with strings and lists as indexes. Whole numbers are varints as in package encoding/binary.

// encodeCompiled returns an entry. path is that of the registry.
func encodeCompiled(c *compiled, path string) []byte {
	out := newCompiledWriter()
	c.code(&codec{path: path, out: out})
	payload := out.payload()
	data := make([]byte, 0, len(compiledFormat)+crc32.Size+len(payload))
	data = append(data, compiledFormat...)
	data = binary.BigEndian.AppendUint32(data, crc32.Checksum(payload, castagnoli))
	return append(data, payload...)
}

// decodeCompiled reads an entry. path is that of the registry, to which all positions point. Any data is safe: it takes
// no more memory than a fixed multiple of the data's size.
func decodeCompiled(data []byte, path string) (*compiled, error) {
	const header = len(compiledFormat) + crc32.Size
	if len(data) < header || string(data[:len(compiledFormat)]) != compiledFormat {
		return nil, errDamaged
	}
	payload := data[header:]
	if binary.BigEndian.Uint32(data[len(compiledFormat):]) != crc32.Checksum(payload, castagnoli) {
		return nil, errDamaged
	}
	in := newCompiledReader(payload)
	c := &compiled{registry: &Registry{}}
	c.code(&codec{path: path, in: in})
	if in.failed || len(in.rest) > 0 {
		return nil, errDamaged
	}
	return c, nil
}

// A codec writes values or reads them into the same variables, so that one description of a type serves both ways. What
// is read into must be zero before; it stays zero once reading has failed.
type codec struct {
	path string          // of the registry
	out  *compiledWriter // nil when reading
	in   *compiledReader // nil when writing
}

func (c *codec) text(s *string) {
	if c.in != nil {
		*s = c.in.text()
		return
	}
	c.out.unsigned(c.out.textIndex(*s))
}

// texts keeps nil and empty lists apart. Equal lists share their memory when they are read.
func (c *codec) texts(list *[]string) {
	if c.in != nil {
		*list = c.in.texts()
		return
	}
	c.out.unsigned(c.out.listIndex(*list))
}

func (c *codec) number(n *int) {
	wide := int64(*n)
	c.wide(&wide)
	if *n = int(wide); int64(*n) != wide {
		c.in.fail()
	}
}

func (c *codec) wide(n *int64) {
	if c.in != nil {
		*n = c.in.signed()
		return
	}
	c.out.signed(*n)
}

func (c *codec) unsigned(n *uint64) {
	if c.in != nil {
		*n = c.in.unsigned()
		return
	}
	c.out.unsigned(*n)
}

func (c *codec) boolean(b *bool) {
	n := uint64(0)
	if *b {
		n = 1
	}
	c.unsigned(&n)
	if *b = n == 1; n > 1 {
		c.in.fail()
	}
}

// bytes codes an array.
func (c *codec) bytes(array []byte) {
	if c.in != nil {
		copy(array, c.in.take(len(array)))
		return
	}
	c.out.body = append(c.out.body, array...)
}

// position relies on all positions being in the registry.
func (c *codec) position(p *Position) {
	c.number(&p.Line)
	c.number(&p.Column)
	if p.Line != 0 {
		p.File = c.path
	}
}

// secondsPerDay is that of UTC without leap seconds, which is how package time counts.
const secondsPerDay = 24 * 60 * 60

// Days are numbered from 1, which is 0001-01-01, the first one that the registry can name.
var (
	dayOfEpoch = 1 - time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay
	lastDay    = uint64(time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay + dayOfEpoch)
)

// date codes the number of a day, or 0 for no date.
func (c *codec) date(d *grace.Date) {
	switch {
	case c.in != nil:
		*d = c.in.calendarDay()
	case d.IsZero():
		c.out.unsigned(0)
	default:
		c.out.unsigned(uint64(d.Time().Unix()/secondsPerDay + dayOfEpoch))
	}
}

// slice codes the elements of a list; each codes one. It keeps nil and empty lists apart.
func slice[T any](c *codec, list *[]T, each func(*T)) {
	n := length[T](c, *list == nil, len(*list))
	if *list == nil && n >= 0 {
		*list = make([]T, n)
	}
	for i := range *list {
		each(&(*list)[i])
	}
}

// pointers is slice for a list of pointers. What they point to is allocated together.
func pointers[T any](c *codec, list *[]*T, each func(*T)) {
	n := length[T](c, *list == nil, len(*list))
	if *list == nil && n >= 0 {
		*list = make([]*T, n)
		values := make([]T, n)
		for i := range values {
			(*list)[i] = &values[i]
		}
	}
	for _, value := range *list {
		each(value)
	}
}

// length codes how many values of type T follow, where -1 stands for no list.
func length[T any](c *codec, isNil bool, n int) int {
	switch {
	case c.in != nil:
		coded := c.in.unsigned()
		if coded == 0 {
			return -1
		}
		return c.in.bounded(coded-1, uint64(reflect.TypeFor[T]().Size()))
	case isNil:
		c.out.unsigned(0)
		return -1
	}
	c.out.unsigned(uint64(n) + 1)
	return n
}
