// Package schema makes a JSON Schema of compat.yaml, with which editors complete and check the file while it is written.
//
// A schema knows the shape of the file: keys, types, and what texts look like. That names refer to something, that dates follow each other and
// that an ABI has the functions is known to package compatregistry alone, which decides in any case.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"

	"github.com/compatlint/compatlint/compatregistry"
)

// URL is where editors find the schema.
const URL = "https://raw.githubusercontent.com/compatlint/compatlint/main/docs/schema/compat.schema.json"

// JSON returns the schema as indented text. It is the same at every call.
func JSON() ([]byte, error) {
	top := describe(reflect.TypeFor[registry]())
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["$id"] = URL
	top["title"] = "compat.yaml"
	top["description"] = "What the contracts require of a service, feature by feature."
	top["anyOf"] = []any{notEmpty("contracts"), notEmpty("features")}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(top)
	return b.Bytes(), err
}

// notEmpty asks for a mapping with an entry.
func notEmpty(key string) map[string]any {
	return map[string]any{
		"required":   []any{key},
		"properties": map[string]any{key: map[string]any{"type": "object", "minProperties": 1}},
	}
}

// describe returns the schema of a type.
func describe(t reflect.Type) map[string]any {
	if kind, ok := kinds[t]; ok {
		return copied(kind)
	}
	switch {
	case t == reflect.TypeFor[selector]():
		return map[string]any{"anyOf": []any{describe(reflect.TypeFor[signature]()), describe(reflect.TypeFor[function]())}}
	case t.Kind() == reflect.Pointer: // an entry that may say nothing
		return nullable(describe(t.Elem()))
	case t.Kind() == reflect.Struct:
		return object(t)
	}
	panic(fmt.Sprintf("package schema does not describe the type %s", t))
}

func copied(m map[string]any) map[string]any {
	c := make(map[string]any, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

// object describes a mapping with a fixed set of keys.
func object(t reflect.Type) map[string]any {
	properties := map[string]any{}
	required := []any{}
	for i := range t.NumField() {
		f := t.Field(i)
		value := property(f)
		value["description"] = f.Tag.Get("doc")
		if f.Tag.Get("required") != "" {
			required = append(required, f.Tag.Get("key"))
		} else {
			value = nullable(value)
		}
		properties[f.Tag.Get("key")] = value
	}
	o := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		o["required"] = required
	}
	if t == reflect.TypeFor[feature]() {
		o["oneOf"] = []any{given("contract"), given("contracts")}
		o["allOf"] = detections()
	}
	if t == reflect.TypeFor[enumerate]() {
		o["oneOf"] = []any{given("method"), given("events")}
		o["allOf"] = combinations()
	}
	return o
}

// detections says which ways of detection go with a change.
func detections() []any {
	var rules []any
	for _, change := range compatregistry.Changes() {
		is := map[string]any{"required": []any{"change"}, "properties": map[string]any{"change": map[string]any{"const": string(change)}}}
		if change == compatregistry.ChangeAdded { // which is the default
			is = map[string]any{"properties": map[string]any{"change": map[string]any{"enum": []any{string(change), nil}}}}
		}
		allowed := nullable(oneOf(change.Detects()...))
		rules = append(rules, map[string]any{"if": is, "then": map[string]any{"properties": map[string]any{"detect": allowed}}})
	}
	return rules
}

// combinations says which keys of an enumeration go together.
func combinations() []any {
	var rules []any
	for _, r := range keyRules {
		var allOf []any
		for _, key := range r.needs {
			allOf = append(allOf, given(key))
		}
		for _, key := range r.excludes {
			allOf = append(allOf, map[string]any{"not": given(key)})
		}
		rules = append(rules, map[string]any{"if": given(r.key), "then": map[string]any{"allOf": allOf}})
	}
	return rules
}

// given asks for a key with a value.
func given(key string) map[string]any {
	return map[string]any{
		"required":   []any{key},
		"properties": map[string]any{key: map[string]any{"not": map[string]any{"type": "null"}}},
	}
}

func property(f reflect.StructField) map[string]any {
	switch f.Type.Kind() {
	case reflect.Slice:
		a := map[string]any{"type": "array", "items": describe(f.Type.Elem())}
		if least, err := strconv.Atoi(f.Tag.Get("least")); err == nil {
			a["minItems"] = least
		}
		if f.Tag.Get("repeated") == "" {
			a["uniqueItems"] = true
		}
		return a
	case reflect.Map:
		return map[string]any{
			"type":                 "object",
			"propertyNames":        map[string]any{"pattern": keyPatterns[f.Tag.Get("names")]},
			"additionalProperties": describe(f.Type.Elem()),
		}
	}
	return describe(f.Type)
}

// nullable allows a key without a value, which means the same as no key.
func nullable(s map[string]any) map[string]any {
	if name, ok := s["type"].(string); ok {
		s["type"] = []any{name, "null"}
		return s
	}
	if values, ok := s["enum"].([]any); ok {
		s["enum"] = append(values[:len(values):len(values)], nil)
		return s
	}
	if choices, ok := s["anyOf"].([]any); ok {
		s["anyOf"] = append(choices[:len(choices):len(choices)], map[string]any{"type": "null"})
	}
	return s
}
