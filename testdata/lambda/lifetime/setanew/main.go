// Command setanew sets its client anew on each invocation; neither the first one nor the later ones are kept.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}}

func post(body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, event events.SQSEvent) error {
	client = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	for _, record := range event.Records {
		if err := post(record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
