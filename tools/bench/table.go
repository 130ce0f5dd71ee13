package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"text/tabwriter"
)

// A report is all figures of one run.
type report struct {
	Go      string   `json:"go"`
	System  string   `json:"system"`
	CPUs    int      `json:"cpus"`
	Commit  string   `json:"commit,omitempty"` // of this repository
	Cache   string   `json:"build_cache"`
	Results []result `json:"results"`
}

// A result is the figures about one target.
type result struct {
	Target       string `json:"target"`
	Packages     int    `json:"packages,omitempty"`     // if go list ran
	Dependencies int    `json:"dependencies,omitempty"` // likewise, besides them
	Findings     int    `json:"findings,omitempty"`     // of transportlint, if it ran
	Rows         []row  `json:"rows"`
}

// A row is the figures about one command: medians, and the medians of ratios to the no-op's.
type row struct {
	Command     string  `json:"command"`
	Cold        bool    `json:"cold,omitempty"` // it remembers results, and had none
	CPU         float64 `json:"cpu_seconds"`
	Wall        float64 `json:"wall_seconds"`
	Memory      float64 `json:"peak_bytes"`
	CPURatio    float64 `json:"cpu_ratio,omitempty"`
	WallRatio   float64 `json:"wall_ratio,omitempty"`
	MemoryRatio float64 `json:"peak_ratio,omitempty"`
	Runs        []cost  `json:"runs"`
}

func newReport(empty bool) *report {
	r := &report{Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, CPUs: runtime.NumCPU(), Cache: "warm"}
	if empty {
		r.Cache = "empty"
	}
	if out, err := exec.Command("git", "describe", "--always", "--dirty").Output(); err == nil {
		r.Commit = strings.TrimSpace(string(out))
	}
	return r
}

// compare fills in the medians.
func (res *result) compare() {
	var base []cost
	for _, row := range res.Rows {
		if row.Command == noop {
			base = row.Runs
		}
	}
	cpu := func(c cost) float64 { return c.CPU }
	wall := func(c cost) float64 { return c.Wall }
	memory := func(c cost) float64 { return float64(c.Memory) }
	for i := range res.Rows {
		row := &res.Rows[i]
		row.CPU, row.Wall, row.Memory = median(row.Runs, cpu), median(row.Runs, wall), median(row.Runs, memory)
		if base != nil {
			row.CPURatio, row.WallRatio = medianRatio(row.Runs, base, cpu), medianRatio(row.Runs, base, wall)
			if base[0].Memory > 0 {
				row.MemoryRatio = medianRatio(row.Runs, base, memory)
			}
		}
	}
}

// circumstances says what the figures are of, besides the target.
func (r *report) circumstances(res result) string {
	text := fmt.Sprintf("build cache %s, %s %s, %d CPUs, medians of %d", r.Cache, r.Go, r.System, r.CPUs, len(res.Rows[0].Runs))
	if res.Packages > 0 {
		text = fmt.Sprintf("%d packages that import %d others, %s", res.Packages, res.Dependencies, text)
	}
	return text
}

// print prints one result as a table that Markdown takes, too.
func (r *report) print(w io.Writer, res result) error {
	fmt.Fprintf(w, "%s\n%s\n\n", res.Target, r.circumstances(res))
	tw := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(tw, "|\t| CPU s\t| wall s\t| peak MB\t| CPU, of noop\t| wall\t| peak\t|")
	fmt.Fprintln(tw, "|---\t|---:\t|---:\t|---:\t|---:\t|---:\t|---:\t|")
	for _, row := range res.Rows {
		name := row.Command
		if len(row.Runs) < len(res.Rows[0].Runs) {
			name += " (once)"
		}
		fmt.Fprintf(tw, "| %s\t| %.2f\t| %.2f\t| %.0f\t| %s\t| %s\t| %s\t|\n", name, row.CPU, row.Wall, row.Memory/1e6,
			ratio(row.CPURatio), ratio(row.WallRatio), ratio(row.MemoryRatio))
	}
	fmt.Fprintln(tw)
	return tw.Flush()
}

func ratio(x float64) string {
	if x == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", x)
}

func (r *report) write(name string) error {
	data, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(data, '\n'), 0o644)
}
