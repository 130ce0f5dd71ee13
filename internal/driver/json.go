package driver

import (
	"encoding/json"
	"io"
	"strings"
)

// writeJSON writes what the drivers of go/analysis write: package -> analyzer -> diagnostics or an error. Where the run as a
// whole failed, the error stands at its patterns.
func (r *report) writeJSON(w io.Writer, opts Options) error {
	if !r.failed {
		return r.graph.PrintJSON(w)
	}
	type failure struct {
		Error string `json:"error"`
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	return enc.Encode(map[string]map[string]failure{
		strings.Join(opts.Patterns, " "): {opts.Analyzer.Name: {r.problems[0].message}},
	})
}
