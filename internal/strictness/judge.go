package strictness

import (
	"fmt"
	"time"

	"github.com/compatlint/compatlint/compatregistry"
)

// judge holds a flag against the feature in compat.yaml. now is the time of the block. What contradicts is an inconsistency between the two
// that somebody must settle; notes are worth knowing.
func judge(f *compatregistry.Feature, flag Flag, now uint64) (contradictions, notes []string) {
	// Features of lockstep contracts have no window. Their services do not ask for the flag, nor do any for a retired feature.
	if f.State == compatregistry.Retired || f.GraceEnd.IsZero() {
		if f.State != compatregistry.Retired {
			notes = append(notes, "lockstep: services do not ask for the flag")
		}
		return nil, notes
	}
	switch {
	case f.NeedsGuard() && flag.Strict:
		contradictions = append(contradictions, fmt.Sprintf("the flag is set although the state is %s in compat.yaml: legacy is refused already", f.State))
	case f.State == compatregistry.Strict && !flag.Strict:
		contradictions = append(contradictions, "the state is strict in compat.yaml, but the flag is not set")
	}
	if flag.PromisedEnd == 0 {
		return contradictions, notes
	}
	promised, registered := Moment(flag.PromisedEnd), uint64(f.GraceEnd.Time().Unix())
	switch {
	case flag.Strict && now < flag.PromisedEnd:
		notes = append(notes, "the window that the chain promised until "+promised+" was ended early")
	case f.NeedsGuard() && !flag.Strict && registered < flag.PromisedEnd:
		contradictions = append(contradictions,
			fmt.Sprintf("the chain promises legacy until %s, and services refuse it from %s on, the grace_end of compat.yaml", promised, f.GraceEnd))
	case f.NeedsGuard() && !flag.Strict && registered > flag.PromisedEnd:
		contradictions = append(contradictions,
			fmt.Sprintf("contracts refuse legacy from %s on, as promised on chain, and services serve it until %s, the grace_end of compat.yaml", promised, f.GraceEnd))
	}
	return contradictions, notes
}

// Moment writes a time of the chain. Times that no calendar has are written as the number they are.
func Moment(seconds uint64) string {
	const lastSecond = 253402300799 // of the year 9999
	if seconds > lastSecond {
		return fmt.Sprintf("second %d", seconds)
	}
	return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339)
}
