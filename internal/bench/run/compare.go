package main

import (
	"context"
	"fmt"
	"slices"
)

// A comparison is a row of the table: what subject costs beside base.
type comparison struct {
	suite, name   string
	base, subject program
	heavy         bool // takes long, so it gets a quarter of the rounds
	goal          goal
}

// A goal is what was promised, in words and as a test of the medians.
type goal struct {
	text string
	met  func(base, subject sample) bool
}

// A result is a comparison with what came out.
type result struct {
	Suite    string   `json:"suite"`
	Name     string   `json:"name"`
	Base     string   `json:"base"`
	Subject  string   `json:"subject"`
	Bases    []sample `json:"bases"`
	Subjects []sample `json:"subjects"`
	Goal     string   `json:"goal,omitempty"`
	Met      bool     `json:"met"`
}

// run takes the samples in pairs, so that both sides meet the same load of the machine. The first one of a pair changes from pair to pair.
func (c *comparison) run(ctx context.Context, s *stopwatch, rounds int) (*result, error) {
	if c.heavy {
		rounds = (rounds + 3) / 4
	}
	r := &result{Suite: c.suite, Name: c.name, Base: c.base.name, Subject: c.subject.name, Goal: c.goal.text}
	for _, p := range []program{c.base, c.subject} {
		if p.fresh != nil {
			continue
		}
		if _, err := s.run(ctx, p); err != nil { // fills its caches
			return nil, fmt.Errorf("%s, %s: %w", c.name, p.name, err)
		}
	}
	for i := range rounds {
		pair := []program{c.base, c.subject}
		into := []*[]sample{&r.Bases, &r.Subjects}
		if i%2 == 1 {
			slices.Reverse(pair)
			slices.Reverse(into)
		}
		for j, p := range pair {
			taken, err := s.run(ctx, p)
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", c.name, p.name, err)
			}
			*into[j] = append(*into[j], taken)
		}
	}
	if c.goal.met != nil {
		r.Met = c.goal.met(medians(r.Bases), medians(r.Subjects))
	}
	return r, nil
}

// title names the row while it is measured.
func (c *comparison) title() string { return c.subject.name + ", " + c.name + ", with " + c.base.name }

// medians takes the median of each figure by itself.
func medians(samples []sample) sample {
	median := func(figure func(sample) float64) float64 {
		figures := make([]float64, len(samples))
		for i, s := range samples {
			figures[i] = figure(s)
		}
		slices.Sort(figures)
		return (figures[(len(figures)-1)/2] + figures[len(figures)/2]) / 2
	}
	return sample{
		Wall:   median(func(s sample) float64 { return s.Wall }),
		CPU:    median(func(s sample) float64 { return s.CPU }),
		Memory: median(func(s sample) float64 { return s.Memory }),
	}
}

// cpuAtMost asks for a ratio of processor time.
func cpuAtMost(ratio float64) goal {
	return goal{fmt.Sprintf("≤ %.4g×", ratio), func(base, subject sample) bool { return subject.CPU <= ratio*base.CPU }}
}

// lean adds the limit of memory for linting a service.
func (g goal) lean() goal {
	const megabytes = 120
	return goal{fmt.Sprintf("%s, < %d MB", g.text, megabytes), func(base, subject sample) bool {
		return g.met(base, subject) && subject.Memory < megabytes
	}}
}

// tenTimes asks for a tenth of the processor time and less memory.
func tenTimes() goal {
	return goal{"≤ 0.1×, time and memory", func(base, subject sample) bool {
		return subject.CPU <= base.CPU/10 && subject.Memory <= base.Memory/10
	}}
}

// laterBy asks for a difference of processor time in seconds.
func laterBy(seconds float64) goal {
	return goal{fmt.Sprintf("≤ +%.0f ms", 1000*seconds), func(base, subject sample) bool { return subject.CPU-base.CPU <= seconds }}
}
