package guard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// defects judges every end of every path that ran the use.
func (s *simulation) defects() []Defect {
	found := slices.Clone(s.ignored)
	served := false
	for _, e := range s.ends {
		d, ok := s.judgeEnd(e)
		if !ok {
			found = append(found, d)
		}
		served = served || ok && s.serves(e)
	}
	if served { // a miss is refused under a condition of the service's own, such as that the target had the selector before
		found = slices.DeleteFunc(found, func(d Defect) bool { return d.Fault == AlwaysRefused })
	}
	return merge(nil, found)
}

// serves reports whether legacy is served at the end of a path, which is known to be in order.
func (s *simulation) serves(e end) bool {
	st := e.state
	return st.born && st.outcome == isMiss && s.scenario.strict == no && !st.flagLost && !e.goesOn && !s.refused(e) && !s.abandoned(e)
}

// judgeEnd reports what is wrong with the way a path ends. The rules are those of SPEC section 6, rule 3.
func (s *simulation) judgeEnd(e end) (Defect, bool) {
	switch {
	case s.abandoned(e):
		return Defect{}, true
	case !e.state.born && e.state.proven && e.state.recorded && !e.state.mixed:
		return Defect{Fault: FalseRecord, Pos: e.pos}, false
	case !e.state.born:
		return s.judgeUnread(e)
	case e.state.outcome == isOther:
		if d, ok := s.judgeOther(e); !ok {
			return d, false
		}
	case e.state.outcome == isMiss:
		if s.scenario.strict == yes || e.state.flagLost {
			return s.judgeStrictMiss(e)
		}
		return s.judgeLenientMiss(e)
	}
	if e.state.misnoted || e.state.recorded && !e.state.mixed {
		return Defect{Fault: FalseRecord, Pos: e.pos}, false
	}
	return Defect{}, true
}

// unused returns where paths end that do not run the use, although the flag was read. Where the flag is on, that is no matter of the flag, but
// of a loop over no contracts, say.
func (s *simulation) unused() map[token.Pos]bool {
	ends := map[token.Pos]bool{}
	for _, e := range s.ends {
		if !e.state.used && !e.state.flagLost && !e.state.probeLost {
			ends[e.pos] = true
		}
	}
	return ends
}

// falseRecord returns the first path that records a detection although the use has succeeded; no defect where there is none.
func (s *simulation) falseRecord() Defect {
	for _, e := range s.ends {
		if d, ok := s.judgeEnd(e); !ok && d.Fault == FalseRecord {
			return d
		}
	}
	return Defect{}
}

// abandoned reports whether the path ends because the context is done, with the context's error: nobody waits for the call any more.
func (s *simulation) abandoned(e end) bool {
	return s.errors && e.err.done && e.err.kind == isNonNil && !e.state.recorded
}

// judgeUnread judges a path that ends before the use. Where the flag could not be read, that error must come out, or the use must run as if
// the flag were strict; a supports guard that could not answer must come out in any case.
func (s *simulation) judgeUnread(e end) (Defect, bool) {
	st := e.state
	switch {
	case !st.probeLost && (!st.flagLost || st.used || s.excused[e.pos]), e.exits:
		return Defect{}, true
	case s.errors && (e.err.kind == isNonNil || e.err.own), !s.errors && st.flagTold && !st.recorded:
		return Defect{}, true
	}
	return s.flagIgnored(st.probeLost, e.pos), false
}

// unserved reports that legacy is all there is where the feature is strict: neither this use nor another of the feature runs there.
func (s *simulation) unserved() []Defect {
	for _, e := range s.ends {
		if !e.state.used && !e.exits && e.err.kind != isNonNil {
			return []Defect{{Fault: StrictServesLegacy, Pos: e.pos}}
		}
	}
	return nil
}

// passedOn reports whether the path handed the use's error on: to the caller, or, from a function that returns no error, to something that
// took it.
func (s *simulation) passedOn(e end) bool {
	if e.exits {
		return true
	}
	if s.errors {
		return e.err.own && e.err.kind != isText
	}
	return e.state.delivered
}

// refused reports whether the path ended in an error of any kind.
func (s *simulation) refused(e end) bool {
	return s.passedOn(e) && (s.errors || e.exits || !e.state.recorded) || s.errors && e.err.kind == isNonNil
}

func (s *simulation) judgeOther(e end) (Defect, bool) {
	st := e.state
	if s.passedOn(e) && (s.errors || e.exits || !st.recorded) {
		return Defect{}, true
	}
	switch {
	case s.errors && (e.err.kind == isNonNil || e.err.made) && st.overwritten == token.NoPos:
		if !st.classified && !st.cut && st.lookalike == "" && st.wrong == "" {
			return Defect{Fault: Direct, Pos: e.pos}, false // to wrap the error would be no guard either
		}
		return Defect{Fault: ErrorCut, Pos: e.pos}, false
	case st.lookalike != "" && !st.classified:
		return Defect{Fault: NotClassifier, Pos: st.lookalikeAt, Name: st.lookalike}, false
	case st.cut && !st.classified:
		return Defect{Fault: ErrorCut, Pos: e.pos}, false
	case st.branched && !st.classified:
		return Defect{Fault: EveryError, Pos: e.pos}, false
	case st.overwritten != token.NoPos:
		return Defect{Fault: ErrorOverwritten, Pos: st.overwritten}, false
	case st.classified:
		return Defect{Fault: ErrorSwallowed, Pos: e.pos}, false
	}
	return Defect{Fault: Direct, Pos: e.pos}, false
}

func (s *simulation) judgeLenientMiss(e end) (Defect, bool) {
	st := e.state
	if s.refused(e) && (e.err.own || !e.err.kept) || e.err.made && !st.classified {
		switch {
		case st.lookalike != "" && !st.classified:
			return Defect{Fault: NotClassifier, Pos: st.lookalikeAt, Name: st.lookalike}, false
		case st.wrong != "" && !st.asked:
			return Defect{Fault: WrongFeature, Pos: st.wrongAt, Name: st.wrong}, false
		case st.classified:
			return Defect{Fault: AlwaysRefused, Pos: e.pos}, false
		}
		return Defect{Fault: Direct, Pos: e.pos}, false
	}
	if s.result.Inputs.Registry.Policy.RequireRecord && !st.recorded {
		if !st.classified {
			return Defect{Fault: Direct, Pos: e.pos}, false
		}
		return Defect{Fault: NotRecorded, Pos: e.pos}, false
	}
	return Defect{}, true
}

func (s *simulation) judgeStrictMiss(e end) (Defect, bool) {
	st := e.state
	if s.refused(e) {
		return Defect{}, true
	}
	if !s.result.Inputs.Registry.Policy.RequireStrictness {
		return Defect{}, true
	}
	switch {
	case st.flagLost:
		return Defect{Fault: FlagErrorIgnored, Pos: e.pos}, false
	case st.wrong != "" && !st.asked:
		return Defect{Fault: WrongFeature, Pos: st.wrongAt, Name: st.wrong}, false
	case st.asked:
		return Defect{Fault: StrictServesLegacy, Pos: e.pos}, false
	case st.lookalike != "" && !st.classified:
		return Defect{Fault: NotClassifier, Pos: st.lookalikeAt, Name: st.lookalike}, false
	case st.classified:
		return Defect{Fault: StrictNotAsked, Pos: e.pos}, false
	}
	return Defect{Fault: Direct, Pos: e.pos}, false
}

// untargeted says what is wrong with a use whose error nothing sees: a gate for another feature, or none.
func (s *simulation) untargeted() []Defect {
	for _, e := range s.ends {
		if e.state.wrong != "" && !e.state.asked {
			return []Defect{{Fault: WrongFeature, Pos: e.state.wrongAt, Name: e.state.wrong}}
		}
	}
	return direct()
}

// hidden returns the first path on which the use failed that does not return its error, so that no caller can judge it; no defect where
// there is none.
func (s *simulation) hidden() Defect {
	for _, e := range s.ends {
		switch {
		case !e.state.born || e.state.outcome == isNilError || s.errors && s.passedOn(e) || s.abandoned(e):
		case s.errors && e.err.kind == isNonNil:
			return Defect{Fault: ErrorCut, Pos: e.pos}
		default:
			return Defect{Fault: ErrorSwallowed, Pos: e.pos}
		}
	}
	return Defect{}
}

// probes reports whether the function's bool tells whether the selector is there: true on success, false on a miss, and on any other error
// that error, or true. It returns the first end that does not.
func (s *simulation) probes() (bool, token.Pos) {
	for _, e := range s.ends {
		if !e.state.born || e.exits {
			continue
		}
		ok := true
		switch e.state.outcome {
		case isNilError:
			ok = e.result == yes
		case isMiss:
			ok = e.result == no && !s.refused(e)
		case isOther:
			ok = e.result == yes || s.errors && s.passedOn(e)
		}
		if !ok {
			return false, e.pos
		}
	}
	return true, token.NoPos
}

// alwaysFails reports whether a function of the package returns a non-nil error on every path, as helpers that build refusals do.
func (j *judge) alwaysFails(fn *types.Func) bool {
	fn = fn.Origin()
	if known, ok := j.failing[fn]; ok {
		return known
	}
	j.failing[fn] = false // a recursive function is taken not to
	decl := j.body(fn)
	if decl == nil || !returnsError(fn.Signature()) || j.succeeds(decl.Body) {
		return false
	}
	s := (&climb{judge: j}).simulation(scenario{}, nil, nil)
	s.runAll(declaredCallee(decl), newState())
	deferred := j.graph(decl.Body, resultVars(j.info, decl.Type)).deferred
	fails := len(s.ends) > 0 && !s.gaveUp() && !deferred.IsValid()
	for _, e := range s.ends {
		fails = fails && (e.exits || e.err.kind == isNonNil)
	}
	j.failing[fn] = fails
	return fails
}

// succeeds reports whether a function says somewhere that it returns no error; a look at most functions is enough for that.
func (j *judge) succeeds(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || len(n.Results) > 0 && isNil(j.info, n.Results[len(n.Results)-1])
		}
		return !found
	})
	return found
}
