package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
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
func (r *report) writeSARIF(w io.Writer, opts Options) error {
	root := findRoot(absolute(opts.WorkDir, opts.Dir))
	rules := sarifRules(opts)
	run := sarifRun{
		Tool:              sarifTool{sarifDriver{"transportlint", semanticVersion(), "https://github.com/transportlint/transportlint", rules}},
		Invocations:       []sarifInvocation{r.sarifInvocation(root, opts)},
		AutomationDetails: sarifAutomation{"transportlint/"},
		OriginalURIBaseIDs: map[string]sarifBaseRoot{
			sourceBase: {sarifMessage{Text: "The root of the repository."}},
		},
		ColumnKind: "unicodeCodePoints",
		Results:    r.sarifResults(root, rules),
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifRules(opts Options) []sarifRule {
	rules := append(catalog.Rules(), catalog.Rule{
		Name: catalog.Directive, Default: true, Summary: "a //transportlint:ignore comment that does nothing",
	})
	var list []sarifRule
	for _, rule := range rules {
		level, precision := "warning", "high"
		switch rule.Name {
		case "lambda-idle", "lambda-leak":
			level = "error" // it fails requests, or grows without end
		case "client":
			precision = "medium" // a context may have the deadline
		case catalog.Directive:
			level, precision = "note", "very-high"
		}
		severity := map[string]string{"error": "error", "warning": "warning", "note": "recommendation"}[level]
		summary := strings.ToUpper(rule.Summary[:1]) + rule.Summary[1:] + "."
		text := summary
		if opts.Manual.Explain != nil {
			section, _ := opts.Manual.Explain(rule.Name)
			_, section, _ = strings.Cut(section, "\n\n") // without the heading
			text = strings.ReplaceAll(section, "](#", "]("+opts.Analyzer.URL+"#")
		}
		first, _, _ := strings.Cut(text, "\n\n")
		list = append(list, sarifRule{
			ID:                   rule.Name,
			ShortDescription:     sarifMessage{Text: summary},
			FullDescription:      sarifMessage{Text: strings.ReplaceAll(first, "\n", " ")},
			Help:                 sarifMessage{text, text},
			HelpURI:              opts.Analyzer.URL + "#" + rule.Name,
			DefaultConfiguration: sarifConfiguration{rule.Default, level},
			Properties:           sarifProperties{precision, severity, []string{"reliability", "network"}},
		})
	}
	return list
}

func (r *report) sarifInvocation(root sourceRoot, opts Options) sarifInvocation {
	inv := sarifInvocation{ExecutionSuccessful: len(r.problems) == 0, ExitCode: r.exitCode(opts), ToolExecutionNotifications: []sarifNotification{}}
	for _, p := range r.problems {
		n := sarifNotification{Level: "error", Message: plainMessage(p.text())}
		if p.path != "" {
			n.Locations = []sarifLocation{{root.location(absolute(opts.WorkDir, p.path), sarifRegion{StartLine: p.line, StartColumn: p.col})}}
		}
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, n)
	}
	return inv
}

func (r *report) sarifResults(root sourceRoot, rules []sarifRule) []sarifResult {
	results := []sarifResult{} // not null
	lines := newLines(os.ReadFile)
	seen := make(map[string]int)
	for _, f := range r.findings {
		start, end := f.place.pos, f.place.end
		result := sarifResult{
			RuleID:    f.Rule,
			RuleIndex: -1,
			Level:     "warning",
			Message:   plainMessage(f.message),
			Locations: []sarifLocation{{root.location(start.Filename, sarifRegion{start.Line, lines.column(start), end.Line, lines.column(end)})}},
		}
		for i, rule := range rules {
			if rule.ID == f.Rule {
				result.RuleIndex, result.Level = i, rule.DefaultConfiguration.Level
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
func fingerprint(root sourceRoot, f finding) string {
	parts := append([]string{root.rel(f.place.pos.Filename), f.Rule, f.Symbol, root.rel(f.At)}, f.Fields...)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// location returns where file is, and where in it unless region has no line.
func (root sourceRoot) location(file string, region sarifRegion) sarifPhysicalLocation {
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

// plainMessage is a message that a viewer shows as it is: in those of SARIF, brackets make links and braces stand for arguments.
func plainMessage(s string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(printable(s))}
}
