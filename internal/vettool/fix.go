package vettool

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/analysis"
)

// applyFixes hands fixed files to the go command, which writes them when all packages are done, or prints how they differ. What cannot be
// fixed is left for the next run without -fix, as go vet has it.
func (u *unit) applyFixes(r *result, stdout io.Writer) (code int, err error) {
	fixed, err := u.fixedFiles(r)
	if err != nil {
		return exitFailed, err
	}
	if !u.diff {
		return exitDone, u.writeFixes(fixed)
	}
	out, err := u.output(stdout)
	if err != nil {
		return exitFailed, err
	}
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		source, err := os.ReadFile(name)
		if err != nil {
			return exitFailed, err
		}
		text := diff.Diff(name+" (old)", source, name+" (new)", fixed[name])
		_, text, _ = bytes.Cut(text, []byte("\n")) // a first line that x/tools does not print
		if _, err := out.Write(text); err != nil {
			return exitFailed, err
		}
	}
	return exitDone, out.Close()
}

// writeFixes writes the archive of fixed files that the go command asked for.
func (u *unit) writeFixes(fixed map[string][]byte) error {
	if u.cfg.FixArchive == "" {
		return nil // for a package that the go command does not fix: a dependency, or with -diff
	}
	file, err := os.Create(u.cfg.FixArchive)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(file)
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		w, err := archive.Create(name)
		if err == nil {
			_, err = w.Write(fixed[name])
		}
		if err != nil {
			return errors.Join(err, file.Close())
		}
	}
	return errors.Join(archive.Close(), file.Close())
}

// An edit replaces a part of a file, in bytes.
type edit struct {
	start, end int
	text       []byte
}

// fixedFiles applies the suggested fixes, each as a whole, as long as they do not touch the same text and the package compiles with them.
func (u *unit) fixedFiles(r *result) (map[string][]byte, error) {
	var fixes []map[string][]edit
	for _, d := range r.diagnostics() {
		if len(d.SuggestedFixes) == 0 {
			continue
		}
		if fix, ok := r.edits(d.SuggestedFixes[0]); ok {
			fixes = append(fixes, fix)
		}
	}
	if fixed, err := u.compose(fixes); err == nil {
		return fixed, nil
	}
	// Some do not compile, alone or beside another.
	var good []map[string][]edit
	for _, fix := range fixes {
		if _, err := u.compose(append(good[:len(good):len(good)], fix)); err == nil {
			good = append(good, fix)
		}
	}
	return u.compose(good)
}

// compose returns the files with fixes, or an error if the package does not compile with them. Equal edits, such as of an import, are made once.
func (u *unit) compose(fixes []map[string][]edit) (map[string][]byte, error) {
	accepted := map[string][]edit{}
	for _, fix := range fixes {
		accept(accepted, fix)
	}
	fixed := map[string][]byte{}
	for name, edits := range accepted {
		source, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if fixed[name], err = apply(source, edits); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err := u.load(fixed)
	return fixed, err
}

// diagnostics returns those of all analyzers in order of position.
func (r *result) diagnostics() []analysis.Diagnostic {
	var all []analysis.Diagnostic
	for _, action := range r.graph.Roots {
		all = append(all, action.Diagnostics...)
	}
	slices.SortStableFunc(all, func(a, b analysis.Diagnostic) int { return cmp.Compare(a.Pos, b.Pos) })
	return all
}

// edits returns a fix by file. It reports false for a fix of a file that the user did not write: generated, or with line directives.
func (r *result) edits(fix analysis.SuggestedFix) (map[string][]edit, bool) {
	byFile := map[string][]edit{}
	for _, e := range fix.TextEdits {
		if !r.editable(e.Pos) {
			return nil, false
		}
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		file := r.pkg.Fset.File(e.Pos)
		byFile[file.Name()] = append(byFile[file.Name()], edit{file.Offset(e.Pos), file.Offset(end), e.NewText})
	}
	return byFile, len(byFile) > 0
}

func (r *result) editable(pos token.Pos) bool {
	i := slices.IndexFunc(r.pkg.Syntax, func(f *ast.File) bool { return f.FileStart <= pos && pos <= f.FileEnd })
	return i >= 0 && !ast.IsGenerated(r.pkg.Syntax[i]) && r.pkg.Fset.Position(pos).Filename == r.pkg.Fset.File(pos).Name()
}

// accept adds a fix unless one of its edits conflicts with one that was accepted before.
func accept(accepted, fix map[string][]edit) {
	for name, edits := range fix {
		for _, e := range edits {
			if slices.ContainsFunc(accepted[name], func(other edit) bool { return !e.equal(other) && e.overlaps(other) }) {
				return
			}
		}
	}
	for name, edits := range fix {
		for _, e := range edits {
			if !slices.ContainsFunc(accepted[name], e.equal) {
				accepted[name] = append(accepted[name], e)
			}
		}
	}
}

func (e edit) equal(other edit) bool {
	return e.start == other.start && e.end == other.end && bytes.Equal(e.text, other.text)
}

func (e edit) overlaps(other edit) bool { return e.start < other.end && other.start < e.end }

// apply makes the edits and formats the file, as go vet does. Insertions at one place stay in the order of their findings.
func apply(source []byte, edits []edit) ([]byte, error) {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var b bytes.Buffer
	done := 0
	for _, e := range edits {
		b.Write(source[done:e.start])
		b.Write(e.text)
		done = e.end
	}
	b.Write(source[done:])
	return format.Source(b.Bytes())
}
