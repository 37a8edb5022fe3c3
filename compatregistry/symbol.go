package compatregistry

import (
	"errors"
	"fmt"
	"go/token"
	"strings"
)

// checkFunction accepts a function or method as types.Func.FullName prints it: "pkg/path.Func", "(pkg/path.T).M" or
// "(*pkg/path.T).M", where T may have type parameters in brackets.
func checkFunction(text string) error {
	if strings.HasPrefix(text, "(") {
		receiver, method, ok := strings.Cut(text, ").")
		if !ok {
			return fmt.Errorf("%q, which has no closing parenthesis with a method after it: write (*pkg/path.T).Method", text)
		}
		if err := checkTypeName(strings.TrimPrefix(receiver[1:], "*")); err != nil {
			return fmt.Errorf("%q, whose receiver is wrong: %w", text, err)
		}
		if !token.IsIdentifier(method) {
			return fmt.Errorf("%q, where %q is not a method name: write (*pkg/path.T).Method", text, method)
		}
		return nil
	}
	if strings.HasPrefix(text, "*") {
		return fmt.Errorf("%q, a method without parentheses: write (*pkg/path.T).Method", text)
	}
	path, name, err := splitQualified(text)
	if err != nil {
		return fmt.Errorf("%q, which is not a function: %w", text, err)
	}
	if typeName, ok := typeInPath(path); ok {
		return fmt.Errorf("%q, a method without parentheses: write (%s).%s or (*%[2]s).%[3]s", text, typeName, name)
	}
	return nil
}

// typeInPath recognises "pkg/path.T" where an import path should be: the author left out the parentheses of a method.
func typeInPath(path string) (string, bool) {
	element := path[strings.LastIndexByte(path, '/')+1:]
	_, name, ok := strings.Cut(element, ".")
	return path, ok && token.IsIdentifier(name) && token.IsExported(name)
}

// checkTypeName accepts "pkg/path.T" and "pkg/path.T[P]".
func checkTypeName(text string) error {
	base, parameters, generic := strings.Cut(text, "[")
	if generic && (len(parameters) < 2 || !strings.HasSuffix(parameters, "]")) {
		return fmt.Errorf("%q has unbalanced brackets", text)
	}
	_, _, err := splitQualified(base)
	return err
}

// checkWrapperType accepts the type of a wrapper.
func checkWrapperType(text string) error {
	if strings.ContainsAny(text, "()*[]") {
		return fmt.Errorf("%q: write the plain type, such as pkg/path.T", text)
	}
	if err := checkTypeName(text); err != nil {
		return fmt.Errorf("%q, which is not a type: %w", text, err)
	}
	return nil
}

// splitQualified splits "pkg/path.Name" at the last dot and checks both parts.
func splitQualified(text string) (path, name string, err error) {
	dot := strings.LastIndexByte(text, '.')
	if dot < strings.LastIndexByte(text, '/') || dot < 0 {
		return "", "", errors.New("a dot and a name after the import path are missing, as in pkg/path.Name")
	}
	path, name = text[:dot], text[dot+1:]
	if !token.IsIdentifier(name) {
		return "", "", fmt.Errorf("%q is not a Go name", name)
	}
	return path, name, checkImportPath(path)
}

// checkImportPath accepts the characters that the go command accepts (golang.org/x/mod/module.CheckImportPath).
func checkImportPath(path string) error {
	if path == "" {
		return errors.New("the import path is missing")
	}
	for element := range strings.SplitSeq(path, "/") {
		switch {
		case element == "":
			return errors.New("an element of the import path is empty: remove the extra slash")
		case element == "." || element == "..":
			return errors.New("this is a folder: write the import path")
		}
	}
	if i := strings.IndexFunc(path, func(r rune) bool { return !isPathRune(r) }); i >= 0 {
		return fmt.Errorf("%q is not allowed in an import path", []rune(path[i:])[0])
	}
	return nil
}

func isPathRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("-._~+/", r)
}

// checkPattern accepts an import path in which "..." stands for any text, as in the go command's package patterns.
func checkPattern(text string) error {
	if strings.ContainsRune(text, '*') {
		return fmt.Errorf("%q: the only wildcard is the one in example.com/avs/bindings/...: write that instead", text)
	}
	// In place of a wildcard anything may stand, so a plain letter tells whether the rest is in order.
	if err := checkImportPath(strings.ReplaceAll(text, "...", "x")); err != nil {
		return fmt.Errorf("%q, which is no import path pattern: %w", text, err)
	}
	return nil
}

// checkExempt accepts an import path pattern, or a type in parentheses.
func checkExempt(text string) error {
	if !strings.HasPrefix(text, "(") {
		return checkPattern(text)
	}
	if !strings.HasSuffix(text, ")") {
		return fmt.Errorf("%q, which has no closing parenthesis: write a type as (*pkg/path.T) or (pkg/path.T)", text)
	}
	if err := checkTypeName(strings.TrimPrefix(text[1:len(text)-1], "*")); err != nil {
		return fmt.Errorf("%q, which is not a type: %w", text, err)
	}
	return nil
}

// checkGoName accepts a Go identifier.
func checkGoName(text string) error {
	if !token.IsIdentifier(text) {
		return fmt.Errorf("%q, which is not a Go identifier", text)
	}
	return nil
}
