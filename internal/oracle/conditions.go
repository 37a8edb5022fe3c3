package oracle

// A missForm is how a function asks whether an error is a selector miss.
type missForm int

const (
	missCall   missForm = iota // compat.IsSelectorMiss
	missHelper                 // a helper of one line
	missTree                   // a helper of several statements
)

// A strictForm is how a function reads the flag.
type strictForm struct {
	kind strictKind
	held string // the variable that holds it already, if any
}

type strictKind int

const (
	strictGate   strictKind = iota // gate.IsStrict
	strictHelper                   // a helper of one line
	strictSafe                     // a helper that takes an unreadable flag for strict
	strictRead                     // flags.IsStrict, whose error has to be handled in a statement of its own
)

// isMiss returns an expression that holds for a selector miss.
func (b *body) isMiss(err string) string {
	switch b.miss {
	case missHelper:
		name := b.helper("isMiss", func(name string) {
			b.function(name+"(err error) bool", func(h *body) {
				h.line("return %s", pick(b.source, "compat.IsSelectorMiss(err)", "err != nil && compat.IsSelectorMiss(err)"))
			})
		})
		return name + "(" + err + ")"
	case missTree:
		name := b.helper("missed", func(name string) {
			b.function(name+"(err error) bool", func(h *body) {
				h.err, h.budget = "err", 3
				h.pure = true
				decide(h, anyOutcome, predicate{anyMiss})
			})
		})
		return name + "(" + err + ")"
	}
	return "compat.IsSelectorMiss(" + err + ")"
}

// isStrict returns an expression that holds while the flag is on. It must not be used before a strictRead has been held.
func (b *body) isStrict() string {
	if b.strict.held != "" {
		return b.strict.held
	}
	switch b.strict.kind {
	case strictHelper:
		name := b.helper("isStrict", func(name string) {
			b.function(name+"(ctx context.Context, e *Env) bool", func(h *body) {
				h.line("return e.gate.IsStrict(ctx, feature)")
			})
		})
		return name + "(ctx, e)"
	case strictSafe:
		return b.helper("mustBeStrict", b.declareSafe) + "(ctx, e)"
	}
	return "e.gate.IsStrict(ctx, feature)"
}

// asksStrict reports whether isStrict may be used here.
func (b *body) asksStrict() bool {
	return !b.pure && (b.strict.kind != strictRead || b.strict.held != "")
}

func (b *body) declareSafe(name string) {
	b.function(name+"(ctx context.Context, e *Env) bool", func(h *body) {
		h.line("strict, err := e.flags.IsStrict(ctx, 1, feature)")
		switch b.IntN(3) {
		case 0:
			h.line("return strict || err != nil")
		case 1:
			h.block("if err != nil {", "}", func() {
				h.line("e.log(err)")
				h.line("return true")
			})
			h.line("return strict")
		default:
			h.block("if err != nil {", "}", func() { h.line("strict = true") })
			h.line("return strict")
		}
	})
}

// readFlag holds the flag in a variable and deals with the error of reading it.
func (b *body) readFlag(end ending) {
	strict, failed := b.local("strict"), b.local("failed")
	b.line("%s, %s := e.flags.IsStrict(ctx, 1, feature)", strict, failed)
	switch way := b.IntN(4); {
	case way == 0:
		b.line("%s = %s || %s != nil", strict, strict, failed)
	case way == 1 || end.flows():
		b.block("if "+failed+" != nil {", "}", func() { b.line("%s = true", strict) })
	default:
		b.block("if "+failed+" != nil {", "}", func() { end.fails(b, failed) })
	}
	b.strict.held = strict
}

// holdStrict reads the flag into a variable.
func (b *body) holdStrict() {
	strict := b.local("strict")
	b.line("%s := %s", strict, b.isStrict())
	b.strict.held = strict
}

// split returns a condition that holds in a part of the classes only.
func (b *body) split(within classes) (formula, bool) {
	uneven := b.chance(8)
	for range 200 {
		f := b.formula(b.IntN(3), within)
		holds := f.holds & within
		if holds == 0 || holds == within {
			continue
		}
		if uneven || holds.even() || !within.even() {
			return f, true
		}
	}
	return formula{}, false
}

func (b *body) formula(depth int, within classes) formula {
	if depth == 0 {
		return b.atom(within)
	}
	switch b.IntN(5) {
	case 0:
		f := b.formula(depth-1, within)
		return b.negation(f)
	case 1, 2:
		x, y := b.formula(depth-1, within), b.formula(depth-1, within)
		return formula{x.tight() + " && " + y.tight(), x.holds & y.holds, true}
	case 3:
		x, y := b.formula(depth-1, within), b.formula(depth-1, within)
		return formula{x.tight() + " || " + y.tight(), x.holds | y.holds, true}
	}
	return b.atom(within)
}

func (b *body) negation(f formula) formula {
	not := anyOutcome &^ f.holds
	switch b.IntN(6) {
	case 0:
		return formula{f.tight() + " == false", not, true}
	case 1:
		return formula{f.tight() + " != true", not, true}
	}
	if f.loose {
		return formula{"!(" + f.text + ")", not, false}
	}
	return formula{"!" + f.text, not, false}
}

// atom returns a condition of one question. Comparisons count as loose, so that they can be negated.
func (b *body) atom(within classes) formula {
	options := 2
	if b.asksStrict() && within&missLenient != 0 {
		options = 3
	}
	switch b.IntN(options) {
	case 0:
		if b.chance(50) {
			return formula{b.err + " == nil", anyNew, true}
		}
		return formula{b.err + " != nil", anyOutcome &^ anyNew, true}
	case 1:
		f := formula{text: b.isMiss(b.err), holds: anyMiss}
		if b.chance(40) {
			return b.negation(f)
		}
		return f
	}
	f := formula{text: b.isStrict(), holds: anyStrict}
	if b.chance(40) {
		return b.negation(f)
	}
	return f
}
