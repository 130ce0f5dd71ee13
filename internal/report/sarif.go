package report

import (
	"io"
	"slices"
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
		Properties          sarifFinding      `json:"properties"`
	}
	sarifFinding struct {
		Type   string      `json:"type,omitempty"`
		Fields []jsonField `json:"fields,omitempty"`
		Remedy string      `json:"remedy,omitempty"`
		At     string      `json:"at,omitempty"`
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
	homepage    = "https://github.com/transportlint/transportlint"
)

// writeSARIF writes a log with one run. It says what failed, if anything did, next to what was found.
func (r *Report) writeSARIF(w io.Writer, c Context) error {
	rules := sarifRules(c)
	run := sarifRun{
		Tool:              sarifTool{sarifDriver{"transportlint", semanticVersion(), homepage, rules}},
		Invocations:       []sarifInvocation{r.sarifInvocation(c)},
		AutomationDetails: sarifAutomation{"transportlint/"},
		OriginalURIBaseIDs: map[string]sarifBaseRoot{
			sourceBase: {sarifMessage{Text: "The root of the repository."}},
		},
		ColumnKind: "unicodeCodePoints",
		Results:    r.sarifResults(c, rules),
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
		link := c.URL + "#" + rule.Name
		list = append(list, sarifRule{
			ID:               rule.Name,
			ShortDescription: sarifMessage{Text: summary},
			FullDescription:  sarifMessage{Text: c.Manual.opening(rule.Name, summary)},
			Help: sarifMessage{
				Text:     c.Manual.opening(rule.Name, summary) + "\n\nWhat to do about it, and when it is silent: " + link,
				Markdown: c.Manual.opening(rule.Name, summary) + "\n\n[What to do about it, and when it is silent](" + link + ")",
			},
			HelpURI:              link,
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

func (r *Report) sarifResults(c Context, rules []sarifRule) []sarifResult {
	results := []sarifResult{} // not null
	for _, e := range r.entries(c, false) {
		f := e.finding
		if f == nil {
			continue // a notification
		}
		result := sarifResult{
			RuleID:              e.rule,
			RuleIndex:           slices.IndexFunc(rules, func(r sarifRule) bool { return r.ID == e.rule }),
			Level:               e.level.String(),
			Message:             plainMessage(e.message),
			Locations:           []sarifLocation{{c.Root.location(f.Shown.Start.Filename, sarifRegion{e.start.line, e.start.column, e.end.line, e.end.column})}},
			PartialFingerprints: map[string]string{"transportlint/v1": e.key},
			Properties:          sarifFinding{Type: f.Type, Remedy: f.remedy(), At: f.At.String()},
		}
		for _, field := range f.Fields {
			result.Properties.Fields = append(result.Properties.Fields, jsonField(field))
		}
		results = append(results, result)
	}
	return results
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
