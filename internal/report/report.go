// Package report words the messages of every analyzer, so that they can be read side by side, and turns verdicts into findings.
//
// Deciding what is a finding is for the analyzers; printing findings is for the hosts.
package report

import (
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/guard"
	"github.com/compatlint/compatlint/internal/uses"
)

// Use makes a finding about one defect of one use.
func Use(v *guard.Verdict, d guard.Defect, message string) finding.Finding {
	feature := v.Use.Feature()
	f := finding.Finding{
		Category: string(d.Fault),
		Severity: finding.SeverityOf(feature),
		Pos:      v.Use.Node.Pos(),
		End:      v.Use.Node.End(),
		Message:  message,
		Feature:  feature.Name,
		Function: v.Function,
	}
	if v.Use.Callee == nil {
		f.Contract, f.Signature, f.Selector = v.Use.Function.Contract, v.Use.Function.Signature, v.Use.Function.Selector.String()
	}
	if d.Pos.IsValid() {
		f.Related = []finding.Related{{Pos: d.Pos, Message: related(d.Fault)}}
	}
	return f
}

// Broken makes a finding about a directive that its function does not keep.
func Broken(p guard.Promise) finding.Finding {
	f := finding.Finding{
		Category: string(p.Fault), Pos: p.Pos, End: p.End, Message: Promise(p), Function: uses.FunctionName(p.Func),
	}
	if p.Feature != nil {
		f.Feature, f.Severity = p.Feature.Name, finding.SeverityOf(p.Feature)
	}
	if p.Converts.IsValid() && p.Converts != p.Pos {
		f.Related = append(f.Related, finding.Related{Pos: p.Converts, Message: "the method is put behind the interface here"})
	}
	return f
}

// related says what the second position of a finding shows.
func related(fault guard.Fault) string {
	switch fault {
	case guard.Direct:
		return "a selector miss ends here, unclassified"
	case guard.EveryError, guard.StrictNotAsked, guard.StrictServesLegacy, guard.NotRecorded, guard.FlagErrorIgnored:
		return "legacy is served here"
	case guard.ErrorSwallowed, guard.ErrorCut, guard.DutyHidden:
		return "the error is lost here"
	case guard.FalseRecord:
		return "a path that recorded a detection ends here"
	case guard.ErrorOverwritten:
		return "the error is overwritten here"
	case guard.NotClassifier:
		return "this cannot tell a selector miss"
	case guard.AlwaysRefused:
		return "the miss is refused here"
	case guard.WrongFeature:
		return "another feature is asked about here"
	case guard.Deferred:
		return "the error may be changed here"
	case guard.Escapes:
		return "the closure escapes here"
	case guard.NewInLegacy:
		return "what is set here runs where the selector is missing"
	case guard.ProbeWrong:
		return "the wrong answer is given here"
	case guard.DutyWithoutCallers:
		return "the directive stands on this function"
	case guard.TooComplex:
		return "the paths were no longer followed here"
	}
	return "here"
}
