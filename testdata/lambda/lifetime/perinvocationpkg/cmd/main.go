// Command cmd makes another package's API client in each invocation; that has no Transport.
package main

import (
	"context"

	"example.com/lambda/lifetime/perinvocationpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	jobs := api.New()
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-default: http.Client outlives .+ at lifetime/perinvocationpkg/internal/api/client.go:23$`
}
