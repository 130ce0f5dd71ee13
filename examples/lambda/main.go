// Command lambda shows what becomes of the HTTP client of an AWS Lambda function whose process is frozen between two invocations,
// and what the linter says about the function's source. See README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/driver"
)

func main() {
	containers := flag.Int("containers", 20, "run each client in `n` containers")
	forget := flag.Bool("forget", false, "let the server's side forget an idle connection and answer the next request with a reset, in place of closing it")
	flag.Parse()
	if flag.NArg() > 0 || *containers < 1 {
		fmt.Fprintln(os.Stderr, "lambda: it takes no arguments, and at least one container")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	err := run(ctx, os.Stdout, *containers, *forget)
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "lambda:", err)
		os.Exit(1)
	}
}

// run plays the incident with each client, and lets the linter judge their source.
func run(ctx context.Context, w io.Writer, containers int, forget bool) error {
	if !canFreeze {
		return fmt.Errorf("freezing a process takes SIGSTOP, which %s does not have; run it on Linux or macOS", runtime.GOOS)
	}
	source, err := sourceDir(ctx)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "transportlint-lambda")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	function := filepath.Join(temp, "function")
	if err := build(ctx, source, function); err != nil {
		return err
	}
	announce(w, containers, forget)
	tallies, err := play(ctx, function, containers, forget)
	if err != nil {
		return err
	}
	if err := printTable(w, tallies); err != nil {
		return err
	}
	return lint(ctx, w, source)
}

// sourceDir returns the folder with the source of the function.
func sourceDir(ctx context.Context) (string, error) {
	const self = "github.com/transportlint/transportlint/examples/lambda"
	cmd := exec.CommandContext(ctx, "go", "list", "-f={{.Dir}}", self)
	cmd.Stderr = os.Stderr
	dir, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("finding the source of %s: %w; run it in a checkout of that module", self, err)
	}
	return filepath.Join(strings.TrimSpace(string(dir)), "function"), nil
}

// build compiles the function, which is in a module of its own.
func build(ctx context.Context, source, executable string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-C", source, "-o", executable, ".")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building the function in %s: %w", source, err)
	}
	return nil
}

// lint prints what the linter finds in source.
func lint(ctx context.Context, w io.Writer, source string) error {
	maxIdle := analyzer.Duration(time.Minute)
	workDir, err := os.Getwd()
	if err != nil {
		return err
	}
	dir, err := filepath.Rel(workDir, source)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, `
The linter on the same clients. A time that somebody chose, as in explicit.go, is reported only above -lambda-max-idle.

$ transportlint -C %s -lambda-max-idle=%v ./...
`, dir, &maxIdle)
	code := driver.Run(ctx, driver.Options{
		Settings: analyzer.Settings{LambdaMaxIdle: maxIdle},
		Patterns: []string{"./..."},
		WorkDir:  workDir,
		Dir:      dir,
		Stdout:   w,
		Stderr:   w,
	})
	if code == driver.Failed {
		return errors.New("the linter failed")
	}
	return nil
}
