// Command leakhandler makes a transport in each invocation; its idle connections are never closed.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	transport := &http.Transport{MaxIdleConns: 10} // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	client := &http.Client{Transport: transport}
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
