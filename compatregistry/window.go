package compatregistry

// sentinelYear is from when on a date is taken for "never".
const sentinelYear = 2099

// checkWindow checks that a feature has a grace window if and only if its contracts are rolled out with one, and that
// the window is real. The policy's limits are for windows that are open: one that ended before a limit was lowered stays
// as it is on record.
func (b *builder) checkWindow(f *featureDraft) {
	withGrace, inLockstep := b.rollouts(f)
	switch {
	case withGrace != "" && inLockstep != "":
		b.errorAt(f.Position, "contract %q is rollout grace and contract %q is rollout lockstep, which has no window: split the feature",
			withGrace, inLockstep)
		return
	case inLockstep != "":
		b.checkLockstep(f, inLockstep)
		return
	case withGrace != "" && !f.windowed && f.NeedsGuard():
		b.errorAt(f.Position, "grace_end is missing: contract %q is rollout grace, so write the first day on which legacy is refused%s",
			withGrace, b.latestEnd(f))
	}
	b.checkEnd(f)
	b.checkExtensions(f)
}

// rollouts returns a contract of each rollout, or "".
func (b *builder) rollouts(f *featureDraft) (withGrace, inLockstep string) {
	for _, name := range f.Contracts {
		switch contract := b.registry.contracts[name]; {
		case contract == nil:
		case contract.Rollout == RolloutGrace && withGrace == "":
			withGrace = name
		case contract.Rollout == RolloutLockstep && inLockstep == "":
			inLockstep = name
		}
	}
	return withGrace, inLockstep
}

func (b *builder) checkLockstep(f *featureDraft, contract string) {
	const message = "%s is not allowed: contract %q is rollout lockstep, which has no window, so remove it or make the rollout grace"
	if f.windowed {
		b.errorAt(f.GraceEndPosition, message, "grace_end", contract)
	}
	if len(f.Extensions) > 0 {
		b.errorAt(f.Extensions[0].Position, message, "extensions", contract)
	}
}

// latestEnd is advice on what to write as the end of a window.
func (b *builder) latestEnd(f *featureDraft) string {
	if f.introduced.IsZero() {
		return ""
	}
	return ", at the latest " + f.introduced.AddDays(b.registry.Policy.MaxGrace).String()
}

func (b *builder) checkEnd(f *featureDraft) {
	if f.graceEnd.IsZero() || f.introduced.IsZero() {
		return
	}
	days := f.introduced.DaysUntil(f.graceEnd.Date)
	limit := b.registry.Policy.MaxGrace
	switch {
	case days <= 0:
		b.errorAt(f.graceEnd.position, "grace_end %s is not after introduced.date %s: write a later day%s", f.graceEnd, f.introduced, b.latestEnd(f))
	case days <= limit || !f.NeedsGuard():
	case f.graceEnd.Time().Year() >= sentinelYear:
		b.errorAt(f.graceEnd.position, "grace_end %s means never: write the day on which legacy is really refused%s", f.graceEnd, b.latestEnd(f))
	default:
		b.errorAt(f.graceEnd.position, "grace_end %s is %s after introduced.date %s, more than policy.max_grace %dd: "+
			"shorten the window, or raise policy.max_grace", f.graceEnd, plural(days, "day"), f.introduced, limit)
	}
}

// checkExtensions checks that the extensions lead from an earlier end of the window to the present one.
func (b *builder) checkExtensions(f *featureDraft) {
	if len(f.Extensions) == 0 {
		return
	}
	if !f.windowed {
		b.errorAt(f.Extensions[0].Position, "extensions without grace_end: write grace_end, which is the last extension's to")
	}
	if count, limit := len(f.Extensions), b.registry.Policy.MaxExtensions; f.NeedsGuard() && count > limit {
		verb := "are"
		if count == 1 {
			verb = "is"
		}
		b.errorAt(f.Extensions[limit].Position, "%s %s more than policy.max_extensions %d: end the window, or raise policy.max_extensions",
			plural(count, "extension"), verb, limit)
	}
	previous := datedPosition{}
	for i, e := range f.extensions {
		b.checkExtension(f, e, i == 0, previous)
		previous = e.to
	}
	if !previous.IsZero() && !f.graceEnd.IsZero() && previous.Date != f.graceEnd.Date {
		b.errorAt(previous.position, "the last extension leads to %s, but grace_end is %s: make them the same day", previous, f.graceEnd)
	}
}

func (b *builder) checkExtension(f *featureDraft, e extensionDraft, isFirst bool, previous datedPosition) {
	if e.from.IsZero() {
		return
	}
	if !e.to.IsZero() && !e.from.Before(e.to.Date) {
		b.errorAt(e.to.position, "extension from %s to %s does not lengthen the window: from must be before to", e.from, e.to)
	}
	switch {
	case isFirst && !f.introduced.IsZero() && !f.introduced.Before(e.from.Date):
		b.errorAt(e.from.position, "extension from %s does not begin after introduced.date %s: from is the end that was promised before",
			e.from, f.introduced)
	case !isFirst && !previous.IsZero() && e.from.Date != previous.Date:
		b.errorAt(e.from.position, "extension from %s does not continue the one before, which leads to %s: make them the same day", e.from, previous)
	}
}
