// The bench command measures what transportlint costs next to a linter that does nothing, and next to other linters.
//
//	go -C tools run ./bench [flags] [-C dir] [packages]
//
// A dir that is relative is so to the folder tools.
//
// It runs commands in turn, after a first round that fills their caches, and prints the medians. Ratios are taken pair by pair,
// within a round, and so hold on a noisy machine where times do not. CPU time includes that of the go command. Commands that take
// more than a minute run once.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	var o options
	flag.IntVar(&o.runs, "n", 5, "`runs` to count of each command")
	flag.StringVar(&o.commands, "commands", "own", "what to run: own, all, or a `list` of "+strings.Join(names(), ","))
	flag.BoolVar(&o.cold, "cold", false, "commands that remember results run a second time without")
	flag.BoolVar(&o.empty, "empty", false, "run each command once with an empty build cache")
	flag.StringVar(&o.generate, "generate", "", "measure modules that are generated, of as many packages as `sizes` says, like 10,100")
	flag.StringVar(&o.dir, "C", ".", "run in `dir`")
	flag.StringVar(&o.json, "json", "", "write the figures to `file`")
	flag.StringVar(&o.svg, "svg", "", "draw the CPU time to `file`")
	flag.Parse()
	o.patterns = flag.Args()
	if err := bench(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	runs        int
	commands    string
	cold, empty bool
	generate    string
	dir         string
	patterns    []string
	json, svg   string
}

func bench(o options) error {
	if o.runs < 1 {
		return errors.New("-n must be at least 1")
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	cache = filepath.Join(cache, "transportlint-bench")
	targets, err := o.targets(cache)
	if err != nil {
		return err
	}
	if o.svg != "" && len(targets) > 1 {
		return errors.New("-svg draws one target")
	}
	tmp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	commands, err := prepare(o.commands, tmp, cache)
	if err != nil {
		return err
	}
	if o.cold {
		commands = withCold(commands)
	}

	r := newReport(o.empty)
	for _, t := range targets {
		result, err := race(commands, t, o.runs, o.empty, tmp)
		if err != nil {
			return err
		}
		r.Results = append(r.Results, result)
		if err := r.print(os.Stdout, result); err != nil {
			return err
		}
	}
	if o.json != "" {
		if err := r.write(o.json); err != nil {
			return err
		}
	}
	if o.svg != "" {
		return os.WriteFile(o.svg, []byte(draw(r, r.Results[0])), 0o644)
	}
	return nil
}

// A target is code to run linters on.
type target struct {
	name     string
	dir      string
	patterns []string
	findings int // that transportlint must have, -1 if that is not known
}

func (o options) targets(cache string) ([]target, error) {
	if o.generate == "" {
		patterns := o.patterns
		if len(patterns) == 0 {
			patterns = []string{"std"}
		}
		name := strings.Join(patterns, " ")
		if strings.HasPrefix(name, ".") {
			cmd := exec.Command("go", "list", "-m")
			cmd.Dir = o.dir
			if module, err := cmd.Output(); err == nil {
				first, _, _ := strings.Cut(string(module), "\n") // of a workspace there are several
				name = strings.TrimSpace(first) + " " + name
			}
		}
		return []target{{name, o.dir, patterns, -1}}, nil
	}
	var out []target
	for size := range strings.SplitSeq(o.generate, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("-generate: %q is no number of packages", size)
		}
		// The folder is always the same, since compiled packages are kept by folder, too.
		dir := filepath.Join(cache, "generated-"+size)
		findings, err := generate(dir, n)
		if err != nil {
			return nil, err
		}
		out = append(out, target{"generated module of " + size, dir, []string{"./..."}, findings})
	}
	return out, nil
}
