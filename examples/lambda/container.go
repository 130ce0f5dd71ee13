package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/transportlint/transportlint/examples/lambda/internal/scenario"
)

// An outcome is what the two invocations in a container returned: the messages of their errors, "" for success.
type outcome struct{ first, second string }

// runContainer starts the function with a client, and invokes it twice. No process is left when it returns.
func runContainer(ctx context.Context, function, client string, forget bool) (outcome, error) {
	const limit = time.Minute
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("not done after %v", limit))
	defer cancel()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)

	stock, stockAddress, err := startBackend(ctx, forget)
	if err != nil {
		return outcome{}, err
	}
	api, apiAddress, err := startRuntimeAPI(ctx)
	if err != nil {
		return outcome{}, err
	}
	cmd := exec.CommandContext(ctx, function) // kills the process when ctx is done, even a frozen one
	cmd.Env = []string{"AWS_LAMBDA_RUNTIME_API=" + apiAddress, "CLIENT=" + client, "STOCK_URL=http://" + stockAddress + "/reservations"}
	cmd.SysProcAttr = endsWithParent()
	var log strings.Builder
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		return outcome{}, err
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		err := cmd.Wait()
		stop(fmt.Errorf("the function ended by itself: %w\n%s", err, &log))
	}()
	defer func() {
		stop(nil)
		<-ended
	}()
	return invokeTwice(ctx, api, stock, cmd.Process)
}

// invokeTwice invokes the function, freezes its process, and thaws it with the next event waiting. Lambda thaws because of an event,
// too.
func invokeTwice(ctx context.Context, api *runtimeAPI, stock *backend, function *os.Process) (o outcome, err error) {
	event := []byte(`{"id": "4711"}`)
	if err := api.idle(ctx); err != nil {
		return o, err
	}
	if err := api.send(ctx, event); err != nil {
		return o, err
	}
	if o.first, err = api.result(ctx); err != nil {
		return o, err
	}
	if err := api.idle(ctx); err != nil {
		return o, err
	}
	if err := freeze(function); err != nil {
		return o, err
	}
	if err := sleep(ctx, scenario.Freeze); err != nil {
		return o, err
	}
	if err := stock.quiet(ctx); err != nil {
		return o, err
	}
	if err := api.send(ctx, event); err != nil {
		return o, err
	}
	if err := thaw(function); err != nil {
		return o, err
	}
	o.second, err = api.result(ctx)
	return o, err
}
