// Command golangci-lint-compat is golangci-lint with compatlint in it, as the linter "compatlint".
//
// It takes golangci-lint's commands, flags and configuration; see docs/golangci.md. It is a module of its own because golangci-lint is
// licensed under GPL-3.0, which holds for this binary too, and because nobody else should have to download its four hundred modules.
package main

import (
	"fmt"
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/compatlint/compatlint/analyzers/golangci"
)

func main() {
	if err := commands.Execute(buildInfo()); err != nil {
		fmt.Fprintf(os.Stderr, "The command is terminated due to an error: %v\n", err)
		os.Exit(exitcodes.Failure)
	}
}

// buildInfo gives no version: golangci-lint keys its cache by it, and by the content of the executable when there is none. A version that stays
// while the analyzers change would replay the results of older ones. What the executable was built from stands in the place of the commit.
func buildInfo() commands.BuildInfo {
	info := commands.BuildInfo{Version: "(devel)", GoVersion: runtime.Version(), Commit: "unknown", Date: "unknown date"}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return info
	}
	var parts []string
	for _, module := range build.Deps {
		switch module.Path {
		case "github.com/golangci/golangci-lint/v2", "github.com/compatlint/compatlint":
			parts = append(parts, path.Base(strings.TrimSuffix(module.Path, "/v2"))+" "+module.Version)
		}
	}
	info.Commit = strings.Join(parts, " and ")
	return info
}
