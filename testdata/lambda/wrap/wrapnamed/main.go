// Command wrapnamed wraps transports under a name: one has a limit, one has none, and one is the default.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.com/lambda/wrap/wrapnamed/internal/trace"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	chosen = &http.Client{Transport: trace.Wrap("chosen", &http.Transport{IdleConnTimeout: 30 * time.Second})}
	unset  = &http.Client{Transport: trace.Wrap("unset", &http.Transport{})}     // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	plain  = &http.Client{Transport: trace.Wrap("plain", http.DefaultTransport)} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
)

func handle(ctx context.Context, body string) error {
	for _, client := range []*http.Client{chosen, unset, plain} {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
