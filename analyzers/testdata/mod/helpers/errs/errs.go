// Package errs makes errors of errors, as services' own helpers do.
package errs

import (
	"errors"
	"fmt"
)

// Wrap keeps the error.
func Wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s failed: %w", what, err)
}

// Cut does not.
func Cut(what string, err error) error {
	return fmt.Errorf("%s failed: %v", what, err)
}

// Settle keeps some errors and swallows others.
func Settle(err error) error {
	if errors.Is(err, errKnown) {
		return nil
	}
	return err
}

// Reassigned returns something else under the same name.
func Reassigned(err error) error {
	err = errKnown
	return err
}

var errKnown = errors.New("known")
