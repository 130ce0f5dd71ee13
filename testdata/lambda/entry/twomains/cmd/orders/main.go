// Command orders shares a package with refunds: each gets a report of its own.
package main

import (
	"context"

	"example.com/lambda/entry/twomains/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := api.Post(ctx, "/orders", record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/twomains/internal/api/client.go:10$`
}
