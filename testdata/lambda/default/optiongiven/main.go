// Command optiongiven hands over a client with a chosen limit as an option; New's own one is replaced before its first use.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/default/optiongiven/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(api.WithHTTPClient(&http.Client{
	Transport: &http.Transport{IdleConnTimeout: 30 * time.Second},
}))

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
