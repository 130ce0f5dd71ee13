// Command leakerror returns the errors of the client that each invocation makes, which is not to return the client.
package main

import (
	"context"
	"fmt"
	"os"

	"example.com/lambda/leak/leakerror/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func client() (*api.Client, error) {
	c, err := api.New(os.Getenv("API"))
	if err != nil {
		return nil, fmt.Errorf("making a client: %w", err)
	}
	return c, nil
}

func handle(ctx context.Context, event events.SNSEvent) (any, error) {
	c, err := client()
	if err != nil {
		return nil, fmt.Errorf("no client: %w", err)
	}
	if err := c.Get("/healthz"); err != nil {
		return nil, fmt.Errorf("calling: %w", err)
	}
	return len(event.Records), nil
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(.*\) at leak/leakerror/internal/api/client.go:19`
}
