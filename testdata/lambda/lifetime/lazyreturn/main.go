// Command lazyreturn leaves its setup early when there is a client already: kept, though no store stands under an if.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client *http.Client

func setup() {
	if client != nil {
		return
	}
	client = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
}

func handle(ctx context.Context, event events.SQSEvent) error {
	setup()
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
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
