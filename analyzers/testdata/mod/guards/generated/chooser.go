package generated

// A chooser makes every decision of a run, and all decisions over all runs. The first run takes the first option everywhere; next goes on
// to the next combination by counting up the last decision that has an option left, and forgetting those after it.
type chooser struct {
	taken []decision
	at    int
}

type decision struct {
	subject string
	options []string
	option  int
}

// choose returns the number of the option that this run takes.
func (c *chooser) choose(subject string, options ...string) int {
	if c.at == len(c.taken) {
		c.taken = append(c.taken, decision{subject: subject, options: options})
	}
	d := c.taken[c.at]
	c.at++
	return d.option
}

// next prepares the next run. It returns false when all combinations have been met.
func (c *chooser) next() bool {
	c.at = 0
	for i := len(c.taken) - 1; i >= 0; i-- {
		if d := &c.taken[i]; d.option+1 < len(d.options) {
			d.option++
			c.taken = c.taken[:i+1]
			return true
		}
	}
	return false
}

// story tells the decisions of this run in the order in which they mattered.
func (c *chooser) story() []string {
	var lines []string
	for _, d := range c.taken[:c.at] {
		lines = append(lines, d.subject+" "+d.options[d.option])
	}
	return lines
}
