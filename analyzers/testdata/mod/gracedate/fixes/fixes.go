// Package fixes has dates and tickets that a suggested fix corrects.
package fixes

import (
	"context"

	"github.com/compatlint/compatlint/compat"
)

const end compat.Date = "2027-01-01"

func current(context.Context) (bool, error) { return true, nil }

var _ = compat.BackwardCompat[bool]{
	Feature:  "policy_code_hash",
	GraceEnd: "2027-01-01", // want `^GraceEnd "2027-01-01" differs`
	Ticket:   ("NEWT-1"),   // want `^Ticket "NEWT-1" differs`
	New:      current,
	Legacy:   current,
}

// A constant may be used elsewhere too, so it is left alone.
var _ = compat.BackwardCompat[bool]{
	Feature:  "policy_code_hash",
	GraceEnd: end, // want `^GraceEnd "2027-01-01" differs`
	New:      current,
	Legacy:   current,
}
