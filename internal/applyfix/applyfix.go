// Package applyfix applies the suggested fixes of a report to the source, or shows what that would change.
//
// A fix is applied as a whole or not at all. Fixes that change the same part of a file exclude each other; the one whose finding comes first is
// applied. What comes out is formatted as gofmt does and compiles, or the file stays as it is.
package applyfix

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/compatlint/compatlint/internal/atomicfile"
	"github.com/compatlint/compatlint/internal/driver"
)

// A Plan is what the fixes of a report change.
type Plan struct {
	Files     []File   // by name; only those that change
	Findings  int      // findings that the plan fixes
	Fixes     int      // fixes that it applies: findings of one use share theirs
	Conflicts int      // findings whose fix would change what another fix changes
	LeftOut   []string // files whose fixes would not compile, and why
}

// A File is a file before and after its fixes.
type File struct {
	Name          string // as in findings
	Path          string
	Before, After []byte
}

// Make plans the fixes of a report. opts are those of the run that made it. Fixes with which the code would not compile are left out, the others
// of their file with them where need be, and the plan says why.
func Make(ctx context.Context, r *driver.Report, opts driver.Options) (*Plan, error) {
	limits, leftOut := limits{}, []string{}
	for {
		plan, broken := compose(r, limits)
		if len(broken) == 0 && len(plan.Files) > 0 {
			opts.Overlay = plan.overlay()
			if err := driver.Compiles(ctx, opts); err != nil {
				if broken = plan.brokenBy(opts.Dir, err); len(broken) == 0 {
					lines := append(driver.Lines(opts.Dir, err), "compatlint: nothing was changed, since with its fixes the code would not compile")
					return nil, &driver.UnusableError{Lines: lines}
				}
			}
		}
		if len(broken) == 0 {
			plan.LeftOut = leftOut
			return plan, nil
		}
		for _, b := range broken {
			if limits.lower(b.file) == none {
				leftOut = append(leftOut, fmt.Sprintf("the fixes of %s are left out, since with them it would not compile: %s", b.file, b.reason))
			}
		}
	}
}

// A limit says how many fixes may be applied to a file. One that compiles alone may not beside another.
type limit int

const (
	all limit = iota
	first
	none
)

// limits are those of the files that have one.
type limits map[string]limit

func (l limits) lower(file string) limit {
	l[file]++
	return l[file]
}

// A breakage is a file that does not compile with its fixes.
type breakage struct{ file, reason string }

// brokenBy finds the planned files among the messages of an error.
func (p *Plan) brokenBy(dir string, err error) []breakage {
	var broken []breakage
	for _, f := range p.Files {
		lines := driver.Lines(dir, err)
		if i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, f.Name+":") }); i >= 0 {
			broken = append(broken, breakage{f.Name, lines[i]})
		}
	}
	return broken
}

func (p *Plan) overlay() map[string][]byte {
	files := map[string][]byte{}
	for _, f := range p.Files {
		files[f.Path] = f.After
	}
	return files
}

// Write changes the files, each at once. It stops at the first that cannot be written, or that somebody else has changed meanwhile.
func (p *Plan) Write() error {
	for _, f := range p.Files {
		now, err := os.ReadFile(f.Path)
		if err == nil && !bytes.Equal(now, f.Before) {
			err = errors.New("it has changed since it was analysed")
		}
		if err == nil {
			err = atomicfile.Write(f.Path, f.After)
		}
		if err != nil {
			return fmt.Errorf("fixing %s: %w", f.Name, err)
		}
	}
	return nil
}

// Diff is the plan as a unified diff that git apply and patch -p1 take.
func (p *Plan) Diff() []byte {
	var out bytes.Buffer
	for _, f := range p.Files {
		name := strings.TrimPrefix(f.Name, "/")
		text := diff.Diff("a/"+name, f.Before, "b/"+name, f.After)
		_, text, _ = bytes.Cut(text, []byte("\n")) // a first line that only some programs read
		out.Write(text)
	}
	return out.Bytes()
}

// Summary says in a few words what the plan does.
func (p *Plan) Summary() string {
	files := "files"
	if len(p.Files) == 1 {
		files = "file"
	}
	text := fmt.Sprintf("%d fixed in %d %s", p.Findings, len(p.Files), files)
	if p.Conflicts > 0 {
		text += fmt.Sprintf("; %d not, because other fixes change the same lines: run it again", p.Conflicts)
	}
	return text
}
