package oracle

// decide writes statements after which the classes have come to their right ends: a tree of conditions with endings at its leaves, in one
// of the ways in which people write it.
func decide(b *body, within classes, end ending) {
	if end.ends(within) && b.enough(within) {
		end.write(b, within)
		return
	}
	b.budget--
	if within.within(anyMiss) && !b.asksStrict() {
		b.readFlag(end)
	}
	if b.budget > 0 && !end.flows() && b.prepare(within, end) {
		return
	}
	writers := []func(*body, classes, ending){ifElse, ifElse, tagless, tagged}
	if !end.flows() {
		writers = append(writers, guardClause, guardClause, guardClause, guardClause, guardClause)
	}
	pick(b.source, writers...)(b, within, end)
}

// enough reports whether nothing more is asked about classes that may end here.
func (b *body) enough(within classes) bool {
	if b.budget <= 0 || b.pure && within.within(anyMiss) || b.chance(50) {
		return true
	}
	return within.within(anyNew) || within.within(refusable) || within == missLenient
}

// prepare sometimes writes a statement before the next condition, or a free condition around it. It reports whether that was all.
func (b *body) prepare(within classes, end ending) bool {
	switch b.IntN(24) {
	case 0:
		if b.strict.held == "" && b.asksStrict() && within&anyMiss == anyMiss {
			b.holdStrict()
		}
	case 1:
		b.noise()
	case 2:
		if !b.pure && b.budget > 5 {
			b.budget /= 2
			budget, strict := b.budget, b.strict
			b.block("if e.cond() {", "}", func() { decide(b, within, end) })
			b.budget, b.strict = budget, strict
			decide(b, within, end)
			return true
		}
	}
	return false
}

// nested writes the statements of a branch. What is held in a variable there is not known outside.
func (b *body) nested(within classes, end ending) {
	strict := b.strict
	b.depth++
	if within == 0 {
		within = anyOutcome // the branch is never taken
	}
	decide(b, within, end)
	b.depth--
	b.strict = strict
}

// condition returns the next condition, sometimes held in a variable first.
func (b *body) condition(within classes) formula {
	f, ok := b.split(within)
	if !ok {
		f = b.fallback(within)
	}
	return b.hold(f)
}

// hold sometimes holds a condition in a variable.
func (b *body) hold(f formula) formula {
	if b.chance(15) {
		name := b.local(pick(b.source, "held", "isHeld"))
		b.line("%s := %s", name, f.text)
		return formula{text: name, holds: f.holds}
	}
	return f
}

// fallback splits off what is left when chance found nothing.
func (b *body) fallback(within classes) formula {
	switch {
	case within&anyNew != 0 && !within.within(anyNew):
		return formula{b.err + " == nil", anyNew, true}
	case within&anyMiss != 0 && !within.within(anyMiss):
		return formula{text: b.isMiss(b.err), holds: anyMiss}
	}
	return formula{text: b.isStrict(), holds: anyStrict}
}

// guardClause writes "if … { end }" and goes on after it.
func guardClause(b *body, within classes, end ending) {
	f, ok := b.split(within)
	for range 4 { // guard clauses end soon
		if ok && end.ends(within&f.holds) {
			break
		}
		f, ok = b.split(within)
	}
	if !ok {
		f = b.fallback(within)
	}
	f = b.hold(f)
	b.line("if %s {", f.text)
	b.nested(within&f.holds, end)
	b.line("}")
	decide(b, within&^f.holds, end)
}

func ifElse(b *body, within classes, end ending) {
	f := b.condition(within)
	b.line("if %s {", f.text)
	b.nested(within&f.holds, end)
	rest := within &^ f.holds
	if again, ok := b.split(rest); ok && !end.ends(rest) && b.chance(50) {
		b.line("} else if %s {", again.text)
		b.nested(rest&again.holds, end)
		rest &^= again.holds
	}
	b.line("} else {")
	b.nested(rest, end)
	b.line("}")
}

// tagless writes a switch without a tag.
func tagless(b *body, within classes, end ending) {
	open := pick(b.source, "switch {", "switch {", "switch {", "switch true {")
	strict := b.strict
	if open == "switch {" && b.strict.held == "" && b.asksStrict() && b.chance(15) {
		name := b.local("strict")
		open = "switch " + name + " := " + b.isStrict() + "; {"
		b.strict.held = name
	}
	b.line("%s", open)
	if strict.held == "" && b.strict.held != "" {
		within = b.firstCase(within, end)
	}
	rest := within
	for range 1 + b.IntN(3) {
		f, ok := b.split(rest)
		if !ok {
			break
		}
		b.oneCase(f, rest&f.holds, end)
		rest &^= f.holds
	}
	if !end.flows() && b.chance(50) {
		b.line("}")
		b.strict = strict
		decide(b, rest, end)
		return
	}
	b.line("default:")
	b.nested(rest, end)
	b.line("}")
	b.strict = strict
}

// firstCase writes a case that uses the switch's own variable, which would be unused otherwise.
func (b *body) firstCase(within classes, end ending) classes {
	taken := within & missStrict
	b.line("case %s && %s:", b.strict.held, b.isMiss(b.err))
	b.nested(taken, end)
	if within&^taken == 0 {
		return within
	}
	return within &^ taken
}

// oneCase writes one case, sometimes in two parts.
func (b *body) oneCase(f formula, within classes, end ending) {
	again, ok := b.split(within)
	form := b.IntN(8)
	switch {
	case ok && form == 0:
		b.line("case %s && %s:", f.tight(), again.tight())
		b.line("\tfallthrough")
		b.line("case %s:", f.text)
	case ok && form == 1:
		b.line("case %s && %s, %s:", f.tight(), again.tight(), f.text)
	default:
		b.line("case %s:", f.text)
	}
	b.nested(within, end)
}

// tagged writes a switch over one value.
func tagged(b *body, within classes, end ending) {
	f := b.condition(within)
	first, second := within&f.holds, within&^f.holds
	switch {
	case f.text == b.err+" == nil" && b.chance(70):
		b.line("switch %s%s {", b.err, pick(b.source, "", ".(type)"))
		b.line("case nil:")
	case b.chance(50):
		b.line("switch %s {", f.text)
		b.line("case true:")
	default:
		b.line("switch %s {", f.text)
		b.line("case false:")
		first, second = second, first
	}
	b.nested(first, end)
	b.line("default:")
	b.nested(second, end)
	b.line("}")
}
