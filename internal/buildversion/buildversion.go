// Package buildversion says what a command was built from.
package buildversion

import (
	"runtime/debug"
	"strings"
)

// Release is the version of the module, without what else it was built from; "" where nobody knows.
func Release() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Main.Version
}

// Text is what the go command recorded when it built the binary: a module version, or the revision of a checkout, and the version of Go.
func Text() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	text := info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && !strings.Contains(text, setting.Value[:min(12, len(setting.Value))]) {
			text += " " + setting.Value
		}
	}
	return text + " " + info.GoVersion
}
