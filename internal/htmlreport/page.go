package htmlreport

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/driver"
	"github.com/compatlint/compatlint/internal/featuretext"
	"github.com/compatlint/compatlint/internal/finding"
	"github.com/compatlint/compatlint/internal/render"
)

// What follows is what the template reads.
type pageData struct {
	Module, Today string
	Registry      place
	Tiles         []tile
	Timeline      *timeline
	Features      []feature
	Used          []usedFeature
	Legacy        []legacyRow
	Findings      []findingRow
	WarnBefore    int
}

// A tile is one of the numbers at the top.
type tile struct {
	Number int
	What   string
	Class  string
}

type place struct{ Text, Link string }

type feature struct {
	Name                            string
	Status                          status
	Warning                         bool // its findings do not fail the build
	Place                           place
	Contracts, Happened, Introduced string
	Selectors                       []string
	End, Remaining                  string
	Extensions                      []string
	Ticket, TicketLink              string
	Owner, Components, Instead      string
	UseCount                        string
	Chain                           []string // legacy counts, one for each network
}

type usedFeature struct {
	Name, Summary string
	Status        status
	Packages      []usedPackage
}

type usedPackage struct {
	Path             string
	Total, Unguarded int
	Lines            []useLine
}

type useLine struct {
	place
	Guard string
	Bare  bool
}

type findingRow struct {
	place
	Severity, Analyzer, URL, Message string
}

type legacyRow struct {
	Feature, Network, Block, Share string
	Known                          bool // the registry has the feature
	Legacy, Total                  uint64
}

func newPage(in Input) *pageData {
	b := &builder{in}
	p := &pageData{
		Module: in.Module, Today: in.Today.String(), Registry: b.place(in.RegistryFile, 0),
		Timeline: newTimeline(in.Registry, in.Today), WarnBefore: in.Registry.Policy.WarnBefore,
	}
	for _, f := range byUrgency(in.Registry.Features) {
		p.Features = append(p.Features, b.feature(f))
		if f.NeedsGuard() {
			p.Used = append(p.Used, b.used(f))
		}
	}
	for _, f := range in.Findings {
		p.Findings = append(p.Findings, findingRow{b.place(f.File, f.Line), string(f.Severity), f.Analyzer, f.URL, f.Message})
	}
	p.Legacy = b.legacy()
	p.Tiles = b.tiles(p)
	return p
}

type builder struct{ Input }

// place names a line, or a file where line is 0.
func (b *builder) place(file string, line int) place {
	text := file
	if line > 0 {
		text = fmt.Sprintf("%s:%d", file, line)
	}
	return place{text, b.Link(file, line)}
}

func (b *builder) feature(f *compatregistry.Feature) feature {
	shown := feature{
		Name: f.Name, Remaining: remaining(f, b.Today), Status: statusOf(f, b.Today, b.Registry.Policy),
		Contracts: featuretext.Contracts(f), Happened: featuretext.Happened(f), Introduced: f.Introduced.Date.String(),
		End: f.GraceEnd.String(), Ticket: f.Ticket, Owner: f.Owner, Components: strings.Join(f.Components, ", "), Instead: f.Legacy,
		Place: b.place(b.RegistryFile, f.Position.Line), Warning: f.Criticality == compatregistry.Warning,
	}
	if strings.HasPrefix(f.Ticket, "https://") || strings.HasPrefix(f.Ticket, "http://") {
		shown.TicketLink = f.Ticket
	}
	for _, s := range f.Selectors {
		shown.Selectors = append(shown.Selectors, s.Signature)
	}
	for _, e := range f.Extensions {
		shown.Extensions = append(shown.Extensions, fmt.Sprintf("%s to %s, approved by %s: %s", e.From, e.To, e.ApprovedBy, e.Reason))
	}
	if f.NeedsGuard() {
		shown.UseCount = summary(b.usesOf(f))
	}
	for _, c := range b.Crawls {
		for _, counted := range c.Features {
			if counted.Feature == f.Name {
				shown.Chain = append(shown.Chain, fmt.Sprintf("%d of %d on %s", counted.Legacy, counted.Total, c.Network))
			}
		}
	}
	return shown
}

func (b *builder) usesOf(f *compatregistry.Feature) []driver.Use {
	var uses []driver.Use
	for _, u := range b.Uses {
		if u.Feature == f.Name {
			uses = append(uses, u)
		}
	}
	return uses
}

func summary(uses []driver.Use) string {
	unguarded := 0
	for _, u := range uses {
		if u.Guard == "" {
			unguarded++
		}
	}
	switch {
	case len(uses) == 0:
		return "no use"
	case unguarded == 0:
		return render.Count(len(uses), "use") + ", all guarded"
	}
	return fmt.Sprintf("%s, %d unguarded", render.Count(len(uses), "use"), unguarded)
}

func (b *builder) used(f *compatregistry.Feature) usedFeature {
	uses := b.usesOf(f)
	shown := usedFeature{Name: f.Name, Summary: summary(uses), Status: statusOf(f, b.Today, b.Registry.Policy)}
	byPackage := map[string][]driver.Use{}
	for _, u := range uses {
		byPackage[u.Package] = append(byPackage[u.Package], u)
	}
	for pkg, uses := range byPackage {
		shown.Packages = append(shown.Packages, b.usedPackage(pkg, uses))
	}
	slices.SortFunc(shown.Packages, func(a, b usedPackage) int { return strings.Compare(a.Path, b.Path) })
	return shown
}

func (b *builder) usedPackage(pkg string, uses []driver.Use) usedPackage {
	shown := usedPackage{Path: pkg, Total: len(uses)}
	for _, u := range uses {
		line := useLine{b.place(u.File, u.Line), u.Guard, u.Guard == ""}
		line.Text = path.Base(line.Text) // the package is there already
		if line.Bare {
			line.Guard = "unguarded"
			shown.Unguarded++
		}
		shown.Lines = append(shown.Lines, line)
	}
	return shown
}

// legacy has a row for each feature that a crawl counted.
func (b *builder) legacy() []legacyRow {
	var rows []legacyRow
	for _, c := range b.Crawls {
		for _, counted := range c.Features {
			row := legacyRow{
				Feature: counted.Feature, Network: c.Network, Block: fmt.Sprint(c.Block), Known: b.Registry.Feature(counted.Feature) != nil,
				Legacy: counted.Legacy, Total: counted.Total, Share: "0",
			}
			if counted.Total > 0 {
				row.Share = fmt.Sprintf("%.1f", 100*float64(counted.Legacy)/float64(counted.Total))
			}
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b legacyRow) int {
		return cmp.Or(strings.Compare(a.Network, b.Network), strings.Compare(a.Feature, b.Feature))
	})
	return rows
}

func (b *builder) tiles(p *pageData) []tile {
	windows := map[string]int{}
	for _, f := range p.Features {
		windows[f.Status.Class]++
	}
	unguarded := 0
	for _, u := range p.Used {
		for _, pkg := range u.Packages {
			unguarded += pkg.Unguarded
		}
	}
	severities := map[string]int{}
	for _, f := range p.Findings {
		severities[f.Severity]++
	}
	return []tile{
		newTile(windows["ended"], "ended window", "ended windows", "ended"),
		newTile(windows["soon"], "window that ends soon", "windows that end soon", "soon"),
		newTile(windows["grace"]+windows["planned"], "other open or planned one", "other open or planned ones", ""),
		newTile(len(b.Uses), "use", "uses", ""),
		newTile(unguarded, "unguarded use", "unguarded uses", "ended"),
		newTile(severities[string(finding.Error)], "error", "errors", "ended"),
		newTile(severities[string(finding.Warning)], "warning", "warnings", "soon"),
	}
}

// newTile says what there is n of. It has its class only where there is something.
func newTile(n int, one, many, class string) tile {
	switch n {
	case 0:
		return tile{n, many, ""}
	case 1:
		return tile{n, one, class}
	}
	return tile{n, many, class}
}
