package report

import "io"

// What GitLab reads as a code quality report. See https://docs.gitlab.com/ci/testing/code_quality/.
type (
	codeQualityIssue struct {
		Description string              `json:"description"`
		CheckName   string              `json:"check_name"`
		Fingerprint string              `json:"fingerprint"`
		Severity    string              `json:"severity"`
		Location    codeQualityLocation `json:"location"`
	}
	codeQualityLocation struct {
		Path  string           `json:"path"`
		Lines codeQualityLines `json:"lines"`
	}
	codeQualityLines struct {
		Begin int `json:"begin"`
	}
)

// writeCodeQuality writes what GitLab reads. It has no place for errors that are about no file.
func (r *Report) writeCodeQuality(w io.Writer, c Context) error {
	issues := []codeQualityIssue{} // not null
	for _, e := range r.entries(c, true) {
		if e.file == "" {
			continue
		}
		severity := choose(e.level, "info", "minor", "major")
		if e.finding == nil {
			severity = "blocker"
		}
		issues = append(issues, codeQualityIssue{
			Description: e.message, CheckName: e.rule, Fingerprint: e.key, Severity: severity,
			Location: codeQualityLocation{e.file, codeQualityLines{max(e.start.line, 1)}},
		})
	}
	return writeJSON(w, "  ", issues)
}
