package schema_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/schema"
)

var update = flag.Bool("update", false, "rewrite the committed schema")

// committed is the file that schema.URL leads to.
const committed = "../../docs/schema/compat.schema.json"

func TestCommittedSchemaIsCurrent(t *testing.T) {
	want, err := schema.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(committed, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(committed)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("run go test ./compatregistry/schema -update (-want +got):\n%s", diff)
	}
	if _, path, _ := strings.Cut(schema.URL, "/main/"); "../../"+path != committed {
		t.Errorf("%s does not lead to %s", schema.URL, committed)
	}
}

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := schema.JSON()
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schema.URL, value); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile(schema.URL)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestValidRegistries checks that the schema accepts what the loader accepts.
func TestValidRegistries(t *testing.T) {
	s := compiled(t)
	for _, path := range []string{
		"../testdata/valid/compat.yaml", "../../testdata/avs/compat.yaml",
		"../../cmd/compatlint/testdata/service/compat.yaml", "../../analyzers/testdata/mod/compat.yaml",
	} {
		if _, err := compatregistry.Load(path); err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		checkAccepted(t, s, path, data)
	}
	accepted := 0
	for _, input := range archived(t, "../edit/testdata/*.txtar", "") {
		if _, err := compatregistry.Parse("compat.yaml", input.Data); err == nil {
			checkAccepted(t, s, input.Name, input.Data)
			accepted++
		}
	}
	if accepted < 30 {
		t.Errorf("only %d registries are valid", accepted)
	}
}

func checkAccepted(t *testing.T, s *jsonschema.Schema, name string, data []byte) {
	t.Helper()
	value, err := decode(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	} else if err := s.Validate(value); err != nil {
		t.Errorf("%s: the schema refuses what the loader accepts: %v", name, err)
	}
}

// beyond are the invalid registries in ../testdata/errors whose shape is right: what is wrong with them only the loader knows.
var beyond = []string{
	// A change that the rollout does not allow, or that the ABI contradicts.
	"changes/semantics of a grace contract", "changes/planned semantics of a grace contract", "changes/addition that nothing shows",
	"changes/semantics with support for another feature", "changes/returns without returns", "changes/removal in state strict",
	"changes/removed and still there", "changes/renamed to what is not there", "changes/change in an open window",
	"changes/addition after a retired one",
	// Names of nothing, folders, and ABI files.
	"contracts/name that Go does not allow", "contracts/unknown sibling", "contracts/unlike sibling", "contracts/own sibling",
	"contracts/folder as pattern", "contracts/missing ABI", "contracts/folder as ABI", "contracts/malformed ABI",
	"contracts/JSON without ABI", "contracts/exempt path",
	// Dates that do not follow each other, and limits.
	"extensions/too many", "extensions/none allowed", "extensions/backwards", "extensions/standing still", "extensions/gap",
	"extensions/last one leads elsewhere", "extensions/from before introduction", "extensions/without an end",
	// Names of nothing, names that are too much alike, and limits.
	"features/unknown contract", "features/unlike contract", "features/names that differ in underscores only",
	"features/too many live versions", "features/one live version",
	// Names of nothing, and what only the case of a letter tells.
	"guards/method without parentheses", "guards/supports unknown feature", "guards/supports folded feature",
	"guards/supports unlike feature",
	// Names of nothing, numbers in hex, and checksums.
	"networks/chain_id in hex", "networks/zero address", "networks/wrong checksum", "networks/unknown contract",
	"networks/address twice", "networks/enumerate with a method that is not there",
	// Functions and events that are not what the other keys make of them, or not in the ABI, and numbers in hex.
	"enumerations/page with a method of no parameters", "enumerations/page with a method of three parameters",
	"enumerations/page with a method of signed parameters", "enumerations/two numbers without page", "enumerations/a number without count",
	"enumerations/an address without owners", "enumerations/parameters that nothing gives",
	"enumerations/count with a method of no parameters", "enumerations/count with parameters",
	"enumerations/owners with a method of no parameters", "enumerations/owners with a method of two addresses",
	"enumerations/owners with parameters", "enumerations/since in hex", "enumerations/event with too many indexed parameters",
	"enumerations/event with a huge array", "enumerations/event without an address", "enumerations/event twice",
	"enumerations/argument out of range", "enumerations/argument that is no address", "enumerations/count that is not in the ABI",
	"enumerations/owners that are not in the ABI", "enumerations/method that returns one address for a list",
	"enumerations/method that returns one address for pages", "enumerations/method that returns a list for an index",
	"enumerations/count that returns an address", "enumerations/events that are not in the ABI",
	// Selectors that are wrong, registered twice, or not in the ABI.
	"selectors/wrong id", "selectors/wrong id without quotes", "selectors/id as a decimal number",
	"selectors/returns that are not canonical", "selectors/not in the ABI", "selectors/other parameters in the ABI",
	"selectors/nothing like it in the ABI", "selectors/other returns in the ABI", "selectors/sibling without it",
	"selectors/in two features", "selectors/in two features that share a contract", "selectors/two functions with one selector",
	// Names of nothing.
	"syntax/columns in bytes",
	// Text that other YAML parsers may take for text, and the lower end of days.
	"types/date for text", "types/custom tag for text", "types/control character in prose", "types/no grace at all",
	// Dates that do not exist or do not follow each other, and limits.
	"window/grace without an end", "window/planned without an end", "window/day that does not exist", "window/past max_grace",
	"window/past a lower max_grace", "window/sentinel", "window/far sentinel", "window/before introduction",
	"window/on the day of introduction", "window/strict before introduction", "window/lockstep with an end",
	"window/lockstep with extensions", "window/both rollouts",
}

// TestInvalidRegistries checks that the schema refuses every registry whose shape is wrong.
func TestInvalidRegistries(t *testing.T) {
	s := compiled(t)
	for _, input := range archived(t, "../testdata/errors/*.txtar", ".yaml") {
		value, err := decode(input.Data)
		refused := err != nil || s.Validate(value) != nil
		switch excused := slices.Contains(beyond, input.Name); {
		case !refused && !excused:
			t.Errorf("%s: the schema accepts it", input.Name)
		case refused && excused:
			t.Errorf("%s: the schema refuses it: remove it from the exceptions", input.Name)
		}
	}
}

// archived returns the registries of txtar archives, named after archive and case.
func archived(t *testing.T, pattern, suffix string) []txtar.File {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	var files []txtar.File
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, suffix) && !strings.HasSuffix(file.Name, ".do") {
				name := strings.TrimSuffix(filepath.Base(path), ".txtar") + "/" + strings.TrimSuffix(file.Name, ".yaml")
				files = append(files, txtar.File{Name: name, Data: file.Data})
			}
		}
	}
	return files
}

// keysError is how the loader lists the keys of a mapping.
var keysError = regexp.MustCompile(`unknown key "(?:[^"]*\.)?zzzzzz": the keys are (.*)`)

// TestKeysAreThoseOfTheLoader asks the loader for the keys of every mapping, by way of one that it does not know, and for the ones that must
// be there, by way of a mapping that has none.
func TestKeysAreThoseOfTheLoader(t *testing.T) {
	text, err := schema.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var top map[string]any
	if err := yaml.Unmarshal(text, &top); err != nil { // JSON is YAML
		t.Fatal(err)
	}
	objects := 0
	walk(top, nil, func(path []string, properties map[string]any, required []any) {
		objects++
		message := loaderError(t, path)
		match := keysError.FindStringSubmatch(message)
		if match == nil {
			t.Errorf("%v: the loader does not list the keys: %s", path, message)
			return
		}
		var keys []string
		for key := range properties {
			keys = append(keys, key)
		}
		loaded := strings.Split(match[1], ", ")
		slices.Sort(keys)
		slices.Sort(loaded)
		if diff := cmp.Diff(loaded, keys); diff != "" {
			t.Errorf("%v: keys (-loader +schema):\n%s", path, diff)
		}
		for _, key := range keys {
			isMissing := strings.Contains(message, key+" is missing: write")
			isRequired := slices.Contains(required, any(key))
			if key != "contract" && isMissing != isRequired {
				t.Errorf("%v: %s: required by the loader: %t, by the schema: %t", path, key, isMissing, isRequired)
			}
		}
	})
	if objects != 13 {
		t.Errorf("%d mappings were compared, want 13", objects)
	}
}

// walk visits the mappings with fixed keys. A path has "name" for a key of the user's choice and "0" for an element.
func walk(s map[string]any, path []string, visit func(path []string, properties map[string]any, required []any)) {
	if properties, ok := s["properties"].(map[string]any); ok {
		required, _ := s["required"].([]any)
		visit(path, properties, required)
		for key, value := range properties {
			walk(value.(map[string]any), append(path[:len(path):len(path)], key), visit)
		}
	}
	if value, ok := s["additionalProperties"].(map[string]any); ok {
		walk(value, append(path[:len(path):len(path)], "name"), visit)
	}
	if value, ok := s["items"].(map[string]any); ok {
		path = append(path[:len(path):len(path)], "0")
		walk(value, path, visit)
		choices, _ := value["anyOf"].([]any)
		for _, choice := range choices {
			walk(choice.(map[string]any), path, visit)
		}
	}
}

// loaderError returns what the loader says of an unknown key at the end of a path.
func loaderError(t *testing.T, path []string) string {
	t.Helper()
	text := "{zzzzzz: 1}"
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == "0" {
			text = "[" + text + "]"
		} else {
			text = "{" + path[i] + ": " + text + "}"
		}
	}
	_, err := compatregistry.Parse("compat.yaml", []byte(text))
	if err == nil {
		t.Fatalf("%s is valid", text)
	}
	return err.Error()
}

// TestModeline checks the line by which editors find the schema, as the documentation has it.
func TestModeline(t *testing.T) {
	text, err := os.ReadFile("../../docs/registry.md")
	if err != nil {
		t.Fatal(err)
	}
	if want := "# yaml-language-server: $schema=" + schema.URL; !strings.Contains(string(text), want) {
		t.Errorf("docs/registry.md does not say %q", want)
	}
}

// decode reads YAML as editors do for a schema: aliases and merge keys are resolved, and dates are text.
func decode(data []byte) (any, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		return nil, err
	}
	if err := decoder.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one document")
	}
	return plain(document.Content[0], 0)
}

func plain(n *yaml.Node, depth int) (any, error) {
	if depth > 100 {
		return nil, errors.New("too deep")
	}
	switch n.Kind {
	case yaml.AliasNode:
		return plain(n.Alias, depth+1)
	case yaml.SequenceNode:
		out := make([]any, len(n.Content))
		for i, element := range n.Content {
			var err error
			if out[i], err = plain(element, depth+1); err != nil {
				return nil, err
			}
		}
		return out, nil
	case yaml.MappingNode:
		return mapping(n, depth)
	}
	return plainScalar(n)
}

func mapping(n *yaml.Node, depth int) (any, error) {
	own, merged := map[string]any{}, map[string]any{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		value, err := plain(n.Content[i+1], depth+1)
		if err != nil {
			return nil, err
		}
		switch {
		case key.ShortTag() == "!!merge":
			if err := merge(merged, value); err != nil {
				return nil, err
			}
			continue
		case key.Kind != yaml.ScalarNode || key.ShortTag() != "!!str":
			return nil, errors.New("a key is not text")
		case own[key.Value] != nil:
			return nil, fmt.Errorf("duplicate key %q", key.Value)
		}
		own[key.Value] = value
	}
	for key, value := range merged {
		if _, there := own[key]; !there {
			own[key] = value
		}
	}
	return own, nil
}

func merge(into map[string]any, value any) error {
	values, ok := value.([]any)
	if !ok {
		values = []any{value}
	}
	for _, v := range values {
		entries, ok := v.(map[string]any)
		if !ok {
			return errors.New("<< merges mappings")
		}
		for key, value := range entries {
			if _, there := into[key]; !there {
				into[key] = value
			}
		}
	}
	return nil
}

func plainScalar(n *yaml.Node) (any, error) {
	switch n.ShortTag() {
	case "!!null":
		return nil, nil
	case "!!bool":
		return strconv.ParseBool(n.Value)
	case "!!int":
		value, err := strconv.ParseInt(strings.ReplaceAll(n.Value, "_", ""), 0, 64)
		return float64(value), err
	case "!!float":
		return strconv.ParseFloat(n.Value, 64)
	}
	return n.Value, nil
}
