package oracle

// deferShape does part of the work in deferred functions.
func deferShape(u *unit) {
	u.main("(result string, err error)", func(b *body) {
		b.hash, b.err = "hash", "failure"
		pick(b.source, deferredRecord, deferredWrap, deferredDecision, deferredRecover, deferredNoise)(b)
	})
}

// deferredRecord records when legacy was served.
func deferredRecord(b *body) {
	b.line("legacy := false")
	b.block("defer func() {", "}()", func() {
		b.block("if legacy {", "}", func() { b.line("e.gate.RecordLegacy(ctx, feature, e.target)") })
	})
	b.start()
	b.before()
	b.line("hash, failure := %s", readHash)
	b.block("if "+b.isMiss("failure")+" {", "}", func() {
		if !b.asksStrict() {
			b.readFlag(returns{})
		}
		b.block("if "+b.isStrict()+" {", "}", b.refuse)
		b.line("legacy = true")
		b.serve()
	})
	decide(b, anyOutcome&^anyMiss, returns{})
}

// deferredWrap adds to whatever error is returned.
func deferredWrap(b *body) {
	b.block("defer func() {", "}()", func() {
		b.block("if err != nil {", "}", func() {
			b.line("err = %s", pick(b.source, "fmt.Errorf(\"reading: %w\", err)", "wrap(err)", "errors.Join(errOld, err)"))
		})
	})
	b.start()
	b.before()
	b.line("hash, failure := %s", readHash)
	decide(b, anyOutcome, returns{})
}

// deferredDecision decides after the function's own return.
func deferredDecision(b *body) {
	b.err = "err"
	b.line("var hash [32]byte")
	b.block("defer func() {", "}()", func() {
		decide(b, anyOutcome, assigns{"result", "err"})
	})
	b.line("hash, err = %s", readHash)
	b.line("%s", pick(b.source, "return", "return \"\", err", "return text(hash), err"))
}

// deferredRecover turns a panic into an error.
func deferredRecover(b *body) {
	b.block("defer func() {", "}()", func() {
		b.block("if r := recover(); r != nil {", "}", func() {
			b.line("%s", pick(b.source, "err = fmt.Errorf(\"panic: %v\", r)", "result, err = \"\", errOld"))
		})
	})
	b.strict.kind = pick(b.source, strictGate, strictHelper, strictSafe)
	b.line("hash, failure := %s", readHash)
	b.block("if "+b.isMiss("failure")+" {", "}", func() {
		b.block("if "+b.isStrict()+" {", "}", func() {
			b.line("%s", pick(b.source, "panic(failure)", "return \"\", failure", "fatal(failure)"))
		})
		b.record()
		b.line("return \"legacy\", nil")
	})
	b.line("return text(hash), failure")
}

// deferredNoise defers what does not matter.
func deferredNoise(b *body) {
	b.line("%s", pick(b.source, "defer e.log(ctx)", "defer func() { e.log(result, err) }()"))
	b.start()
	b.before()
	b.line("hash, failure := %s", readHash)
	decide(b, anyOutcome, returns{})
}
