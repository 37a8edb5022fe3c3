package compatregistry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Position is a place in a file. Line and Column count from 1, Column in bytes, as go/token does.
type Position struct {
	File         string
	Line, Column int
}

// String returns "file:line:col".
func (p Position) String() string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

func (p Position) compare(q Position) int {
	return cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// An Error is one thing that is wrong with a registry or a lock file.
type Error struct {
	Position
	Message string
}

// Error returns "file:line:col: message".
func (e Error) Error() string {
	return e.Position.String() + ": " + e.Message
}

// An ErrorList is everything that is wrong with a file, sorted by position.
type ErrorList []Error

// Error returns the errors, one a line.
func (l ErrorList) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap makes each error reachable for errors.As and errors.Is.
func (l ErrorList) Unwrap() []error {
	errs := make([]error, len(l))
	for i, e := range l {
		errs[i] = e
	}
	return errs
}

// sorted sorts the list in place and removes repetitions, which a value that is reached through several aliases causes.
func (l ErrorList) sorted() ErrorList {
	slices.SortStableFunc(l, func(a, b Error) int {
		return cmp.Or(a.compare(b.Position), strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(l)
}
