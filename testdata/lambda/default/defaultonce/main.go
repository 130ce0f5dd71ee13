// Command defaultonce posts through net/http's own functions: one report for the package, at the first.
package main

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body)) // want `^lambda-default: http.Post outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp, err = http.PostForm("https://hooks.example.com/done", url.Values{"id": {record.MessageId}}); err != nil {
			return err
		}
		resp.Body.Close()
	}
	resp, err := http.DefaultClient.Post("https://hooks.example.com/batch", "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
