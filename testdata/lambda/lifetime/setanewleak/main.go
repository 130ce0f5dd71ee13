// Command setanewleak sets its client anew on each invocation, with a transport that nobody closes.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client *http.Client

func handle(ctx context.Context, event events.SQSEvent) error {
	client = &http.Client{
		Transport: &http.Transport{MaxIdleConns: 10}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	}
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
