package oracle

// Classes is a set of what a call can have resulted in: three outcomes, each with the flag off and on.
type classes uint8

const (
	newLenient classes = 1 << iota
	newStrict
	otherLenient
	otherStrict
	missLenient
	missStrict
)

const (
	anyNew     = newLenient | newStrict
	anyOther   = otherLenient | otherStrict
	anyMiss    = missLenient | missStrict
	anyStrict  = newStrict | otherStrict | missStrict
	anyOutcome = anyNew | anyOther | anyMiss
	refusable  = anyOther | missStrict
)

func (c classes) within(other classes) bool { return c&^other == 0 }

// even reports whether the set does not tell the states of the flag apart where there was no miss, as people's conditions seldom do.
func (c classes) even() bool {
	return (c&newLenient == 0) == (c&newStrict == 0) && (c&otherLenient == 0) == (c&otherStrict == 0)
}

// A formula is a condition with the classes in which it holds.
type formula struct {
	text  string
	holds classes
	loose bool // it needs parentheses next to && and ||
}

// tight returns the formula as an operand.
func (f formula) tight() string {
	if f.loose {
		return "(" + f.text + ")"
	}
	return f.text
}
