package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A command is what is measured.
type command struct {
	name     string
	args     []string // all but the packages
	findings int      // exit code if it has something to say about the code
	optional bool     // where it fails, it is left out

	// recall, if it remembers results, is what makes it keep them under a key.
	recall func(key string) (args, env []string)
	cold   bool // a new key each time
}

// A peer is somebody else's linter. Tests are left out, as transportlint leaves them out.
type peer struct {
	name, pkg, version string
	part               string // what of it runs, if that is not what it runs by itself
	args               []string
	findings           int
	recall             func(tmp string) func(key string) (args, env []string)
}

var peers = []peer{
	{"exhaustruct", "dev.gaijin.team/go/exhaustruct/v5/cmd/exhaustruct", "v5.2.0", "", []string{"-test=false"}, 3, nil},
	{"staticcheck", "honnef.co/go/tools/cmd/staticcheck", "v0.8.2", "", []string{"-tests=false"}, 1, recallIn("STATICCHECK_CACHE")},
	{"gosec", "github.com/securego/gosec/v2/cmd/gosec", "v2.30.0", "", []string{"-quiet"}, 1, nil},
	{"golangci-lint", "github.com/golangci/golangci-lint/v2/cmd/golangci-lint", "v2.15.0",
		", exhaustruct only", []string{"run", "--no-config", "--default=none", "--enable=exhaustruct_v5", "--tests=false", "--allow-parallel-runners"}, 1, recallIn("GOLANGCI_LINT_CACHE")},
}

// recallIn is for commands with a variable that names the folder of their cache.
func recallIn(variable string) func(string) func(string) ([]string, []string) {
	return func(tmp string) func(string) ([]string, []string) {
		return func(key string) (args, env []string) {
			return nil, []string{variable + "=" + filepath.Join(tmp, variable+key)}
		}
	}
}

// Names of commands as figures have them.
const (
	floor = "go list -export -deps"
	noop  = "noop"
	lint  = "transportlint"
	vet   = "go vet -vettool=transportlint"
)

// own are the commands that need nothing from elsewhere, and are quick.
var own = []string{"list", noop, lint}

// names returns the names of all commands as -commands has them.
func names() []string {
	list := append(slices.Clone(own), "vet")
	for _, p := range peers {
		list = append(list, p.name)
	}
	return list
}

// prepare builds and installs the commands that list names, in the order of [names].
func prepare(list, tmp, cache string) ([]*command, error) {
	switch list {
	case "own":
		list = strings.Join(own, ",")
	case "all":
		list = strings.Join(names(), ",")
	}
	wanted := make(map[string]bool)
	all := names()
	for name := range strings.SplitSeq(list, ",") {
		if !slices.Contains(all, name) {
			return nil, fmt.Errorf("-commands: there is no %q", name)
		}
		wanted[name] = true
	}
	commands, err := build(wanted, tmp)
	if err != nil {
		return nil, err
	}
	for _, p := range peers {
		if !wanted[p.name] {
			continue
		}
		path, err := p.install(cache)
		if err != nil {
			fmt.Fprintf(os.Stderr, "bench: without %s: %v\n", p.name, err)
			continue
		}
		c := &command{name: p.name + " " + p.version + p.part, args: append([]string{path}, p.args...), findings: p.findings, optional: true}
		if p.recall != nil {
			c.recall = p.recall(tmp)
		}
		commands = append(commands, c)
	}
	return commands, nil
}

// build returns those of our own commands and the go command's that are wanted.
func build(wanted map[string]bool, tmp string) ([]*command, error) {
	program := func(name string) string { return filepath.Join(tmp, executable(name)) }
	commands := []*command{
		{name: floor, args: []string{"go", "list", "-e", "-export", "-deps", "-f={{.DepOnly}}"}},
		{name: noop, args: []string{program(noop), "-test=false"}, findings: 3},
		{name: lint, args: []string{program(lint)}, findings: 1},
		{name: vet, args: []string{"go", "vet", "-vettool=" + program(lint)}, findings: 1, optional: true,
			recall: func(key string) (args, env []string) {
				// It is in the build cache, and flags are part of what it is filed under.
				return []string{"-lambda-entry=example.com/" + filepath.Base(tmp) + ".Run" + key}, nil
			}},
	}
	commands = slices.DeleteFunc(commands, func(c *command) bool {
		return !wanted[map[string]string{floor: "list", noop: noop, lint: lint, vet: "vet"}[c.name]]
	})

	packages := make(map[string]string)
	if wanted[noop] {
		packages[noop] = "tools/bench/noop"
	}
	if wanted[lint] || wanted["vet"] {
		packages[lint] = "cmd/transportlint"
	}
	for name, pkg := range packages {
		if out, err := exec.Command("go", "build", "-o", program(name), "github.com/transportlint/transportlint/"+pkg).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("building %s: %w\n%s", pkg, err, out)
		}
	}
	return commands, nil
}

// install returns the path of the program, which it installs once.
func (p peer) install(cache string) (string, error) {
	dir := filepath.Join(cache, p.name+"@"+p.version)
	path := filepath.Join(dir, executable(p.name))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	fmt.Fprintf(os.Stderr, "bench: installing %s %s, once\n", p.name, p.version)
	cmd := exec.Command("go", "install", p.pkg+"@"+p.version)
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go install: %w\n%s", err, out)
	}
	return path, nil
}

// withCold adds, after each command that remembers results, the same without them.
func withCold(commands []*command) []*command {
	var out []*command
	for _, c := range commands {
		out = append(out, c)
		if c.recall != nil {
			cold := *c
			cold.name, cold.cold = c.name+", cold", true
			out = append(out, &cold)
		}
	}
	return out
}

func executable(name string) string {
	if runtime.GOOS == "windows" {
		return name + ".exe"
	}
	return name
}
