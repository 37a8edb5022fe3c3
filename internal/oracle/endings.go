package oracle

// An ending is what a function does with a call once its class is known well enough.
type ending interface {
	// ends reports whether one way of ending is right for all these classes.
	ends(within classes) bool
	// write writes that way.
	write(b *body, within classes)
	// fails writes the way out with an error that is not the call's, such as that of reading the flag.
	fails(b *body, err string)
	// flows reports whether the code after the ending runs, so that it needs an else.
	flows() bool
}

// returns ends a function that returns (string, error).
type returns struct{}

func (returns) flows() bool { return false }

func (returns) ends(within classes) bool { return within == missLenient || within&missLenient == 0 }

func (returns) fails(b *body, err string) { b.line("return \"\", %s", err) }

func (returns) write(b *body, within classes) {
	switch {
	case within == missLenient:
		b.record()
		b.serve()
	case within.within(anyNew):
		b.noise()
		b.line("return text(%s), %s", b.hash, pick(b.source, "nil", "nil", b.err))
	case within.within(missStrict):
		b.refuse()
	case within.within(refusable):
		b.pass()
	default:
		b.line("return text(%s), %s", b.hash, b.err)
	}
}

// record writes the record of a detection.
func (b *body) record() {
	b.noise()
	if !b.chance(25) {
		b.line("e.gate.RecordLegacy(ctx, feature, e.target)")
		return
	}
	name := b.helper("note", func(name string) {
		b.function(name+"(ctx context.Context, e *Env)", func(h *body) {
			h.line("e.log(\"legacy\")")
			h.line("e.gate.RecordLegacy(ctx, feature, e.target)")
		})
	})
	b.line("%s(ctx, e)", name)
}

// serve returns what legacy gives.
func (b *body) serve() {
	switch b.IntN(5) {
	case 0:
		b.line("return \"legacy\", nil")
	case 1:
		served, failed := b.local("served"), b.local("failed")
		b.line("%s, %s := e.legacy()", served, failed)
		b.block("if "+failed+" != nil {", "}", func() { b.line("return \"\", fmt.Errorf(\"legacy: %%w\", %s)", failed) })
		b.line("return %s, nil", served)
	default:
		b.line("return e.legacy()")
	}
}

// refuse leaves a miss unserved because the feature is strict.
func (b *body) refuse() {
	b.noise()
	switch b.IntN(7) {
	case 0:
		b.line("return \"\", errOld")
	case 1:
		b.line("return \"\", &compat.LegacyNotSupportedError{Feature: feature, Target: e.target, Err: %s}", b.err)
	case 2:
		b.line("panic(%s)", b.err)
	case 3:
		b.line("return \"\", %s(e, %s)", b.helper("refusal", b.declareRefusal), b.err)
	case 4:
		b.line("return \"\", fmt.Errorf(\"policy is too old: %%v\", %s)", b.err)
	default:
		b.pass()
	}
}

// declareRefusal declares a function that never returns nil.
func (u *unit) declareRefusal(name string) {
	u.function(name+"(e *Env, err error) error", func(h *body) {
		h.line("e.log(err)")
		h.line("return %s", pick(u.source, "errOld", "fmt.Errorf(\"refused: %w\", err)", "errors.Join(errOld, err)",
			"&compat.LegacyNotSupportedError{Feature: feature, Target: e.target, Err: err}"))
	})
}

// pass returns the call's error, which is not nil here.
func (b *body) pass() {
	b.noise()
	switch b.IntN(9) {
	case 0:
		b.line("return \"\", fmt.Errorf(\"hash of %%s: %%w\", e.target, %s)", b.err)
	case 1:
		b.line("return \"\", errors.Join(errOld, %s)", b.err)
	case 2:
		b.line("return \"\", wrap(%s)", b.err)
	case 3:
		b.line("panic(%s)", b.err)
	case 4:
		b.line("fatal(%s)", b.err)
		b.line("return \"\", nil")
	case 5:
		b.block("if errors.Is("+b.err+", errOld) {", "}", func() { b.line("return \"\", fmt.Errorf(\"old: %%w\", %s)", b.err) })
		b.line("return \"\", %s", b.err)
	default:
		b.line("return \"\", %s", b.err)
	}
}

// noise sometimes writes what changes nothing.
func (b *body) noise() {
	if b.pure || !b.chance(15) {
		return
	}
	switch b.IntN(4) {
	case 0:
		b.line("e.log(%s)", b.err)
	case 1:
		b.block("if e.cond() {", "}", func() { b.line("e.log(\"condition\", %s)", b.err) })
	case 2:
		b.line("_ = e.target")
	default:
		b.block("select {", "}", func() {
			b.line("case <-e.done():")
			b.line("\te.log(\"done\")")
			b.line("default:")
		})
	}
}

// predicate ends a function that returns a bool: true in some classes.
type predicate struct{ yes classes }

func (predicate) flows() bool { return false }

func (p predicate) ends(within classes) bool { return within.within(p.yes) || within&p.yes == 0 }

func (p predicate) fails(b *body, _ string) { p.write(b, missStrict) }

func (p predicate) write(b *body, within classes) {
	b.line("return %t", within.within(p.yes))
}

// settles ends a helper that returns an error: nil for a success, and for a miss that is served.
type settles struct{ records bool }

func (settles) flows() bool { return false }

func (settles) ends(within classes) bool { return returns{}.ends(within) }

func (settles) fails(b *body, err string) { b.line("return %s", err) }

func (s settles) write(b *body, within classes) {
	b.noise()
	switch {
	case within == missLenient:
		if s.records {
			b.record()
		}
		b.line("return nil")
	case within.within(anyNew):
		b.line("return nil")
	case within.within(missStrict) && b.chance(50):
		b.line("return %s", pick(b.source, "errOld", "fmt.Errorf(\"policy is too old: %w\", "+b.err+")"))
	case within.within(refusable):
		b.line("return %s", pick(b.source, b.err, b.err, "fmt.Errorf(\"settle: %w\", "+b.err+")"))
	default:
		b.line("return %s", b.err)
	}
}

// decides ends a helper that returns (bool, error): true where legacy is to be served.
type decides struct{ records bool }

func (decides) flows() bool { return false }

func (decides) ends(within classes) bool { return returns{}.ends(within) }

func (decides) fails(b *body, err string) { b.line("return false, %s", err) }

func (d decides) write(b *body, within classes) {
	switch {
	case within == missLenient:
		if d.records {
			b.record()
		}
		b.line("return true, nil")
	case within.within(anyNew):
		b.line("return false, nil")
	case within.within(missStrict) && b.chance(50):
		b.line("return false, errOld")
	default:
		b.line("return false, %s", b.err)
	}
}

// collects ends one turn of a loop over several contracts.
type collects struct{ out string }

func (collects) flows() bool { return false }

func (collects) ends(within classes) bool {
	return within == missLenient || within.within(anyNew) || within.within(refusable)
}

func (collects) fails(b *body, err string) { b.line("return \"\", %s", err) }

func (c collects) write(b *body, within classes) {
	switch {
	case within == missLenient:
		b.record()
		b.line("%s = append(%s, \"legacy\")", c.out, c.out)
		b.line("continue")
	case within.within(anyNew):
		b.line("%s = append(%s, text(%s))", c.out, c.out, b.hash)
		b.line("continue")
	case within.within(missStrict):
		b.refuse()
	default:
		b.pass()
	}
}

// assigns ends nothing: it sets the variables that the function returns at its end.
type assigns struct{ result, err string }

func (assigns) flows() bool { return true }

func (assigns) ends(within classes) bool { return returns{}.ends(within) }

func (a assigns) fails(b *body, err string) { b.line("%s = %s", a.err, err) }

func (a assigns) write(b *body, within classes) {
	switch {
	case within == missLenient:
		b.record()
		if b.chance(50) {
			b.line("%s, %s = e.legacy()", a.result, a.err)
		} else {
			b.line("%s, %s = \"legacy\", nil", a.result, a.err)
		}
	case within.within(anyNew):
		b.line("%s, %s = text(%s), nil", a.result, a.err, b.hash)
	case within.within(missStrict) && b.chance(50):
		b.line("%s = errOld", a.err)
	case within.within(refusable):
		b.line("%s = %s", a.err, pick(b.source, b.err, "fmt.Errorf(\"hash: %w\", "+b.err+")"))
	default:
		b.line("%s, %s = text(%s), %s", a.result, a.err, b.hash, b.err)
	}
}
