package literals

// later sets fields after the literal, where nothing holds them against the registry.
func later(other struct{ GraceEnd, Ticket string }) wrapper {
	w := wrapper{Feature: feature, GraceEnd: end, Ticket: "NEWT-1001", New: run, Legacy: run}
	w.GraceEnd = "2099-01-01"     // want `^GraceEnd of a compat\.BackwardCompat is set after its literal, .*\[gracedate/set-later\]$`
	(&w).Ticket = "NEWT-1"        // want `^Ticket of a compat\.BackwardCompat is set after its literal, .*\[gracedate/set-later\]$`
	other.GraceEnd = "2099-01-01" // a field of the same name
	return w
}
