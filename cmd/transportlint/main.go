// The transportlint command finds network clients whose zero-valued fields mean "no limit".
//
// Run it on packages, as `transportlint ./...`, or hand it to the go command, as `go vet -vettool=$(which transportlint) ./...`.
// See -help.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/driver"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/report"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == load.RefuseFlag {
		os.Exit(load.Refuse(os.Args[2:]))
	}
	if isTool(os.Args[1:]) {
		singlechecker.Main(analyzer.Analyzer)
	}
	debug.SetGCPercent(400) // nearly all that is allocated stays in use until the end
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt kills
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// isTool reports whether it is the go command that calls, as for go vet -vettool and go fix -fixtool.
func isTool(args []string) bool {
	for _, arg := range args {
		switch arg {
		case "-V=full", "--V=full", "-flags", "--flags":
			return true
		}
	}
	return len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}

// run does what args say and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr *os.File) int {
	cmd, err := parse(args)
	if err != nil {
		return fail(stderr, err)
	}
	switch {
	case cmd.help:
		fmt.Fprint(stdout, cmd.usage())
		return driver.Clean
	case cmd.version:
		fmt.Fprintln(stdout, report.Version())
		return driver.Clean
	case cmd.explain != "":
		text, err := manual.Section(cmd.explain)
		if err != nil {
			return fail(stderr, fmt.Errorf("-explain: %w", err))
		}
		fmt.Fprint(stdout, text)
		return driver.Clean
	}
	opts := cmd.options
	if opts.WorkDir, err = os.Getwd(); err != nil {
		return fail(stderr, err)
	}
	if opts.Executable, err = os.Executable(); err != nil {
		return fail(stderr, err)
	}
	opts.Stdout, opts.Stderr = stdout, stderr
	if isTerminal(stdout) {
		opts.Terminal = &report.Terminal{Color: wantsColor()}
	}
	opts.Progress = isTerminal(stderr)
	return driver.Run(ctx, opts)
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "transportlint: %s\n", report.Printable(err.Error()))
	return driver.Failed
}
