// Command cmd calls another package's constructor when the first event comes, and keeps the result.
package main

import (
	"context"

	"example.com/lambda/lifetime/lazyctor/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs *api.Client

func handle(ctx context.Context, event events.SQSEvent) error {
	if jobs == nil {
		jobs = api.New("https://api.example.com")
	}
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at lifetime/lazyctor/internal/api/client.go:20$`
}
