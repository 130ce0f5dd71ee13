// The transportlint command finds network clients whose zero-valued fields mean "no limit".
//
// Run it on packages, as `transportlint ./...`, or hand it to the go command, as `go vet -vettool=$(which transportlint) ./...`.
// See -help.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/driver"
	"github.com/transportlint/transportlint/internal/files"
	"github.com/transportlint/transportlint/internal/report"
)

func main() {
	if isTool(os.Args[1:]) {
		if code, done := tooOld(os.Args[len(os.Args)-1], os.Stderr); done {
			os.Exit(code)
		}
		singlechecker.Main(analyzer.Analyzer)
	}
	debug.SetGCPercent(300)                                 // nearly all that is allocated stays in use until the end
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) // so that a write to a closed pipe fails like any other
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop) // a second signal kills
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// endings returns the signals that end a run in good order, without those that the caller wants to be ignored, as nohup does.
func endings() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}

// isTool reports whether it is the go command that calls, as for go vet -vettool and go fix -fixtool: with one of two flags alone,
// or with flags that it has heard of so and the description of a package.
func isTool(args []string) bool {
	if len(args) == 1 && slices.Contains([]string{"-V=full", "--V=full", "-flags", "--flags"}, args[0]) {
		return true
	}
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	settings := new(analyzer.Settings).Flags()
	settings.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	for _, name := range []string{"json", "fix", "diff", "test"} {
		fs.Bool(name, false, "")
	}
	for _, name := range []string{"c", "debug", "cpuprofile", "memprofile", "trace"} {
		fs.String(name, "", "")
	}
	if err := fs.Parse(args); err != nil || fs.NArg() != 1 {
		return false
	}
	info, err := os.Stat(fs.Arg(0))
	return err != nil || !info.IsDir()
}

// run does what args say and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr *os.File) int {
	cmd, err := parse(args)
	if err != nil {
		return fail(stderr, err)
	}
	switch {
	case cmd.help:
		return say(stdout, stderr, cmd.usage())
	case cmd.version:
		return say(stdout, stderr, report.Version()+"\n")
	case cmd.rules:
		return say(stdout, stderr, manual.List())
	case cmd.explain != "":
		text, err := manual.Section(cmd.explain)
		if err != nil {
			return fail(stderr, fmt.Errorf("-explain: %w", err))
		}
		if err := report.WriteMarkdown(stdout, terminal(stdout), text); err != nil {
			return fail(stderr, err)
		}
		return driver.Clean
	}
	files.CleanUp()
	opts := cmd.options
	if opts.WorkDir, err = os.Getwd(); err != nil {
		return fail(stderr, err)
	}
	opts.Stdout, opts.Stderr = stdout, stderr
	opts.Args = args
	if opts.Terminal = terminal(stdout); opts.Terminal != nil && cmd.auto {
		opts.Format = report.Long
	}
	opts.Progress = terminal(stderr) != nil
	return driver.Run(ctx, opts)
}

// say prints what was asked for.
func say(stdout, stderr io.Writer, text string) int {
	if _, err := io.WriteString(stdout, text); err != nil {
		return fail(stderr, err)
	}
	return driver.Clean
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "transportlint: %s\n", report.Printable(err.Error()))
	return driver.Failed
}
