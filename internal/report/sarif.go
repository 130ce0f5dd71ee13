package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/paths"
)

// The parts of SARIF 2.1.0 that are used, named as in the standard. See
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		Invocations        []sarifInvocation        `json:"invocations"`
		AutomationDetails  sarifAutomation          `json:"automationDetails"`
		OriginalURIBaseIDs map[string]sarifBaseRoot `json:"originalUriBaseIds"`
		ColumnKind         string                   `json:"columnKind"`
		Results            []sarifResult            `json:"results"`
	}
	sarifAutomation struct {
		ID string `json:"id"`
	}
	sarifBaseRoot struct {
		Description sarifMessage `json:"description"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name            string      `json:"name"`
		SemanticVersion string      `json:"semanticVersion"`
		InformationURI  string      `json:"informationUri"`
		Rules           []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string             `json:"id"`
		ShortDescription     sarifMessage       `json:"shortDescription"`
		FullDescription      sarifMessage       `json:"fullDescription"`
		Help                 sarifMessage       `json:"help"`
		HelpURI              string             `json:"helpUri"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
		Properties           sarifProperties    `json:"properties"`
	}
	sarifConfiguration struct {
		Enabled bool   `json:"enabled"`
		Level   string `json:"level"`
	}
	sarifProperties struct {
		Precision       string   `json:"precision"`
		ProblemSeverity string   `json:"problem.severity"`
		Tags            []string `json:"tags"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		ExecutionSuccessful        bool                `json:"executionSuccessful"`
		ExitCode                   int                 `json:"exitCode"`
		ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysicalLocation `json:"physicalLocation"`
	}
	sarifPhysicalLocation struct {
		ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
		Region           *sarifRegion          `json:"region,omitempty"`
	}
	sarifArtifactLocation struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sourceBase  = "%SRCROOT%"
)

// writeSARIF writes a log with one run. It says what failed, if anything did, next to what was found.
func (r *Report) writeSARIF(w io.Writer, c Context) error {
	rules := sarifRules(c)
	run := sarifRun{
		Tool:              sarifTool{sarifDriver{"transportlint", semanticVersion(), "https://github.com/transportlint/transportlint", rules}},
		Invocations:       []sarifInvocation{r.sarifInvocation(c)},
		AutomationDetails: sarifAutomation{"transportlint/"},
		OriginalURIBaseIDs: map[string]sarifBaseRoot{
			sourceBase: {sarifMessage{Text: "The root of the repository."}},
		},
		ColumnKind: "unicodeCodePoints",
		Results:    r.sarifResults(c.Root, rules),
	}
	return writeJSON(w, "  ", sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifRules(c Context) []sarifRule {
	rules := append(catalog.Rules(), catalog.FindRule(catalog.Directive))
	var list []sarifRule
	for _, rule := range rules {
		level, precision := rule.Level.String(), "high"
		switch rule.Name {
		case "client":
			precision = "medium" // a context may have the deadline
		case catalog.Directive:
			precision = "very-high"
		}
		severity := map[string]string{"error": "error", "warning": "warning", "note": "recommendation"}[level]
		summary := strings.ToUpper(rule.Summary[:1]) + rule.Summary[1:] + "."
		text := summary
		if c.Manual.Explain != nil {
			section, _ := c.Manual.Explain(rule.Name)
			_, section, _ = strings.Cut(section, "\n\n") // without the heading
			text = strings.ReplaceAll(section, "](#", "]("+c.URL+"#")
		}
		first, _, _ := strings.Cut(text, "\n\n")
		list = append(list, sarifRule{
			ID:                   rule.Name,
			ShortDescription:     sarifMessage{Text: summary},
			FullDescription:      sarifMessage{Text: strings.ReplaceAll(first, "\n", " ")},
			Help:                 sarifMessage{text, text},
			HelpURI:              c.URL + "#" + rule.Name,
			DefaultConfiguration: sarifConfiguration{rule.Default, level},
			Properties:           sarifProperties{precision, severity, []string{"reliability", "network"}},
		})
	}
	return list
}

func (r *Report) sarifInvocation(c Context) sarifInvocation {
	inv := sarifInvocation{ExecutionSuccessful: len(r.Problems) == 0, ExitCode: r.ExitCode, ToolExecutionNotifications: []sarifNotification{}}
	for _, p := range r.Problems {
		n := sarifNotification{Level: "error", Message: plainMessage(p.Message)}
		if p.Path != "" {
			n.Locations = []sarifLocation{{c.Root.location(paths.Absolute(c.WorkDir, p.Path), sarifRegion{StartLine: p.Line, StartColumn: p.Col})}}
		}
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, n)
	}
	return inv
}

func (r *Report) sarifResults(root Root, rules []sarifRule) []sarifResult {
	results := []sarifResult{} // not null
	lines := NewLines(os.ReadFile)
	seen := make(map[string]int)
	for _, f := range r.Findings {
		start, end := lines.characters(f)
		result := sarifResult{
			RuleID:    f.Category,
			RuleIndex: -1,
			Level:     f.Level,
			Message:   plainMessage(f.Message),
			Locations: []sarifLocation{{root.location(start.Filename, sarifRegion{start.Line, start.Column, end.Line, end.Column})}},
		}
		for i, rule := range rules {
			if rule.ID == f.Category {
				result.RuleIndex = i
			}
		}
		key := fingerprint(root, f)
		seen[key]++
		result.PartialFingerprints = map[string]string{"transportlint/v1": key + ":" + strconv.Itoa(seen[key])}
		results = append(results, result)
	}
	return results
}

// fingerprint identifies f in other versions of the code, but for equal findings in one declaration.
func fingerprint(root Root, f Finding) string {
	parts := []string{paths.Slashed(string(root), f.Source.Start.Filename), f.Category, f.Symbol, paths.Slashed(string(root), f.AtFile)}
	for _, field := range f.Fields {
		parts = append(parts, field.Name)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// location returns where file is, and where in it unless region has no line.
func (root Root) location(file string, region sarifRegion) sarifPhysicalLocation {
	var loc sarifPhysicalLocation
	uri, relative := root.uri(file)
	loc.ArtifactLocation.URI = uri
	if relative {
		loc.ArtifactLocation.URIBaseID = sourceBase
	}
	if region.StartLine > 0 {
		loc.Region = &region
	}
	return loc
}
