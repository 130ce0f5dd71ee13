// Command bothlifetimes calls one function before it starts and in each invocation. What it makes outlives the one and is left behind by
// the other.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func newClient() *http.Client {
	return &http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		Transport: &http.Transport{}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	}
}

var jobs = newClient()

func handle(ctx context.Context, event events.SQSEvent) error {
	hooks := newClient()
	for _, client := range []*http.Client{jobs, hooks} {
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
