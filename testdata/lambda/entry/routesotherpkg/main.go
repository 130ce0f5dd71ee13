// Command routesotherpkg dispatches through a table of another package's functions.
package main

import (
	"context"
	"errors"

	"example.com/lambda/entry/routesotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Action string `json:"action"`
	Body   string `json:"body"`
}

var actions = map[string]func(context.Context, string) error{
	"create": api.Create,
	"ignore": api.Ignore,
}

func handle(ctx context.Context, r request) error {
	run, ok := actions[r.Action]
	if !ok {
		return errors.New("unknown action " + r.Action)
	}
	return run(ctx, r.Body)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/routesotherpkg/internal/api/client.go:10$`
}
