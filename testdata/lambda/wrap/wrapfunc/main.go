// Command wrapfunc wraps its transport in a closure behind a function type.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func withToken(next http.RoundTripper, token string) http.RoundTripper {
	return roundTripper(func(req *http.Request) (*http.Response, error) {
		req = req.Clone(req.Context())
		req.Header.Set("Authorization", "Bearer "+token)
		return next.RoundTrip(req)
	})
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

var client = &http.Client{Transport: withToken(&http.Transport{}, "secret")} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func main() {
	lambda.Start(handle)
}
