package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/peterbourgon/ff/v3/ffcli"
)

var (
	codeSpan = regexp.MustCompile("`(compatlint [^`]*)`")
	codeLine = regexp.MustCompile(`^(?:\$ )?(compatlint .*)`)
)

// commandLines are the command lines that a page shows: in a code span, or as a line of a code block.
func commandLines(page string) []string {
	var found []string
	block := false
	for line := range strings.Lines(page) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			block = !block
			continue
		}
		shown := codeSpan
		if block {
			shown = codeLine
		}
		for _, match := range shown.FindAllStringSubmatch(line, -1) {
			found = append(found, match[1])
		}
	}
	return found
}

// TestDocumentedCommandsExist looks up every command and flag of this program that the pages for users name.
func TestDocumentedCommandsExist(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	cl := &commandLine{stdout: io.Discard, stderr: io.Discard}
	cl.root = cl.rootCommand()
	seen := 0
	for _, page := range append(pages, "../../README.md", "../../CONTRIBUTING.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range commandLines(string(text)) {
			seen++
			if problem := unknownTo(cl.root, strings.Fields(quoted.ReplaceAllString(line, "QUOTED"))[1:]); problem != "" {
				t.Errorf("%s: %s: %s", filepath.Base(page), line, problem)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d command lines were found", seen)
	}
}

var (
	commandWord = regexp.MustCompile(`^[a-z]+$`)
	flagWord    = regexp.MustCompile(`^-([A-Za-z][a-z-]*)(=.*)?$`)
	quoted      = regexp.MustCompile(`'[^']*'|"[^"]*"`)
)

// elsewhere are flags that the program takes without being a command that lints: help, and what go vet asks it.
var elsewhere = []string{"h", "V"}

// unknownTo says which flag of a command line its command does not have, or that there is no such command.
func unknownTo(root *ffcli.Command, words []string) string {
	command := root
	for len(words) > 0 {
		at := slices.IndexFunc(command.Subcommands, func(sub *ffcli.Command) bool { return sub.Name == words[0] })
		if at < 0 {
			break
		}
		command, words = command.Subcommands[at], words[1:]
	}
	if len(command.Subcommands) > 0 && len(words) > 0 && commandWord.MatchString(words[0]) {
		return words[0] + " is no command of " + command.Name
	}
	for _, word := range words {
		if strings.ContainsAny(word, "|>&#") {
			break // the shell's
		}
		name := flagWord.FindStringSubmatch(word)
		if name != nil && command.FlagSet.Lookup(name[1]) == nil && !slices.Contains(elsewhere, name[1]) {
			return word + " is no flag of " + called(command)
		}
	}
	return ""
}

func TestUnknownTo(t *testing.T) {
	sub := &ffcli.Command{Name: "sub", ShortUsage: "root sub [flags]", FlagSet: flag.NewFlagSet("sub", flag.ContinueOnError)}
	sub.FlagSet.Bool("here", false, "")
	root := &ffcli.Command{Name: "root", ShortUsage: "root COMMAND", FlagSet: flag.NewFlagSet("root", flag.ContinueOnError), Subcommands: []*ffcli.Command{sub}}
	for line, want := range map[string]string{
		"sub -here":               "",
		"sub -here=true ./... -h": "",
		"sub -there":              "-there is no flag of root sub",
		"sub x | other -there":    "",
		"pub -here":               "pub is no command of root",
		"-here sub":               "-here is no flag of root",
	} {
		if got := unknownTo(root, strings.Fields(line)); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}
