// Command ctorone has its client from a constructor in another package.
package main

import (
	"context"

	"example.com/lambda/facts/ctorone/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	orders := api.New("https://api.example.com")
	handle := func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			if err := orders.Create(ctx, record.Body); err != nil {
				return err
			}
		}
		return nil
	}
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at facts/ctorone/internal/api/client.go:19$`
}
