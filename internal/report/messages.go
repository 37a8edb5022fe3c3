package report

import (
	"fmt"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/directive"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/guardapi"
	"github.com/compatlint/compatlint/internal/uses"
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
	switch {
	case v.Lockstep:
		ways = "its contract is rolled out in lockstep, so ask the strict flag or a //compat:guard supports function before the call"
	case packs(v.Use.Form):
		ways = "send it in compat.BackwardCompat.New, classify the error of the call that sends it with compat.IsSelectorMiss and the strict flag"
	}
	feature := v.Use.Feature().Name
	if !v.Annotatable {
		return fmt.Sprintf("%s: %s, or move it to a function annotated with //compat:requires %s", missing, ways, feature)
	}
	return fmt.Sprintf("%s: %s, or annotate %s with //compat:requires %s", missing, ways, v.Function, feature)
}

// packs reports whether a use has no error of a contract: it makes the calldata that another call sends.
func packs(form uses.Form) bool { return form == uses.Pack || form == uses.Literal }

// Guard is the message of dualpath: what the guard does, and what to write.
func Guard(v *guard.Verdict, d guard.Defect) string {
	use, feature := of(v), v.Use.Feature().Name
	switch d.Fault {
	case guard.EveryError:
		return fmt.Sprintf("legacy runs for every error of %s: it may only run when compat.IsSelectorMiss(err) holds and the strict flag is off; return any other error", use)
	case guard.NotClassifier:
		return fmt.Sprintf("%s cannot tell a selector miss of %s from other errors: use compat.IsSelectorMiss, "+
			"or declare your own classifier with //compat:guard selector-miss or under guards.selector_miss", d.Name, use)
	case guard.ErrorSwallowed:
		if !v.Annotatable {
			return fmt.Sprintf("an error of %s that is no selector miss is lost: return it, wrap it with %%w, or hand it to what reports errors", use)
		}
		return fmt.Sprintf("an error of %s that is no selector miss is not returned: return it, or wrap it with %%w", use)
	case guard.ErrorOverwritten:
		return fmt.Sprintf("the error of %s is overwritten before it is classified: "+
			"classify it with compat.IsSelectorMiss first, or keep it in a variable of its own", use)
	case guard.ErrorCut:
		return fmt.Sprintf("the error of %s is replaced by one that does not wrap it, so callers cannot tell what happened: wrap it with %%w", use)
	case guard.StrictNotAsked:
		return fmt.Sprintf("legacy is served for %s without asking the strict flag: "+
			"return an error where compat.Gate.IsStrict(ctx, %q) is true, such as *compat.LegacyNotSupportedError", use, feature)
	case guard.StrictServesLegacy:
		return fmt.Sprintf("legacy is served for %s although the feature is strict: return an error there, such as *compat.LegacyNotSupportedError, "+
			"or turn the condition round if it is inverted", use)
	case guard.AlwaysRefused:
		return fmt.Sprintf("a selector miss of %s is refused whatever the strict flag says: refuse it where compat.Gate.IsStrict(ctx, %q) is true, "+
			"and otherwise record it and serve legacy", use, feature)
	case guard.NotRecorded:
		return fmt.Sprintf("legacy is served for %s without a record of it: call compat.Gate.RecordLegacy(ctx, %q, target) before", use, feature)
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
		return newInLegacy(use, d)
	}
	return directed(v, d, use, feature)
}

// directed is the message for a directive that the function does not keep, and for what cannot be followed.
func directed(v *guard.Verdict, d guard.Defect, use, feature string) string {
	function := v.Function
	if function == "" {
		function = "this function literal"
	}
	switch d.Fault {
	case guard.DutyHidden:
		if !v.Annotatable {
			return fmt.Sprintf("//compat:requires %s on %s cannot be honoured: the function does not return the error of %s, so its callers cannot classify it: "+
				"give it an error result, and return the error", feature, function, use)
		}
		return fmt.Sprintf("//compat:requires %s on %s cannot be honoured: the function does not return the error of %s, so its callers cannot classify it: "+
			"return it, or wrap it with %%w", feature, function, use)
	case guard.DutyWithoutCallers:
		return fmt.Sprintf("//compat:requires %s on %s moves the duty to nobody, since %s has no callers: guard %s here", feature, function, function, use)
	case guard.ProbeWrong:
		return fmt.Sprintf("//compat:guard supports %s on %s is contradicted by its body: return true when %s succeeds, false on a selector miss, and any other error as it is",
			feature, function, use)
	case guard.Deferred:
		return fmt.Sprintf("a deferred function may change the error that %s returns, so what becomes of a selector miss of %s is not known: "+
			"classify the error in a function without it, or call it in compat.BackwardCompat.New", function, use)
	}
	return fmt.Sprintf("%s has more paths than can be followed around %s: split it, or call it in compat.BackwardCompat.New", function, use)
}

// newInLegacy names the fields as the wrapper's type does.
func newInLegacy(use string, d guard.Defect) string {
	current, legacy := "New", "Legacy"
	if d.Name != "" {
		legacy, current, _ = strings.Cut(d.Name, "/")
	}
	return fmt.Sprintf("%s is called in %s, which runs where it is missing: move the call to %s", use, legacy, current)
}

// IncompleteWrapper is the message for a wrapper literal without its current or its legacy function.
func IncompleteWrapper(w *guardapi.Wrapper, feature string, legacy bool) string {
	if legacy {
		return fmt.Sprintf("the %s of feature %q has no %s: set it to what serves contracts without the selector", w.Type, feature, w.LegacyField)
	}
	return fmt.Sprintf("the %s of feature %q has no %s: set it to the call that needs the selector", w.Type, feature, w.CurrentField)
}

// ResolveDropped is the message for a call of a wrapper's method, such as compat.BackwardCompat.Resolve, whose error nobody sees.
func ResolveDropped(method string) string {
	return fmt.Sprintf("the error of %s is dropped, so that a refusal passes for a result: return it, or handle it", method)
}

// Promise is the message for a directive that its function visibly does not keep.
func Promise(p guard.Promise) string {
	function := uses.FunctionName(p.Func)
	switch p.Fault {
	case guard.NoPassthrough:
		return fmt.Sprintf("//compat:passthrough on %s is contradicted by the function: "+
			"it must return the error of a func that it is given, as it is or wrapped with %%w", function)
	case guard.NoProbe:
		return fmt.Sprintf("//compat:guard supports %s on %s is contradicted by its type: it must return bool or (bool, error)", p.Feature.Name, function)
	case guard.DutyWithoutCallers:
		return fmt.Sprintf("//compat:requires %s on %s moves the duty to nobody, since %s has no callers: remove it", p.Feature.Name, function, function)
	case guard.DutyHidden:
		return fmt.Sprintf("//compat:requires %s on %s cannot be honoured: the function returns no error that its callers could classify: "+
			"give it an error result, or guard the calls in it", p.Feature.Name, function)
	}
	behind := uses.FunctionName(p.Interface)
	return fmt.Sprintf("//compat:requires %s on %s (%s) is lost where it is called through %s, which does not say so: "+
		"annotate %s as well, or guard the calls in %s", p.Feature.Name, function, promise(p.Feature), behind, behind, function)
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
func SetLater(wrapper, field string) string {
	return fmt.Sprintf("%s of a %s is set after its literal, where it cannot be held against the registry: set it in the literal", field, wrapper)
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
func NoFeature(wrapper, field string) string {
	return fmt.Sprintf("%s has no %s: name the feature of the registry that it serves", wrapper, field)
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

// Stray is the message for a directive that is meant for a function and stands on none.
func Stray(d *directive.Directive) string {
	return fmt.Sprintf("//compat:%s stands on no function and does nothing: put it into the doc comment of a function, a method or an interface's method", d.Verb)
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

// Unused is the warning for a feature with an open window that no package uses or guards.
func Unused(feature *compatregistry.Feature) string {
	return fmt.Sprintf("nothing uses feature %q: register what the code calls, or say that the feature is over with compatlint registry retire %s", feature.Name, feature.Name)
}
