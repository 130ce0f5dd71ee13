package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/driver"
)

// A command is what the command line asks for.
type command struct {
	options driver.Options
	help    bool
	version bool
	explain string // a rule, or empty
	flags   *flag.FlagSet
}

// Flags in the order of the usage text. Those of the analyzer come first, under their own heading.
var (
	loadFlags   = []string{"C", "tags", "build"}
	outputFlags = []string{"json", "explain", "version", "help"}
)

// parse reads a command line, without the command's name. It fails for the first flag that is wrong, naming the flag,
// its value and what is accepted, before anything else is done.
func parse(args []string) (*command, error) {
	hint := new(analyzer.Hint)
	cmd := &command{
		options: driver.Options{Analyzer: analyzer.WithHint(hint), Hint: hint, Build: driver.BuildAlways},
		flags:   flag.NewFlagSet("transportlint", flag.ContinueOnError),
	}
	fs := cmd.flags
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	cmd.options.Analyzer.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	fs.StringVar(&cmd.options.Dir, "C", "", "change to `dir` before looking for packages; printed paths stay relative to here")
	fs.StringVar(&cmd.options.Tags, "tags", "", "comma-separated `list` of build tags")
	fs.Var(&cmd.options.Build, "build", "`mode` of finding the types of dependencies: always compiles those that are not in the\nbuild cache (default), never compiles nothing and reads declarations from source")
	fs.BoolVar(&cmd.options.JSON, "json", false, "print JSON, in the form of go vet -json")
	fs.StringVar(&cmd.explain, "explain", "", "explain a `rule` and exit")
	fs.BoolVar(&cmd.version, "version", false, "print the version and exit")
	fs.BoolVar(&cmd.help, "help", false, "print this text and exit")
	fs.BoolVar(&cmd.help, "h", false, "print this text and exit")

	if err := fs.Parse(args); err != nil {
		if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
			return nil, fmt.Errorf("unknown flag -%s; transportlint -help lists the flags", name)
		}
		if head, ok := strings.CutSuffix(err.Error(), ": parse error"); ok { // of a boolean flag, there are no others
			return nil, fmt.Errorf("%s: accepted are true and false", head)
		}
		return nil, err
	}
	cmd.options.Patterns = fs.Args()
	for _, arg := range fs.Args() {
		if strings.HasPrefix(arg, "-") {
			return nil, fmt.Errorf("flag %s comes after the packages; put flags first", arg)
		}
	}
	if given(fs, "explain") && cmd.explain == "" {
		return nil, errors.New(`invalid value "" for flag -explain: name a rule, one of ` + strings.Join(manual.Rules, ", "))
	}
	return cmd, nil
}

// given reports whether a flag is on the command line.
func given(fs *flag.FlagSet, name string) bool {
	found := false
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// usage returns the help text.
func (cmd *command) usage() string {
	var b strings.Builder
	b.WriteString(`transportlint finds network clients whose zero-valued fields mean "no limit".

Usage: transportlint [flags] [packages]

Packages are named as for go build; none means the one in this directory.

    transportlint ./...
    transportlint -explain=transport
    go vet -vettool=$(which transportlint) ./...
`)
	own := slices.Concat(loadFlags, outputFlags, []string{"h"})
	var analyzerFlags []string
	cmd.flags.VisitAll(func(f *flag.Flag) {
		if !slices.Contains(own, f.Name) {
			analyzerFlags = append(analyzerFlags, f.Name)
		}
	})
	for _, group := range []struct {
		heading string
		names   []string
	}{
		{"What to report", analyzerFlags},
		{"How to load", loadFlags},
		{"Output", outputFlags},
	} {
		fmt.Fprintf(&b, "\n%s:\n", group.heading)
		for _, name := range group.names {
			writeFlag(&b, cmd.flags.Lookup(name))
		}
	}
	b.WriteString(`
Findings go to stdout, errors and a summary to stderr. The exit code is 0 when there is
nothing to report, 1 with findings, 2 when anything went wrong.
`)
	return b.String()
}

func writeFlag(w io.Writer, f *flag.Flag) {
	value, usage := flag.UnquoteUsage(f)
	head := "-" + f.Name
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); value != "" && !(ok && b.IsBoolFlag()) {
		head += "=" + value
	}
	if f.Name == "help" {
		head = "-h, -help"
	}
	fmt.Fprintf(w, "  %s\n        %s\n", head, strings.ReplaceAll(usage, "\n", "\n        "))
}
