// Command transportunseen lets a function that is not in sight work on its transport: it may set anything.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Configure is set by a file that each environment has of its own.
var Configure func(*http.Transport)

var client = newClient()

func newClient() *http.Client {
	t := &http.Transport{}
	Configure(t)
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, event events.SQSEvent) error {
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
