// Command optiondefault gives no option, so the client that New starts with stays.
package main

import (
	"context"

	"example.com/lambda/default/optiondefault/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New("https://api.example.com")

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at default/optiondefault/internal/api/client.go:29$`
}
