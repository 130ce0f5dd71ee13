// Command cmd calls another package's constructor in each invocation.
package main

import (
	"context"

	"example.com/lambda/leak/leakctor/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	jobs := api.New("https://api.example.com")
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(.+ at leak/leakctor/internal/api/client.go:19$`
}
