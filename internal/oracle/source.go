package oracle

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A source makes the random choices of one unit.
type source struct{ *rand.Rand }

func newSource(seed uint64, number int) source {
	return source{rand.New(rand.NewPCG(seed, uint64(number)))}
}

// chance is true with a probability in percent.
func (s source) chance(percent int) bool { return s.IntN(100) < percent }

// pick returns one of the options.
func pick[T any](s source, options ...T) T { return options[s.IntN(len(options))] }

// A Unit is one generated function with its helpers.
type Unit struct {
	Number    int
	Shape     string
	Mutations []string // what was changed, in words; empty for a function as its shape makes it
	Source    string
}

// Name is the function's name.
func (u Unit) Name() string { return functionName(u.Number) }

func functionName(number int) string { return fmt.Sprintf("f%d", number) }

// Plain reports whether the function is as its shape made it, and the shape makes functions that behave.
func (u Unit) Plain() bool { return len(u.Mutations) == 0 && u.Shape != wild }

// Generate makes the unit with this number.
func Generate(seed uint64, number int) Unit {
	random := newSource(seed, number)
	shape := pickShape(random)
	u := &unit{source: random, number: number}
	shape.write(u)
	result := Unit{Number: number, Shape: shape.name, Source: u.text()}
	if shape.name != wild && random.chance(65) || random.chance(20) {
		result.Source, result.Mutations = mutate(random, result.Source, 1+random.IntN(3)*random.IntN(2))
	}
	return result
}

// A unit gathers the declarations of one function and its helpers.
type unit struct {
	source
	number       int
	declarations []string
	once         map[string]string // helpers that are declared already, by what they do
}

func (u *unit) text() string { return strings.Join(u.declarations, "\n") }

// helper returns the name of a helper that write declares the first time it is asked for.
func (u *unit) helper(purpose string, write func(name string)) string {
	if name, ok := u.once[purpose]; ok {
		return name
	}
	name := fmt.Sprintf("%s%d", purpose, u.number)
	if u.once == nil {
		u.once = map[string]string{}
	}
	u.once[purpose] = name
	write(name)
	return name
}

// function declares a function. Its body is written by write.
func (u *unit) function(header string, write func(b *body)) {
	b := &body{unit: u, miss: missCall, budget: 14}
	b.line("func %s {", header)
	b.depth++
	write(b)
	b.depth--
	b.line("}")
	u.declarations = append(u.declarations, b.out.String())
}

// main declares the generated function itself.
func (u *unit) main(results string, write func(b *body)) {
	u.function(fmt.Sprintf("%s(ctx context.Context, e *Env) %s", functionName(u.number), results), write)
}

// A body is a function's body while it is written.
type body struct {
	*unit
	out    strings.Builder
	depth  int
	locals int
	budget int // how many more decisions its trees may take

	err, hash string // the variables that hold the result of the call
	miss      missForm
	strict    strictForm
	pure      bool // there is nothing but the error: no context, no environment
}

func (b *body) line(format string, args ...any) {
	b.out.WriteString(strings.Repeat("\t", b.depth))
	fmt.Fprintf(&b.out, format, args...)
	b.out.WriteByte('\n')
}

// block writes lines that are indented by one more step, between an opening and a closing line.
func (b *body) block(open, end string, write func()) {
	b.line("%s", open)
	b.depth++
	write()
	b.depth--
	if end != "" {
		b.line("%s", end)
	}
}

// local returns a name that is new in the function.
func (b *body) local(name string) string {
	b.locals++
	return fmt.Sprintf("%s%d", name, b.locals)
}
