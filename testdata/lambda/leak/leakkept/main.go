// Command leakkept makes its transport in the handler and keeps it: no leak, but a pool without a limit.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var transport *http.Transport

func handle(ctx context.Context, event events.SQSEvent) error {
	if transport == nil {
		transport = &http.Transport{MaxIdleConns: 10} // want `^lambda-idle: http.Transport outlives the invocation and does not set IdleConnTimeout \(`
	}
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
