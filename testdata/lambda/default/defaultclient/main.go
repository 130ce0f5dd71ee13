// Command defaultclient sends a request of its own with http.DefaultClient.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://hooks.example.com/sns", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req) // want `^lambda-default: http.DefaultClient outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
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
