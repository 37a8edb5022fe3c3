package report

import (
	"fmt"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guard"
)

// of names a use with what is required of it: NewtonPolicy.getPolicyCodeHash() (feature "policy_code_hash", legacy served until 2026-10-01).
func of(v *guard.Verdict) string {
	return fmt.Sprintf("%s (%s)", v.Use.Subject(), promise(v.Use.Feature()))
}

func promise(feature *compatregistry.Feature) string {
	if feature.GraceEnd.IsZero() {
		return fmt.Sprintf("feature %q", feature.Name)
	}
	return fmt.Sprintf("feature %q, legacy served until %s", feature.Name, feature.GraceEnd)
}

// Unguarded is the message of directcall: what may be missing, and the ways to guard it that are open here.
func Unguarded(v *guard.Verdict, d guard.Defect) string {
	missing := of(v) + " may be missing on deployed contracts"
	if v.Use.Callee != nil {
		missing = of(v) + " calls functions that may be missing on deployed contracts"
	}
	if d.Fault == guard.Escapes {
		return missing + ", and the closure around it runs where nothing sees its error: " +
			"guard it inside the closure, or make the closure the New of a compat.BackwardCompat"
	}
	ways := "call it in compat.BackwardCompat.New, classify its error with compat.IsSelectorMiss and the strict flag"
	if v.Lockstep {
		ways = "its contract is rolled out in lockstep, so ask the strict flag or a //compat:guard supports function before the call"
	}
	feature := v.Use.Feature().Name
	if !v.Annotatable {
		return fmt.Sprintf("%s: %s, or move it to a function annotated with //compat:requires %s", missing, ways, feature)
	}
	return fmt.Sprintf("%s: %s, or annotate %s with //compat:requires %s", missing, ways, v.Function, feature)
}

// Guard is the message of dualpath: what the guard does, and what to write.
func Guard(v *guard.Verdict, d guard.Defect) string {
	use, feature := of(v), v.Use.Feature().Name
	switch d.Fault {
	case guard.EveryError:
		return fmt.Sprintf("legacy runs for every error of %s: it may only run when compat.IsSelectorMiss(err) holds and the strict flag is off; return any other error", use)
	case guard.NotClassifier:
		return fmt.Sprintf("%s cannot tell a selector miss of %s from other errors: use compat.IsSelectorMiss, "+
			"or name your own classifier under guards.selector_miss", d.Name, use)
	case guard.ErrorSwallowed:
		return fmt.Sprintf("an error of %s that is no selector miss is not returned: return it, or wrap it with %%w", use)
	case guard.ErrorOverwritten:
		return fmt.Sprintf("the error of %s is overwritten before it is classified: classify it with compat.IsSelectorMiss first", use)
	case guard.ErrorCut:
		return fmt.Sprintf("the error of %s is replaced by one that does not wrap it, so callers cannot tell what happened: wrap it with %%w", use)
	case guard.StrictNotAsked:
		return fmt.Sprintf("legacy is served for %s without asking the strict flag: refuse a miss when compat.Gate.IsStrict says so", use)
	case guard.StrictServesLegacy:
		return fmt.Sprintf("legacy is served for %s although the feature is strict: return an error there, such as *compat.LegacyNotSupportedError", use)
	case guard.AlwaysRefused:
		return fmt.Sprintf("a selector miss of %s is refused whatever the strict flag says: serve legacy while the flag is off", use)
	case guard.NotRecorded:
		return fmt.Sprintf("legacy is served for %s without a record of it: call compat.Gate.RecordLegacy before", use)
	case guard.FalseRecord:
		return fmt.Sprintf("a legacy detection is recorded where %s was no selector miss: call compat.Gate.RecordLegacy only where legacy is served", use)
	case guard.WrongFeature:
		return fmt.Sprintf("%s is guarded by feature %q here: ask for %q", use, d.Name, feature)
	case guard.FlagErrorIgnored:
		if d.Name == directive.GuardSupports {
			return fmt.Sprintf("the error of asking whether %s is there is ignored, so an outage means legacy: return it", use)
		}
		return fmt.Sprintf("the error of reading the flag for %s is ignored, so an outage of the flag means lenient: return it, or treat it as strict", use)
	case guard.NewInLegacy:
		return fmt.Sprintf("%s is called in Legacy, which runs where it is missing: move the call to New", use)
	case guard.DutyHidden:
		return fmt.Sprintf("//compat:requires %s on %s cannot be honoured: the function does not return the error of %s, so its callers cannot classify it", feature, v.Function, use)
	case guard.DutyWithoutCallers:
		return fmt.Sprintf("//compat:requires %s on %s moves the duty to nobody, since %s has no callers: guard %s here", feature, v.Function, v.Function, use)
	case guard.ProbeWrong:
		return fmt.Sprintf("//compat:guard supports %s on %s is contradicted by its body: return true when %s succeeds, false on a selector miss, and any other error as it is",
			feature, v.Function, use)
	}
	function := v.Function
	if function == "" {
		function = "this function literal"
	}
	if d.Fault == guard.Deferred {
		return fmt.Sprintf("a deferred function may change the error that %s returns, so what becomes of a selector miss of %s is not known: "+
			"classify the error in a function without it, or call it in compat.BackwardCompat.New", function, use)
	}
	return fmt.Sprintf("%s has more paths than can be followed around %s: split it, or call it in compat.BackwardCompat.New", function, use)
}

// IncompleteWrapper is the message for a wrapper literal without New or Legacy.
func IncompleteWrapper(feature, field string) string {
	if field == "New" {
		return fmt.Sprintf("the compat.BackwardCompat of feature %q has no New: set it to the call that needs the selector", feature)
	}
	return fmt.Sprintf("the compat.BackwardCompat of feature %q has no Legacy: set it to what serves contracts without the selector", feature)
}

// ResolveDropped is the message for a call of Resolve whose error nobody sees.
func ResolveDropped() string {
	return "the error of compat.BackwardCompat.Resolve is dropped, so that a refusal passes for a result: return it, or handle it"
}

// NoClassifier is the message for a function whose directive says that it classifies errors.
func NoClassifier(function string) string {
	return fmt.Sprintf("//compat:guard selector-miss on %s is contradicted by the function: "+
		"it must be a func(error) bool that returns true for a selector miss, and false for nil and any other error", function)
}

// Lockstep is the message for a dual path around a contract whose versions never live side by side.
func Lockstep(v *guard.Verdict) string {
	return fmt.Sprintf("%s is served in two versions here, but %s is rolled out in lockstep: ask the strict flag before the call, or set rollout: grace",
		of(v), v.Use.Function.Contract)
}

// Expired is the message for a use or guard of a feature whose grace window has ended. what names the place.
func Expired(what string, feature *compatregistry.Feature) string {
	message := fmt.Sprintf("%s: the grace window of feature %q ended on %s (UTC): remove the legacy branch and set state: strict, or extend the window in the registry",
		what, feature.Name, feature.GraceEnd)
	return message + answerable(feature)
}

// ExpiredUnused is the message for a feature whose grace window has ended and that the code has nothing to do with any more.
func ExpiredUnused(feature *compatregistry.Feature) string {
	message := fmt.Sprintf("the grace window of feature %q ended on %s (UTC), and nothing uses it here: set state: strict or retired, or extend the window in the registry",
		feature.Name, feature.GraceEnd)
	return message + answerable(feature)
}

// answerable names who to ask, in parentheses.
func answerable(feature *compatregistry.Feature) string {
	switch {
	case feature.Owner != "":
		return fmt.Sprintf(" (%s, %s)", feature.Ticket, feature.Owner)
	case feature.Ticket != "":
		return fmt.Sprintf(" (%s)", feature.Ticket)
	}
	return ""
}

// Undated is the message for a wrapper without GraceEnd.
func Undated(feature *compatregistry.Feature) string {
	return fmt.Sprintf("compat.BackwardCompat of feature %q has no GraceEnd: write %q, the end of its window in the registry", feature.Name, feature.GraceEnd)
}

// NoWindow is the message for a date in code where the registry has none.
func NoWindow(feature *compatregistry.Feature) string {
	return fmt.Sprintf("feature %q has no grace_end in the registry: remove the compat.BackwardCompat, or give the feature a window", feature.Name)
}

// NotConstant is the message for a date, ticket or feature name that cannot be checked.
func NotConstant(field string) string {
	return fmt.Sprintf("%s must be a constant, so that it can be checked against the registry", field)
}

// SetLater is the message for a wrapper's field that is assigned to.
func SetLater(field string) string {
	return fmt.Sprintf("%s of a compat.BackwardCompat is set after its literal, where it cannot be held against the registry: set it in the literal", field)
}

// Differs is the message for a date or ticket that is not the registry's.
func Differs(field, code, registry, feature string) string {
	return fmt.Sprintf("%s %q differs from the registry's %q for feature %q: write %q", field, code, registry, feature, registry)
}

// UnknownFeature is the message for a name that the registry does not have. suggestion may be "".
func UnknownFeature(name, suggestion string) string {
	if suggestion == "" {
		return fmt.Sprintf("feature %q is not in the registry: its flag would never be set; register it in compat.yaml, or use a registered name", name)
	}
	return fmt.Sprintf("feature %q is not in the registry: its flag would never be set; did you mean %q?", name, suggestion)
}

// RetiredFeature is the message for a name whose feature is over.
func RetiredFeature(name string) string {
	return fmt.Sprintf("feature %q is retired: every contract has its selectors; remove this", name)
}

// VariableFeature is the message for a feature name that is no constant.
func VariableFeature(function string) string {
	return fmt.Sprintf("the feature name given to %s is no constant, so it cannot be checked against the registry: use a constant of type compat.Feature", function)
}

// NoFeature is the message for a wrapper that names no feature.
func NoFeature() string {
	return "compat.BackwardCompat has no Feature: name the feature of the registry that it serves"
}

// IgnoreEnded is the message for an ignore that no longer holds.
func IgnoreEnded(d *directive.Directive, feature *compatregistry.Feature) string {
	end := d.Until
	if !feature.GraceEnd.IsZero() && feature.GraceEnd.Before(end) {
		return fmt.Sprintf("//compat:ignore %s ended on %s with the grace window of the feature: guard the use, or remove the comment", feature.Name, feature.GraceEnd)
	}
	return fmt.Sprintf("//compat:ignore %s ended on %s: guard the use, or remove the comment", feature.Name, end)
}

// IgnoreUnused is the message for an ignore that stops no finding.
func IgnoreUnused(d *directive.Directive) string {
	return fmt.Sprintf("//compat:ignore %s stops no finding: remove it", strings.Join(d.Features, ","))
}

// EndsSoon is the warning for a window that is about to end.
func EndsSoon(feature *compatregistry.Feature) string {
	message := fmt.Sprintf("the grace window of feature %q ends on %s (UTC): from then on the build fails while its legacy branch is there", feature.Name, feature.GraceEnd)
	return message + answerable(feature)
}

// LockOutdated is the message for a binding whose source is not the one that compat.lock was written from.
func LockOutdated(contract string) string {
	return fmt.Sprintf("compat.lock is out of date for this binding of %s: run compatlint lock, and commit the file", contract)
}
