// Package literals writes compat.BackwardCompat in every way that a composite literal can be written.
package literals

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

const (
	feature compat.Feature = "policy_code_hash"
	end     compat.Date    = "2026-10-01"
	late    compat.Date    = "2026-10-02"
	ticket                 = "NEWT-1001"
)

type (
	wrapper         = compat.BackwardCompat[bool]
	generic[T any]  = compat.BackwardCompat[T]
	embedded        struct{ wrapper }
	lookalike       struct{ Feature, GraceEnd, Ticket string }
	defined         compat.BackwardCompat[bool]
	function[T any] = func(context.Context) (T, error)
)

func run(context.Context) (bool, error) { return true, nil }

var settings = struct{ end compat.Date }{end}

var literals = []any{
	compat.BackwardCompat[bool]{Feature: feature, GraceEnd: end, Ticket: ticket, New: run, Legacy: run},
	compat.BackwardCompat[bool]{Feature: feature, GraceEnd: late, Ticket: ticket, New: run, Legacy: run}, // want `^GraceEnd "2026-10-02" differs .*\[gracedate/differs\]$`
	compat.BackwardCompat[bool]{Feature: feature, New: run, Legacy: run},                                 // want `\[gracedate/undated\]$`
	compat.BackwardCompat[bool]{Feature: feature, Ticket: ticket, New: run, Legacy: run},                 // want `\[gracedate/undated\]$`

	// Without keys.
	wrapper{feature, end, ticket, common.Address{}, run, run},
	wrapper{feature, late, ticket, common.Address{}, run, run},                        // want `\[gracedate/differs\]$`
	wrapper{feature, end, "NEWT-1002", common.Address{}, run, run},                    // want `^Ticket "NEWT-1002" differs .*\[gracedate/differs\]$`
	wrapper{feature, late, "NEWT-1002", common.Address{}, run, run},                   // want `^GraceEnd` `^Ticket`
	wrapper{feature, settings.end, ticket, common.Address{}, run, run},                // want `^compat\.BackwardCompat\.GraceEnd must be a constant.*\[gracedate/not-constant\]$`
	wrapper{feature, end, common.Address{}.String(), common.Address{}, run, run},      // want `^compat\.BackwardCompat\.Ticket must be a constant.*\[gracedate/not-constant\]$`
	wrapper{"policy_metadata", end, "NEWT-1002", common.Address{}, run, run},          // that feature's own
	generic[bool]{"policy_metadata", end, "NEWT-1001", common.Address{}, run, run},    // want `\[gracedate/differs\]$`
	wrapper{Feature: feature, GraceEnd: compat.Date(text), New: run, Legacy: run},     // a conversion of a constant
	wrapper{Feature: feature, GraceEnd: compat.Date(lateText), New: run, Legacy: run}, // want `\[gracedate/differs\]$`
	wrapper{Feature: feature, GraceEnd: compat.Date(variable), New: run, Legacy: run}, // want `\[gracedate/not-constant\]$`
	wrapper{Feature: feature, GraceEnd: " 2026-10-01", New: run, Legacy: run},         // want `\[gracedate/differs\]$`
	wrapper{Feature: feature, GraceEnd: "2026-10-1", New: run, Legacy: run},           // want `\[gracedate/differs\]$`

	// Pointers.
	&wrapper{Feature: feature, GraceEnd: end, New: run, Legacy: run},
	&wrapper{Feature: feature, GraceEnd: late, New: run, Legacy: run}, // want `\[gracedate/differs\]$`
	&wrapper{Feature: feature, New: run, Legacy: run},                 // want `\[gracedate/undated\]$`

	// Elements of other literals, which may leave the type out.
	[]wrapper{{Feature: feature, GraceEnd: end, New: run, Legacy: run}},
	[]wrapper{{Feature: feature, GraceEnd: late, New: run, Legacy: run}},                // want `\[gracedate/differs\]$`
	[]wrapper{{Feature: feature, New: run, Legacy: run}},                                // want `\[gracedate/undated\]$`
	[]*wrapper{{Feature: feature, GraceEnd: end, New: run, Legacy: run}},                //
	[]*wrapper{{Feature: feature, GraceEnd: late, New: run, Legacy: run}},               // want `\[gracedate/differs\]$`
	[...]wrapper{2: {Feature: feature, New: run, Legacy: run}},                          // want `\[gracedate/undated\]$`
	map[string]wrapper{"a": {Feature: feature, New: run, Legacy: run}},                  // want `\[gracedate/undated\]$`
	map[string]*wrapper{"a": {Feature: feature, GraceEnd: late}},                        // want `\[gracedate/differs\]$`
	embedded{wrapper{Feature: feature, New: run, Legacy: run}},                          // want `\[gracedate/undated\]$`
	embedded{wrapper: wrapper{Feature: feature, GraceEnd: end, New: run}},               //
	struct{ w wrapper }{w: wrapper{Feature: feature, GraceEnd: late}},                   // want `\[gracedate/differs\]$`
	function[wrapper](func(context.Context) (wrapper, error) { return wrapper{}, nil }), // the zero value has no feature

	// Other types with the same fields.
	lookalike{Feature: "policy_code_hash", GraceEnd: "2026-10-02"},
	lookalike{Feature: "policy_code_hash"},
	defined{Feature: feature, GraceEnd: late},

	// No window, and no date.
	wrapper{Feature: "task_respond", Ticket: "NEWT-1300", New: run, Legacy: run},
	wrapper{Feature: "task_respond", GraceEnd: end, Ticket: "NEWT-1300", New: run, Legacy: run}, // want `^feature "task_respond" has no grace_end in the registry: .*\[gracedate/no-window\]$`
	wrapper{Feature: "task_respond", Ticket: "NEWT-1301", New: run, Legacy: run},                // want `^Ticket "NEWT-1301" differs .*\[gracedate/differs\]$`

	// What is wrong with a name is featurekey's.
	wrapper{Feature: "policy_codehash", GraceEnd: late, New: run, Legacy: run},
	wrapper{Feature: "settlement_round", GraceEnd: late, New: run, Legacy: run},
	wrapper{Feature: compat.Feature(variable), GraceEnd: late, New: run, Legacy: run},
	wrapper{GraceEnd: late, New: run, Legacy: run},

	// A feature whose findings are warnings.
	wrapper{Feature: "settlement_prune", GraceEnd: "2026-11-15", New: run, Legacy: run},
	wrapper{Feature: "settlement_prune", GraceEnd: "2026-11-16", New: run, Legacy: run},          // warn `\[gracedate/differs\]$`
	wrapper{Feature: "settlement_prune", New: run, Legacy: run},                                  // warn `\[gracedate/undated\]$`
	wrapper{Feature: "settlement_prune", GraceEnd: compat.Date(variable), New: run, Legacy: run}, // warn `\[gracedate/not-constant\]$`
}

const (
	text     = "2026-10-01"
	lateText = "2026-10-02"
)

var variable = text
