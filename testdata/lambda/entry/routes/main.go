// Command routes dispatches through a table of functions.
package main

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Action string `json:"action"`
	Body   string `json:"body"`
}

type action func(ctx context.Context, body string) error

var actions = map[string]action{
	"create": create,
	"ignore": func(context.Context, string) error { return nil },
}

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, r request) error {
	run, ok := actions[r.Action]
	if !ok {
		return errors.New("unknown action " + r.Action)
	}
	return run(ctx, r.Body)
}

func main() {
	lambda.Start(handle)
}
