// Command perinvocation makes its clients in the handler; http.DefaultTransport, on which they send, is what lives on.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func newClient() *http.Client {
	return &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
}

func handle(ctx context.Context, event events.SQSEvent) error {
	var zero http.Client
	named := http.Client{Transport: http.DefaultTransport}
	for _, client := range []*http.Client{newClient(), &zero, &named} {
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
