// Command defaultvar calls http.DefaultClient by a name of its own.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

var client doer = http.DefaultClient // want `^lambda-default: http.DefaultClient outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

// One a package is enough.
var other doer = http.DefaultClient

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://hooks.example.com/sns", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp, err = other.Do(req); err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
