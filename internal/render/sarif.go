package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/finding"
)

const informationURI = "https://github.com/compatlint/compatlint"

// sarif prints SARIF 2.1.0 as GitHub's code scanning shows it well. Nothing in it depends on the machine or the time.
func sarif(w io.Writer, r *driver.Report, opts Options) error {
	s := &sarifWriter{report: r, seen: map[string]int{}}
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "compatlint", Version: opts.Version, InformationURI: informationURI, Rules: []sarifRule{},
		}},
		Invocations: []sarifInvocation{invocation(r)},
		OriginalURIBaseIDs: map[string]sarifArtifact{
			srcRoot: {Description: &sarifMessage{Text: "The root of the repository."}},
		},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	for _, rule := range r.Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for i := range r.Findings {
		result, err := s.result(&r.Findings[i])
		if err != nil {
			return err
		}
		run.Results = append(run.Results, result)
	}
	return encode(w, sarifLog{Schema: sarifSchema, Version: sarifVersion, Runs: []sarifRun{run}})
}

func invocation(r *driver.Report) sarifInvocation {
	if r.Errors() > 0 {
		return sarifInvocation{true, 1, "findings"}
	}
	return sarifInvocation{true, 0, "no findings"}
}

// A sarifWriter makes the results of one run.
type sarifWriter struct {
	report *driver.Report
	seen   map[string]int // findings by all that their fingerprint is made of, but their number
}

func (s *sarifWriter) result(f *driver.Finding) (sarifResult, error) {
	index := slices.IndexFunc(s.report.Rules, func(r driver.Rule) bool { return r.Name == f.Analyzer })
	if index < 0 {
		return sarifResult{}, fmt.Errorf("a finding is of %q, which did not run", f.Analyzer)
	}
	known := s.fingerprint(f)
	result := sarifResult{
		RuleID: f.Analyzer, RuleIndex: index, Level: level(f.Severity), Message: sarifMessage{Text: f.Message},
		Locations: []sarifLocation{{PhysicalLocation: s.physical(f.Place), LogicalLocations: function(f)}},
		// GitHub follows an alert by the second one. Its upload action makes one of the line's text, where there is none.
		PartialFingerprints: map[string]string{"compatlint/v1": known, "primaryLocationLineHash": known},
		Properties:          properties(f),
	}
	var links []string
	for i, related := range f.Related {
		id := i + 1 // 0 means none
		result.RelatedLocations = append(result.RelatedLocations, sarifLocation{
			ID: id, PhysicalLocation: s.physical(related.Place), Message: &sarifMessage{Text: related.Message},
		})
		links = append(links, fmt.Sprintf("[%s](%d)", linkEscapes.Replace(related.Message), id))
	}
	if len(links) > 0 { // GitHub shows related locations only where the message has links to them
		result.Message.Text = linkEscapes.Replace(f.Message) + " (" + strings.Join(links, ", ") + ")"
	}
	if f.Fix != nil {
		result.Fixes = []sarifFix{s.fix(f.Fix)}
	}
	return result, nil
}

// linkEscapes keeps text with brackets from being taken for links.
var linkEscapes = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

func level(s finding.Severity) string {
	if s == finding.Warning {
		return "warning"
	}
	return "error"
}

// fingerprint says that two findings of different runs are the same. It knows nothing of lines, which move.
func (s *sarifWriter) fingerprint(f *driver.Finding) string {
	file := ""
	if f.Package == "" {
		file, _ = rooted(s.report, f.File) // the registry, of which there may be several
	}
	what := strings.Join([]string{f.Analyzer, f.Category, f.Package, file, f.Function, f.Selector, f.Feature}, "\n")
	ordinal := s.seen[what]
	s.seen[what]++
	sum := sha256.Sum256([]byte(what + "\n" + strconv.Itoa(ordinal)))
	return hex.EncodeToString(sum[:16])
}

func function(f *driver.Finding) []sarifFunction {
	if f.Function == "" {
		return nil
	}
	return []sarifFunction{{FullyQualifiedName: f.Package + "." + f.Function, Kind: "function"}}
}

// properties are what SARIF has no field for.
func properties(f *driver.Finding) map[string]string {
	all := map[string]string{
		"category": f.Category, "feature": f.Feature, "contract": f.Contract, "signature": f.Signature, "selector": f.Selector,
	}
	for name, value := range all {
		if value == "" {
			delete(all, name)
		}
	}
	return all
}

func (s *sarifWriter) physical(p driver.Place) sarifPhysical {
	return sarifPhysical{ArtifactLocation: s.artifact(p.File), Region: s.region(p)}
}

func (s *sarifWriter) artifact(file string) sarifArtifact {
	name, ok := rooted(s.report, file)
	if !ok {
		return sarifArtifact{URI: "file://" + uri("/"+strings.TrimPrefix(name, "/"))}
	}
	return sarifArtifact{URI: uri(name), URIBaseID: srcRoot}
}

func (s *sarifWriter) region(p driver.Place) sarifRegion {
	region := sarifRegion{StartLine: max(p.Line, 1), StartColumn: max(utf16Column(s.report, p.File, p.Line, p.Column), 1)}
	if p.EndLine > 0 {
		region.EndLine, region.EndColumn = p.EndLine, utf16Column(s.report, p.File, p.EndLine, p.EndColumn)
	}
	return region
}

func (s *sarifWriter) fix(fix *driver.Fix) sarifFix {
	out := sarifFix{Description: sarifMessage{Text: fix.Message}}
	for _, edit := range fix.Edits {
		place := s.artifact(edit.File)
		i := slices.IndexFunc(out.ArtifactChanges, func(c sarifChange) bool { return c.ArtifactLocation == place })
		if i < 0 {
			i = len(out.ArtifactChanges)
			out.ArtifactChanges = append(out.ArtifactChanges, sarifChange{ArtifactLocation: place})
		}
		region := s.region(edit.Place)
		if edit.EndLine == 0 { // an insertion: without an end, the region would go to the end of the line
			region.EndLine, region.EndColumn = region.StartLine, region.StartColumn
		}
		replacement := sarifReplacement{DeletedRegion: region}
		if edit.NewText != "" {
			replacement.InsertedContent = &sarifMessage{Text: edit.NewText}
		}
		out.ArtifactChanges[i].Replacements = append(out.ArtifactChanges[i].Replacements, replacement)
	}
	return out
}
