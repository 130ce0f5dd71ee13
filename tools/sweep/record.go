package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/transportlint/transportlint/tools/internal/proc"
)

// A record is what came of one module.
type record struct {
	Module   string   // its directory
	Lines    int      // of its Go files
	Code     int      // exit code, -1 if the linter was stopped
	TimedOut bool     `json:",omitempty"`
	Crashed  bool     `json:",omitempty"`
	CPU      float64  // seconds
	Wall     float64  // seconds
	Memory   int64    // bytes, at its peak
	Findings []string `json:",omitempty"`
	Errors   []string `json:",omitempty"`
}

func (r record) String() string {
	state := ""
	switch {
	case r.Crashed:
		state = ", CRASHED"
	case r.TimedOut:
		state = ", TIMED OUT"
	}
	return fmt.Sprintf("%s: %d findings, %d errors, %.1f s%s", r.Module, len(r.Findings), len(r.Errors), r.CPU, state)
}

// module runs the linter over the module in dir.
func (s *sweep) module(ctx context.Context, dir string) (record, error) {
	r := record{Module: dir}
	var err error
	if r.Lines, err = countLines(dir); err != nil {
		return r, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.bin, "-build=never", "./...")
	cmd.Dir = dir
	cmd.WaitDelay = 10 * time.Second
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "CGO_ENABLED=0", "GOTOOLCHAIN=local")
	flags, err := s.loadFlags(dir)
	if err != nil {
		return r, err
	}
	cmd.Env = append(cmd.Env, "GOFLAGS="+flags)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err = cmd.Run()
	r.Wall = time.Since(start).Seconds()
	r.Code, r.TimedOut = -1, errors.Is(ctx.Err(), context.DeadlineExceeded)
	switch {
	case cmd.ProcessState == nil && r.TimedOut:
		return r, nil
	case cmd.ProcessState == nil:
		return r, err
	}
	r.Code = cmd.ProcessState.ExitCode()
	r.CPU = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	r.Memory = proc.PeakMemory(cmd.ProcessState)
	r.Findings = lines(stdout.String())
	for _, line := range lines(stderr.String()) {
		if !strings.HasPrefix(line, "transportlint: ") || strings.Contains(line, "internal error") {
			r.Errors = append(r.Errors, line)
		}
	}
	text := stderr.String()
	r.Crashed = strings.Contains(text, "panic: ") || strings.Contains(text, "fatal error: ") || !r.TimedOut && (r.Code < 0 || r.Code > 2)
	return r, nil
}

// loadFlags returns the go command's flags for the module in dir: a copy of its go.mod stands for it, so that nothing is written there,
// but for modules that vendor what they need, and for std, which go.mod does not describe.
func (s *sweep) loadFlags(dir string) (string, error) {
	if _, err := os.Stat(filepath.Join(dir, "vendor", "modules.txt")); err == nil {
		return "-mod=vendor", nil
	}
	copied := filepath.Join(s.temp, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(s.temp, name), text, 0o644); err != nil {
			return "", err
		}
	}
	return "-mod=mod -modfile=" + copied, nil
}

// countLines counts the lines of the Go files of the module in dir.
func countLines(dir string) (int, error) {
	n := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != dir:
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil || d.Name() == "vendor" {
				return filepath.SkipDir
			}
		case d.Type().IsRegular() && filepath.Ext(path) == ".go":
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			n += bytes.Count(text, []byte("\n"))
		}
		return nil
	})
	return n, err
}

func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, strings.TrimRight(line, "\r\n"))
	}
	return out
}

// summarize prints what came of all modules, and reports whether each one ended well.
func summarize(w io.Writer, records []record) bool {
	var crashed, slow []string
	var total record
	failed := 0
	rules := make(map[string]int)
	for _, r := range records {
		total.Lines += r.Lines
		total.CPU += r.CPU
		total.Memory = max(total.Memory, r.Memory)
		if r.Crashed {
			crashed = append(crashed, r.Module)
		}
		if r.TimedOut {
			slow = append(slow, r.Module)
		}
		if len(r.Errors) > 0 || r.Code == 2 {
			failed++
		}
		for _, f := range r.Findings {
			rules[ruleOf(f)]++
		}
	}
	fmt.Fprintf(w, "\n%d modules, %d lines, %.0f CPU s, at most %d MB; %d with errors of their own, %d crashed, %d timed out\n",
		len(records), total.Lines, total.CPU, total.Memory>>20, failed, len(crashed), len(slow))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		fmt.Fprintf(t, "%s\t%d\n", rule, rules[rule])
	}
	t.Flush() // what w refuses was said above, too
	for _, m := range crashed {
		fmt.Fprintln(w, "crashed:", m)
	}
	for _, m := range slow {
		fmt.Fprintln(w, "timed out:", m)
	}
	return len(crashed)+len(slow) == 0
}

// ruleOf returns the rule of a line that the linter printed.
func ruleOf(finding string) string {
	fields := strings.SplitN(finding, ": ", 3)
	if len(fields) < 3 {
		return "?"
	}
	return fields[1]
}

// compare prints which findings are new, and which are gone.
func compare(w io.Writer, before, after []record) {
	count := make(map[string]int)
	for _, r := range after {
		for _, f := range r.Findings {
			count[filepath.Join(r.Module, f)]++
		}
	}
	for _, r := range before {
		for _, f := range r.Findings {
			count[filepath.Join(r.Module, f)]--
		}
	}
	added, removed := 0, 0
	for _, f := range slices.Sorted(maps.Keys(count)) {
		for ; count[f] > 0; count[f]-- {
			fmt.Fprintln(w, "+", f)
			added++
		}
		for ; count[f] < 0; count[f]++ {
			fmt.Fprintln(w, "-", f)
			removed++
		}
	}
	fmt.Fprintf(w, "%d findings added, %d removed\n", added, removed)
}
