package abidiff

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/render"
)

// skippedFolders hold other people's code, or what compilers keep for themselves.
var skippedFolders = []string{"node_modules", "vendor", "testdata", "build-info"}

// maxErrors bounds how many errors in files are listed: a folder that is none of contracts may have thousands.
const maxErrors = 20

// readFolder reads a folder and those below it. Go bindings come first: where there are any, the JSON files are what they were generated
// from. importPath is that of the folder, "" where it is not known.
func (s *Source) readFolder(root, importPath string) error {
	goFiles, jsonFiles, err := listFolder(root)
	if err != nil {
		return err
	}
	var problems compatregistry.ErrorList
	for _, file := range goFiles {
		found, err := readGo(file)
		if err := collect(&problems, err); err != nil {
			return err
		}
		s.add(root, importPath, found...)
	}
	if len(s.Contracts) == 0 && len(problems) == 0 {
		for _, file := range jsonFiles {
			found, err := readJSON(file)
			if err := collect(&problems, err); err != nil {
				return err
			}
			s.add(root, "", found...)
		}
	}
	switch {
	case len(problems) > 0:
		return problems[:min(len(problems), maxErrors)]
	case len(s.Contracts) == 0:
		return fmt.Errorf("%s: the folder has no Go bindings and no ABI files: looked at %s and %s",
			s.Name, render.Count(len(goFiles), "Go file"), render.Count(len(jsonFiles), "JSON file"))
	}
	return nil
}

// collect takes in errors at places of files, so that all files get looked at. Others are returned.
func collect(problems *compatregistry.ErrorList, err error) error {
	var list compatregistry.ErrorList
	if errors.As(err, &list) {
		*problems = append(*problems, list...)
		return nil
	}
	return err
}

func listFolder(root string) (goFiles, jsonFiles []string, err error) {
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if path != root && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || slices.Contains(skippedFolders, name)) {
				return fs.SkipDir
			}
		case entry.Type()&^fs.ModeSymlink != 0:
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			goFiles = append(goFiles, path)
		case strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".abi"):
			jsonFiles = append(jsonFiles, path)
		}
		return nil
	})
	return goFiles, jsonFiles, err
}

func readGo(file string) ([]Contract, error) {
	src, err := readLimited(file)
	if err != nil || !mayBind(src) {
		return nil, err
	}
	return parseGo(file, src)
}

func readJSON(file string) ([]Contract, error) {
	data, err := readLimited(file)
	if err != nil || !isABI(file, data) {
		return nil, err
	}
	contract, err := parseJSON(file, data)
	if err != nil {
		return nil, err
	}
	return []Contract{contract}, nil
}

// add takes in contracts that were read below a folder.
func (s *Source) add(root, importPath string, found ...Contract) {
	for _, c := range found {
		c.place = c.File
		if rel, err := filepath.Rel(root, c.File); err == nil {
			c.place = filepath.ToSlash(rel)
		}
		if importPath != "" {
			c.ImportPath = path.Join(importPath, path.Dir(c.place))
		}
		s.Contracts = append(s.Contracts, c)
	}
}
