package deploy_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/compatlint/compatlint/compat/telemetry"
	"github.com/compatlint/compatlint/internal/crawl"
)

// promtool returns the path of promtool. CI must have it.
func promtool(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("promtool")
	if err == nil {
		return path
	}
	const why = "promtool is not installed: apt-get install -y --no-install-recommends prometheus"
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
	return ""
}

func runPromtool(t *testing.T, args ...string) {
	t.Helper()
	command := exec.CommandContext(t.Context(), promtool(t), args...)
	command.Dir = "prometheus"
	if output, err := command.CombinedOutput(); err != nil {
		t.Errorf("promtool %s: %v\n%s", strings.Join(args, " "), err, output)
	}
}

func TestRules(t *testing.T) {
	runPromtool(t, "check", "rules", "--lint=all", "--lint-fatal", "compat.rules.yml")
	runPromtool(t, "test", "rules", "compat.rules_test.yml")
}

// A rule is what the tests read of a recording or alert rule.
type rule struct {
	Record, Alert, Expr string
	Labels              map[string]string
	Annotations         map[string]string
}

func rules(t *testing.T) []rule {
	t.Helper()
	data, err := os.ReadFile("prometheus/compat.rules.yml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Groups []struct{ Rules []rule } }
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var all []rule
	for _, group := range file.Groups {
		all = append(all, group.Rules...)
	}
	return all
}

// metrics are the names that a query may use: those of the library and of a crawl, and what the rules record.
func metrics(t *testing.T) []string {
	t.Helper()
	names := []string{
		telemetry.Detections, telemetry.StrictFlag, telemetry.ReadFailures, telemetry.Introduced, telemetry.GraceEnd,
		crawl.GaugeTargets, crawl.GaugeTime, crawl.GaugeComplete,
	}
	for _, rule := range rules(t) {
		if rule.Record != "" {
			names = append(names, rule.Record)
		}
	}
	return names
}

func TestRulesUseMetrics(t *testing.T) {
	known, used := metrics(t), map[string]bool{}
	for _, rule := range rules(t) {
		for _, name := range checkQuery(t, rule.Record+rule.Alert, rule.Expr, known) {
			used[name] = true
		}
	}
	for _, name := range known {
		if !used[name] {
			t.Errorf("no rule uses %s", name)
		}
	}
}

func TestAlerts(t *testing.T) {
	tests, err := os.ReadFile("prometheus/compat.rules_test.yml")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../docs/telemetry.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range rules(t) {
		if rule.Alert == "" {
			continue
		}
		if severity := rule.Labels["severity"]; severity != "critical" && severity != "warning" {
			t.Errorf("%s has the severity %q", rule.Alert, severity)
		}
		if rule.Annotations["summary"] == "" || rule.Annotations["description"] == "" {
			t.Errorf("%s has no summary or no description", rule.Alert)
		}
		name := regexp.QuoteMeta(rule.Alert)
		if fires := regexp.MustCompile(`alertname: ` + name + `\n +exp_alerts:\n +- exp_labels`); !fires.Match(tests) {
			t.Errorf("no test makes %s fire", rule.Alert)
		}
		if silent := regexp.MustCompile(`alertname: ` + name + `(, |\n +)exp_alerts: \[\]`); !silent.Match(tests) {
			t.Errorf("no test keeps %s silent", rule.Alert)
		}
		if !strings.Contains(string(doc), "`"+rule.Alert+"`") {
			t.Errorf("docs/telemetry.md does not mention %s", rule.Alert)
		}
	}
}

// A panel is what the tests read of a panel of the dashboard.
type panel struct {
	ID      int
	Title   string
	Type    string
	GridPos struct{ X, Y, W, H int }
	Targets []struct{ RefID, Expr, LegendFormat string }
}

// A variable is what the tests read of a variable of the dashboard. Query is a string, or an object whose member query is what
// Definition shows.
type variable struct {
	Name, Definition string
	Query            any
}

// A dashboard is what the tests read of the dashboard.
type dashboard struct {
	Title, UID  string
	Panels      []panel
	Annotations struct{ List []struct{ Name, Expr string } }
	Templating  struct{ List []variable }
}

func readDashboard(t *testing.T) dashboard {
	t.Helper()
	data, err := os.ReadFile("grafana/compat.json")
	if err != nil {
		t.Fatal(err)
	}
	var board dashboard
	if err := json.Unmarshal(data, &board); err != nil {
		t.Fatal(err)
	}
	return board
}

// queries returns all expressions of the dashboard by what they belong to.
func (d dashboard) queries() map[string]string {
	all := map[string]string{}
	for _, panel := range d.Panels {
		for _, target := range panel.Targets {
			all[fmt.Sprintf("panel %q, query %s", panel.Title, target.RefID)] = target.Expr
		}
	}
	for _, annotation := range d.Annotations.List {
		all[fmt.Sprintf("annotation %q", annotation.Name)] = annotation.Expr
	}
	return all
}

func TestDashboard(t *testing.T) {
	board := readDashboard(t)
	if board.Title == "" || board.UID == "" || len(board.Panels) == 0 {
		t.Fatalf("title %q, uid %q, %d panels", board.Title, board.UID, len(board.Panels))
	}
	ids := map[int]bool{}
	for i, panel := range board.Panels {
		if ids[panel.ID] || panel.Title == "" || panel.Type == "" || len(panel.Targets) == 0 {
			t.Errorf("panel %d %q: type %q, %d queries, id seen before: %t", panel.ID, panel.Title, panel.Type, len(panel.Targets), ids[panel.ID])
		}
		ids[panel.ID] = true
		for _, other := range board.Panels[:i] {
			if a, b := panel.GridPos, other.GridPos; a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
				t.Errorf("panels %q and %q overlap", panel.Title, other.Title)
			}
		}
	}
}

func TestDashboardUsesMetrics(t *testing.T) {
	board := readDashboard(t)
	known := metrics(t)
	variables := []string{"__rate_interval"}
	for _, variable := range board.Templating.List {
		variables = append(variables, variable.Name)
		if query, ok := variable.Query.(map[string]any); ok && query["query"] != variable.Definition {
			t.Errorf("variable %s: query %v, definition %s", variable.Name, query["query"], variable.Definition)
		}
		if call := regexp.MustCompile(`^label_values\((.*), (\w+)\)$`).FindStringSubmatch(variable.Definition); call != nil {
			checkQuery(t, "variable "+variable.Name, call[1], known)
			checkLabel(t, "variable "+variable.Name, call[2])
		} else if variable.Definition != "" {
			t.Errorf("variable %s: unexpected query %s", variable.Name, variable.Definition)
		}
	}
	var expressions strings.Builder
	expressions.WriteString("groups:\n- name: dashboard\n  rules:\n")
	i := 0
	for where, query := range board.queries() {
		checkQuery(t, where, query, known)
		for _, use := range regexp.MustCompile(`\$(\w+)`).FindAllStringSubmatch(query, -1) {
			if !slices.Contains(variables, use[1]) {
				t.Errorf("%s uses the unknown variable %s", where, use[1])
			}
		}
		fmt.Fprintf(&expressions, "  - {record: 'q:%d', expr: %q}\n", i, strings.ReplaceAll(query, "$__rate_interval", "5m"))
		i++
	}
	file := filepath.Join(t.TempDir(), "dashboard.yml")
	if err := os.WriteFile(file, []byte(expressions.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	runPromtool(t, "check", "rules", "--lint=none", file)
}

var (
	quoted     = regexp.MustCompile(`"[^"]*"`)
	selector   = regexp.MustCompile(`\{([^}]*)\}`)
	matcher    = regexp.MustCompile(`(\w+)\s*(?:=~|!~|!=|=)`)
	grouping   = regexp.MustCompile(`\b(?:by|on|without|ignoring|group_left|group_right)\s*\(([^)]*)\)`)
	interval   = regexp.MustCompile(`\[[^\]]*\]|\boffset\s+\w+`)
	identifier = regexp.MustCompile(`[a-zA-Z_:][a-zA-Z0-9_:]*(\s*\()?`)
	word       = regexp.MustCompile(`\w+`)
)

// checkQuery checks that a query uses known metrics and labels only, and returns the metrics.
func checkQuery(t *testing.T, where, query string, known []string) []string {
	t.Helper()
	rest := quoted.ReplaceAllString(query, `""`)
	for _, match := range selector.FindAllStringSubmatch(rest, -1) {
		for _, label := range matcher.FindAllStringSubmatch(match[1], -1) {
			checkLabel(t, where, label[1])
		}
	}
	rest = selector.ReplaceAllString(rest, "")
	for _, match := range grouping.FindAllStringSubmatch(rest, -1) {
		for _, label := range word.FindAllString(match[1], -1) {
			checkLabel(t, where, label)
		}
	}
	rest = interval.ReplaceAllString(grouping.ReplaceAllString(rest, ""), "")
	var used []string
	for _, name := range identifier.FindAllString(rest, -1) {
		isCall := strings.HasSuffix(name, "(")
		isOperator := slices.Contains([]string{"and", "or", "unless", "bool"}, strings.TrimSpace(strings.TrimSuffix(name, "(")))
		if isCall || isOperator || name == "sum" || name == "max" || name == "min" { // as in: sum by (…)
			continue
		}
		if !slices.Contains(known, name) {
			t.Errorf("%s uses the unknown metric %s: %s", where, name, query)
		}
		used = append(used, name)
	}
	if len(used) == 0 {
		t.Errorf("%s uses no metric: %s", where, query)
	}
	return used
}

func checkLabel(t *testing.T, where, label string) {
	t.Helper()
	if !slices.Contains([]string{telemetry.LabelChain, telemetry.LabelFeature, telemetry.LabelReason, crawl.LabelStatus}, label) {
		t.Errorf("%s uses the unknown label %s", where, label)
	}
}
