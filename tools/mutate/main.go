// Command mutate shows which conditions no test of the analyzer depends on. It makes one condition at a time true or false, and
// reports what the folders of testdata do not notice.
//
//	go -C tools run ./mutate
//	go -C tools run ./mutate ../internal/lambda
//
// A line of its report says what stood where, and what in its place made no difference; "as in all tests", if it never was anything
// else; "more work", if it saves some, which is counted in conditions that are asked. A condition is asked all the same, so what
// asking it does is done. The checkout stays as it is; all mutants are in one build of their own.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/transportlint/transportlint/tools/mutate/judge"
)

func main() {
	c := command{judge: "./mutate/ours"}
	flag.DurationVar(&c.timeout, "timeout", time.Minute, "a mutant that takes longer counts as noticed")
	flag.Parse()
	c.packages = flag.Args()
	if len(c.packages) == 0 {
		c.packages = []string{"../internal/pointsto", "../internal/lambda"}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := c.run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
}

// A command mutates packages.
type command struct {
	packages []string
	judge    string // the command that judges them, and that they are part of
	timeout  time.Duration
}

// run reports to w what is not noticed.
func (c *command) run(ctx context.Context, w io.Writer) error {
	temp, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	bin := filepath.Join(temp, "judge.exe")
	mutations, err := c.build(ctx, temp, bin)
	if err != nil {
		return err
	}
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	missed := 0
	err = c.verdicts(ctx, bin, mutations, func(m mutation, verdict string) {
		if verdict == judge.Noticed {
			return
		}
		missed++
		if name, err := filepath.Rel(here, m.pos.Filename); err == nil {
			m.pos.Filename = filepath.ToSlash(name)
		}
		fmt.Fprintf(w, "%s: %s -> %s", m.pos, m.text, m.to)
		if verdict == judge.Idle {
			fmt.Fprint(w, " (as in all tests)")
		}
		if more, ok := strings.CutPrefix(verdict, judge.Slower+" "); ok {
			fmt.Fprintf(w, " (%s more work)", more)
		}
		fmt.Fprintln(w)
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d mutants, %d not noticed\n", len(mutations), missed)
	return nil
}
