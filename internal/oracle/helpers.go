package oracle

// settleShape asks a helper that takes the error: nil means that the function may go on.
func settleShape(u *unit) {
	records := u.chance(75)
	u.main("(string, error)", func(b *body) {
		b.line("hash, err := %s", readHash)
		b.hash, b.err = "hash", "err"
		settle := b.helper(pick(b.source, "settle", "refuse"), func(name string) {
			u.helperTree(name+"(ctx context.Context, e *Env, err error) error", settles{records})
		})
		failed := "failed"
		switch b.IntN(3) {
		case 0:
			b.line("failed := %s(ctx, e, err)", settle)
			b.block("if failed != nil {", "}", func() { b.line("return \"\", %s", pick(b.source, failed, "fmt.Errorf(\"hash: %w\", failed)")) })
		default:
			b.block("if failed := "+settle+"(ctx, e, err); failed != nil {", "}", func() { b.line("return \"\", failed") })
		}
		b.afterSettled(records)
	})
}

// afterSettled goes on after a success, or a miss that is served.
func (b *body) afterSettled(records bool) {
	if records && b.chance(30) {
		b.line("return text(hash), nil")
		return
	}
	asked := pick(b.source, "err != nil", b.isMiss("err"))
	b.block("if "+asked+" {", "}", func() {
		if !records {
			b.record()
		}
		b.serve()
	})
	b.line("return text(hash), nil")
}

// helperTree declares a helper that takes the error of the call.
func (u *unit) helperTree(header string, end ending) {
	u.function(header, func(h *body) {
		h.err = "err"
		h.budget = 8
		h.start()
		decide(h, anyOutcome, end)
	})
}

// decideShape asks a helper that says whether legacy is to be served, or why not.
func decideShape(u *unit) {
	records := u.chance(70)
	u.main("(string, error)", func(b *body) {
		decider := b.helper("serves", func(name string) {
			u.helperTree(name+"(ctx context.Context, e *Env, err error) (bool, error)", decides{records})
		})
		b.line("hash, err := %s", readHash)
		b.err = "err"
		name := pick(b.source, "err", "failed")
		b.line("serve, %s := %s(ctx, e, err)", name, decider)
		serve := func() {
			if !records {
				b.record()
			}
			b.serve()
		}
		switch b.IntN(3) {
		case 0:
			b.block("switch {", "}", func() {
				b.line("case %s != nil:", name)
				b.line("\treturn \"\", %s", name)
				b.line("case serve:")
				b.depth++
				serve()
				b.depth--
			})
		default:
			b.block("if "+name+" != nil {", "}", func() { b.line("return \"\", %s", pick(b.source, name, "fmt.Errorf(\"hash: %w\", "+name+")")) })
			b.block("if serve {", "}", serve)
		}
		b.line("return text(hash), nil")
	})
}

// predicateShape asks a helper that says whether legacy is to be served, and deals with the other errors itself.
func predicateShape(u *unit) {
	u.main("(string, error)", func(b *body) {
		header := "(ctx context.Context, e *Env, err error) bool"
		yes := pick(b.source, missLenient, missLenient, anyOutcome&^missLenient)
		safe := b.chance(30)
		decider := b.helper("served", func(name string) {
			u.function(name+header, func(h *body) {
				h.err, h.budget = "err", 6
				if safe {
					h.strict.kind = strictSafe
					h.holdStrict()
				}
				decide(h, anyOutcome, predicate{yes})
			})
		})
		b.strict.kind = strictHelper // start must not read a flag that nothing asks for
		b.start()
		b.line("hash, err := %s", readHash)
		b.hash, b.err = "hash", "err"
		asked := decider + "(ctx, e, err)"
		if yes != missLenient {
			asked = "!" + asked
		}
		if b.chance(25) {
			b.line("serve := %s", asked)
			asked = "serve"
		}
		b.block("if "+asked+" {", "}", func() {
			b.record()
			b.serve()
		})
		b.pure = safe // the flag that could not be read at first may be read now, and say something else
		decide(b, anyOutcome&^missLenient, returns{})
	})
}

// requiresShape moves the duty to classify the error from a helper to its caller.
func requiresShape(u *unit) {
	read := u.helper("read", func(name string) {
		u.function(name+"(ctx context.Context, e *Env) (hash [32]byte, err error)", func(h *body) {
			switch h.IntN(4) {
			case 0:
				h.line("return e.policy.GetPolicyCodeHash(nil)")
			case 1:
				h.line("hash, err = %s", readHash)
				h.line("return")
			default:
				h.line("hash, err = %s", readHash)
				h.block("if err != nil {", "}", func() { h.line("return hash, %s", pick(h.source, "err", "fmt.Errorf(\"hash: %w\", err)")) })
				h.line("return hash, nil")
			}
		})
		last := len(u.declarations) - 1
		u.declarations[last] = "//compat:requires policy_code_hash\n" + u.declarations[last]
	})
	u.main("(string, error)", func(b *body) {
		b.start()
		b.before()
		b.call(read + "(ctx, e)")
		decide(b, anyOutcome, returns{})
	})
}
