package passing

import "github.com/compatlint/compatlint/compat"

// later gives a wrapper another name than its literal has.
func later() compat.BackwardCompat[int] {
	w := compat.BackwardCompat[int]{Feature: "policy_code_hash", GraceEnd: "2026-10-01"}
	w.Feature = "policy_metadata" // want `^Feature of a compat\.BackwardCompat is set after its literal, .*\[featurekey/set-later\]$`
	return w
}
