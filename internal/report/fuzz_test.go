package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"go/token"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/escape"
	"github.com/transportlint/transportlint/internal/why"
)

// FuzzFormats prints findings and problems with any text in files of any name, in every format. Each stays what it is for whoever
// reads the format, and nothing else becomes of it.
func FuzzFormats(f *testing.F) {
	const hostile = "a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|`[l](u) {0}\u2028\u0085"
	f.Add(hostile, "a.go", uint16(3))
	f.Add("x\n::warning file=b.go::y", hostile, uint16(0))
	f.Add("%25%0A", ":%2C,\"", uint16(7))
	f.Add("###[[x]::::\n \t::y", "http://x/../y", uint16(65535))
	f.Fuzz(func(t *testing.T, message, name string, n uint16) {
		at := int(n)
		t.Setenv("GITHUB_STEP_SUMMARY", "")
		dir := string(filepath.Separator) + "work"
		c := Context{WorkDir: dir, Root: Root(dir), URL: "https://example.com/rules.md", Patterns: []string{name}}
		pos := token.Position{Filename: filepath.Join(dir, name), Line: at, Column: at}
		r := &Report{
			Findings: []Finding{{
				Finding: analyzer.Finding{Diagnostic: analysis.Diagnostic{Category: "transport", Message: message}, Level: catalog.Warning, Type: name},
				Symbol:  name, AtFile: name, Shown: Span{pos, pos}, Source: Span{pos, pos},
			}},
			Problems: []Problem{{Path: name, Line: at, Message: message}},
			Summary:  message,
		}
		write := func(format Format) string {
			var b bytes.Buffer
			if err := r.Write(&b, format, c); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			if !utf8.ValidString(b.String()) {
				t.Errorf("%s: not UTF-8: %q", format, b.String())
			}
			return b.String()
		}
		testLines(t, write(Text), 1)
		testCommands(t, write(GitHub), escape.Visible(name), escape.Visible(message))
		testLog(t, write(SARIF), message)
		testLines(t, string(r.stepSummary(r.entries(c, false))), 6)
		testReviews(t, write(CodeQuality), write(RDJSON), write(Checkstyle), escape.Visible(message))
		var log bytes.Buffer
		r.WriteProblems(&log)
		r.WriteSummary(&log)
		for _, text := range []string{write(Text), write(JSON), write(SARIF), write(CodeQuality), write(RDJSON), write(Checkstyle), log.String()} {
			for l := range strings.Lines(text) {
				if strings.HasPrefix(strings.TrimSpace(l), "::") || strings.Contains(l, "##") {
					t.Errorf("a command: %q", l)
				}
			}
		}

		r = &Report{Problems: []Problem{{Message: message}}, Failed: true}
		if text := write(JSON); !json.Valid([]byte(text)) {
			t.Errorf("not JSON: %s", text)
		}
	})
}

// testLines checks that text is n lines, and that no terminal makes anything else of it.
func testLines(t *testing.T, text string, n int) {
	if strings.Count(text, "\n") != n {
		t.Errorf("not %d lines: %q", n, text)
	}
	for _, r := range text {
		if r != '\n' && !unicode.IsGraphic(r) {
			t.Errorf("%U in %q", r, text)
		}
	}
}

// testCommands reads two workflow commands as GitHub's runner does, a problem and a finding.
func testCommands(t *testing.T, text, file, message string) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("not 2 lines: %q", text)
	}
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for i, l := range lines {
		command, rest, _ := strings.Cut(strings.TrimPrefix(l, "::"), " ")
		properties, got, ok := strings.Cut(rest, "::")
		if command != []string{"error", "warning"}[i] || !ok {
			t.Fatalf("no command: %q", l)
		}
		if got := data.Replace(got); got != message && !strings.Contains(got, message) {
			t.Errorf("the message is %q, want %q", got, message)
		}
		values := make(map[string]string)
		for p := range strings.SplitSeq(properties, ",") {
			key, value, _ := strings.Cut(p, "=")
			values[key] = property.Replace(value)
		}
		if i == 1 && values["title"] != "transportlint transport" || values["message"] != "" || len(values) > 6 {
			t.Errorf("properties %q, of file %q", values, file)
		}
	}
}

// testReviews reads what tools for code review do, a problem and a finding.
func testReviews(t *testing.T, codeQuality, rdjson, checkstyle, message string) {
	var issues []codeQualityIssue
	if err := json.Unmarshal([]byte(codeQuality), &issues); err != nil || len(issues) != 2 || issues[0].Fingerprint == issues[1].Fingerprint || issues[1].Location.Lines.Begin < 1 {
		t.Errorf("%v in %s", err, codeQuality)
	}
	var diagnostics rdReport
	if err := json.Unmarshal([]byte(rdjson), &diagnostics); err != nil || len(diagnostics.Diagnostics) != 2 {
		t.Errorf("%v in %s", err, rdjson)
	}
	var report checkstyleReport
	if err := xml.Unmarshal([]byte(checkstyle), &report); err != nil {
		t.Fatalf("%v in %s", err, checkstyle)
	}
	n := 0
	for _, f := range report.Files {
		for _, e := range f.Errors {
			n++
			if !strings.HasSuffix(message, e.Message) {
				t.Errorf("the message is %q, want the end of %q", e.Message, message)
			}
		}
	}
	if n != 2 {
		t.Errorf("%d errors in %s", n, checkstyle)
	}
}

// testLog reads a SARIF log.
func testLog(t *testing.T, text, message string) {
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	results := log.Runs[0].Results
	if len(results) != 1 {
		t.Fatalf("%d results", len(results))
	}
	shown := strings.NewReplacer(`\[`, "[", `\]`, "]", "{{", "{", "}}", "}").Replace(results[0].Message.Text)
	if !strings.ContainsAny(message, `\`) && shown != escape.Visible(message) {
		t.Errorf("the message is %q, want %q", shown, escape.Visible(message))
	}
	for _, loc := range results[0].Locations {
		uri := loc.PhysicalLocation.ArtifactLocation.URI
		if _, err := url.Parse(uri); err != nil || strings.ContainsAny(uri, " \"<>\\^`{|}") {
			t.Errorf("no URI: %s, %v", uri, err)
		}
		if r := loc.PhysicalLocation.Region; r != nil && r.StartLine < 1 {
			t.Errorf("line %d", r.StartLine)
		}
	}
}

// FuzzWhy prints an answer with any text in it. Each reason is a line, and nothing else becomes of it.
func FuzzWhy(f *testing.F) {
	f.Add("a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|`[l](u) {0}\u2028\u0085", "a.go", uint16(3))
	f.Add("\n::warning file=b.go::y", "###[[x]::::\n \t::y", uint16(0))
	f.Fuzz(func(t *testing.T, text, file string, n uint16) {
		at := &why.Place{File: file, Line: int(n), Column: int(n)}
		steps := []why.Step{{Says: text, Place: at}, {Says: text}}
		reasons := []why.Reason{{Says: text, Place: at, Adds: text, Steps: steps}}
		life := &why.Life{Says: text, Way: steps}
		a := &why.Answer{Version: why.Version, Question: text, Values: []why.Value{{
			Type: text, In: text, Package: text, Place: *at, Notes: reasons, Lambda: life, Leak: life,
			Findings: []why.Finding{{Rule: text, Message: text, Place: *at, Way: steps}},
			Fields: []why.Field{
				{Name: text, Verdict: why.Set, Rule: text + "!", Reasons: reasons}, {Name: "F", Verdict: why.Unknown, Reasons: reasons},
				{Name: text, Verdict: why.Unknown, Reasons: reasons},
			},
		}}}
		var people, data bytes.Buffer
		if err := WriteWhy(&people, a, Text, Context{WorkDir: string(filepath.Separator)}); err != nil {
			t.Fatal(err)
		}
		testLines(t, people.String(), 1+3+3+3+1+3+3+3)
		if err := WriteWhy(&data, a, JSON, Context{}); err != nil || !json.Valid(data.Bytes()) {
			t.Errorf("%v in %s", err, &data)
		}
		for l := range strings.Lines(people.String() + data.String()) {
			if strings.HasPrefix(strings.TrimSpace(l), "::") || strings.Contains(l, "##") || !utf8.ValidString(l) {
				t.Errorf("a command, or not UTF-8: %q", l)
			}
		}
	})
}
