package oracle

import (
	"fmt"
)

// chunkSize bounds the functions of one program. Memory grows with it, and so does the time that the analyzers need for each function of a
// package; the time for linking shrinks.
const chunkSize = 1000

// An Oracle generates functions and compares what the analyzers say about them with what they do.
type Oracle struct {
	Seed  uint64
	Tally *Tally
	// Dropped counts the mutated functions that did not compile.
	Dropped int

	dir, scratch string
}

// New returns an oracle that works in the analyzers' test module and puts temporary files into scratch.
func New(seed uint64, dir, scratch string) *Oracle {
	return &Oracle{Seed: seed, Tally: NewTally(), dir: dir, scratch: scratch}
}

// Compare generates functions until this many that compile were compared.
func (o *Oracle) Compare(count int) error {
	base, err := loadBase(o.dir)
	if err != nil {
		return err
	}
	tools, err := newToolchain(o.dir, o.scratch, base.CompiledGoFiles)
	if err != nil {
		return err
	}
	number := 0
	next := func() Unit {
		number++
		return Generate(o.Seed, number)
	}
	for done := 0; done < count; done += chunkSize {
		c, err := newChunk(base, min(chunkSize, count-done), next)
		if err != nil {
			return err
		}
		o.Dropped += c.dropped
		if err := o.compare(c, tools); err != nil {
			return err
		}
		c.close()
	}
	return nil
}

// compare runs one chunk while it is analysed.
func (o *Oracle) compare(c *chunk, tools *toolchain) error {
	type execution struct {
		reports map[string]Report
		err     error
	}
	executed := make(chan execution, 1)
	go func() {
		reports, err := tools.execute(c)
		executed <- execution{reports, err}
	}()
	judgements, err := c.analyze()
	run := <-executed
	if err != nil {
		return err
	}
	if run.err != nil {
		return run.err
	}
	for _, u := range c.units {
		report, ok := run.reports[u.Name()]
		if !ok {
			return fmt.Errorf("%s was not run", u.Name())
		}
		o.Tally.Add(Result{u, *judgements[u.Number], report})
	}
	return nil
}

// Show describes the smallest results of one sort, each of another shape, with other findings or another fault.
func (o *Oracle) Show(sort string, count int) []string {
	var list []string
	for _, r := range smallest(o.Tally.kept[sort], count) {
		list = append(list, r.String())
	}
	return list
}
