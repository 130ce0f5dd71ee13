// Command cmd replaces another package's client before it starts.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/limit/globalreplaced/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func init() {
	api.HTTPClient = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := api.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
