// Package gracedate reports grace windows that have ended, and dates and tickets in code that are not the registry's.
//
// Whether a use is guarded is not asked here: a passed date is a finding on good guards too.
//
// # Analyzer gracedate
//
// gracedate: find expired grace windows, and dates or tickets that differ from the registry
//
// A grace window ends on a day that was promised. From that day (UTC) on, every use and every guard of the feature that is still there is a
// finding, so that the legacy branch really goes:
//
//	compat.BackwardCompat[[32]byte]{ // want: "… the grace window of feature "policy_code_hash" ended on 2026-10-01 (UTC): …"
//		Feature:  "policy_code_hash",
//		GraceEnd: "2026-10-01",
//
// The dates and tickets of compat.BackwardCompat literals have to be constants and equal to the registry's. A literal without GraceEnd is a
// finding too: a guard without an end stays for ever.
//
// The day can be set with -today or COMPATLINT_TODAY, to see what will fail on a given day.
package gracedate
