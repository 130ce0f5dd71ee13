// Command generichandler has a generic wrapper of its own around a typed function.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Name string `json:"name"`
}

type endpoint[In, Out any] struct {
	run func(context.Context, In) (Out, error)
}

func (e endpoint[In, Out]) Handle(ctx context.Context, in In) (Out, error) {
	return e.run(ctx, in)
}

func newEndpoint[In, Out any](run func(context.Context, In) (Out, error)) endpoint[In, Out] {
	return endpoint[In, Out]{run: run}
}

func main() {
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	e := newEndpoint(func(ctx context.Context, r request) (int, error) {
		resp, err := client.Post("https://api.example.com/v1/users", "text/plain", strings.NewReader(r.Name))
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, resp.Body.Close()
	})
	lambda.StartHandlerFunc(e.Handle)
}
