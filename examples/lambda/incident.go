package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/transportlint/transportlint/examples/lambda/internal/scenario"
)

// A client is one that the function can use.
type client struct {
	name string // of its file, and for CLIENT
	idle string // its IdleConnTimeout
}

func clients() []client {
	return []client{
		{"zero", "0"},
		{"default", "90s, not chosen"},
		{"explicit", "90s"},
		{"below", scenario.ClientIdle.String()},
		{"nokeepalives", "keep-alives off"},
	}
}

// A tally is what happened with a client, in each of its containers.
type tally struct {
	client
	outcomes []outcome
}

// play runs so many containers with each client, all at once. The first error ends them.
func play(ctx context.Context, function string, containers int, forget bool) ([]tally, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var tallies []tally
	var running sync.WaitGroup
	for _, c := range clients() {
		outcomes := make([]outcome, containers)
		tallies = append(tallies, tally{c, outcomes})
		for i := range outcomes {
			running.Go(func() {
				var err error
				if outcomes[i], err = runContainer(ctx, function, c.name, forget); err != nil {
					stop(fmt.Errorf("a container with client %s: %w", c.name, err))
				}
			})
		}
	}
	running.Wait()
	return tallies, context.Cause(ctx)
}

// failures returns the messages of the errors of first and of second invocations.
func (t tally) failures() (first, second []string) {
	for _, o := range t.outcomes {
		if o.first != "" {
			first = append(first, o.first)
		}
		if o.second != "" {
			second = append(second, o.second)
		}
	}
	return first, second
}

// announce says what is about to be played.
func announce(w io.Writer, containers int, forget bool) {
	habit := "closes a connection that is idle for"
	if forget {
		habit = "answers with a reset on a connection that was idle for"
	}
	fmt.Fprintf(w, `A Lambda function posts to a server that %s %v. Each of its %d containers is invoked,
frozen for %v, and thawed because the next event is there. Times are scaled down: Lambda freezes for seconds to
hours, and an Application Load Balancer closes a connection that is idle for 60 s.

`, habit, scenario.ServerIdle, len(clients())*containers, scenario.Freeze)
}

// printTable prints how many invocations failed with each client, and why.
func printTable(w io.Writer, tallies []tally) error {
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintln(table, "client\tIdleConnTimeout\t1st invocation\t2nd, after the freeze\terror")
	var all []string
	for _, t := range tallies {
		first, second := t.failures()
		failures := slices.Concat(first, second)
		fmt.Fprintf(table, "%s.go\t%s\t%d of %d failed\t%d of %d failed\t%s\n",
			t.name, t.idle, len(first), len(t.outcomes), len(second), len(t.outcomes), causes(failures))
		all = append(all, failures...)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if len(all) > 0 {
		fmt.Fprintf(w, "\nThe first of these errors in full: %s\n", all[0])
	}
	return nil
}

// causes lists the last words of messages, each once.
func causes(messages []string) string {
	var words []string
	for _, m := range messages {
		words = append(words, strings.TrimSpace(m[strings.LastIndexByte(m, ':')+1:]))
	}
	if len(words) == 0 {
		return "none"
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), ", ")
}
