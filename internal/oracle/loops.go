package oracle

// retryLoopShape calls until it succeeds or has failed too often, and looks at the last error then.
func retryLoopShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		b.declare()
		enough := pick(b.source, "err == nil", "err == nil || "+b.isMiss("err"), b.isMiss("err")+" || err == nil")
		b.block(pick(b.source, "for attempt := 0; attempt < 3; attempt++ {", "for range 3 {"), "}", func() {
			b.line("hash, err = %s", readHash)
			switch b.IntN(4) {
			case 0:
				b.block("if "+enough+" {", "}", func() { b.line("break") })
				b.line("e.log(err)")
			case 1:
				b.block("if e.cond() {", "}", func() { b.line("break") })
				b.block("if "+enough+" {", "}", func() { b.line("break") })
			default:
				b.block("if "+enough+" {", "}", func() { b.line("break") })
			}
		})
		b.after()
		decide(b, anyOutcome, returns{})
	})
}

// retryInsideShape decides inside the loop; only a failure goes round again.
func retryInsideShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		b.line("attempt := 0")
		b.block("for {", "}", func() {
			b.line("hash, err := %s", readHash)
			b.line("attempt++")
			known := anyOutcome
			if b.chance(50) {
				b.block("if err == nil {", "}", func() { b.line("return text(hash), nil") })
				known &^= anyNew
			}
			again := "err != nil && !" + b.isMiss("err")
			if known&anyNew == 0 {
				again = "!" + b.isMiss("err")
			}
			b.block("if "+again+" && attempt < 3 {", "}", func() {
				b.line("e.log(\"attempt\", attempt, err)")
				b.line("continue")
			})
			decide(b, known, returns{})
		})
	})
}

// retryHelperShape leaves the repetition to a helper that returns the error of its function argument.
func retryHelperShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		again := b.retrier()
		b.start()
		b.before()
		b.hash, b.err = "hash", "err"
		switch b.IntN(3) {
		case 0:
			b.line("var hash [32]byte")
			b.block("err := "+again+"(func() error {", "})", func() {
				b.line("value, err := %s", readHash)
				b.block("if err != nil {", "}", func() { b.line("return %s", pick(b.source, "err", "fmt.Errorf(\"attempt: %w\", err)")) })
				b.line("hash = value")
				b.line("return nil")
			})
		case 1:
			b.line("var hash [32]byte")
			b.block("err := "+again+"(func() (err error) {", "})", func() {
				b.line("hash, err = %s", readHash)
				b.line("return err")
			})
		default:
			b.line("var hash [32]byte")
			b.block("err := "+again+"(func() error {", "})", func() {
				b.line("var err error")
				b.line("hash, err = %s", readHash)
				b.line("return err")
			})
		}
		b.after()
		decide(b, anyOutcome, returns{})
	})
}

// retrier returns the helper that repeats.
func (b *body) retrier() string {
	if b.chance(40) {
		return "retry"
	}
	return b.helper("again", func(name string) {
		b.function(name+"(run func() error) error", func(h *body) {
			switch h.IntN(4) {
			case 0:
				h.line("return run()")
			case 1:
				h.line("err := run()")
				h.block("if err != nil {", "}", func() { h.line("err = run()") })
				h.line("return err")
			case 2:
				h.line("var last error")
				h.block("for attempt := 0; attempt < 2; attempt++ {", "}", func() {
					h.line("last = run()")
					h.block("if last == nil {", "}", func() { h.line("return nil") })
				})
				h.line("return last")
			default:
				h.block("for range 2 {", "}", func() {
					h.block("if err := run(); err == nil || compat.IsSelectorMiss(err) {", "}", func() { h.line("return err") })
				})
				h.line("return run()")
			}
		})
	})
}

// contractsShape reads several contracts.
func contractsShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.line("var results []string")
		b.hash, b.err = "hash", "err"
		loop := pick(b.source, "for _, p := range e.all {", "for _, p := range e.all {", "for i := range e.all {",
			"for p := range e.policies() {")
		read := "p.GetPolicyCodeHash(nil)"
		if loop == "for i := range e.all {" {
			read = "e.all[i].GetPolicyCodeHash(nil)"
		}
		b.block(loop, "}", func() {
			b.call(read)
			decide(b, anyOutcome, collects{"results"})
		})
		b.line("return strings.Join(results, \",\"), nil")
	})
}
