package oracle

// jumpShape uses goto, labels and select.
func jumpShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.hash, b.err = "hash", "err"
		pick(b.source, gotoEnds, gotoRetry, labelledBreak, labelledContinue, selected)(b)
	})
}

// gotoEnds jumps to the ends of the function.
func gotoEnds(b *body) {
	b.line("hash, err := %s", readHash)
	b.block("if err == nil {", "}", func() { b.line("goto served") })
	refused := pick(b.source, "!"+b.isMiss("err")+" || e.gate.IsStrict(ctx, feature)",
		"!("+b.isMiss("err")+" && !e.gate.IsStrict(ctx, feature))")
	b.block("if "+refused+" {", "}", func() { b.line("goto failed") })
	b.record()
	b.line("return e.legacy()") // no variable may be declared that goto jumps over
	b.line("failed:")
	b.line("return \"\", %s", pick(b.source, "err", "fmt.Errorf(\"hash: %w\", err)"))
	b.line("served:")
	b.line("return text(hash), nil")
}

// gotoRetry repeats with goto.
func gotoRetry(b *body) {
	b.line("attempts := 0")
	b.line("again:")
	b.line("hash, err := %s", readHash)
	b.line("attempts++")
	b.block("if err != nil && !"+b.isMiss("err")+" && attempts < 3 {", "}", func() {
		b.line("e.log(\"attempt\")")
		b.line("goto again")
	})
	decide(b, anyOutcome, returns{})
}

// labelledBreak leaves a loop from inside a switch.
func labelledBreak(b *body) {
	b.declare()
	b.line("attempts:")
	b.block("for range 3 {", "}", func() {
		b.line("hash, err = %s", readHash)
		b.block("switch {", "}", func() {
			b.line("case %s:", pick(b.source, "err == nil, "+b.isMiss("err"), "err == nil || "+b.isMiss("err")))
			b.line("\tbreak attempts")
			b.line("case e.cond():")
			b.line("\tcontinue attempts")
			b.line("default:")
			b.line("\te.log(err)")
		})
	})
	decide(b, anyOutcome, returns{})
}

// labelledContinue goes on with the next contract from inside a switch.
func labelledContinue(b *body) {
	b.line("var results []string")
	b.line("contracts:")
	b.block("for i, p := range e.all {", "}", func() {
		b.line("hash, err := p.GetPolicyCodeHash(nil)")
		b.block("switch {", "}", func() {
			b.line("case err == nil:")
			b.line("\tresults = append(results, text(hash))")
			b.line("\tcontinue contracts")
			b.line("case !%s:", b.isMiss("err"))
			b.line("\treturn \"\", fmt.Errorf(\"policy %%d: %%w\", i, err)")
		})
		b.block("if "+b.isStrict()+" {", "}", func() { b.line("return \"\", err") })
		b.record()
		b.line("results = append(results, \"legacy\")")
	})
	b.line("return strings.Join(results, \",\"), nil")
}

// selected waits between the call and the decision.
func selected(b *body) {
	b.line("hash, err := %s", readHash)
	b.block("select {", "}", func() {
		b.line("case <-e.done():")
		b.block("if err != nil {", "}", func() { b.line("e.log(err)") })
		b.line("default:")
	})
	decide(b, anyOutcome, returns{})
}

// siblingShape proves the feature with one selector before it uses another.
func siblingShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.err, b.hash = "err", "first"
		b.line("first, err := e.policy.PolicyCodeHash(nil)")
		b.block("if "+b.isMiss("err")+" {", "}", func() {
			decide(b, anyMiss, returns{})
		})
		b.block("if err != nil {", "}", b.pass)
		b.line("second, err := e.policy.GetPolicyCodeHash(nil)")
		b.block("if err != nil {", "}", func() { b.line("return \"\", err") })
		b.line("return text(first) + text(second), nil")
	})
}

// gateShape asks the flag before the call.
func gateShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		b.strict.kind = pick(b.source, strictGate, strictHelper, strictSafe)
		serves := func() { b.line("return %s", pick(b.source, "e.legacy()", "\"legacy\", nil")) }
		calls := func() {
			b.line("hash, err := %s", readHash)
			b.line("return text(hash), err")
		}
		if b.chance(50) {
			b.block("if !"+b.isStrict()+" {", "}", serves)
			calls()
			return
		}
		b.block("if "+b.isStrict()+" {", "}", calls)
		serves()
	})
}
