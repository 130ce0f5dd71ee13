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
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/report"
	"github.com/transportlint/transportlint/internal/suggest"
)

// A command is what the command line asks for.
type command struct {
	options driver.Options
	json    bool
	format  string // as it is on the command line
	formats []report.Format
	auto    bool // nobody chose the format of what the terminal gets
	help    bool
	version bool
	explain string // a rule, or empty
	rules   bool   // all of them
	flags   *flag.FlagSet
}

// Flags in the order of the usage text. Those of the analyzer come first, under their own heading.
var (
	newFlags    = []string{"new-from", "baseline", "write-baseline"}
	loadFlags   = []string{"C", "tags", "build"}
	fixFlags    = []string{"fix", "diff"}
	outputFlags = []string{"list", "source-url", "why", "format", "json", "o", "v", "explain", "version", "help"}
)

// parse reads a command line, without the command's name. It fails for the first flag that is wrong, naming the flag,
// its value and what is accepted, before anything else is done.
func parse(args []string) (*command, error) {
	cmd := &command{
		options: driver.Options{Build: load.BuildAuto, Manual: manual},
		flags:   flag.NewFlagSet("transportlint", flag.ContinueOnError),
	}
	fs := cmd.flags
	cmd.define()
	args = spelledOut(args)
	if len(args) > 0 {
		if meant, ok := subcommand(args); ok {
			return nil, fmt.Errorf("there are no subcommands; did you mean transportlint %s?", meant)
		}
	}
	if n := len(args); n > 0 && (args[n-1] == "-explain" || args[n-1] == "--explain") {
		args = append(slices.Clone(args[:n-1]), "-explain=") // the flag package wants a value
	}
	if err := fs.Parse(args); err != nil {
		if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -"); ok {
			return nil, fmt.Errorf("unknown flag -%s%s; transportlint -help lists the flags", name, nearestFlag(fs, name))
		}
		if head, ok := strings.CutSuffix(err.Error(), ": parse error"); ok { // of a boolean flag, there are no others
			return nil, fmt.Errorf("%s: it must be true or false", head)
		}
		return nil, err
	}
	return cmd, cmd.check()
}

// define defines the flags.
func (cmd *command) define() {
	fs := cmd.flags
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	settings := cmd.options.Settings.Flags()
	settings.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	fs.StringVar(&cmd.options.Dir, "C", "", "change to `dir` before loading packages; printed paths stay relative to the current directory")
	fs.StringVar(&cmd.options.Tags, "tags", "", "comma-separated `list` of build tags")
	fs.Var(&cmd.options.Build, "build", "how to find the types of dependencies: with `mode` auto (default), in the build cache or, if they are not in it, in the declarations of their source; always compiles them instead; never ignores the cache")
	fs.BoolVar(&cmd.options.Fix, "fix", false, "apply fixes, and report what remains")
	fs.BoolVar(&cmd.options.Diff, "diff", false, "with -fix, print the changes and write nothing; the exit code is 1 if there are any")
	fs.StringVar(&cmd.options.NewFrom, "new-from", "", "report only findings added since the merge base of HEAD and `commit`, which may be a branch or a tag; moved code is not new")
	fs.StringVar(&cmd.options.Baseline, "baseline", "", "leave out the findings listed in `file`")
	fs.BoolVar(&cmd.options.WriteBaseline, "write-baseline", false, "write all findings to the file of -baseline, and report none")
	fs.Func("format", "print findings as text (default), long (default on a terminal), json, sarif, github (for GitHub Actions), codequality (for GitLab), checkstyle or rdjson (for reviewdog); with -o, `format` is that of the file; two, as in github,sarif, are those of the terminal and the file", func(s string) error {
		cmd.format = s
		return nil
	})
	fs.BoolVar(&cmd.options.List, "list", false, "list all network clients, and what bounds each phase of a request, in place of findings; with -format=table (default), json, markdown or html, and with -new-from what changed")
	fs.StringVar(&cmd.options.ListHTML.SourceURL, "source-url", "", "with -list -format=html, link places to `url`, in which {file} and {line} are replaced, such as https://github.com/owner/name/blob/main/{file}#L{line}")
	fs.BoolVar(&cmd.json, "json", false, "short for -format=json, which prints what go vet -json prints")
	fs.StringVar(&cmd.options.File, "o", "", "also write findings to `file`, even if something fails; the terminal gets text")
	fs.StringVar(&cmd.options.Why, "why", "", "say for each field of the values at `place`, as file.go:14, or of a declaration, as api.NewClient, what it ends up as and why, in place of findings; without packages, ./... is analyzed")
	fs.StringVar(&cmd.explain, "explain", "", "explain a `rule` and exit; without a rule, list all")
	fs.BoolVar(&cmd.options.Verbose, "v", false, "print what was read from where, the Lambda entry points, and the values that were not judged")
	fs.BoolVar(&cmd.version, "version", false, "print the version and exit")
	fs.BoolVar(&cmd.help, "help", false, "print this text and exit")
	fs.BoolVar(&cmd.help, "h", false, "print this text and exit")
}

// check checks what was given together, and completes what was left out.
func (cmd *command) check() error {
	fs := cmd.flags
	cmd.options.Patterns = fs.Args()
	for _, arg := range fs.Args() {
		if strings.HasPrefix(arg, "-") {
			return fmt.Errorf("flag %s comes after the packages; put flags first", arg)
		}
		if arg == "..." {
			return errors.New("... is every package there is; did you mean ./...?")
		}
	}
	if cmd.options.Diff && !cmd.options.Fix {
		return errors.New("-diff needs -fix")
	}
	cmd.rules = given(fs, "explain") && cmd.explain == ""
	// A variable that is not set in a script must not switch a gate off.
	for _, name := range []string{"new-from", "baseline", "o", "why"} {
		if given(fs, name) && fs.Lookup(name).Value.String() == "" {
			return fmt.Errorf(`invalid value "" for flag -%s: it is empty`, name)
		}
	}
	switch {
	case cmd.options.WriteBaseline && cmd.options.Baseline == "":
		return errors.New("-write-baseline needs -baseline=file")
	case cmd.options.WriteBaseline && cmd.options.NewFrom != "":
		return errors.New("-write-baseline writes all findings, not only new ones; leave out -new-from")
	case cmd.options.WriteBaseline && cmd.options.Fix:
		return errors.New("-write-baseline and -fix cannot be combined; run one after the other")
	}
	if cmd.options.List {
		return cmd.setListFormats()
	}
	if cmd.options.ListHTML.SourceURL != "" {
		return errors.New("-source-url needs -list -format=html")
	}
	if err := cmd.setFormats(); err != nil {
		return err
	}
	return cmd.checkWhy()
}

// checkWhy checks that -why stands alone, except for what says how to analyze.
func (cmd *command) checkWhy() error {
	opts := cmd.options
	if opts.Why == "" {
		return nil
	}
	for _, name := range []string{"fix", "new-from", "baseline", "o"} {
		if given(cmd.flags, name) {
			return fmt.Errorf("-why prints no findings, so -%s cannot be combined with it", name)
		}
	}
	if !slices.Contains([]report.Format{report.Text, report.Long, report.JSON}, opts.Format) {
		return errors.New("-why prints text or, with -format=json, JSON")
	}
	return nil
}

// spelledOut returns args with the flags that other tools have as commands: help, help rule, version and rules. No package has these
// import paths; a folder of that name is ./help.
func spelledOut(args []string) []string {
	switch {
	case len(args) == 2 && args[0] == "help" && args[1] != "rules":
		return []string{"-explain=" + args[1]}
	case len(args) == 2 && args[0] == "help":
		return []string{"-explain="}
	case len(args) != 1:
		return args
	case args[0] == "help":
		return []string{"-help"}
	case args[0] == "version":
		return []string{"-version"}
	case args[0] == "rules":
		return []string{"-explain="}
	}
	return args
}

// subcommands are what people type who know other tools, with the flag that does it.
var subcommands = map[string]string{
	"run": "", "lint": "", "check": "", "analyze": "",
	"fix": "-fix", "list": "-list", "explain": "-explain=", "why": "-why=", "diff": "-fix -diff",
}

// subcommand returns the arguments that stand for such a command in place of the first of args, if that is one. No package has these import
// paths; a folder of that name is ./run.
func subcommand(args []string) (meant string, ok bool) {
	meant, ok = subcommands[args[0]]
	rest := args[1:]
	if strings.HasSuffix(meant, "=") {
		if len(rest) == 0 {
			return "-" + args[0], ok
		}
		meant, rest = meant+rest[0], rest[1:]
	} else if len(rest) == 0 {
		rest = []string{"./..."}
	}
	var words []string
	for _, arg := range rest {
		words = append(words, report.Quoted(arg))
	}
	return strings.TrimSpace(meant + " " + strings.Join(words, " ")), ok
}

// nearestFlag returns which flag was probably meant: one of nearly that name, or one whose name has it as a part.
func nearestFlag(fs *flag.FlagSet, name string) string {
	var names []string
	part := ""
	fs.VisitAll(func(f *flag.Flag) {
		names = append(names, f.Name)
		if len(name) > 2 && strings.Contains(f.Name, name) && part == "" {
			part = fmt.Sprintf(" (did you mean -%s?)", f.Name)
		}
	})
	if part != "" {
		return part
	}
	return strings.Replace(suggest.DidYouMean(name, names), "mean ", "mean -", 1)
}

// setFormats says what the terminal gets and what the file.
func (cmd *command) setFormats() error {
	if given(cmd.flags, "format") {
		var err error
		if cmd.formats, err = report.ParseFormats(cmd.format); err != nil {
			return invalidFormat(cmd.format, err)
		}
	}
	if cmd.json {
		if cmd.formats != nil {
			return errors.New("-json is short for -format=json; use only one of -json and -format")
		}
		cmd.formats = []report.Format{report.JSON}
	}
	opts := &cmd.options
	opts.Format, opts.FileFormat = report.Text, report.Text
	cmd.auto = cmd.formats == nil || len(cmd.formats) == 1 && opts.File != ""
	switch formats := cmd.formats; {
	case len(formats) > 2 || len(formats) == 2 && opts.File == "":
		return errors.New("-format takes one format, or with -o two, for the terminal and for the file")
	case len(formats) == 2:
		opts.Format, opts.FileFormat = formats[0], formats[1]
	case len(formats) == 1 && opts.File == "":
		opts.Format = formats[0]
	case len(formats) == 1 && formats[0] == report.GitHub:
		return errors.New("-format=github is for the log; name a format for the file of -o as well, as in -format=github,sarif")
	case len(formats) == 1:
		opts.FileFormat = formats[0]
	}
	return nil
}

// setListFormats says what the terminal gets and what the file, of a list.
func (cmd *command) setListFormats() error {
	opts := &cmd.options
	for _, name := range []string{"fix", "baseline", "write-baseline", "why"} {
		if given(cmd.flags, name) {
			return fmt.Errorf("-list and -%s cannot be combined; run one after the other", name)
		}
	}
	opts.ListFormat, opts.ListFileFormat = inventory.Table, inventory.Table
	var formats []inventory.Format
	if given(cmd.flags, "format") {
		for name := range strings.SplitSeq(cmd.format, ",") {
			f, err := inventory.ParseFormat(name)
			if err != nil {
				return invalidFormat(cmd.format, err)
			}
			formats = append(formats, f)
		}
	}
	if cmd.json {
		if formats != nil {
			return errors.New("-json is short for -format=json; use only one of -json and -format")
		}
		formats = []inventory.Format{inventory.JSON}
	}
	switch {
	case len(formats) > 2 || len(formats) == 2 && opts.File == "":
		return errors.New("-format takes one format, or with -o two, for the terminal and for the file")
	case len(formats) == 2:
		opts.ListFormat, opts.ListFileFormat = formats[0], formats[1]
	case len(formats) == 1 && opts.File == "":
		opts.ListFormat = formats[0]
	case len(formats) == 1:
		opts.ListFileFormat = formats[0]
	}
	html := slices.Contains(formats, inventory.HTML)
	if html && opts.NewFrom != "" {
		return errors.New("-format=html shows clients and not what changed; leave out -new-from")
	}
	if url := opts.ListHTML.SourceURL; url != "" {
		if !html {
			return errors.New("-source-url needs -list -format=html")
		}
		if err := inventory.CheckSourceURL(url); err != nil {
			return fmt.Errorf("invalid value %q for flag -source-url: %w", url, err)
		}
	}
	opts.ListHTML.RulesURL = analyzer.Analyzer.URL
	return nil
}

func invalidFormat(value string, err error) error {
	return fmt.Errorf("invalid value %q for flag -format: %w", value, err)
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

Packages are named as for go build; without a name, the package in the current
directory is analyzed.

    transportlint ./...
    transportlint help transport
    go vet -vettool=$(which transportlint) ./...
`)
	own := slices.Concat(newFlags, loadFlags, fixFlags, outputFlags, []string{"h"})
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
		{"What to report (go vet takes these flags, too)", analyzerFlags},
		{"Only new findings", newFlags},
		{"Loading packages", loadFlags},
		{"Fixing", fixFlags},
		{"Output", outputFlags},
	} {
		fmt.Fprintf(&b, "\n%s:\n", group.heading)
		for _, name := range group.names {
			writeFlag(&b, cmd.flags.Lookup(name))
		}
	}
	b.WriteString(`
Findings go to stdout, errors and the summary to stderr. The exit code is 0 if
there is nothing to report, 1 if there are findings, and 2 if something went
wrong.
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
	const indent = "        "
	fmt.Fprintf(w, "  %s\n%s%s\n", head, indent, strings.Join(report.Wrap(usage, 80-len(indent)), "\n"+indent))
}
