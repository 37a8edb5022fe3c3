// Command loadonly loads packages and does nothing with them. It is what compatlint is measured against, so it shares
// no code with it: even the load mode is an argument.
package main

import (
	"flag"
	"fmt"
	"os"

	"golang.org/x/tools/go/packages"
)

func main() {
	mode := flag.Int("mode", 0, "the packages.LoadMode, as a `number`")
	dir := flag.String("C", "", "load the packages of the module in `DIR`")
	flag.Parse()
	if err := load(packages.LoadMode(*mode), *dir, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "loadonly:", err)
		os.Exit(2)
	}
}

// load fails where packages cannot be loaded whole: half the work would be too low a bar.
func load(mode packages.LoadMode, dir string, patterns []string) error {
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: dir}, patterns...)
	if err != nil {
		return err
	}
	if n := packages.PrintErrors(pkgs); n > 0 {
		return fmt.Errorf("%d errors in the packages", n)
	}
	fmt.Println(len(pkgs), "packages")
	return nil
}
