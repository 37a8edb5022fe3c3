// Command run runs every function of package oracle in every scenario and prints what each did wrong, as JSON: function -> scenario -> text.
package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"

	"example.com/lint/guards/oracle"
)

func main() {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	wrong := map[string]map[string]string{}
	for name, f := range oracle.Functions {
		wrong[name] = map[string]string{}
		for _, s := range oracle.Scenarios() {
			if text := oracle.Check(f, s); text != "" {
				wrong[name][fmt.Sprintf("%s, %s, %s", s.First, s.Second, s.Flag)] = text
			}
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(wrong); err != nil {
		fmt.Fprintln(os.Stderr, "run:", err)
		os.Exit(1)
	}
}
