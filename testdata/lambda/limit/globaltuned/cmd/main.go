// Command cmd chooses the limit of another package's transport before it starts.
package main

import (
	"context"
	"time"

	"example.com/lambda/limit/globaltuned/internal/api"
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
	api.Transport.IdleConnTimeout = 30 * time.Second
	lambda.Start(handle)
}
