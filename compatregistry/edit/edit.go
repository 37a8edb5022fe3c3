package edit

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/atomicfile"
)

// An InvalidError says that a change would make the registry invalid. Its errors point into the text that was not written.
type InvalidError struct {
	Errors compatregistry.ErrorList
}

// Error returns the errors, one a line, below a line that says what they are about.
func (e *InvalidError) Error() string {
	return "the change would make the registry invalid, so nothing was written:\n" + e.Errors.Error()
}

// Unwrap returns the errors.
func (e *InvalidError) Unwrap() error { return e.Errors }

// A File is a valid registry that is to be changed.
type File struct {
	Registry *compatregistry.Registry

	path string
	data []byte // as read
	mark []byte // the byte order mark, if there is one
	text *text
	top  *yaml.Node
}

// Open reads the registry at path. The errors are those of [compatregistry.Load].
func Open(path string) (*File, error) {
	registry, err := compatregistry.Load(path)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read registry: %w", err)
	}
	if again, err := compatregistry.Parse(path, data); err != nil || again.Digest != registry.Digest {
		return nil, fmt.Errorf("%s has changed while it was read: try again", path)
	}
	return open(path, data, registry)
}

// Parse is Open with the content of the file given. The errors are those of [compatregistry.Parse].
func Parse(path string, data []byte) (*File, error) {
	registry, err := compatregistry.Parse(path, data)
	if err != nil {
		return nil, err
	}
	return open(path, data, registry)
}

func open(path string, data []byte, registry *compatregistry.Registry) (*File, error) {
	f := &File{Registry: registry, path: path, data: data}
	rest := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	f.mark = data[:len(data)-len(rest)]
	var document yaml.Node
	if err := yaml.Unmarshal(rest, &document); err != nil {
		return nil, err // not after Parse
	}
	f.text, f.top = newText(rest), document.Content[0]
	return f, nil
}

// Write puts a result of the other methods in the place of the file, as a whole or not at all. It fails if the file is no longer what was read.
func (f *File) Write(data []byte) error {
	now, err := os.ReadFile(f.path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, f.data) {
		return fmt.Errorf("%s has been changed by somebody else: try again", filepath.Base(f.path))
	}
	return atomicfile.Write(f.path, data)
}

// Extend returns the text in which a feature's window ends later. From is filled in; what is missing otherwise is an error.
func (f *File) Extend(feature string, e compatregistry.Extension) ([]byte, error) {
	known := f.Registry.Feature(feature)
	switch {
	case known == nil:
		return nil, f.unknown(feature)
	case !known.NeedsGuard():
		return nil, fmt.Errorf("feature %q is %s: there is no window to extend", feature, known.State)
	case known.GraceEnd.IsZero():
		return nil, fmt.Errorf("feature %q has no window: its contracts are rolled out in lockstep", feature)
	}
	e.From = known.GraceEnd
	if !e.From.Before(e.To) {
		return nil, fmt.Errorf("%s does not lengthen the window of feature %q, which ends on %s: name a later day", e.To, feature, e.From)
	}
	splices, err := f.extend(feature, e)
	if err != nil {
		return nil, err
	}
	want := *known
	want.GraceEnd = e.To
	want.Extensions = append(want.Extensions[:len(want.Extensions):len(want.Extensions)], e)
	return f.finish(splices, &want)
}

// Retire returns the text in which a feature is a tombstone.
func (f *File) Retire(feature string) ([]byte, error) {
	known := f.Registry.Feature(feature)
	switch {
	case known == nil:
		return nil, f.unknown(feature)
	case known.State == compatregistry.Retired:
		return nil, fmt.Errorf("feature %q is retired already", feature)
	}
	path, err := f.featurePath(feature)
	if err != nil {
		return nil, err
	}
	splices, err := f.replaceScalar(path.value(), "state", string(compatregistry.Retired))
	if err != nil {
		return nil, err
	}
	want := *known
	want.State = compatregistry.Retired
	return f.finish(splices, &want)
}

// Add returns the text with one more feature, behind the others.
func (f *File) Add(feature *compatregistry.Feature) ([]byte, error) {
	if known := f.Registry.Feature(feature.Name); known != nil {
		return nil, fmt.Errorf("feature %q is registered already, on line %d", feature.Name, known.Position.Line)
	}
	splices, err := f.add(feature)
	if err != nil {
		return nil, err
	}
	return f.finish(splices, feature)
}

func (f *File) unknown(feature string) error {
	if meant := f.Registry.Suggest(feature); meant != "" {
		return fmt.Errorf("there is no feature %q: did you mean %q?", feature, meant)
	}
	return fmt.Errorf("there is no feature %q in %s", feature, f.path)
}

// finish makes the splices and checks what comes of them.
func (f *File) finish(splices []splice, want *compatregistry.Feature) ([]byte, error) {
	data := append(bytes.Clone(f.mark), f.text.apply(splices)...)
	registry, err := compatregistry.Parse(f.path, data)
	var invalid compatregistry.ErrorList
	switch {
	case errors.As(err, &invalid):
		return nil, &InvalidError{invalid}
	case err != nil:
		return nil, err
	case !isChanged(f.Registry, registry, want):
		return nil, f.byHand(f.top, "the registry is written in a way in which this change would alter more than it should")
	}
	return data, nil
}

// byHand is the error about a place that this package does not know how to change.
func (f *File) byHand(n *yaml.Node, reason string) error {
	at := compatregistry.Position{File: f.path, Line: n.Line, Column: n.Column}
	return compatregistry.ErrorList{{Position: at, Message: reason + ": make the change by hand"}}
}
