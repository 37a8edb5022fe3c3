package main

import (
	"context"
	"flag"
	"fmt"

	"github.com/peterbourgon/ff/v3/ffcli"

	"github.com/compatlint/compatlint/compatregistry/schema"
)

func (cl *commandLine) registrySchema() *ffcli.Command {
	const long = `
schema prints the JSON Schema of compat.yaml, with which editors complete and check it. With the
YAML language server this line at the top of compat.yaml is enough; init writes it:

  # yaml-language-server: $schema=` + schema.URL + `

Example:
  compatlint registry schema > compat.schema.json
`
	fs := flag.NewFlagSet("schema", flag.ContinueOnError)
	return cl.command("schema", "compatlint registry schema", "print the JSON Schema of compat.yaml", long, fs,
		func(_ context.Context, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("registry schema takes no arguments")
			}
			text, err := schema.JSON()
			if err != nil {
				return err
			}
			_, err = cl.stdout.Write(text)
			return err
		})
}
