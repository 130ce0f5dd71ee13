// Command cmd uses another package's lazily made client.
package main

import (
	"context"

	"example.com/lambda/lifetime/onceotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := api.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at lifetime/onceotherpkg/internal/api/client.go:22$`
}
