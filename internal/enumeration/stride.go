package enumeration

// A stride is how much is asked for at once. It shrinks when that was too much, to what went well before or to half of it, and grows back ever
// more carefully: towards what was too much first, and past that now and then, as what was in the way may be behind. A growth that fails doubles
// how many steps must go well before the next one.
type stride struct {
	size, largest uint64
	good          uint64 // went well last; 0 for nothing yet
	ceiling       uint64 // was too much last; 0 for nothing
	calm          int    // steps that went well since the last change
	patience      int
}

// maxPatience is how many steps must go well before growth at the most.
const maxPatience = 256

func newStride(first, largest uint64) *stride {
	return &stride{size: min(first, largest), largest: largest, patience: 1}
}

// shrink makes the stride smaller than what was asked for, and reports whether it could. Where something is known to do, hint is that.
func (s *stride) shrink(asked, hint uint64) bool {
	if asked <= 1 {
		return false
	}
	hasGrown := s.good > 0 && s.good < asked
	switch {
	case hint > 0 && hint < asked:
		s.size = hint
	case hasGrown:
		s.size = s.good
	default:
		s.size = asked / 2
	}
	if hasGrown {
		s.patience = min(2*s.patience, maxPatience)
	}
	s.ceiling, s.calm = asked, 0
	return true
}

// worked notes that a step of full size went well.
func (s *stride) worked() {
	s.good = s.size
	if s.ceiling > 0 && s.size >= s.ceiling {
		s.ceiling, s.patience = 0, 1
	}
	if s.calm++; s.calm < s.patience {
		return
	}
	s.calm = 0
	if gap := s.ceiling - s.size; s.ceiling > s.size && gap > s.size/8 {
		s.size += (gap + 1) / 2
		return
	}
	s.size = min(2*s.size, s.largest)
}
