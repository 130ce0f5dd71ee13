package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/transportlint/transportlint/tools/internal/proc"
)

// A cost is what one run of a command took.
type cost struct {
	CPU    float64 `json:"cpu_seconds"`
	Wall   float64 `json:"wall_seconds"`
	Memory int64   `json:"peak_bytes"` // resident, of the largest process, 0 where the system does not say
}

// patience is the CPU time in seconds after which a command is not run again, if its first run says what the others would.
const patience = 60

// race runs the commands over t in turn. With an empty build cache each of them runs once, else once more than is counted.
func race(commands []*command, t target, runs int, empty bool, tmp string) (result, error) {
	res := result{Target: t.name}
	costs, done := make(map[*command][]cost), make(map[*command]bool)
	first := 0 // the round that fills the caches
	if empty {
		first, runs = 1, 1
	}
	for round := first; round <= runs; round++ {
		for _, c := range slices.Clone(commands) {
			if done[c] {
				continue
			}
			stdout, x, err := c.run(t, empty, tmp)
			switch {
			case err == nil:
			case c.optional:
				fmt.Fprintf(os.Stderr, "bench: %s: without %s: %v\n", t.name, c.name, err)
				commands = slices.DeleteFunc(slices.Clone(commands), func(other *command) bool { return other == c })
				continue
			default:
				return result{}, err
			}
			done[c] = round == 0 && x.CPU > patience && (c.recall == nil || c.cold)
			if round > 0 || done[c] {
				costs[c] = append(costs[c], x)
			}
			lines := bytes.Count(stdout, []byte("\n"))
			switch c.name {
			case floor:
				res.Packages = bytes.Count(stdout, []byte("false\n"))
				res.Dependencies = lines - res.Packages
			case lint:
				res.Findings = lines
				if t.findings >= 0 && lines != t.findings {
					return result{}, fmt.Errorf("%s: transportlint found %d, want %d\n%s", t.name, lines, t.findings, stdout)
				}
			}
		}
	}
	for _, c := range commands {
		res.Rows = append(res.Rows, row{Command: c.name, Cold: c.cold, Runs: costs[c]})
	}
	res.compare()
	return res, nil
}

// run runs c. That it has findings is no error.
func (c *command) run(t target, empty bool, tmp string) ([]byte, cost, error) {
	args, env := slices.Clone(c.args), os.Environ()
	if c.recall != nil {
		key := "warm"
		if c.cold || empty {
			key = strconv.FormatInt(time.Now().UnixNano(), 36)
		}
		more, vars := c.recall(key)
		args, env = append(args, more...), append(env, vars...)
	}
	if empty {
		dir, err := os.MkdirTemp(tmp, "gocache")
		if err != nil {
			return nil, cost{}, err
		}
		defer os.RemoveAll(dir)
		env = append(env, "GOCACHE="+dir)
	}
	cmd := exec.Command(args[0], append(args[1:], t.patterns...)...)
	cmd.Dir, cmd.Env = t.dir, env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	state := cmd.ProcessState
	if state == nil {
		return nil, cost{}, err
	}
	if code := state.ExitCode(); code != 0 && code != c.findings {
		return nil, cost{}, fmt.Errorf("%s in %s: exit %d\n%s%s", filepath.Base(args[0]), t.dir, code, tail(stdout.Bytes()), tail(stderr.Bytes()))
	}
	return stdout.Bytes(), cost{(state.UserTime() + state.SystemTime()).Seconds(), wall.Seconds(), proc.PeakMemory(state)}, nil
}

// tail returns the end of what a command said.
func tail(out []byte) []byte { return out[max(0, len(out)-1000):] }

func median(runs []cost, of func(cost) float64) float64 {
	var xs []float64
	for _, c := range runs {
		xs = append(xs, of(c))
	}
	return middle(xs)
}

// medianRatio compares runs of the same rounds, but for commands that ran once.
func medianRatio(a, b []cost, of func(cost) float64) float64 {
	var xs []float64
	for i := range a {
		xs = append(xs, of(a[i])/of(b[i]))
	}
	return middle(xs)
}

func middle(xs []float64) float64 {
	slices.Sort(xs)
	return xs[len(xs)/2]
}
