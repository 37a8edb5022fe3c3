package oracle

// closureShape makes the call in a closure that returns its error.
func closureShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		inside := func() {
			switch b.IntN(4) {
			case 0:
				b.line("return %s", readHash)
			case 1:
				b.line("inner, err := %s", readHash)
				b.line("return inner, err")
			default:
				b.line("inner, err := %s", readHash)
				b.block("if err != nil {", "}", func() { b.line("return inner, %s", pick(b.source, "err", "fmt.Errorf(\"inner: %w\", err)")) })
				b.line("return inner, nil")
			}
		}
		if b.chance(50) {
			b.block("hash, err := func() ([32]byte, error) {", "}()", inside)
		} else {
			b.block(pick(b.source, "read := func() ([32]byte, error) {", "var read = func() ([32]byte, error) {"), "}", inside)
			b.line("hash, err := read()")
		}
		b.after()
		decide(b, anyOutcome, returns{})
	})
}

// capturedShape makes the call in a closure that assigns to the variables around it, or settles it in one.
func capturedShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		if b.chance(30) {
			b.line("hash, err := %s", readHash)
			b.block("settle := func() error {", "}", func() {
				strict := b.strict
				decide(b, anyOutcome, settles{true})
				b.strict = strict
			})
			b.block("if failed := settle(); failed != nil {", "}", func() { b.line("return \"\", failed") })
			b.line("return text(hash), nil")
			return
		}
		b.declare()
		if b.chance(50) {
			b.block("func() {", "}()", func() { b.line("hash, err = %s", readHash) })
		} else {
			b.block("fetch := func() {", "}", func() { b.line("hash, err = %s", readHash) })
			b.line("fetch()")
		}
		b.after()
		decide(b, anyOutcome, returns{})
	})
}

// assignedShape sets what it returns in branches that go on, and returns once, at its end.
func assignedShape(u *unit) {
	named := u.chance(60)
	header := "(string, error)"
	if named {
		header = "(result string, err error)"
	}
	u.main(header, func(b *body) {
		if !named {
			b.line("var result string")
			b.line("var err error")
		}
		b.start()
		b.before()
		b.line("hash, failure := %s", readHash)
		b.hash, b.err = "hash", "failure"
		decide(b, anyOutcome, assigns{"result", "err"})
		if named && b.chance(60) {
			b.line("return")
			return
		}
		b.line("return result, err")
	})
}
