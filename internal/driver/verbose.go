package driver

import (
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// details says what the analysis of the packages asked for recognized and where it could not say anything.
func details(graph *checker.Graph, prog *load.Program, workDir string) []string {
	var entries, unjudged []string
	source := report.NewLines(prog.Read)
	seen := make(map[string]bool) // a file may belong to several variants of a package
	note := func(list *[]string, line string) {
		if !seen[line] {
			seen[line] = true
			*list = append(*list, line)
		}
	}
	for _, act := range graph.Roots {
		result, ok := act.Result.(*analyzer.Result)
		if !ok || act.Err != nil || !prog.Asked[act.Package.ID] {
			continue
		}
		at := func(pos token.Pos) string {
			p := act.Package.Fset.Position(pos)
			return report.Line(fmt.Sprintf("%s:%d:%d", paths.Short(workDir, p.Filename), p.Line, p.Column))
		}
		for _, e := range result.EntryPoints {
			what := "starts a handler with"
			if e.Handler {
				what = "is a handler by its event:"
			}
			note(&entries, fmt.Sprintf("    %s: %s %s", at(e.Pos), what, e.Function))
		}
		for _, u := range result.Unjudged {
			line := fmt.Sprintf("    %s: %s", at(u.Pos), u.Type)
			if u.By.IsValid() {
				p := act.Package.Fset.Position(u.By)
				line += fmt.Sprintf(", by %s:%d: %s", report.Line(paths.Short(workDir, p.Filename)), p.Line, report.Line(code(source.Line(p))))
			}
			note(&unjudged, line)
		}
		if result.TooLarge {
			note(&unjudged, fmt.Sprintf("    %s: all values of the package, which are too many to follow", act.Package.PkgPath))
		} else if result.Clients != nil && result.Clients.TooLarge() {
			note(&unjudged, fmt.Sprintf("    %s: some values of the package, which are too many to list what limits each", act.Package.PkgPath))
		}
	}
	var lines []string
	if entries != nil {
		lines = append(append(lines, "Lambda entry points:"), entries...)
	} else {
		lines = append(lines, "no Lambda entry points")
	}
	if unjudged != nil {
		lines = append(append(lines, "not judged, because code that cannot be analyzed may set the fields:"), unjudged...)
	}
	return lines
}

// maxCode is how much of a line is shown.
const maxCode = 60

// code returns a line of code as it is shown.
func code(line []byte) string {
	text := strings.TrimSpace(string(line))
	if len(text) > maxCode {
		text = strings.ToValidUTF8(text[:maxCode], "") + "..."
	}
	return text
}
