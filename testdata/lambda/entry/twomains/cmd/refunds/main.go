// Command refunds shares a package with orders: each gets a report of its own.
package main

import (
	"context"

	"example.com/lambda/entry/twomains/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := api.Post(ctx, "/refunds", record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.StartWithOptions(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at entry/twomains/internal/api/client.go:10$`
}
