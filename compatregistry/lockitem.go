package compatregistry

import (
	"strconv"
	"strings"
)

// A lockItem is a record of a lock file that [CompareLocks] compares.
type lockItem interface {
	subject() string // what the record is about: the same in every version of it
	display() string // the subject, for messages
	content() string // what may change about it
}

func (s *LockedSelector) subject() string { return s.Contract + "\x00" + s.Selector.String() }
func (s *LockedSelector) display() string {
	return s.Contract + "." + s.Signature + " " + s.Selector.String()
}
func (s *LockedSelector) content() string { return typeList(s.Returns) + " " + s.Mutability }

func (b *LockedBinding) subject() string { return b.ImportPath + "\x00" + b.Contract }
func (b *LockedBinding) display() string { return b.Contract + " in " + b.ImportPath }
func (b *LockedBinding) content() string { return b.Generator + " " + b.Digest }

func (m *LockedMethod) subject() string {
	return m.ImportPath + "\x00" + m.Type + "." + m.Name + "\x00" + m.Contract
}
func (m *LockedMethod) display() string {
	return m.ImportPath + "." + m.Type + "." + m.Name + " of " + m.Contract
}
func (m *LockedMethod) content() string { return m.Selector.String() }

func (d *LockedDirective) subject() string { return d.Verb + "\x00" + d.Symbol }
func (d *LockedDirective) display() string { return d.Verb + " on " + d.Symbol }
func (d *LockedDirective) content() string { return strings.Join(d.Features, ",") }

func (f *LockedForwarder) subject() string { return f.Symbol }
func (f *LockedForwarder) display() string { return f.Symbol }
func (f *LockedForwarder) content() string {
	return strings.TrimSuffix("parameter "+strconv.Itoa(f.Parameter)+" "+f.attributes(), " ")
}
