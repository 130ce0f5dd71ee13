// Command leaklazylocal makes its client at first use, and keeps it for one invocation only.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	var client *http.Client
	get := func() *http.Client {
		if client == nil {
			client = &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
		}
		return client
	}
	for _, record := range event.Records {
		resp, err := get().Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		if err := resp.Body.Close(); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
