// Command nildefault passes nil, so the constructor falls back on a client of its own.
package main

import (
	"context"

	"example.com/lambda/default/nildefault/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(nil)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at default/nildefault/internal/api/client.go:18$`
}
