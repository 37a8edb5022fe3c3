package oracle

// A shape is a way of writing a function that serves two versions.
type shape struct {
	name   string
	weight int
	usual  bool // the analyzers have to understand it
	write  func(u *unit)
}

// wild is the shape that makes no sense.
const wild = "wild"

func allShapes() []shape {
	return []shape{
		{"guard clause", 22, true, guardShape},
		{"if init", 6, true, ifInitShape},
		{"switch init", 4, true, switchInitShape},
		{"helper settles", 8, true, settleShape},
		{"helper decides", 7, true, decideShape},
		{"helper predicate", 5, true, predicateShape},
		{"retry loop", 7, true, retryLoopShape},
		{"retry inside", 4, true, retryInsideShape},
		{"retry helper", 5, true, retryHelperShape},
		{"contracts", 6, true, contractsShape},
		{"assigned", 5, false, assignedShape},
		{"closure", 7, false, closureShape},
		{"captured", 5, false, capturedShape},
		{"defer", 7, false, deferShape},
		{"requires", 4, false, requiresShape},
		{"jump", 4, false, jumpShape},
		{"sibling", 3, false, siblingShape},
		{"gate", 2, false, gateShape},
		{wild, 12, false, wildShape},
	}
}

// Usual reports whether the analyzers have to understand the functions of a shape.
func Usual(name string) bool {
	for _, s := range allShapes() {
		if s.name == name {
			return s.usual
		}
	}
	return false
}

func pickShape(random source) shape {
	all := allShapes()
	total := 0
	for _, s := range all {
		total += s.weight
	}
	at := random.IntN(total)
	for _, s := range all {
		if at -= s.weight; at < 0 {
			return s
		}
	}
	return all[0]
}

// start makes the choices that hold for a whole function.
func (b *body) start() {
	if b.chance(30) {
		b.miss = pick(b.source, missHelper, missTree)
	}
	if b.strict.kind == strictGate && b.chance(40) {
		b.strict.kind = pick(b.source, strictHelper, strictSafe, strictRead, strictRead)
	}
	if b.chance(12) {
		b.line("defer e.log(\"done\")")
	}
	if b.strict.kind == strictSafe {
		b.holdStrict() // asked twice, it may answer twice
	}
}

// before makes what may stand before the call.
func (b *body) before() {
	if b.chance(10) {
		b.block("if e.target == [20]byte{} {", "}", func() { b.line("return \"\", errOld") })
	}
	switch {
	case b.strict.kind == strictRead && b.chance(50):
		b.readFlag(returns{})
	case b.asksStrict() && b.strict.held == "" && b.chance(10):
		b.holdStrict()
	}
}

const readHash = "e.policy.GetPolicyCodeHash(nil)"

// call writes the call of a contract and names its results.
func (b *body) call(read string) {
	b.hash, b.err = "hash", "err"
	switch b.IntN(6) {
	case 0:
		b.declare()
		b.line("hash, err = %s", read)
	case 1:
		b.line("hash, failure := %s", read)
		b.err = "failure"
	default:
		b.line("hash, err := %s", read)
	}
	b.after()
}

// declare declares the variables of the results.
func (b *body) declare() {
	if b.chance(50) {
		b.line("var hash [32]byte")
		b.line("var err error")
		return
	}
	b.block("var (", ")", func() {
		b.line("hash [32]byte")
		b.line("err  error")
	})
}

// after sometimes wraps or copies the error before anything is asked.
func (b *body) after() {
	switch b.IntN(20) {
	case 0:
		b.block("if "+b.err+" != nil {", "}", func() {
			b.line("%s = fmt.Errorf(\"hash: %%w\", %s)", b.err, b.err)
		})
	case 1:
		b.line("problem := %s", b.err)
		b.err = "problem"
	case 2:
		b.block("if "+b.err+" != nil {", "}", func() { b.line("%s = wrap(%s)", b.err, b.err) })
	case 3:
		b.line("%s = wrap(%s)", b.err, b.err)
	case 4:
		b.block("if "+b.err+" != nil {", "}", func() { b.line("e.log(%s)", b.err) })
	}
}

func guardShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.call(readHash)
		decide(b, anyOutcome, returns{})
	})
}

// ifInitShape makes the call in an if statement, whose variables live in its branches only.
func ifInitShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		f := b.askable(anyOutcome)
		b.line("if hash, err := %s; %s {", readHash, f.text)
		b.nested(anyOutcome&f.holds, returns{})
		rest := anyOutcome &^ f.holds
		for range b.IntN(3) {
			again, ok := b.split(rest)
			if !ok {
				break
			}
			b.line("} else if %s {", again.text)
			b.nested(rest&again.holds, returns{})
			rest &^= again.holds
		}
		b.closeInit(rest)
	})
}

// askable returns a condition for a place where no variable can be declared before it.
func (b *body) askable(within classes) formula {
	for {
		if f, ok := b.split(within); ok {
			return f
		}
	}
}

// closeInit ends a chain of branches: what is left goes into the last one, or after it where it needs no variable.
func (b *body) closeInit(rest classes) {
	if rest == missLenient && b.chance(60) {
		b.line("}")
		b.line("e.gate.RecordLegacy(ctx, feature, e.target)")
		b.serve()
		return
	}
	b.line("} else {")
	b.nested(rest, returns{})
	b.line("}")
}

// switchInitShape makes the call in a switch statement.
func switchInitShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		b.line("switch hash, err := %s; {", readHash)
		rest := anyOutcome
		for range 1 + b.IntN(3) {
			f, ok := b.split(rest)
			if !ok {
				break
			}
			b.oneCase(f, rest&f.holds, returns{})
			rest &^= f.holds
		}
		if rest == missLenient && b.chance(60) {
			b.line("}")
			b.line("e.gate.RecordLegacy(ctx, feature, e.target)")
			b.serve()
			return
		}
		b.line("default:")
		b.nested(rest, returns{})
		b.line("}")
	})
}
