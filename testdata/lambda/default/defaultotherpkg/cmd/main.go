// Command cmd calls a package that posts with http.Post and http.Get.
package main

import (
	"context"

	"example.com/lambda/default/defaultotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := api.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return api.Flush(ctx)
}

func main() {
	lambda.Start(handle) // want `^lambda-default: http.Post outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at default/defaultotherpkg/internal/api/client.go:12$`
}
