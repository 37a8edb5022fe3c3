package oracle

// wildShape puts statements together without any sense, around variables that are declared at the top.
func wildShape(u *unit) {
	u.main("(result string, err error)", func(b *body) {
		b.budget = 12
		b.hash, b.err = "hash", "err"
		b.line("var hash [32]byte")
		b.line("var other error")
		b.line("miss, strict := false, false")
		b.line("_, _, _, _ = hash, other, miss, strict")
		if b.chance(75) {
			b.line("hash, err = %s", readHash)
		}
		b.statements(3 + b.IntN(6))
		if b.chance(50) {
			decide(b, anyOutcome, returns{})
			return
		}
		b.line("%s", b.leave())
	})
}

func (b *body) statements(count int) {
	for range count {
		b.statement()
	}
}

func (b *body) statement() {
	if b.budget--; b.budget > 0 && b.chance(45) {
		b.compound()
		return
	}
	b.line("%s", pick(b.source,
		"hash, err = "+readHash,
		"hash, other = e.policy.PolicyCodeHash(nil)",
		"miss = compat.IsSelectorMiss("+b.anError()+")",
		"strict = e.gate.IsStrict(ctx, feature)",
		"strict, other = e.flags.IsStrict(ctx, 1, feature)",
		"strict, err = e.flags.IsStrict(ctx, 1, feature)",
		"miss = "+b.question(),
		"e.gate.RecordLegacy(ctx, feature, e.target)",
		"other = "+b.anError(),
		"err = "+b.anError(),
		"result, err = e.legacy()",
		"result = \"legacy\"",
		"result = text(hash)",
		"e.log(err)",
		b.leave(),
	))
}

func (b *body) anError() string {
	return pick(b.source, "err", "err", "other", "other", "nil", "errOld",
		"fmt.Errorf(\"%w\", err)", "fmt.Errorf(\"%v\", err)", "errors.Join(err, other)")
}

func (b *body) leave() string {
	return pick(b.source, "return", "return text(hash), err", "return text(hash), nil", "return \"\", err",
		"return \"\", other", "return e.legacy()")
}

// question returns any condition.
func (b *body) question() string {
	return pick(b.source, "miss", "!miss", "strict", "!strict", "miss && !strict", "!miss || strict", "err == nil",
		"err != nil", "other != nil", "e.cond()",
		"compat.IsSelectorMiss(err)", "!compat.IsSelectorMiss(err)", "compat.IsSelectorMiss(other)", "e.gate.IsStrict(ctx, feature)",
		"!e.gate.IsStrict(ctx, feature)", "compat.IsSelectorMiss(err) && !e.gate.IsStrict(ctx, feature)", "err != nil && !miss")
}

func (b *body) compound() {
	some := func() { b.statements(1 + b.IntN(3)) }
	switch b.IntN(8) {
	case 0:
		b.block("if "+b.question()+" {", "} else {", some)
		b.block("\t_ = e.target", "}", some)
	case 1:
		b.block("switch {", "}", func() {
			b.block("case "+b.question()+":", "", some)
			b.block("case "+b.question()+", "+b.question()+":", "", some)
			if b.chance(50) {
				b.block("default:", "", some)
			}
		})
	case 2:
		b.block("for range 2 {", "}", func() {
			some()
			b.block("if "+b.question()+" {", "}", func() { b.line("%s", pick(b.source, "break", "continue")) })
			some()
		})
	case 3:
		b.block("defer func() {", "}()", b.deferred)
	case 4:
		b.block("func() {", "}()", b.deferred)
	case 5:
		b.block("if hash, err := "+readHash+"; "+b.question()+" {", "}", func() {
			b.line("_, _ = hash, err")
			some()
		})
	default:
		b.block("if "+b.question()+" {", "}", some)
	}
}

// deferred writes statements of a closure without results.
func (b *body) deferred() {
	for range 1 + b.IntN(2) {
		b.block("if "+b.question()+" {", "}", func() {
			b.line("%s", pick(b.source, "return", "err = other", "err = nil", "result = \"legacy\"", "e.gate.RecordLegacy(ctx, feature, e.target)",
				"hash, err = "+readHash, "err = fmt.Errorf(\"late: %w\", err)", "miss = true", "strict = e.gate.IsStrict(ctx, feature)"))
		})
	}
}
